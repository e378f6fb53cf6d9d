using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Plans;
using CtgPortal.Web.Common;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CtgPortal.Web.Pages.Plan;

/// <summary>The form of an axe, to add one and to change one.</summary>
public sealed class AxeSaisi
{
    public static readonly IReadOnlyList<SelectListItem> Couleurs = OptionsDeListe.De<CouleurAxe>();

    public static readonly IReadOnlyList<SelectListItem> Icones = [.. IconesAxe.Toutes.Select(i => new SelectListItem(i.Value, i.Key))];

    public int Revision { get; set; }

    [Display(Name = "Intitulé")]
    public string Intitule { get; set; } = "";

    [Display(Name = "Couleur")]
    public CouleurAxe? Couleur { get; set; }

    [Display(Name = "Icône")]
    public string? Icone { get; set; }
}
