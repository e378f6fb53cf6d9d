using CtgPortal.Application.Bibliotheque;
using CtgPortal.Domain.Bibliotheque;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Bibliotheque;

/// <summary>New words for a model: saving publishes the next version.</summary>
public sealed class ModifierModel(IMediator mediator) : DossierPageModel<ConsulterFicheModele.Dossier>(mediator), IPageDeModele
{
    [FromRoute]
    public Guid Modele { get; set; }

    [BindProperty]
    public ModeleSaisi Input { get; set; } = new();

    protected override IRequest<ConsulterFicheModele.Dossier?> DossierQuery => new ConsulterFicheModele.Query(new FicheModeleId(Modele));

    public void OnGet() => Input = (ModeleSaisi)SaisieActuelle();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var numero = await Mediator.Send(
            new PublierFicheModele.Command(new FicheModeleId(Modele), Input.Revision, Input.VersSaisie(), Input.Note), cancellationToken);
        TempData["Annonce"] = $"La version {numero} est publiée. Les conventions qui ont repris la fiche en sont averties.";
        return RedirectToPage("Modele", new { Modele });
    }

    protected override object SaisieActuelle() => ModeleSaisi.De(Dossier.Contenu, Dossier.Revision);
}
