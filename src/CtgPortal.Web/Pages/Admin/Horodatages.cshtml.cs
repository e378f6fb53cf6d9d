using CtgPortal.Application.Signatures.Preuves;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CtgPortal.Web.Pages.Admin;

/// <summary>The daily timestamps of the proof: what is done, what is waited for, and why.</summary>
public sealed class HorodatagesModel(IMediator mediator) : PageModel
{
    [FromQuery]
    public int P { get; set; } = 1;

    public ListerHorodatages.Resultat Resultat { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Resultat = await mediator.Send(new ListerHorodatages.Query(P), cancellationToken);
}
