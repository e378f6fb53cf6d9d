using CtgPortal.Application.Comptes;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CtgPortal.Web.Pages.Comptes;

public sealed class DeconnexionModel(IMediator mediator) : PageModel
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(new SeDeconnecter.Command(), cancellationToken);
        TempData["Annonce"] = "Vous êtes déconnecté.";
        return LocalRedirect("/connexion");
    }
}
