using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Comptes;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CtgPortal.Web.Pages.Comptes;

/// <summary>Reached by a link received by mail. Reading the page uses nothing up: mail scanners open links.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class MotDePasseModel(IMediator mediator) : PageModel
{
    [FromQuery]
    public Guid U { get; set; }

    [FromQuery]
    public string? Jeton { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>Whose password it is; null when the link is no longer valid.</summary>
    public string? Courriel { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        try
        {
            Courriel = (await mediator.Send(new ConsulterLienMotDePasse.Query(U, Jeton ?? ""), HttpContext.RequestAborted)).Courriel;
        }
        catch (LienInvalideException)
        {
            ModelState.Clear();
            context.Result = new PageResult { StatusCode = StatusCodes.Status410Gone };
            return;
        }

        await next();
    }

    public void OnGet()
    {
        // the link is read by the base method
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(new DefinirMotDePasse.Command(U, Jeton ?? "", Input.MotDePasse, Input.Confirmation), cancellationToken);
        TempData["Annonce"] = "Votre mot de passe est enregistré. Vous êtes connecté.";
        return LocalRedirect("/");
    }

    public sealed class InputModel
    {
        [Display(Name = "Mot de passe")]
        public string MotDePasse { get; set; } = "";

        [Display(Name = "Mot de passe, une seconde fois")]
        public string Confirmation { get; set; } = "";
    }
}
