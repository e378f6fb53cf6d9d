using CtgPortal.Application.Acces;
using CtgPortal.Application.Presences;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace CtgPortal.Web.Pages.Presences;

/// <summary>What <c>presence.js</c> speaks to: a sign of life in, who else is there out.</summary>
[SigneDeVie]
[EnableRateLimiting(Common.Limites.Presence)]
public sealed class IndexModel(IMediator mediator, TimeProvider clock) : PageModel
{
    public IActionResult OnGet() => NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, SigneInput signe, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(signe);
        var surFiche = signe.Fiche is not null;
        var cible = signe.Fiche is { } fiche ? CiblePresence.Sur(new FicheActionId(fiche)) : CiblePresence.SurPassage(signe.Passage ?? "");
        var reponse = await mediator.Send(
            new SignalerPresence.Command(new ConventionId(id), cible, signe.Section, signe.Ecrit, signe.Part, signe.Revision), cancellationToken);
        return new JsonResult(new
        {
            presents = VuePresences.Dire(reponse.Autres, surFiche),
            revision = reponse.Revision,
            qui = reponse.Enregistre is { } par ? VuePresences.Dire(par, surFiche) : null,
            quand = reponse.Enregistre?.Le is { } le ? Format.Relatif(le, clock.GetUtcNow()) : "",
        });
    }

    public sealed record SigneInput(Guid? Fiche, string? Passage, SectionDeFiche? Section, bool Ecrit, bool Part, int? Revision);
}
