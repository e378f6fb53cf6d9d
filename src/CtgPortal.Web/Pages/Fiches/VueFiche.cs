using System.Globalization;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Plans;
using CtgPortal.Web.Common;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Fiches;

/// <summary>What the pages of one fiche share.</summary>
public static class VueFiche
{
    public static string Adresse(ConsulterFiche.Dossier fiche) => $"/conventions/{fiche.EnTete.Id.Value}/fiches/{fiche.Id.Value}";

    public static IReadOnlyList<Etape> Fil(ConsulterFiche.Dossier fiche, string? page = null)
    {
        var convention = $"/conventions/{fiche.EnTete.Id.Value}";
        var titre = $"{fiche.Plan.NomFiche} {fiche.Numero}";
        Etape[] debut = [new("Conventions", "/conventions"), new(fiche.EnTete.Intitule, convention), new("Plan d’actions", $"{convention}/plan")];
        return page is null ? [.. debut, new(titre)] : [.. debut, new(titre, Adresse(fiche)), new(page)];
    }

    /// <summary>After a section was saved.</summary>
    public static RedirectResult RetourALaFiche(this DossierPageModel<ConsulterFiche.Dossier> page, string section)
    {
        page.TempData["Annonce"] = $"{section} : c’est enregistré.";
        return new(Adresse(page.Dossier));
    }

    /// <summary>« 60 places »; nothing for a text.</summary>
    public static string Valeur(decimal? valeur, string? unite) =>
        valeur is { } v ? string.Create(CultureInfo.InvariantCulture, $"{Format.Nombre(v)}\u00A0{unite}").TrimEnd() : "–";

    /// <summary>The lines of one funder and one nature, in the order in which they were typed.</summary>
    public static IEnumerable<IGrouping<(string Financeur, NatureDepense Nature), Financement>> Lignes(IEnumerable<Financement> financements) =>
        financements.GroupBy(f => (f.Financeur, f.Nature));
}
