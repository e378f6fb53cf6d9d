using CtgPortal.Application.Acces;
using CtgPortal.Application.Signatures.Preuves;
using CtgPortal.Domain.Signatures;
using CtgPortal.Domain.Signatures.Preuves;
using CtgPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Infrastructure.Preuves;

internal static class EnchainementPreuves
{
    /// <summary>
    /// Adds facts to the chains of their circuits, to be saved in the transaction under way. Each chain is locked until that transaction
    /// ends: two who add at once follow each other. To be called in a transaction.
    /// </summary>
    public static async Task EnchainerAsync(
        this CtgDbContext db, IReadOnlyCollection<IFaitDePreuve> faits, IUtilisateurCourant utilisateur, IContexteAppel? appel, CancellationToken cancellationToken)
    {
        var acteur = new ActeurPreuve(utilisateur.Id, utilisateur.Nom);
        var origine = appel is null ? AppelPreuve.Aucun : new(appel.AdresseIp, appel.Agent);

        // always in the same order, so that two who touch the same chains do not wait for each other
        foreach (var chaine in faits.GroupBy(f => f.Signature).OrderBy(g => g.Key.Value))
        {
            var tete = await db.VerrouillerLaChaineAsync(chaine.Key, cancellationToken);
            foreach (var fait in chaine)
            {
                var maillon = EvenementPreuve.Suivant(tete, FaitsDePreuve.Decrire(fait), acteur, origine);
                db.Preuves.Add(maillon);
                tete = maillon.Tete;
            }
        }
    }

    /// <returns>The head of the chain; null when it has no link.</returns>
    public static async Task<Tete?> VerrouillerLaChaineAsync(this CtgDbContext db, SignatureId circuit, CancellationToken cancellationToken)
    {
        var cle = $"preuve:{circuit.Value}";
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({cle}, 0))", cancellationToken);
        return await db.Preuves.AsNoTracking().Where(e => e.SignatureId == circuit)
            .OrderByDescending(e => e.Numero).Select(e => new Tete(e.Numero, e.Empreinte)).FirstOrDefaultAsync(cancellationToken);
    }
}
