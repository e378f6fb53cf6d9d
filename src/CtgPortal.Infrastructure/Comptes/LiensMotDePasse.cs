using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CtgPortal.Application.Comptes;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace CtgPortal.Infrastructure.Comptes;

/// <summary>
/// Writes and reads the links by which a password is chosen. Identity's own token provider keeps one validity per provider and reads
/// the clock of the machine; here the validity travels in the token, whose content is the same (account, stamp, time) under the same
/// data-protection keys, shared by the instances.
/// </summary>
internal sealed class LiensMotDePasse(IDataProtectionProvider protection, TimeProvider clock)
{
    private readonly IDataProtector _protecteur = protection.CreateProtector("CtgPortal.LienMotDePasse.v1");

    public string Ecrire(Utilisateur utilisateur, TimeSpan duree)
    {
        var fin = clock.GetUtcNow().Add(duree).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return WebEncoders.Base64UrlEncode(
            _protecteur.Protect(Encoding.UTF8.GetBytes($"{fin}|{utilisateur.Id:N}|{utilisateur.SecurityStamp}")));
    }

    /// <exception cref="LienInvalideException">The link does not open this account, or no longer.</exception>
    public void Exiger(LienMotDePasse lien, Utilisateur? utilisateur)
    {
        var parties = Lire(lien.Jeton);
        if (parties is not [var fin, var id, var sceau]
            || utilisateur is not { EstActif: true }
            || id != utilisateur.Id.ToString("N")
            || sceau != utilisateur.SecurityStamp
            || long.Parse(fin, CultureInfo.InvariantCulture) < clock.GetUtcNow().ToUnixTimeSeconds())
        {
            throw new LienInvalideException();
        }
    }

    private string[] Lire(string jeton)
    {
        try
        {
            return Encoding.UTF8.GetString(_protecteur.Unprotect(WebEncoders.Base64UrlDecode(jeton))).Split('|');
        }
        catch (Exception cause) when (cause is FormatException or CryptographicException)
        {
            throw new LienInvalideException();
        }
    }
}
