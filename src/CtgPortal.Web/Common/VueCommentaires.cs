using CtgPortal.Application.Commentaires;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Commentaires;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CtgPortal.Web.Common;

/// <summary>The discussions beside what they are about.</summary>
/// <param name="Adresse">Of the convention.</param>
/// <param name="Cible">What a new comment is about when the person chooses no field.</param>
/// <param name="Champs">The fields one may comment here; empty for a part of the text.</param>
/// <param name="Retour">The page that shows them.</param>
public sealed record PanneauCommentaires(
    string Adresse, Discussions Discussions, IReadOnlyList<FilVu> Fils, CibleCommentaire Cible, IReadOnlyList<SelectListItem> Champs, string Retour)
{
    /// <summary>Those of a fiche, or of one of its sections.</summary>
    public static PanneauCommentaires De(ConsulterFiche.Dossier fiche, SectionDeFiche? section, string retour)
    {
        var champs = ChampsFiche.Tous.Where(c => section is null || c.Section == section).ToList();
        var fils = fiche.Discussions.Fils.Where(f => section is null || champs.Any(c => c.Code == f.Cible.Champ)).ToList();
        return new(
            $"/conventions/{fiche.EnTete.Id.Value}", fiche.Discussions, fils, CibleCommentaire.Sur(fiche.Id),
            [.. champs.Select(c => new SelectListItem(LibellesFiche.De(c.Code).Libelle, c.Code))], retour);
    }
}

/// <param name="Titre">Of what it is about, where the page does not say it.</param>
/// <param name="Entier">With one's own messages to reword or to withdraw.</param>
public sealed record FilAffiche(
    string Adresse, FilVu Fil, IReadOnlyList<PersonneDeConvention> Personnes, bool PeutCommenter, string? Retour, string? Titre = null, bool Entier = false)
{
    public string Page => $"{Adresse}/commentaires/{Fil.Id.Value}";

    public string Geste(string nom) => $"{Page}?handler={nom}{(Retour is null ? "" : $"&retour={Uri.EscapeDataString(Retour)}")}";
}

/// <summary>Words and addresses of the discussions.</summary>
public static class VueCommentaires
{
    /// <summary>Field, or kind of thing.</summary>
    public static string Lieu(CibleCommentaire cible) => cible switch
    {
        { Champ: { } champ } => LibellesFiche.De(champ).Libelle,
        { Nature: NatureCible.Fiche } => "Toute la fiche",
        { Nature: NatureCible.Annexe } => "Annexe",
        _ => "Texte",
    };

    /// <summary>What a remark can still do once the words are frozen; null while they may change.</summary>
    public static string? Fige(Discussions discussions, CibleCommentaire cible)
    {
        ArgumentNullException.ThrowIfNull(discussions);
        return (discussions.Fige, cible) switch
        {
            (StatutConvention.EnSignature, { Nature: NatureCible.Fiche }) =>
                "Le plan est à la signature : une remarque se lit et se discute, elle ne change pas la fiche. Pour la corriger, la Caf ou la coordination rouvre la rédaction.",
            (StatutConvention.EnSignature, _) =>
                "Le texte est à la signature : une remarque se lit et se discute, elle ne change pas le texte. Pour le corriger, la Caf ou la coordination rouvre la rédaction.",
            (StatutConvention.EnSuivi, _) => "Le texte est signé : une remarque se lit et se discute, elle ne le change pas. Il change par avenant.",
            _ => null,
        };
    }

    /// <summary>Where what it is about is read.</summary>
    public static string Adresse(string convention, CibleCommentaire cible) => cible switch
    {
        { Fiche: { } fiche } => $"{convention}/fiches/{fiche.Value}",
        { Nature: NatureCible.Passage } => $"{convention}/texte#{cible.Cle}",
        _ => $"{convention}/texte#annexes",
    };

    /// <summary>Where a new one is written.</summary>
    public static string Nouveau(string convention, CibleCommentaire cible, string retour)
    {
        var quoi = cible.Nature switch
        {
            NatureCible.Fiche => $"fiche/{cible.Fiche!.Value.Value}",
            NatureCible.Passage => $"passage/{Uri.EscapeDataString(cible.Cle!)}",
            _ => $"annexe/{Uri.EscapeDataString(cible.Cle!)}",
        };
        return $"{convention}/commentaires/nouveau/{quoi}?{(cible.Champ is null ? "" : $"champ={cible.Champ}&")}retour={Uri.EscapeDataString(retour)}";
    }

    public static IEnumerable<SelectListItem> Options(IEnumerable<PersonneDeConvention> personnes) =>
        personnes.Select(p => new SelectListItem(p.Fonction is null ? p.Nom : $"{p.Nom} ({p.Fonction})", p.Id.Value.ToString()));
}
