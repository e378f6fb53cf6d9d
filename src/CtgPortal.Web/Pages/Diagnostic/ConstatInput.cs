using System.ComponentModel.DataAnnotations;
using CtgPortal.Domain.Diagnostics;

namespace CtgPortal.Web.Pages.Diagnostic;

/// <summary>What is typed of a finding, new or corrected.</summary>
public sealed class ConstatInput
{
    public int Revision { get; set; }

    [Display(Name = "Champ d’intervention")]
    public string? Champ { get; set; }

    [Display(Name = "Nature")]
    public NatureConstat? Nature { get; set; }

    [Display(Name = "Constat")]
    public string? Texte { get; set; }
}
