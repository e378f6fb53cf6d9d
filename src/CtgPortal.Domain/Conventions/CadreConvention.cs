using CtgPortal.Domain.Common;

namespace CtgPortal.Domain.Conventions;

/// <summary>What frames a convention and may stay empty for long: nothing is invented for what the parties have not settled.</summary>
/// <param name="Generation">Rank of this CTG on the territory: 1 for the first.</param>
/// <param name="Champs">Fields of intervention, in the territory’s own words; see <see cref="ChampsUsuels"/>.</param>
/// <param name="Remplace">What the convention takes over from, such as a CEJ and its end.</param>
public sealed record CadreConvention(
    string Intitule,
    Periode? Periode,
    int? Generation,
    IReadOnlyList<string> Champs,
    string? Remplace)
{
    public const int IntituleLongueurMax = 300;
    public const int ChampLongueurMax = 80;
    public const int ChampsMax = 30;
    public const int RemplaceLongueurMax = 500;
    public const int GenerationMax = 20;

    internal CadreConvention Normaliser()
    {
        BusinessRuleException.ThrowIfAny(
        [
            .. Conditions.When(Generation is < 1 or > GenerationMax, "generation-invalide", $"La génération est un nombre de 1 à {GenerationMax}."),
            .. Conditions.When(Champs.Count > ChampsMax, "champs-trop-nombreux", $"Une convention couvre au plus {ChampsMax} champs d’intervention."),
        ]);

        return this with
        {
            Intitule = Texte.Obligatoire(Intitule, "intitule", IntituleLongueurMax),
            Champs = [.. Champs.Select(c => Texte.Facultatif(c, "champ", ChampLongueurMax)).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)],
            Remplace = Texte.Facultatif(Remplace, "remplace", RemplaceLongueurMax),
        };
    }
}

/// <summary>The fields named by the Cnaf and those that territories add most often; a convention may use other words.</summary>
public static class ChampsUsuels
{
    public static readonly IReadOnlyList<string> Tous =
    [
        "petite enfance", "enfance", "jeunesse", "parentalité", "animation de la vie sociale", "accès aux droits",
        "inclusion numérique", "logement", "handicap", "accompagnement social", "insertion", "mobilité", "santé", "vieillissement",
    ];
}
