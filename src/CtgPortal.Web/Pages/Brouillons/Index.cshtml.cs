using CtgPortal.Application.Brouillons;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CtgPortal.Web.Pages.Brouillons;

/// <summary>What the person typed and has not saved: a list for them, and what <c>brouillons.js</c> speaks to.</summary>
public sealed class IndexModel(IMediator mediator) : PageModel
{
    public IReadOnlyList<ListerBrouillons.Ligne> Lignes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? formulaire, CancellationToken cancellationToken)
    {
        Lignes = await mediator.Send(new ListerBrouillons.Query(formulaire), cancellationToken);
        if (!Request.WantsJson())
        {
            return Page();
        }

        return Lignes is [var ligne, ..] && formulaire is not null
            ? new JsonResult(new { le = ligne.Le, quand = Format.DateEtHeure(ligne.Le), contenu = ligne.Contenu })
            : new NoContentResult();
    }

    public async Task<IActionResult> OnPostAsync(string formulaire, string? titre, string contenu, CancellationToken cancellationToken)
    {
        var le = await mediator.Send(new GarderBrouillon.Command(formulaire, titre ?? "", contenu), cancellationToken);
        return new JsonResult(new { le, quand = Format.DateEtHeure(le) });
    }

    public async Task<IActionResult> OnPostAbandonnerAsync(string formulaire, CancellationToken cancellationToken)
    {
        await mediator.Send(new AbandonnerBrouillon.Command(formulaire), cancellationToken);
        return Request.WantsJson() ? new NoContentResult() : RedirectToPage();
    }

    public override async Task OnPageHandlerExecutionAsync(
        Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutingContext context, Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(next);
        if (HttpMethods.IsPost(Request.Method))
        {
            Lignes = await mediator.Send(new ListerBrouillons.Query(), HttpContext.RequestAborted);
        }

        await next();
    }
}
