using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Territoires;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CtgPortal.Web.Pages.Conventions;

/// <summary>The frame of a convention that enters the portal, with who holds it.</summary>
public class SaisieTerritoires : SaisieCadre
{
    [Display(Name = "Caf")]
    public string Caf { get; set; } = "";

    [Display(Name = "Territoire qui porte la convention")]
    public string Titulaire { get; set; } = "";

    [Display(Name = "Deuxième territoire")]
    public string Titulaire2 { get; set; } = "";

    [Display(Name = "Troisième territoire")]
    public string Titulaire3 { get; set; } = "";

    [Display(Name = "Nom du syndicat")]
    public string Syndicat { get; set; } = "";

    [Display(Name = "SIREN du syndicat")]
    public string SyndicatSiren { get; set; } = "";

    public bool EnAPlusieurs => Titulaire2.Length > 0 || Titulaire3.Length > 0 || Syndicat.Length > 0 || SyndicatSiren.Length > 0;

    internal (string Champ, string Texte)[] Titulaires() =>
        [(nameof(Titulaire), Titulaire), (nameof(Titulaire2), Titulaire2), (nameof(Titulaire3), Titulaire3)];
}

/// <summary>What <c>_Territoires</c> shows.</summary>
public interface IPageTerritoires
{
    SaisieTerritoires Input { get; }

    IReadOnlyList<SelectListItem> Cafs { get; }

    /// <summary>Which communes the perimeter will hold, and whether that can be changed later.</summary>
    string SuitePerimetre { get; }

    /// <summary>Territories that a field may mean, when what was typed names several.</summary>
    IReadOnlyList<ListerTerritoires.Row> Choix(string champ);
}
