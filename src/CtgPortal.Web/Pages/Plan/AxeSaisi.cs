using System.ComponentModel.DataAnnotations;
using CtgPortal.Domain.Plans;

namespace CtgPortal.Web.Pages.Plan;

/// <summary>The form of an axe, to add one and to change one.</summary>
public sealed class AxeSaisi
{
    public int Revision { get; set; }

    [Display(Name = "Intitulé")]
    public string Intitule { get; set; } = "";

    [Display(Name = "Couleur")]
    public CouleurAxe? Couleur { get; set; }

    [Display(Name = "Icône")]
    public string? Icone { get; set; }
}
