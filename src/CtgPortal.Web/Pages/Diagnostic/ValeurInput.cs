using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Diagnostics;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;

namespace CtgPortal.Web.Pages.Diagnostic;

/// <summary>A figure as it is typed.</summary>
public sealed record ValeurInput
{
    public int Revision { get; set; }

    [Display(Name = "Année")]
    public int? Annee { get; set; }

    [Display(Name = "Territoire")]
    public string? Geographie { get; set; }

    [Display(Name = "Autre territoire")]
    public string? AutreGeographie { get; set; }

    [Display(Name = "Valeur")]
    public decimal? Valeur { get; set; }

    [Display(Name = "Ce que dit la source")]
    public EtatValeur? Etat { get; set; } = EtatValeur.Publiee;

    [Display(Name = "Licence")]
    public string? Licence { get; set; }

    [Display(Name = "Arrondi à")]
    public decimal? Arrondi { get; set; }

    [Display(Name = "Source")]
    public string? Source { get; set; }

    public RenseignerValeur.Command ToCommand(ConventionId convention, IndicateurId indicateur) =>
        new(convention, Revision, indicateur, Annee, Geographie, AutreGeographie, Etat, Valeur, Source, Licence, Arrondi);

    /// <summary>What is stored in the same place, beside what was typed; null stands for an empty place, which contradicts nothing.</summary>
    public ValeurInput Face(LigneValeur? stockee, int revision) => stockee is null
        ? this with { Revision = revision }
        : this with
        {
            Revision = revision,
            Etat = stockee.Etat,
            Valeur = stockee.Valeur,
            Source = stockee.Source,
            Licence = stockee.Licence,
            Arrondi = stockee.Arrondi,
        };
}
