using CtgPortal.Application.Textes.Modeles;
using CtgPortal.Domain.Textes;
using CtgPortal.Web.Common;
using CtgPortal.Web.Pages.Textes;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Modeles;

/// <summary>One part of the draft of a model; for those who may write it only.</summary>
public sealed class PassageModel(IMediator mediator) : DossierPageModel<ConsulterModele.Dossier>(mediator)
{
    [FromRoute]
    public Guid Modele { get; set; }

    [FromRoute]
    public string Cle { get; set; } = "";

    [BindProperty]
    public PassageInput Input { get; set; } = new();

    public Passage Passage => Dossier.Contenu.De(Cle)!;

    protected override IRequest<ConsulterModele.Dossier?> DossierQuery => new ConsulterModele.Query(new ModeleTexteId(Modele));

    protected override bool EstConnu => Dossier.PeutModifier && Dossier.Contenu.De(Cle) is not null;

    public void OnGet() => Input = (PassageInput)SaisieActuelle();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(
            new RedigerPassageModele.Command(new ModeleTexteId(Modele), Input.Revision, Cle, Input.Titre, Input.Corps, Input.Contractuel), cancellationToken);
        TempData["Annonce"] = "Le brouillon est enregistré.";
        return RedirectToPage("Modele", null, new { Modele }, Cle);
    }

    public async Task<IActionResult> OnPostRetirerAsync(int revision, CancellationToken cancellationToken)
    {
        Input = (PassageInput)SaisieActuelle();
        await Mediator.Send(new RetirerArticleModele.Command(new ModeleTexteId(Modele), revision, Cle), cancellationToken);
        TempData["Annonce"] = "L’article est retiré du brouillon.";
        return RedirectToPage("Modele", new { Modele });
    }

    protected override object SaisieActuelle() => PassageInput.De(Passage, Dossier.Revision);
}
