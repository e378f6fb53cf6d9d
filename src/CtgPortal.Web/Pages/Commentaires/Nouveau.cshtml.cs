using CtgPortal.Application.Commentaires;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Commentaires;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CtgPortal.Web.Pages.Commentaires;

/// <summary>A comment on a fiche, on one of its fields, or on a part of the text: where the panels post, and by itself without script.</summary>
public sealed class NouveauModel(IMediator mediator) : DossierPageModel<ConsulterCommentaire.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>« fiche », « passage » or « annexe ».</summary>
    [FromRoute]
    public string Nature { get; set; } = "";

    /// <summary>Id of the fiche, key of the passage, or title of the annexe.</summary>
    [FromRoute]
    public string? Objet { get; set; }

    [FromQuery]
    public string? Champ { get; set; }

    /// <summary>The page from which the person speaks.</summary>
    [FromQuery]
    public string? Retour { get; set; }

    [BindProperty]
    public CommentaireInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Champs =>
        [.. ChampsFiche.Tous.Select(c => new SelectListItem(LibellesFiche.De(c.Code).Libelle, c.Code))];

    protected override IRequest<ConsulterCommentaire.Dossier?> DossierQuery => new ConsulterCommentaire.Query(new(Id), null, Cible());

    public void OnGet() => Input.Champ = Champ;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var cible = Dossier.Cible with { Champ = Dossier.Cible.Fiche is null || string.IsNullOrEmpty(Input.Champ) ? null : Input.Champ };
        var commentaire = await Mediator.Send(
            new OuvrirCommentaire.Command(new ConventionId(Id), cible, Input.Texte, Input.Personnes), cancellationToken);
        TempData["Annonce"] = "Votre commentaire est publié.";
        return Redirect($"{(Url.IsLocalUrl(Retour) ? Retour.Split('#')[0] : VueCommentaires.Adresse($"/conventions/{Id}", cible).Split('#')[0])}#commentaire-{commentaire.Value}");
    }

    private CibleCommentaire? Cible() => Nature switch
    {
        "fiche" => Guid.TryParse(Objet, out var fiche) ? CibleCommentaire.Sur(new(fiche), string.IsNullOrEmpty(Champ) ? null : Champ) : null,
        "passage" => CibleCommentaire.SurPassage(Objet ?? ""),
        _ => CibleCommentaire.SurAnnexe(Objet ?? ""),
    };
}
