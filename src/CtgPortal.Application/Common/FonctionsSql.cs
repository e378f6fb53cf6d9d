namespace CtgPortal.Application.Common;

/// <summary>Functions of the database, for queries only.</summary>
public static class FonctionsSql
{
    /// <summary>Lower case, no accent, words apart by one blank, as the search of territories reads names.</summary>
    /// <exception cref="InvalidOperationException">Always, outside of a query.</exception>
    public static string Normaliser(string texte) => throw new InvalidOperationException($"f_normaliser({texte}) runs in the database.");
}
