using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Textes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Textes;

/// <summary>The text in reading form, with what is to be corrected and what partners think.</summary>
public sealed class IndexModel(IMediator mediator) : DossierPageModel<ConsulterTexte.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [Display(Name = "Titre du nouvel article")]
    public string Titre { get; set; } = "";

    public bool PeutEcrire => Dossier.EnTete.Permet<RedigerPassage.Command>();

    protected override IRequest<ConsulterTexte.Dossier?> DossierQuery => new ConsulterTexte.Query(new ConventionId(Id));

    public async Task<IActionResult> OnPostCommencerAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(new CommencerTexte.Command(new ConventionId(Id)), cancellationToken);
        TempData["Annonce"] = "Le modèle est copié : le texte est maintenant celui de la convention.";
        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostAjouterAsync(string titre, CancellationToken cancellationToken)
    {
        Titre = titre;
        var cle = await Mediator.Send(new AjouterArticle.Command(new ConventionId(Id), titre), cancellationToken);
        TempData["Annonce"] = "L’article est ajouté : écrivez-le.";
        return RedirectToPage("Passage", new { Id, Cle = cle });
    }

    public async Task<IActionResult> OnPostDeplacerAsync(string cle, int revision, bool versLeHaut, CancellationToken cancellationToken)
    {
        await Mediator.Send(new DeplacerArticle.Command(new ConventionId(Id), cle, revision, versLeHaut), cancellationToken);
        TempData["Annonce"] = "L’article est déplacé, les numéros suivent.";
        return RedirectToPage(null, null, new { Id }, cle);
    }
}
