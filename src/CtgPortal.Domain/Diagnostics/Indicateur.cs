using CtgPortal.Domain.Common;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Diagnostics;

public readonly record struct IndicateurId(Guid Value) : IStronglyTypedId<IndicateurId>
{
    public static IndicateurId From(Guid value) => new(value);

    public static IndicateurId New() => new(Guid.CreateVersion7());
}

/// <summary>What kind of figure it is: only a count can give a person away.</summary>
public enum NatureIndicateur
{
    /// <summary>People, families, places, dwellings.</summary>
    Effectif,

    /// <summary>So many out of a hundred.</summary>
    Part,

    /// <summary>Euros.</summary>
    Montant,

    /// <summary>Anything else that is computed: an index, a mean, so many places for a hundred children.</summary>
    Ratio,
}

/// <summary>What an indicator says of itself, typed or taken from the catalogue.</summary>
/// <param name="Unite">« % », « places », « € »; null for a bare count.</param>
/// <param name="Definition">One or two plain sentences.</param>
/// <param name="Seuil">Below it, a count is secret.</param>
/// <param name="CodeCatalogue">Null for an indicator that people added themselves.</param>
public sealed record DescriptionIndicateur(
    string? Champ,
    string? Intitule,
    string? Unite = null,
    NatureIndicateur Nature = NatureIndicateur.Effectif,
    string? Definition = null,
    string? SourceUsuelle = null,
    int? Seuil = null,
    string? CodeCatalogue = null);

/// <summary>A figure followed over years and places; one value per year and geography.</summary>
public sealed class Indicateur
{
    public const int IntituleLongueurMax = 200;
    public const int UniteLongueurMax = 40;
    public const int ChampLongueurMax = 80;
    public const int DefinitionLongueurMax = 1_000;
    public const int CodeLongueurMax = 80;
    public const int SeuilMax = 1_000;

    private readonly List<ValeurIndicateur> _valeurs = [];

    internal Indicateur(DescriptionIndicateur description, int rang)
    {
        BusinessRuleException.ThrowIfAny(
        [
            .. When(description.Seuil is < 1 or > SeuilMax, "seuil-invalide", $"Le seuil de secret se situe entre 1 et {SeuilMax}."),
            .. When(description is { Seuil: not null, Nature: not NatureIndicateur.Effectif }, "seuil-sans-effectif", "Seul un nombre a un seuil de secret."),
        ]);
        Id = IndicateurId.New();
        Champ = Texte.Obligatoire(description.Champ, "champ", ChampLongueurMax);
        Intitule = Texte.Obligatoire(description.Intitule, "intitule", IntituleLongueurMax);
        Unite = Texte.Facultatif(description.Unite, "unite", UniteLongueurMax);
        Nature = description.Nature;
        Definition = Texte.Facultatif(description.Definition, "definition", DefinitionLongueurMax);
        SourceUsuelle = Texte.Facultatif(description.SourceUsuelle, "source", ValeurIndicateur.SourceLongueurMax);
        Seuil = description.Seuil;
        CodeCatalogue = Texte.Facultatif(description.CodeCatalogue, "code", CodeLongueurMax);
        Rang = rang;
    }

    private Indicateur()
    {
    }

    public IndicateurId Id { get; private init; }

    public string Champ { get; private init; } = "";

    public string Intitule { get; private init; } = "";

    /// <summary>« % », « places », « € »; null for a bare count.</summary>
    public string? Unite { get; private init; }

    public NatureIndicateur Nature { get; private init; }

    public string? Definition { get; private init; }

    /// <summary>Who usually publishes it, offered when a value is typed.</summary>
    public string? SourceUsuelle { get; private init; }

    /// <summary>A count above zero and below it is never kept: see <see cref="ValeurIndicateur.SousSeuil"/>.</summary>
    public int? Seuil { get; private init; }

    /// <summary>Null for an indicator that people added themselves.</summary>
    public string? CodeCatalogue { get; private init; }

    public int Rang { get; private init; }

    public IReadOnlyList<ValeurIndicateur> Valeurs => _valeurs;

    /// <returns>The value replaced, or null when there was none, and the value kept.</returns>
    internal (ValeurIndicateur? Avant, ValeurIndicateur Apres) Renseigner(ValeurIndicateur valeur)
    {
        var avant = _valeurs.Find(v => v.MemeCase(valeur.Annee, valeur.Territoire.Cle));
        if (avant is not null)
        {
            _valeurs.Remove(avant);
        }

        var apres = AuSeuil(valeur);
        _valeurs.Add(apres);
        return (avant, apres);
    }

    /// <summary>The value as it may be kept: secret when it is below the threshold.</summary>
    internal ValeurIndicateur AuSeuil(ValeurIndicateur valeur) => Nature == NatureIndicateur.Effectif ? valeur.SousSeuil(Seuil) : valeur;

    /// <summary>Many values at once, already at the threshold.</summary>
    internal void Remplacer(IReadOnlyCollection<ValeurIndicateur> valeurs)
    {
        var cases = valeurs.Select(v => (v.Annee, v.Territoire.Cle)).ToHashSet();
        _valeurs.RemoveAll(v => cases.Contains((v.Annee, v.Territoire.Cle)));
        _valeurs.AddRange(valeurs);
    }

    internal ValeurIndicateur RetirerValeur(int annee, string territoire)
    {
        var valeur = _valeurs.Find(v => v.MemeCase(annee, territoire))
            ?? throw new BusinessRuleException("valeur-inconnue", "Cette valeur n’existe plus.");
        _valeurs.Remove(valeur);
        return valeur;
    }
}
