using CtgPortal.Application.Commentaires;
using CtgPortal.Domain.Commentaires;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Commentaires;

/// <summary>One discussion: what is said, what is answered, who closed it.</summary>
public sealed class FilModel(IMediator mediator) : DossierPageModel<ConsulterCommentaire.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid CommentaireId { get; set; }

    /// <summary>One’s own message, to reword.</summary>
    [FromQuery]
    public Guid? Message { get; set; }

    /// <summary>The page from which the person speaks.</summary>
    [FromQuery]
    public string? Retour { get; set; }

    [BindProperty]
    public CommentaireInput Input { get; set; } = new();

    public MessageVu? AModifier => Dossier.Fil!.Messages.FirstOrDefault(m => m.Id.Value == Message && m.PeutModifier);

    protected override IRequest<ConsulterCommentaire.Dossier?> DossierQuery => new ConsulterCommentaire.Query(Convention, Fil);

    protected override bool EstConnu => Dossier.Fil is not null;

    private ConventionId Convention => new(Id);

    private CommentaireId Fil => new(CommentaireId);

    public void OnGet() => Input.Texte = AModifier?.Texte ?? "";

    public Task<IActionResult> OnPostRepondreAsync(CancellationToken cancellationToken) =>
        FaireAsync(new RepondreAuCommentaire.Command(Convention, Fil, Input.Texte, Input.Personnes), "Votre réponse est publiée.", cancellationToken);

    public Task<IActionResult> OnPostModifierAsync(CancellationToken cancellationToken) =>
        FaireAsync(new ModifierCommentaire.Command(Convention, Fil, new(Message ?? default), Input.Texte), "Votre commentaire est modifié.", cancellationToken);

    public Task<IActionResult> OnPostRetirerAsync([FromForm] Guid message, CancellationToken cancellationToken) =>
        FaireAsync(new RetirerCommentaire.Command(Convention, Fil, new(message)), "Votre commentaire est retiré.", cancellationToken);

    public Task<IActionResult> OnPostResoudreAsync(int revision, CancellationToken cancellationToken) =>
        FaireAsync(new ResoudreCommentaire.Command(Convention, Fil, revision), "La discussion est close.", cancellationToken);

    public Task<IActionResult> OnPostRouvrirAsync(int revision, CancellationToken cancellationToken) =>
        FaireAsync(new RouvrirCommentaire.Command(Convention, Fil, revision), "La discussion est rouverte.", cancellationToken);

    public Task<IActionResult> OnPostLireAsync(CancellationToken cancellationToken) =>
        FaireAsync(new LireCommentaire.Command(Convention, Fil), "C’est noté : ce commentaire ne vous attend plus.", cancellationToken);

    private async Task<IActionResult> FaireAsync(IRequest<Unit> commande, string annonce, CancellationToken cancellationToken)
    {
        await Mediator.Send(commande, cancellationToken);
        TempData["Annonce"] = annonce;
        return Redirect($"{(Url.IsLocalUrl(Retour) ? Retour.Split('#')[0] : $"/conventions/{Id}/commentaires/{CommentaireId}")}#commentaire-{CommentaireId}");
    }
}
