using System.ComponentModel.DataAnnotations;
using CtgPortal.Domain.Avenants;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CtgPortal.Web.Pages.Avenants;

/// <summary>What an avenant changes, as its forms hold it.</summary>
public class SaisieAvenant
{
    public int Revision { get; set; }

    [Display(Name = "Ce que l’avenant change")]
    public List<NatureAvenant> Natures { get; set; } = [];

    [Display(Name = "Objet")]
    public string Objet { get; set; } = "";

    [Display(Name = "Pourquoi cet avenant")]
    public string? Motifs { get; set; }

    [Display(Name = "Nouveau dernier jour de la convention")]
    public DateOnly? NouvelleFin { get; set; }

    [Display(Name = "Communes qui entrent dans le périmètre")]
    public List<string> Communes { get; set; } = [];
}

/// <summary>Lists of choices for those forms.</summary>
public static class ChoixAvenant
{
    public static IReadOnlyList<SelectListItem> Natures { get; } = [.. Choix.De<NatureAvenant>(Libelles.De)];

    public static IReadOnlyList<SelectListItem> Communes(IEnumerable<CommunePerimetre> communes) =>
        [.. communes.Select(c => new SelectListItem(c.Population is { } population ? $"{c.Nom} ({Format.Nombre(population)})" : c.Nom, c.Code))];
}

public sealed class ArticleInput
{
    [Display(Name = "Titre")]
    public string? Titre { get; set; }

    [Display(Name = "Texte")]
    public string? Corps { get; set; }

    // what a conflict shows
    public override string ToString() => string.IsNullOrWhiteSpace(Titre) ? "" : $"{Titre} – {Corps}";
}

/// <summary>A party that joins, with who signs for it.</summary>
public sealed class PartieEntranteInput
{
    public int Revision { get; set; }

    [Display(Name = "Type de partie")]
    public TypePartie Type { get; set; } = TypePartie.Commune;

    [Display(Name = "Nom de la partie")]
    public string Nom { get; set; } = "";

    [Display(Name = "Civilité")]
    public string? Civilite { get; set; }

    [Display(Name = "Prénom de qui signe")]
    public string SignatairePrenom { get; set; } = "";

    [Display(Name = "Nom de qui signe")]
    public string SignataireNom { get; set; } = "";

    [Display(Name = "Qualité")]
    public string SignataireQualite { get; set; } = "";

    [Display(Name = "Adresse électronique")]
    public string? Courriel { get; set; }
}
