namespace CtgPortal.Web.Common;

/// <summary>What <c>_EnTeteConvention</c> shows above every page of a convention.</summary>
/// <param name="Periode">As <see cref="Format.Periode"/> writes it.</param>
/// <param name="QuiDoitAgir">Given today, « À vous : valider le diagnostic »; null when nobody has to.</param>
/// <param name="OngletActif">One of <see cref="Onglets"/>'s keys; empty on a page that has no tab.</param>
public sealed record EnTeteConvention(
    Guid Id, string Intitule, string Territoire, string Periode, string StatutCode, Func<DateOnly, string?> QuiDoitAgir, string OngletActif)
{
    /// <summary>« Dénonciation par … : prend fin le … »; null when no end is announced.</summary>
    public string? Fin { get; init; }

    /// <summary>The same places in the same order everywhere.</summary>
    public static readonly IReadOnlyList<(string Cle, string Libelle, string Chemin)> Onglets =
    [
        ("vue", "Vue d’ensemble", ""),
        ("diagnostic", "Diagnostic", "/diagnostic"),
        ("ateliers", "Ateliers", "/ateliers"),
        ("plan", "Plan d’actions", "/plan"),
        ("texte", "Texte", "/texte"),
        ("signature", "Signature", "/signature"),
        ("suivi", "Suivi", "/suivi"),
        ("documents", "Documents", "/documents"),
        ("historique", "Historique", "/historique"),
    ];

    public string Adresse(string chemin) => $"/conventions/{Id}{chemin}";
}
