using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Suivi;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using CtgPortal.Domain.Suivi;

namespace CtgPortal.Web.Pages.Suivi;

public sealed class EtatSaisi
{
    public int Revision { get; set; }

    [Display(Name = "État de l’action")]
    public Avancement Avancement { get; set; }

    [Display(Name = "Motif")]
    public string? Motif { get; set; }
}

public sealed class NoteSaisie
{
    public int Revision { get; set; }

    [Display(Name = "Nature de la note")]
    public TypeNote Type { get; set; }

    [Display(Name = "Date")]
    public DateOnly? Date { get; set; }

    [Display(Name = "Note")]
    public string Texte { get; set; } = "";
}

public sealed class ReleveSaisi
{
    public int Revision { get; set; }

    [Display(Name = "Indicateur")]
    public Guid? Indicateur { get; set; }

    [Display(Name = "Date du relevé")]
    public DateOnly? Date { get; set; }

    [Display(Name = "Valeur")]
    public decimal? Valeur { get; set; }

    [Display(Name = "Commentaire")]
    public string? Commentaire { get; set; }

    [Display(Name = "Source")]
    public string? Source { get; set; }

    public ReleverIndicateur.Command VersCommande(ConventionId convention, FicheActionId fiche) =>
        new(convention, fiche, Revision, new IndicateurFicheId(Indicateur ?? Guid.Empty), Date ?? default, Valeur, Commentaire, Source);
}
