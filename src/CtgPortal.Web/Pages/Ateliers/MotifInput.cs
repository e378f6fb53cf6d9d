using System.ComponentModel.DataAnnotations;

namespace CtgPortal.Web.Pages.Ateliers;

/// <summary>A gesture that says why.</summary>
public sealed class MotifInput
{
    public int Revision { get; set; }

    [Display(Name = "Motif")]
    public string? Motif { get; set; }
}
