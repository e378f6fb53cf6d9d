using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Ateliers;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Web.Common;

namespace CtgPortal.Web.Pages.Ateliers;

/// <summary>What is typed of a workshop, planned or corrected.</summary>
public sealed class AtelierInput
{
    public int Revision { get; set; }

    [Display(Name = "Intitulé")]
    public string? Intitule { get; set; }

    [Display(Name = "Série")]
    public string? Serie { get; set; }

    [Display(Name = "Thèmes")]
    public List<string> Themes { get; set; } = [];

    [Display(Name = "Autres thèmes")]
    public string? AutresThemes { get; set; }

    [Display(Name = "Date")]
    public DateOnly? Date { get; set; }

    [Display(Name = "Date en toutes lettres")]
    public string? Quand { get; set; }

    [Display(Name = "Heure de début")]
    public TimeOnly? Heure { get; set; }

    [Display(Name = "Heure de fin")]
    public TimeOnly? HeureFin { get; set; }

    [Display(Name = "Lieu")]
    public string? Lieu { get; set; }

    [Display(Name = "Animation")]
    public string? Animateur { get; set; }

    [Display(Name = "But")]
    public string? But { get; set; }

    [Display(Name = "Nombre de participants")]
    public string? Participants { get; set; }

    /// <param name="champs">Of the convention: they are boxes to tick, other themes are typed.</param>
    internal static AtelierInput De(DescriptionAtelier description, int revision, IReadOnlyList<string> champs) => new()
    {
        Revision = revision,
        Intitule = description.Intitule,
        Serie = description.Serie,
        Themes = [.. description.Themes.Where(champs.Contains)],
        AutresThemes = string.Join('\n', description.Themes.Where(t => !champs.Contains(t))),
        Date = description.Date,
        Quand = description.Quand,
        Heure = description.Heure,
        HeureFin = description.HeureFin,
        Lieu = description.Lieu,
        Animateur = description.Animateur,
        But = description.But,
        Participants = description.Participants,
    };

    internal SaisieAtelier VersSaisie() => new(
        Intitule, Serie, [.. Themes, .. Choix.Lignes(AutresThemes)], Date, Quand, Lieu, Animateur, But, Participants)
    {
        Heure = Heure,
        HeureFin = HeureFin,
    };
}
