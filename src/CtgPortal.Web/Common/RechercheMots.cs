using CtgPortal.Application.Diagnostics;

namespace CtgPortal.Web.Common;

/// <summary>A search among a few lines of a page, as <c>filter.js</c> does it while one types.</summary>
public static class RechercheMots
{
    public static string Normaliser(string texte) => CatalogueIndicateurs.Normaliser(texte);

    /// <param name="mots">Of the line, already normalised.</param>
    public static bool Trouve(string? recherche, string mots) =>
        Normaliser(recherche ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).All(m => mots.Contains(m, StringComparison.Ordinal));
}
