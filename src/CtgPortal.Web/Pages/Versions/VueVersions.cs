using CtgPortal.Application.Versions;
using CtgPortal.Domain.Signatures;
using CtgPortal.Web.Common;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CtgPortal.Web.Pages.Versions;

internal static class VueVersions
{
    public static IEnumerable<SelectListItem> Choix(IEnumerable<VersionLue> versions) =>
        versions.Select(v => new SelectListItem($"n° {v.Numero} · {v.Nom} · {Format.Date(v.Le)}", $"{v.Numero}"));

    /// <summary>What a text submitted to signature became.</summary>
    public static string De(TexteFige figee) => figee.Statut switch
    {
        StatutSignature.Complete => "Signé par toutes les parties",
        StatutSignature.Annulee => "Signature annulée",
        _ => "Soumis à la signature",
    };
}
