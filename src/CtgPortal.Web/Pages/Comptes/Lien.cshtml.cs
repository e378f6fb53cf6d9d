using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Comptes;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace CtgPortal.Web.Pages.Comptes;

[AllowAnonymous]
[EnableRateLimiting(Limites.Lien)]
public sealed class LienModel(IMediator mediator) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    [FromQuery]
    public bool Demande { get; set; }

    public void OnGet()
    {
        // an empty form, or the answer that never says whether the address has an account
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(new DemanderNouveauLien.Command(Input.Courriel), cancellationToken);
        return LocalRedirect("/compte/lien?demande=true");
    }

    public sealed class InputModel
    {
        [Display(Name = "Adresse électronique")]
        public string Courriel { get; set; } = "";
    }
}
