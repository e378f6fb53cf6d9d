using CtgPortal.Application.Diagnostics;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Diagnostic.Entretiens;

public sealed class NouvelEntretienModel(IMediator mediator) : DossierPageModel<ConsulterEntretien.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public EntretienInput Input { get; set; } = new();

    protected override IRequest<ConsulterEntretien.Dossier?> DossierQuery => new ConsulterEntretien.Query(new ConventionId(Id), null);

    public IActionResult OnGet() =>
        Dossier.EnTete.Permet<AjouterEntretien.Command>() ? Page() : StatusCode(StatusCodes.Status403Forbidden);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var ajoute = await Mediator.Send(new AjouterEntretien.Command(new ConventionId(Id), Input.VersSaisie()), cancellationToken);
        TempData["Annonce"] = "L’entretien est ajouté. Vous pouvez y joindre des fichiers.";
        return RedirectToPage("Entretien", new { Id, Entretien = ajoute.Value });
    }
}
