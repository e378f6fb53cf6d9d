using CtgPortal.Application.Diagnostics;

namespace CtgPortal.Web.Common;

/// <summary>What <c>_NavDiagnostic</c> shows under the title of each part of a diagnostic.</summary>
/// <param name="Adresse">Of the diagnostic.</param>
/// <param name="Actif">One of the keys of <see cref="Parties"/>.</param>
public sealed record NavDiagnostic(string Adresse, string Actif, ReperesDiagnostic Reperes)
{
    /// <summary>The same parts in the same order everywhere; null where there is nothing to count.</summary>
    public IReadOnlyList<(string Cle, string Libelle, string Chemin, string Icone, int? Nombre)> Parties =>
    [
        ("chiffres", "Chiffres", "", "bar-chart", Reperes.Indicateurs),
        ("constats", "Constats", "/constats", "chat-left-text", Reperes.Constats),
        ("enquetes", "Enquêtes", "/enquetes", "ui-checks", Reperes.Enquetes),
        ("entretiens", "Entretiens et documents", "/entretiens", "chat-quote", Reperes.Entretiens + Reperes.Documents),
        ("validation", "Validation", "/validation", Reperes.EstValide ? "patch-check-fill" : "patch-check", null),
    ];
}

/// <summary>The breadcrumb of the pages of a diagnostic.</summary>
internal static class FilDiagnostic
{
    public static Etape[] Pour(Application.Conventions.EnTeteConvention enTete, params Etape[] suite) =>
    [
        new("Conventions", "/conventions"), new(enTete.Intitule, $"/conventions/{enTete.Id.Value}"),
        new("Diagnostic", $"/conventions/{enTete.Id.Value}/diagnostic"), .. suite,
    ];
}
