using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Diagnostics;
using CtgPortal.Web.Common;

namespace CtgPortal.Web.Pages.Diagnostic.Entretiens;

/// <summary>What is typed of an existing document, new or corrected.</summary>
public sealed class DocumentInput
{
    public int Revision { get; set; }

    [Display(Name = "Intitulé")]
    public string? Intitule { get; set; }

    [Display(Name = "Auteur")]
    public string? Auteur { get; set; }

    [Display(Name = "Année")]
    public int? Annee { get; set; }

    [Display(Name = "Lien")]
    public string? Lien { get; set; }

    [Display(Name = "Thèmes")]
    public List<string> Themes { get; set; } = [];

    [Display(Name = "Autres thèmes")]
    public string? AutresThemes { get; set; }

    [Display(Name = "Ce qu’il dit")]
    public string? Propos { get; set; }

    /// <param name="champs">Of the convention: they are boxes to tick, other themes are typed.</param>
    internal static DocumentInput De(ConsulterDocumentExistant.Detail detail, IReadOnlyList<string> champs) => new()
    {
        Revision = detail.Revision,
        Intitule = detail.Description.Intitule,
        Auteur = detail.Description.Auteur,
        Annee = detail.Description.Annee,
        Lien = detail.Description.Lien,
        Themes = [.. detail.Description.Themes.Where(champs.Contains)],
        AutresThemes = string.Join('\n', detail.Description.Themes.Where(t => !champs.Contains(t))),
        Propos = detail.Description.Propos,
    };

    internal SaisieDocument VersSaisie() => new(
        Intitule, Auteur, Annee, Lien, [.. Themes, .. Choix.Lignes(AutresThemes)], Propos);
}
