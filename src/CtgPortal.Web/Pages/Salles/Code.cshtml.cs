using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Salles;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Web.Common;
using CtgPortal.Web.Salles;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CtgPortal.Web.Pages.Salles;

/// <summary>Where a participant types the code read on the wall.</summary>
[AllowAnonymous]
public sealed class CodeModel(IMediator mediator, EssaisDeCode essais) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var adresse = HttpContext.Connection.RemoteIpAddress;
        if (essais.DoitAttendre(adresse))
        {
            return this.TropDEssais();
        }

        if (CodeSalle.Lire(Input.Code) is not { } code)
        {
            // a slip of the finger, not a guess
            ModelState.AddModelError("Input.Code", "Un code de salle a six lettres ou chiffres, sans I, L, O, 0 ni 1.");
            return new PageResult { StatusCode = StatusCodes.Status400BadRequest };
        }

        if (await mediator.Send(new ConsulterParticipation.Query(code, null), cancellationToken) is not null)
        {
            return RedirectToPage("Participer", new { code });
        }

        essais.NoterFaux(adresse);
        ModelState.AddModelError("Input.Code", "Aucune salle ouverte ne porte ce code. Vérifiez-le sur l’écran de la salle.");
        return new PageResult { StatusCode = StatusCodes.Status404NotFound };
    }

    public sealed class InputModel
    {
        [Display(Name = "Code de la salle")]
        public string? Code { get; set; }
    }
}

internal static class TropDEssaisExtensions
{
    public static IActionResult TropDEssais(this PageModel page)
    {
        page.HttpContext.SetRefusal("Trop de codes faux ont été essayés depuis cette connexion. Attendez une minute, puis recommencez.");
        page.Response.Headers.RetryAfter = "60";
        return page.StatusCode(StatusCodes.Status429TooManyRequests);
    }
}
