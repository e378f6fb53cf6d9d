using CtgPortal.Application.Common;
using CtgPortal.Application.Salles;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Web.Common;
using CtgPortal.Web.Salles;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CtgPortal.Web.Pages.Salles;

/// <summary>A page named by the code of a room: who guesses waits, who runs wild waits alone, a room that closed is as one that never was.</summary>
public abstract class PageDeSalle(IMediator mediator, EssaisDeCode essais, CompteurParMinute envois, IConfiguration reglages) : PageModel
{
    [FromRoute]
    public string Code { get; set; } = "";

    /// <summary>Null when no open room has this code: the page says so.</summary>
    public Participation? Participation { get; private set; }

    protected IMediator Mediator { get; } = mediator;

    protected BilletSalle? Billet => BilletSalle.Lire(HttpContext);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var (adresse, lu, billet) = (HttpContext.Connection.RemoteIpAddress, CodeSalle.Lire(Code), Billet);
        var connu = billet is not null && billet.Code == lu;
        if (!connu && essais.DoitAttendre(adresse))
        {
            context.Result = this.TropDEssais();
            return;
        }

        // one phone in a hundred and fifty that runs wild waits alone
        var ecrit = HttpMethods.IsPost(Request.Method);
        if (ecrit && billet is not null && envois.Ajouter(billet.Jeton).DeLaCle > reglages.GetValue("Limites:EnvoisParMinute", 150))
        {
            Response.Headers.RetryAfter = "60";
            HttpContext.SetRefusal("Vous envoyez trop vite. Attendez une minute, puis recommencez.");
            context.Result = StatusCode(StatusCodes.Status429TooManyRequests);
            return;
        }

        // a script that posts shows no page: its command checks code and secret by itself, and still answers, once the room has
        // closed, for what was kept before
        var commande = connu && ecrit && Request.WantsJson();
        Participation = commande ? null : await Mediator.Send(new ConsulterParticipation.Query(lu, billet?.Jeton), HttpContext.RequestAborted);
        if (Participation is null && !connu && lu is not null)
        {
            essais.NoterFaux(adresse);
        }

        var executed = Participation is not null || commande ? await next() : null;
        if (executed is null || (executed.Exception is NotFoundException && !executed.ExceptionHandled))
        {
            IActionResult fermee = Request.WantsJson()
                ? HttpContext.EnJson(new { message = "La salle est fermée." }, StatusCodes.Status404NotFound)
                : new PageResult { StatusCode = StatusCodes.Status404NotFound };
            Participation = null;
            _ = executed is null ? context.Result = fermee : executed.Result = fermee;
            _ = executed is not null && (executed.ExceptionHandled = true);
        }
    }
}
