namespace CtgPortal.Domain.Plans;

/// <summary>What is planned and what was spent; null where no line says it, which is not zero.</summary>
public sealed record Somme(decimal? Prevu, decimal? Realise)
{
    public static readonly Somme Nulle = new(null, null);

    public bool EstNulle => Prevu is null && Realise is null;

    public static Somme De(IEnumerable<Somme> sommes) => sommes.Aggregate(
        Nulle, (somme, ajout) => new(Ajouter(somme.Prevu, ajout.Prevu), Ajouter(somme.Realise, ajout.Realise)));

    private static decimal? Ajouter(decimal? a, decimal? b) => a is null ? b : a + (b ?? 0);
}

/// <summary>An amount, wherever it is held: by a fiche, by a form being filled, by a printed document.</summary>
/// <typeparam name="TNature">How its holder tells running costs from investment.</typeparam>
public readonly record struct Poste<TNature>(string Financeur, int Annee, TNature Nature, Somme Somme);

/// <summary>A row of the grid: one funder and one nature.</summary>
/// <param name="Annees">A sum for each year of <see cref="Budget{TNature}.ParAnnee"/>, in the same order.</param>
public sealed record RangDeBudget<TNature>(string Financeur, TNature Nature, IReadOnlyList<Somme> Annees, Somme Total);

/// <summary>
/// Some money as a grid, with its totals. Every total shown or printed comes from here, so that pages, documents and exports cannot disagree.
/// </summary>
public sealed record Budget<TNature>(
    IReadOnlyList<RangDeBudget<TNature>> Rangs,
    IReadOnlyList<(int Annee, Somme Somme)> ParAnnee,
    IReadOnlyList<(string Financeur, Somme Somme)> ParFinanceur,
    IReadOnlyList<(TNature Nature, Somme Somme)> ParNature,
    Somme Total);

public static class Budget
{
    private static readonly StringComparer Financeurs = StringComparer.InvariantCultureIgnoreCase;

    public static Budget<NatureDepense> De(IEnumerable<Financement> lignes) =>
        De(lignes.Select(f => new Poste<NatureDepense>(f.Financeur, f.Annee, f.Nature, new(f.Prevu, f.Realise))));

    /// <summary>Years and natures in order, funders in the order of the lines: the same name in other capitals is the same funder.</summary>
    public static Budget<TNature> De<TNature>(IEnumerable<Poste<TNature>> postes)
    {
        List<Poste<TNature>> lignes = [.. postes];
        List<int> annees = [.. lignes.Select(p => p.Annee).Distinct().Order()];
        return new(
            [
                .. lignes.GroupBy(p => p.Financeur, Financeurs).SelectMany(financeur => financeur.GroupBy(p => p.Nature).OrderBy(g => g.Key)
                    .Select(rang => new RangDeBudget<TNature>(
                        financeur.First().Financeur, rang.Key, [.. annees.Select(a => Sommer(rang.Where(p => p.Annee == a)))], Sommer(rang)))),
            ],
            [.. annees.Select(a => (a, Sommer(lignes.Where(p => p.Annee == a))))],
            [.. lignes.GroupBy(p => p.Financeur, Financeurs).Select(g => (g.First().Financeur, Sommer(g)))],
            [.. lignes.GroupBy(p => p.Nature).OrderBy(g => g.Key).Select(g => (g.Key, Sommer(g)))],
            Sommer(lignes));
    }

    private static Somme Sommer<TNature>(IEnumerable<Poste<TNature>> postes) => Somme.De(postes.Select(p => p.Somme));
}
