using CtgPortal.Domain.Signatures;
using CtgPortal.Domain.Signatures.Liens;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Browser.Tests.Common;

internal static class LiensDeSignataires
{
    /// <returns>The token of a link to the first line in this state.</returns>
    public static async Task<string> LienAsync(this Site site, StatutSignature statut, EtatLigne etat)
    {
        var circuits = await site.Portail.LireAsync(db => db.Signatures.AsNoTracking().Where(s => s.Statut == statut).OrderByDescending(s => s.OuverteLe).ToListAsync());
        var circuit = circuits.First(s => s.Lignes.Any(l => l.Etat == etat && l.Courriel is not null));
        var (lien, jeton) = LienSignature.Creer(circuit, circuit.Lignes.First(l => l.Etat == etat && l.Courriel is not null).Id, site.Portail.Horloge.GetUtcNow());
        await site.Portail.SauverAsync(lien);
        return jeton;
    }
}
