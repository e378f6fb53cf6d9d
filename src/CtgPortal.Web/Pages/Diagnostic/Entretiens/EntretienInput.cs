using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Diagnostics;
using CtgPortal.Web.Common;

namespace CtgPortal.Web.Pages.Diagnostic.Entretiens;

/// <summary>What is typed of an interview, new or corrected.</summary>
public sealed class EntretienInput
{
    public int Revision { get; set; }

    [Display(Name = "Fonction")]
    public string? Fonction { get; set; }

    [Display(Name = "Organisation")]
    public string? Organisation { get; set; }

    [Display(Name = "Date")]
    public DateOnly? Date { get; set; }

    [Display(Name = "Thèmes abordés")]
    public List<string> Themes { get; set; } = [];

    [Display(Name = "Autres thèmes")]
    public string? AutresThemes { get; set; }

    [Display(Name = "Communes entendues")]
    public List<string> Communes { get; set; } = [];

    [Display(Name = "Synthèse")]
    public string? Synthese { get; set; }

    /// <param name="champs">Of the convention: they are boxes to tick, other themes are typed.</param>
    internal static EntretienInput De(ConsulterEntretien.Detail detail, IReadOnlyList<string> champs) => new()
    {
        Revision = detail.Revision,
        Fonction = detail.Description.Fonction,
        Organisation = detail.Description.Organisation,
        Date = detail.Description.Date,
        Themes = [.. detail.Description.Themes.Where(champs.Contains)],
        AutresThemes = string.Join('\n', detail.Description.Themes.Where(t => !champs.Contains(t))),
        Communes = [.. detail.Communes.Select(c => c.Code)],
        Synthese = detail.Description.Synthese,
    };

    internal SaisieEntretien VersSaisie() => new(
        Fonction, Organisation, Date, [.. Themes, .. Choix.Lignes(AutresThemes)], Synthese, Communes);
}
