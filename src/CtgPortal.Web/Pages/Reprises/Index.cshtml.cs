using CtgPortal.Application.Avenants;
using CtgPortal.Application.Reprises;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Reprises;

/// <summary>What was taken in, and what remains to be said.</summary>
public sealed class IndexModel(IMediator mediator) : DossierPageModel<ConsulterReprise.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    protected override IRequest<ConsulterReprise.Dossier?> DossierQuery => new ConsulterReprise.Query(new ConventionId(Id));

    public void OnGet()
    {
        // everything is in the dossier
    }

    public async Task<IActionResult> OnPostEtatSigneAsync(int revision, CancellationToken cancellationToken)
    {
        await Mediator.Send(new FixerEtatSigne.Command(new ConventionId(Id), revision), cancellationToken);
        TempData["Annonce"] = "L’état signé est fixé : ce qui changera ensuite sera montré à la page Avenants.";
        return RedirectToPage(new { Id });
    }
}
