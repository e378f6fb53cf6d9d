using System.ComponentModel.DataAnnotations;
using CtgPortal.Domain.Textes;

namespace CtgPortal.Web.Pages.Textes;

/// <summary>One part of a text as its form holds it, in a convention or in a model.</summary>
public sealed class PassageInput
{
    public int Revision { get; set; }

    [Display(Name = "Titre de l’article")]
    public string Titre { get; set; } = "";

    [Display(Name = "Texte")]
    public string Corps { get; set; } = "";

    [Display(Name = "Cet article engage les parties")]
    public bool Contractuel { get; set; }

    public static PassageInput De(Passage passage, int revision)
    {
        ArgumentNullException.ThrowIfNull(passage);
        return new() { Revision = revision, Titre = passage.Titre, Corps = passage.Corps, Contractuel = passage.Contractuel };
    }
}
