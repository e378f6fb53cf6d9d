namespace CtgPortal.Domain.Plans;

/// <summary>What is planned and what was spent; null where no line says it, which is not zero.</summary>
public sealed record Somme(decimal? Prevu, decimal? Realise)
{
    public static readonly Somme Nulle = new(null, null);

    internal static Somme De(IEnumerable<Financement> lignes) => lignes.Aggregate(
        Nulle, (somme, ligne) => new(Ajouter(somme.Prevu, ligne.Prevu), Ajouter(somme.Realise, ligne.Realise)));

    private static decimal? Ajouter(decimal? a, decimal? b) => a is null ? b : a + (b ?? 0);
}

/// <summary>The totals of some money lines. Every total shown or printed comes from here, so that pages and documents cannot disagree.</summary>
public sealed record Budget(
    IReadOnlyList<(int Annee, Somme Somme)> ParAnnee,
    IReadOnlyList<(string Financeur, Somme Somme)> ParFinanceur,
    IReadOnlyList<(NatureDepense Nature, Somme Somme)> ParNature,
    Somme Total)
{
    /// <summary>Years in order, funders in the order of the lines: the same name in other capitals is the same funder.</summary>
    public static Budget De(IReadOnlyCollection<Financement> lignes) => new(
        [.. lignes.GroupBy(f => f.Annee).OrderBy(g => g.Key).Select(g => (g.Key, Somme.De(g)))],
        [.. lignes.GroupBy(f => f.Financeur, StringComparer.InvariantCultureIgnoreCase).Select(g => (g.First().Financeur, Somme.De(g)))],
        [.. lignes.GroupBy(f => f.Nature).OrderBy(g => g.Key).Select(g => (g.Key, Somme.De(g)))],
        Somme.De(lignes));
}
