using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Plans;

namespace CtgPortal.Web.Pages.Fiches;

/// <summary>One line of the form of the indicators.</summary>
public sealed class IndicateurSaisi : LigneSaisie
{
    [Display(Name = "Intitulé")]
    public string Intitule { get; set; } = "";

    [Display(Name = "Type")]
    public TypeIndicateur Type { get; set; }

    [Display(Name = "Catégorie")]
    public CategorieIndicateur? Categorie { get; set; }

    [Display(Name = "Unité")]
    public string? Unite { get; set; }

    [Display(Name = "Valeur initiale")]
    public decimal? ValeurInitiale { get; set; }

    [Display(Name = "Cible")]
    public decimal? Cible { get; set; }

    [Display(Name = "Situation initiale, en mots")]
    public string? SituationInitiale { get; set; }

    [Display(Name = "Situation visée, en mots")]
    public string? SituationVisee { get; set; }

    [Display(Name = "Source")]
    public string? Source { get; set; }

    [Display(Name = "Responsable")]
    public string? Responsable { get; set; }

    public override bool EstVide => Intitule.Length == 0 && Identifiant is null && (ValeurInitiale ?? Cible) is null && (Unite ?? SituationInitiale ?? SituationVisee ?? Source ?? Responsable) is null;

    public static IndicateurSaisi Depuis(ConsulterFiche.Indicateur indicateur) => new()
    {
        Identifiant = indicateur.Id.Value,
        Intitule = indicateur.Description.Intitule,
        Type = indicateur.Description.Type,
        Categorie = indicateur.Description.Categorie,
        Unite = indicateur.Description.Unite,
        ValeurInitiale = indicateur.Description.ValeurInitiale,
        Cible = indicateur.Description.Cible,
        SituationInitiale = indicateur.Description.SituationInitiale,
        SituationVisee = indicateur.Description.SituationVisee,
        Source = indicateur.Description.Source,
        Responsable = indicateur.Description.Responsable,
    };

    public DefinirIndicateurs.Ligne VersLigne() => new(
        Identifiant is { } id ? new IndicateurFicheId(id) : null, Intitule, Type, Categorie, Unite, ValeurInitiale, Cible, Source, Responsable,
        SituationInitiale, SituationVisee);
}
