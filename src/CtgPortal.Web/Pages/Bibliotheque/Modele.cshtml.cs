using CtgPortal.Application.Bibliotheque;
using CtgPortal.Domain.Bibliotheque;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Bibliotheque;

/// <summary>A model as conventions will have it, its versions, and what the Caf asks of them.</summary>
public sealed class ModeleModel(IMediator mediator) : DossierPageModel<ConsulterFicheModele.Dossier>(mediator)
{
    [FromRoute]
    public Guid Modele { get; set; }

    [FromQuery]
    public int? Version { get; set; }

    protected override IRequest<ConsulterFicheModele.Dossier?> DossierQuery => new ConsulterFicheModele.Query(new FicheModeleId(Modele), Version);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostReglerAsync(int revision, bool imposee, bool archivee, CancellationToken cancellationToken)
    {
        await Mediator.Send(new ReglerFicheModele.Command(new FicheModeleId(Modele), revision, imposee, archivee), cancellationToken);
        TempData["Annonce"] = archivee ? "La fiche est archivée : elle n’est plus proposée."
            : imposee ? "La fiche est imposée : chaque convention qui ne l’a pas le verra." : "La fiche est proposée.";
        return RedirectToPage(new { Modele });
    }
}
