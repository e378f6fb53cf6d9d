using System.Security.Claims;
using CtgPortal.Application.Acces;
using CtgPortal.Application.Comptes;
using CtgPortal.Domain.Comptes;
using CtgPortal.Infrastructure.Persistence;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CtgPortal.Infrastructure.Comptes;

/// <summary>
/// The session is the cookie alone: who, and the stamp of the account when they signed in. Rights are read again from the database
/// at each request, so that a change of habilitations or a deactivation takes effect at once on every instance.
/// </summary>
internal sealed class SessionNavigateur(IHttpContextAccessor http, CtgDbContext db) : ISessionNavigateur
{
    public const string NomDuCookie = "CtgPortal.Connexion";

    private const string Sceau = "sceau";

    public async Task OuvrirAsync(UtilisateurId utilisateur, CancellationToken cancellationToken)
    {
        var sceau = await db.Users.Where(u => u.Id == utilisateur.Value).Select(u => u.SecurityStamp!).SingleAsync(cancellationToken);
        var identite = new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, utilisateur.Value.ToString()), new(Sceau, sceau)], IdentityConstants.ApplicationScheme);
        await Contexte.SignInAsync(IdentityConstants.ApplicationScheme, new(identite));
    }

    public Task FermerAsync() => Contexte.SignOutAsync(IdentityConstants.ApplicationScheme);

    public static void Configurer(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = NomDuCookie;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromHours(8);
        options.SlidingExpiration = true;
        options.LoginPath = "/connexion";
        options.ReturnUrlParameter = "retour";
        options.Events.OnCheckSlidingExpiration = context =>
        {
            // a page left open on a desk does not keep its session open
            context.ShouldRenew &= context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<SigneDeVieAttribute>() is null;
            return Task.CompletedTask;
        };
        options.Events.OnValidatePrincipal = VerifierAsync;
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    private HttpContext Contexte => http.HttpContext ?? throw new InvalidOperationException("There is no request to sign in or out of.");

    private static async Task VerifierAsync(CookieValidatePrincipalContext context)
    {
        var requete = context.HttpContext;
        if (Guid.TryParse(context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            && context.Principal.FindFirstValue(Sceau) is { } sceau
            && await requete.RequestServices.GetRequiredService<PersonnesConnues>().ChargerAsync(id, sceau, requete.RequestAborted) is { } personne)
        {
            requete.RequestServices.GetRequiredService<UtilisateurAmbiant>().AgirComme(personne);
            return;
        }

        context.RejectPrincipal();
        await requete.SignOutAsync(IdentityConstants.ApplicationScheme);
    }
}
