using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Comptes;
using CtgPortal.Application.Comptes.Cles;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace CtgPortal.Web.Pages.Comptes;

[AllowAnonymous]
[EnableRateLimiting(Limites.Connexion)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ConnexionModel(IMediator mediator) : PageModel
{
    /// <summary>The page that asked for a sign-in.</summary>
    [FromQuery]
    public string? Retour { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IActionResult OnGet() => User.Identity is { IsAuthenticated: true } ? Continuer() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(new SeConnecter.Command(Input.Courriel, Input.MotDePasse), cancellationToken);
        return Continuer();
    }

    public async Task<IActionResult> OnPostDefiAsync(CancellationToken cancellationToken) =>
        (await mediator.Send(new DefierPourSeConnecter.Command(), cancellationToken)).EnJson();

    public async Task<IActionResult> OnPostCleAsync(string reponse, CancellationToken cancellationToken)
    {
        await mediator.Send(new SeConnecterParCle.Command(reponse ?? ""), cancellationToken);
        return Continuer();
    }

    private LocalRedirectResult Continuer() => LocalRedirect(Url.IsLocalUrl(Retour) ? Retour : "/");

    public sealed class InputModel
    {
        [Display(Name = "Adresse électronique")]
        public string Courriel { get; set; } = "";

        [Display(Name = "Mot de passe")]
        public string MotDePasse { get; set; } = "";
    }
}
