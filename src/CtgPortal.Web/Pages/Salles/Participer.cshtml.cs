using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Common;
using CtgPortal.Application.Salles;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Web.Common;
using CtgPortal.Web.Salles;
using MediatR;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CtgPortal.Web.Pages.Salles;

/// <summary>The room in the hand of a participant: by form, or by script with the same handlers.</summary>
[AllowAnonymous]
public sealed class ParticiperModel(IMediator mediator, EssaisDeCode essais, CompteurParMinute envois, IConfiguration reglages) : PageModel
{
    [FromRoute]
    public string Code { get; set; } = "";

    /// <summary>Null when no open room has this code: the page says so.</summary>
    public Participation? Participation { get; private set; }

    [BindProperty(Name = "Entree")]
    public EntreeModel Entree { get; set; } = new();

    private BilletSalle? Billet => BilletSalle.Lire(HttpContext);

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
        Participation = commande ? null : await mediator.Send(new ConsulterParticipation.Query(lu, billet?.Jeton), HttpContext.RequestAborted);
        if (Participation is null && !connu)
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

    public IActionResult OnGetEtat() => Participation is null
        ? throw new NotFoundException("The room is closed.")
        : HttpContext.EnJson(new { Participation, Jeton = HttpContext.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(HttpContext).RequestToken });

    public async Task<IActionResult> OnPostEntrerAsync(CancellationToken cancellationToken)
    {
        var billet = BilletSalle.Pour(HttpContext, CodeSalle.Lire(Code)!);
        await mediator.Send(new EntrerDansLaSalle.Command(Code, billet.Jeton, Entree.Prenom, Entree.Organisation), cancellationToken);
        billet.Ecrire(HttpContext);
        return RedirectToPage(new { Code });
    }

    public async Task<IActionResult> OnPostContribuerAsync(Guid id, NatureContribution? nature, string? texte, CancellationToken cancellationToken)
    {
        var contribution = await mediator.Send(new PosterContribution.Command(Code, Billet?.Jeton, id, nature, texte), cancellationToken);
        return Repondre(contribution, "Votre contribution est envoyée.");
    }

    public async Task<IActionResult> OnPostPointsAsync(int tour, Dictionary<Guid, int> points, CancellationToken cancellationToken)
    {
        var gardes = await mediator.Send(
            new DonnerPoints.Command(Code, Billet?.Jeton, tour, [.. points.Select(p => new PointsDonnes(SujetId.From(p.Key), p.Value))]), cancellationToken);
        return Repondre(gardes, "Vos points sont enregistrés.");
    }

    private IActionResult Repondre(object valeur, string annonce)
    {
        if (Request.WantsJson())
        {
            return HttpContext.EnJson(valeur);
        }

        TempData["Annonce"] = annonce;
        return RedirectToPage(new { Code });
    }

    public sealed class EntreeModel
    {
        [Display(Name = "Prénom")]
        public string? Prenom { get; set; }

        [Display(Name = "Organisation")]
        public string? Organisation { get; set; }
    }
}
