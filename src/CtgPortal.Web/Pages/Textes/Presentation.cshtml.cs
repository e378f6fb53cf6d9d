using CtgPortal.Application.Textes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Textes;

public sealed class PresentationModel(IMediator mediator) : DossierPageModel<ConsulterTexte.Dossier>(mediator), IPageDePresentation
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public PresentationInput Input { get; set; } = new();

    public string Retour => $"/conventions/{Id}/texte";

    public bool PeutEcrire => Dossier.Modifiable && Dossier.EnTete.Permet<PresenterTexte.Command>();

    protected override IRequest<ConsulterTexte.Dossier?> DossierQuery => new ConsulterTexte.Query(new ConventionId(Id));

    protected override bool EstConnu => Dossier.EstCommence;

    public void OnGet() => Input = (PresentationInput)SaisieActuelle();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(new PresenterTexte.Command(new ConventionId(Id), Input.Revision, Input.Annexes(), Input.Graphie), cancellationToken);
        TempData["Annonce"] = "La présentation du texte est enregistrée.";
        return RedirectToPage("Index", new { Id });
    }

    protected override object SaisieActuelle() => PresentationInput.De(Dossier.Annexes, Dossier.Graphie, Dossier.Revision);
}
