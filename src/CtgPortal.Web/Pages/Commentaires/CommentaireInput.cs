using System.ComponentModel.DataAnnotations;
using CtgPortal.Domain.Comptes;

namespace CtgPortal.Web.Pages.Commentaires;

/// <summary>What a person types to speak or to answer.</summary>
public sealed class CommentaireInput
{
    /// <summary>Code of the field of a fiche; nothing for the whole.</summary>
    [Display(Name = "À propos de")]
    public string? Champ { get; set; }

    [Display(Name = "Votre commentaire")]
    public string Texte { get; set; } = "";

    /// <summary>Nothing is the choice « personne en particulier ».</summary>
    [Display(Name = "Prévenir quelqu’un")]
    public List<Guid?> Mentions { get; set; } = [];

    internal IReadOnlyList<UtilisateurId> Personnes => [.. Mentions.OfType<Guid>().Distinct().Select(UtilisateurId.From)];
}
