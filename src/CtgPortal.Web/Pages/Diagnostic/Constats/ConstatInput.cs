using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Diagnostics;
using CtgPortal.Domain.Diagnostics;

namespace CtgPortal.Web.Pages.Diagnostic.Constats;

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

    [Display(Name = "Priorité")]
    public PrioriteConstat? Priorite { get; set; }

    [Display(Name = "S’appuie sur")]
    public List<string> Appuis { get; set; } = [];

    internal SaisieConstat VersSaisie() => new(Champ, Nature, Texte, Priorite, Appuis);
}
