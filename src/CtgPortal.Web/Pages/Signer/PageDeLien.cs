using CtgPortal.Application.Signatures.Liens;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace CtgPortal.Web.Pages.Signer;

/// <summary>
/// A page behind a personal link. Whatever the token, an unknown one gets one and the same answer; reading it only notes that it was
/// opened.
/// </summary>
[AllowAnonymous]
[EnableRateLimiting(Limites.Signature)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public abstract class PageDeLien(IMediator mediator) : PageModel
{
    [FromRoute]
    public string Jeton { get; set; } = "";

    /// <summary>Null when the link opens nothing.</summary>
    public ConsulterLien.Dossier? Dossier { get; private set; }

    protected IMediator Mediator { get; } = mediator;

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

        Dossier = await LireAsync(HttpMethods.IsGet(Request.Method));
        if (Dossier is null)
        {
            ModelState.Clear();
            context.Result = new PageResult { StatusCode = StatusCodes.Status404NotFound };
            return;
        }

        if ((await next()).Exception is not null)
        {
            // what is shown with the refusal is what is true now: attempts are counted meanwhile, somebody else may have acted
            Dossier = await LireAsync(ouvre: false);
        }
    }

    private Task<ConsulterLien.Dossier?> LireAsync(bool ouvre) => Mediator.Send(new ConsulterLien.Query(Jeton, ouvre), HttpContext.RequestAborted);
}
