using System.Security.Cryptography;
using CtgPortal.Application.Salles;
using Microsoft.AspNetCore.DataProtection;

namespace CtgPortal.Web.Salles;

/// <summary>
/// The cookie of a participant: their secret, and the last code they came in with. Sealed by the portal, so that whoever shows
/// the code of a room that has closed since is not taken for somebody who guesses.
/// </summary>
/// <param name="Code">As <see cref="Domain.Ateliers.CodeSalle.Lire"/> gives it.</param>
public sealed record BilletSalle(string Jeton, string Code)
{
    private const string Nom = "ctg.salle";

    // a workshop may last two days
    private static readonly TimeSpan Duree = TimeSpan.FromDays(3);

    public static BilletSalle? Lire(HttpContext http)
    {
        if (http.Request.Cookies[Nom] is not { Length: > 0 } scelle)
        {
            return null;
        }

        try
        {
            return Sceau(http).Unprotect(scelle).Split(' ') is [var jeton, var code] ? new(jeton, code) : null;
        }
        catch (CryptographicException)
        {
            // written by nobody we know, or under a key that is gone: they come in again
            return null;
        }
    }

    /// <summary>The same browser keeps its secret from one room to another.</summary>
    public static BilletSalle Pour(HttpContext http, string code) => new(Lire(http)?.Jeton ?? JetonSalle.Nouveau(), code);

    public void Ecrire(HttpContext http) => http.Response.Cookies.Append(Nom, Sceau(http).Protect($"{Jeton} {Code}"), new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
        Path = "/salle",
        MaxAge = Duree,
        IsEssential = true,
    });

    private static IDataProtector Sceau(HttpContext http) =>
        http.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector("CtgPortal.Salle");
}
