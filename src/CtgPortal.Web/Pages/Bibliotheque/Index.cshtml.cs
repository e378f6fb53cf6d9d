using CtgPortal.Application.Bibliotheque;
using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CtgPortal.Web.Pages.Bibliotheque;

public sealed class IndexModel(IMediator mediator) : PageModel
{
    public ListerFichesModele.Resultat Resultat { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Resultat = await mediator.Send(new ListerFichesModele.Query(), cancellationToken);
}
