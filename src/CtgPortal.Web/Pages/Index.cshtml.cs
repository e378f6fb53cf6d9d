using CtgPortal.Application.Conventions;
using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CtgPortal.Web.Pages;

/// <summary>What waits for the person.</summary>
public sealed class IndexModel(IMediator mediator) : PageModel
{
    public ConsulterAccueil.Result Accueil { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Accueil = await mediator.Send(new ConsulterAccueil.Query(), cancellationToken);
}
