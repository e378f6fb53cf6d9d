using System.ComponentModel.DataAnnotations;
using CtgPortal.Domain.Textes;
using CtgPortal.Web.Common;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CtgPortal.Web.Pages.Textes;

/// <summary>The two pages that have the form: its fields must bear the name that the page reads.</summary>
public interface IPageDePresentation
{
    PresentationInput Input { get; }

    /// <summary>Where one goes without saving.</summary>
    string Retour { get; }
}

/// <summary>Titles of the annexes and spelling of the initialisms, in a convention or in a model.</summary>
public sealed class PresentationInput
{
    public static readonly IReadOnlyList<SelectListItem> Graphies =
        [.. Enum.GetValues<GraphieSigles>().Select(g => new SelectListItem(Libelles.De(g), g.ToString()))];

    public int Revision { get; set; }

    [Display(Name = "Écriture des sigles")]
    public GraphieSigles Graphie { get; set; }

    [Display(Name = "Annexe 1")]
    public string Annexe1 { get; set; } = "";

    [Display(Name = "Annexe 2")]
    public string Annexe2 { get; set; } = "";

    [Display(Name = "Annexe 3")]
    public string Annexe3 { get; set; } = "";

    [Display(Name = "Annexe 4")]
    public string Annexe4 { get; set; } = "";

    [Display(Name = "Annexe 5")]
    public string Annexe5 { get; set; } = "";

    [Display(Name = "Annexe 6")]
    public string Annexe6 { get; set; } = "";

    public IReadOnlyList<string> Annexes() => [Annexe1, Annexe2, Annexe3, Annexe4, Annexe5, Annexe6];

    public static PresentationInput De(IReadOnlyList<string> annexes, GraphieSigles graphie, int revision)
    {
        ArgumentNullException.ThrowIfNull(annexes);
        return new()
        {
            Revision = revision,
            Graphie = graphie,
            Annexe1 = annexes[0],
            Annexe2 = annexes[1],
            Annexe3 = annexes[2],
            Annexe4 = annexes[3],
            Annexe5 = annexes[4],
            Annexe6 = annexes[5],
        };
    }
}
