using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Textes.Avis;
using CtgPortal.Domain.Textes;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;

namespace CtgPortal.Web.Pages.Textes;

/// <summary>Reached by the personal link of a request, or signed in with its address. Reading it answers nothing: mail scanners open links.</summary>
[AllowAnonymous]
[EnableRateLimiting(Limites.Lien)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class RepondreModel(IMediator mediator) : PageModel
{
    public static readonly IReadOnlyList<SelectListItem> Sens =
        [.. Enum.GetValues<SensAvis>().Select(s => new SelectListItem(Libelles.De(s), s.ToString()))];

    [FromRoute]
    public Guid Avis { get; set; }

    [FromQuery]
    public string? Jeton { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>Null when the link opens nothing: never did, or the request was withdrawn.</summary>
    public ConsulterAvis.Dossier? Dossier { get; private set; }

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

        Dossier = await mediator.Send(new ConsulterAvis.Query(new AvisPartenaireId(Avis), Jeton), HttpContext.RequestAborted);
        if (Dossier is null)
        {
            ModelState.Clear();
            context.Result = new PageResult { StatusCode = StatusCodes.Status404NotFound };
            return;
        }

        await next();
    }

    public void OnGet() => Input = new() { Sens = Dossier!.Sens, Texte = Dossier.Texte };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(new RendreAvis.Command(new AvisPartenaireId(Avis), Jeton, Input.Sens, Input.Texte), cancellationToken);
        TempData["Annonce"] = "Merci, votre avis est enregistré.";
        return RedirectToPage(new { Avis, Jeton });
    }

    public sealed class InputModel
    {
        [Display(Name = "Votre avis")]
        public SensAvis? Sens { get; set; }

        [Display(Name = "Vos remarques")]
        public string? Texte { get; set; }
    }
}
