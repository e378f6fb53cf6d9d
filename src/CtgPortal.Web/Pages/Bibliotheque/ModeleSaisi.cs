using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Bibliotheque;
using CtgPortal.Domain.Bibliotheque;
using CtgPortal.Domain.Plans;

namespace CtgPortal.Web.Pages.Bibliotheque;

/// <summary>The form of a model.</summary>
public sealed class ModeleSaisi
{
    public int Revision { get; set; }

    [Display(Name = "Intitulé")]
    public string Intitule { get; set; } = "";

    [Display(Name = "Champ d’intervention")]
    public string? Champ { get; set; }

    [Display(Name = "Nature de l’action")]
    public NatureAction? Nature { get; set; }

    public Dictionary<string, string?> Textes { get; set; } = ChampsDeModele.Textes.ToDictionary(c => c, _ => (string?)null);

    [Display(Name = "Objectifs opérationnels")]
    public string? Objectifs { get; set; }

    [Display(Name = "Opérations")]
    public string? Operations { get; set; }

    [Display(Name = "Indicateurs")]
    public string? Indicateurs { get; set; }

    [Display(Name = "Ce qui change")]
    public string? Note { get; set; }

    internal static ModeleSaisi De(ContenuFiche contenu, int revision)
    {
        var saisie = SaisieModele.De(contenu);
        return new()
        {
            Revision = revision,
            Intitule = saisie.Intitule,
            Champ = saisie.Champ,
            Nature = saisie.Nature,
            Textes = saisie.Textes.ToDictionary(),
            Objectifs = string.Join("\n", saisie.Objectifs),
            Operations = string.Join("\n", saisie.Operations),
            Indicateurs = string.Join("\n", saisie.Indicateurs),
        };
    }

    internal SaisieModele VersSaisie() => new(Intitule, Champ, Nature, Textes, [.. Objectif.Lignes(Objectifs)], Lignes(Operations), Lignes(Indicateurs));

    private static string[] Lignes(string? texte) => (texte ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>A page that shows the form of a model.</summary>
public interface IPageDeModele
{
    ModeleSaisi Input { get; }
}
