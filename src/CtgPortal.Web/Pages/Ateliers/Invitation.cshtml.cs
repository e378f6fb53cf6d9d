using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Ateliers;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace CtgPortal.Web.Pages.Ateliers;

/// <summary>Reached by the personal link of an invitation. Reading it answers nothing: mail scanners open links.</summary>
[AllowAnonymous]
[EnableRateLimiting(Limites.Lien)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class InvitationModel(IMediator mediator) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid Atelier { get; set; }

    [FromQuery]
    public string? Jeton { get; set; }

    [BindProperty]
    [Display(Name = "Votre réponse")]
    public ReponseInvitation? Reponse { get; set; }

    /// <summary>Null when the link opens nothing: never did, or its person was erased, which nobody can tell apart.</summary>
    public ConsulterInvitation.Dossier? Dossier { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        if (context.HandlerMethod is null)
        {
            // a method that the page has no answer to is refused as such, whatever the link
            await next();
            return;
        }

        Dossier = await mediator.Send(
            new ConsulterInvitation.Query(new AtelierId(Atelier), Jeton ?? ""), HttpContext.RequestAborted);
        if (Dossier is null)
        {
            ModelState.Clear();
            context.Result = new PageResult { StatusCode = StatusCodes.Status404NotFound };
            return;
        }

        await next();
    }

    public void OnGet() => Reponse = Dossier!.Reponse;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(
            new RepondreInvitation.Command(new ConventionId(Id), new AtelierId(Atelier), Jeton ?? "", Reponse), cancellationToken);
        TempData["Annonce"] = "Merci, votre réponse est enregistrée.";
        return RedirectToPage(new { Id, Atelier, Jeton });
    }
}
