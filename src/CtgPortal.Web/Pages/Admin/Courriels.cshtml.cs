using CtgPortal.Application.Courriels;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CtgPortal.Web.Pages.Admin;

public sealed class CourrielsModel(IMediator mediator) : PageModel
{
    [FromQuery]
    public ListerCourriels.Etat? Etat { get; set; }

    [FromQuery]
    public string? Q { get; set; }

    [FromQuery]
    public int P { get; set; } = 1;

    public ListerCourriels.Resultat Resultat { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Resultat = await mediator.Send(new ListerCourriels.Query(Etat, Q, P), cancellationToken);
}
