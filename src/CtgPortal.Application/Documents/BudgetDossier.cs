using System.ComponentModel;
using CtgPortal.Domain.Plans;

namespace CtgPortal.Application.Documents;

[Description("Montants, en euros ; null quand aucune ligne ne le dit, ce qui n’est pas zéro.")]
public sealed record SommeDossier(decimal? Prevu, decimal? Realise)
{
    internal static SommeDossier De(Somme somme) => new(somme.Prevu, somme.Realise);
}

[Description("Rang d’un tableau de financements : un financeur et une nature.")]
public sealed record RangBudgetDossier(
    string Financeur,
    [property: Description("Fonctionnement ou investissement ; vide si la ligne ne le dit pas.")] string Nature,
    [property: Description("Une somme par année du tableau, dans le même ordre.")] IReadOnlyList<SommeDossier> Annees,
    SommeDossier Total);

/// <summary>Never written: computed from the lines by the one sum of the domain, for dossiers frozen years ago as well.</summary>
[Description("Financements d’une fiche en tableau : un rang par financeur et par nature, une colonne par année.")]
public sealed record BudgetDossier(
    [property: Description("Années des colonnes ; vide pour des lignes sans année.")] IReadOnlyList<string> Annees,
    IReadOnlyList<RangBudgetDossier> Rangs,
    [property: Description("Total de chaque année.")] IReadOnlyList<SommeDossier> ParAnnee,
    SommeDossier Total)
{
    private const int SansAnnee = Financement.AnneeMax + 1;

    internal static BudgetDossier De(IEnumerable<LigneBudgetDossier> lignes)
    {
        var budget = Calculer(lignes);
        return new(
            [.. budget.ParAnnee.Select(a => a.Annee == SansAnnee ? "" : $"{a.Annee}")],
            [.. budget.Rangs.Select(r => new RangBudgetDossier(r.Financeur, r.Nature, [.. r.Annees.Select(SommeDossier.De)], SommeDossier.De(r.Total)))],
            [.. budget.ParAnnee.Select(a => SommeDossier.De(a.Somme))],
            SommeDossier.De(budget.Total));
    }

    public static SommeDossier Sommer(IEnumerable<FicheDossier> fiches) => SommeDossier.De(Calculer(fiches.SelectMany(f => f.Budget)).Total);

    private static Budget<string> Calculer(IEnumerable<LigneBudgetDossier> lignes) =>
        Budget.De(lignes.Select(l => new Poste<string>(l.Financeur, l.Annee ?? SansAnnee, l.Nature ?? "", new(l.Prevu, l.Realise))));
}
