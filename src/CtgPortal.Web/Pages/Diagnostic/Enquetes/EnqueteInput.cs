using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Diagnostics;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Web.Common;

namespace CtgPortal.Web.Pages.Diagnostic.Enquetes;

/// <summary>What is typed of a questionnaire, new or corrected.</summary>
public sealed class EnqueteInput
{
    public int Revision { get; set; }

    [Display(Name = "Intitulé")]
    public string? Intitule { get; set; }

    [Display(Name = "Public visé")]
    public string? Public { get; set; }

    [Display(Name = "Comment a-t-on répondu ?")]
    public ModeEnquete? Mode { get; set; }

    [Display(Name = "Début")]
    public DateOnly? Debut { get; set; }

    [Display(Name = "Fin")]
    public DateOnly? Fin { get; set; }

    [Display(Name = "Questionnaires envoyés")]
    public int? Envoyes { get; set; }

    [Display(Name = "Réponses reçues")]
    public int? Reponses { get; set; }

    [Display(Name = "Méthode et limites")]
    public string? Methode { get; set; }

    [Display(Name = "Thèmes")]
    public List<string> Themes { get; set; } = [];

    [Display(Name = "Autres thèmes")]
    public string? AutresThemes { get; set; }

    [Display(Name = "Seuil d’affichage")]
    public int? Seuil { get; set; } = DescriptionEnquete.SeuilUsuel;

    /// <param name="champs">Of the convention: they are boxes to tick, other themes are typed.</param>
    internal static EnqueteInput De(DescriptionEnquete description, int revision, IReadOnlyList<string> champs) => new()
    {
        Revision = revision,
        Intitule = description.Intitule,
        Public = description.Public,
        Mode = description.Mode,
        Debut = description.Debut,
        Fin = description.Fin,
        Envoyes = description.Envoyes,
        Reponses = description.Reponses,
        Methode = description.Methode,
        Themes = [.. description.Themes.Where(champs.Contains)],
        AutresThemes = string.Join('\n', description.Themes.Where(t => !champs.Contains(t))),
        Seuil = description.Seuil,
    };

    internal SaisieEnquete VersSaisie() => new(
        Intitule, Public, Mode, Debut, Fin, Envoyes, Reponses, Methode, [.. Themes, .. Choix.Lignes(AutresThemes)], Seuil);
}
