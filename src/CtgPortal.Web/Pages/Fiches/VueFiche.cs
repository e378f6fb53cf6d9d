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
    public static RedirectResult RetourALaFiche(
        this DossierPageModel<ConsulterFiche.Dossier> page, string section, EnregistrementFiche? enregistre = null)
    {
        page.TempData["Annonce"] = string.Join(" ", [$"{section} : c’est enregistré.", .. (enregistre?.Entretemps ?? []).Select(Entretemps)]);
        return new(Adresse(page.Dossier));
    }

    /// <summary>What others wrote while this person typed, and that the save kept.</summary>
    private static string Entretemps(ApportEntretemps apport)
    {
        var champs = string.Join(", ", apport.Champs.Select(c => $"« {LibellesFiche.De(c).Libelle} »"));
        return apport.Par is { } qui
            ? $"Entre-temps, {qui} a changé {champs} : c’est gardé aussi."
            : $"Entre-temps, vous aviez changé {champs} dans une autre fenêtre : c’est gardé aussi.";
    }

    /// <summary>« 60 places »; nothing for a text.</summary>
    public static string Valeur(decimal? valeur, string? unite) =>
        valeur is { } v ? string.Create(CultureInfo.InvariantCulture, $"{Format.Nombre(v)}\u00A0{unite}").TrimEnd() : "–";

    /// <summary>The lines of one funder and one nature, in the order in which they were typed.</summary>
    public static IEnumerable<IGrouping<(string Financeur, NatureDepense Nature), Financement>> Lignes(IEnumerable<Financement> financements) =>
        financements.GroupBy(f => (f.Financeur, f.Nature));
}
