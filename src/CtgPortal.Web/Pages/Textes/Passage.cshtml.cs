using CtgPortal.Application.Textes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Textes;

/// <summary>One article or one part of the text: its words, how it reads, how it differs from the model.</summary>
public sealed class PassageModel(IMediator mediator) : DossierPageModel<ConsulterPassage.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public string Cle { get; set; } = "";

    [BindProperty]
    public PassageInput Input { get; set; } = new();

    private RedigerPassage.Command Commande => new(new ConventionId(Id), Cle, Input.Revision, Input.Titre, Input.Corps, Input.Contractuel);

    protected override IRequest<ConsulterPassage.Dossier?> DossierQuery => new ConsulterPassage.Query(new ConventionId(Id), Cle);

    public void OnGet() => Input = (PassageInput)SaisieActuelle();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(Commande, cancellationToken);
        return Retour("Le texte est enregistré.");
    }

    /// <summary>The pages of this part with what is typed, as a picture; nothing is saved.</summary>
    public async Task<IActionResult> OnPostApercuAsync(CancellationToken cancellationToken) =>
        this.Image(await Mediator.Send(new ConsulterApercuPassage.Query(new ConventionId(Id), Commande), cancellationToken));

    public async Task<IActionResult> OnPostRetablirAsync(int revision, CancellationToken cancellationToken)
    {
        Input = (PassageInput)SaisieActuelle();
        await Mediator.Send(new RetablirPassage.Command(new ConventionId(Id), Cle, revision), cancellationToken);
        return Retour("Le texte du modèle est rétabli.");
    }

    public async Task<IActionResult> OnPostRetirerAsync(int revision, CancellationToken cancellationToken)
    {
        Input = (PassageInput)SaisieActuelle();
        await Mediator.Send(new RetirerArticle.Command(new ConventionId(Id), Cle, revision), cancellationToken);
        TempData["Annonce"] = "L’article est retiré, les numéros suivent.";
        return RedirectToPage("Index", new { Id });
    }

    protected override object SaisieActuelle() => PassageInput.De(Dossier.Passage, Dossier.Revision);

    private RedirectToPageResult Retour(string annonce)
    {
        TempData["Annonce"] = annonce;
        return RedirectToPage("Index", null, new { Id }, Cle);
    }
}
