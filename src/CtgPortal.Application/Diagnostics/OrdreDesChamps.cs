namespace CtgPortal.Application.Diagnostics;

/// <summary>The order of the themes of a diagnostic, on pages and in documents: the population, the fields of the convention, then the others by name.</summary>
internal static class OrdreDesChamps
{
    public static IEnumerable<string> Trier(IEnumerable<string> noms, IReadOnlyList<string> deLaConvention) => noms
        .Distinct(StringComparer.OrdinalIgnoreCase)
        .OrderBy(n => n == CatalogueIndicateurs.ChampPopulation ? -1 : deLaConvention.TakeWhile(c => !string.Equals(c, n, StringComparison.OrdinalIgnoreCase)).Count())
        .ThenBy(n => n, StringComparer.Create(new("fr-FR"), ignoreCase: true));
}
