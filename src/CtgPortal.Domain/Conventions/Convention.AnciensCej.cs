using CtgPortal.Domain.Common;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Conventions;

/// <summary>A contrat enfance jeunesse that the convention takes over from; there are no new ones since 1 January 2020.</summary>
/// <param name="Intitule">Its number or its title.</param>
/// <param name="Collectivites">That signed it, by name.</param>
/// <param name="Fin">Its last day; null when nobody knows.</param>
public sealed record AncienCej(string Intitule, IReadOnlyList<string> Collectivites, DateOnly? Fin)
{
    public const int IntituleLongueurMax = 200;
    public const int CollectiviteLongueurMax = 200;
    public const int CollectivitesMax = 100;
    public const int AnneeMin = 2006;
    public const int AnneeMax = 2040;

    /// <summary>An end that is near, or past, while the convention is not signed: money may stop.</summary>
    public const int MoisAvantFin = 12;

    public bool FinitBientot(DateOnly aujourdhui) => Fin <= aujourdhui.AddMonths(MoisAvantFin);

    internal AncienCej Normaliser()
    {
        BusinessRuleException.ThrowIfAny(
        [
            .. When(Fin is { Year: < AnneeMin or > AnneeMax }, "fin-de-cej-invalide", $"La fin d’un CEJ se situe entre {AnneeMin} et {AnneeMax}."),
            .. When(Collectivites.Count > CollectivitesMax, "collectivites-trop-nombreuses", $"Un CEJ concerne au plus {CollectivitesMax} collectivités."),
        ]);
        return new(
            Texte.Obligatoire(Intitule, "cej", IntituleLongueurMax),
            [.. Collectivites.Select(c => Texte.Facultatif(c, "collectivite", CollectiviteLongueurMax)).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)],
            Fin);
    }

    public override string ToString() =>
        $"{Intitule}{(Collectivites.Count == 0 ? "" : $" ({string.Join(", ", Collectivites)})")}{(Fin is { } fin ? $", jusqu’au {fin:dd/MM/yyyy}" : "")}";
}

public sealed partial class Convention
{
    public const int AnciensCejMax = 30;

    /// <summary>By their end.</summary>
    public IReadOnlyList<AncienCej> AnciensCej { get; private set; } = [];

    /// <summary>Those that end soon, or have ended, while nobody has signed the convention yet.</summary>
    public static IReadOnlyList<AncienCej> CejEnAlerte(StatutConvention etape, IEnumerable<AncienCej> anciens, DateOnly aujourdhui) =>
        etape is StatutConvention.EnDiagnostic or StatutConvention.EnAteliers or StatutConvention.EnRedaction or StatutConvention.EnSignature
            ? [.. anciens.Where(c => c.FinitBientot(aujourdhui))]
            : [];

    /// <exception cref="BusinessRuleException">The text is frozen, or a contract that breaks a rule.</exception>
    public void DefinirAnciensCej(IReadOnlyList<AncienCej> anciens, DateTimeOffset now)
    {
        CycleDeVie.ExigerTexteModifiable(Statut);
        BusinessRuleException.ThrowIfAny(When(anciens.Count > AnciensCejMax, "cej-trop-nombreux", $"Une convention remplace au plus {AnciensCejMax} CEJ."));
        IReadOnlyList<AncienCej> apres = [.. anciens.Select(c => c.Normaliser()).OrderBy(c => c.Fin ?? DateOnly.MaxValue).ThenBy(c => c.Intitule, StringComparer.Ordinal)];
        var comparaison = new Comparaison().Noter("anciens-cej", AnciensCej, apres);
        if (!comparaison.EstVide)
        {
            AnciensCej = apres;
            Record(new AnciensCejModifies(Id, now) { Changements = comparaison.Changements });
        }
    }
}
