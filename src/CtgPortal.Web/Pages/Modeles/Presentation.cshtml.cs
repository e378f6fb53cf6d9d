using CtgPortal.Application.Textes.Modeles;
using CtgPortal.Domain.Textes;
using CtgPortal.Web.Common;
using CtgPortal.Web.Pages.Textes;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Modeles;

public sealed class PresentationModel(IMediator mediator) : DossierPageModel<ConsulterModele.Dossier>(mediator), IPageDePresentation
{
    [FromRoute]
    public Guid Modele { get; set; }

    [BindProperty]
    public PresentationInput Input { get; set; } = new();

    public string Retour => $"/modeles/{Modele}";

    protected override IRequest<ConsulterModele.Dossier?> DossierQuery => new ConsulterModele.Query(new ModeleTexteId(Modele));

    protected override bool EstConnu => Dossier.PeutModifier;

    public void OnGet() => Input = (PresentationInput)SaisieActuelle();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(new ReglerModele.Command(new ModeleTexteId(Modele), Input.Revision, Input.Annexes(), Input.Graphie), cancellationToken);
        TempData["Annonce"] = "Le brouillon est enregistré.";
        return RedirectToPage("Modele", new { Modele });
    }

    protected override object SaisieActuelle() => PresentationInput.De(Dossier.Contenu.Annexes, Dossier.Contenu.Graphie, Dossier.Revision);
}
