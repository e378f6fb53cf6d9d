using System.ComponentModel.DataAnnotations;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CtgPortal.Web.Pages.Conventions;

/// <summary>The frame of a convention as its two forms ask for it.</summary>
public class SaisieCadre
{
    [Display(Name = "Intitulé de la convention")]
    public string Intitule { get; set; } = "";

    [Display(Name = "Premier jour")]
    public DateOnly? Debut { get; set; }

    [Display(Name = "Dernier jour")]
    public DateOnly? Fin { get; set; }

    [Display(Name = "Génération")]
    public int? Generation { get; set; }

    [Display(Name = "Champs d’intervention")]
    public List<string> Champs { get; set; } = [];

    [Display(Name = "Autres champs")]
    public string AutresChamps { get; set; } = "";

    [Display(Name = "Prend la suite de")]
    public string? Remplace { get; set; }

    public static IReadOnlyList<SelectListItem> ChampsProposes { get; } =
        [.. Choix.Cases(ChampsUsuels.Tous)];

    /// <summary>The boxes checked, then one field per line of the text.</summary>
    internal IReadOnlyList<string> TousLesChamps() =>
        [.. Champs, .. AutresChamps.Split(['\n', '\r', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    internal void Remplir(CadreConvention cadre)
    {
        (Intitule, Debut, Fin, Generation, Remplace) = (cadre.Intitule, cadre.Periode?.Debut, cadre.Periode?.Fin, cadre.Generation, cadre.Remplace);
        Champs = [.. cadre.Champs.Where(ChampsUsuels.Tous.Contains)];
        AutresChamps = string.Join("\n", cadre.Champs.Except(ChampsUsuels.Tous));
    }
}
