using CtgPortal.Application.Common;
using CtgPortal.Application.Signatures.Sceaux;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Signatures.Preuves;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Quartz;

namespace CtgPortal.Infrastructure.Preuves;

/// <summary>
/// Fixes once a day the fingerprint of the heads of the chains, then asks the authority to stamp it, and goes on asking until it does:
/// the time of the portal never stands in for the authority’s.
/// </summary>
internal sealed class HorodatageDesPreuves(CtgDbContext db, IHorodateur horodateur, TimeProvider clock, ILogger<HorodatageDesPreuves> logger)
{
    /// <returns>How many fingerprints were stamped.</returns>
    public async Task<int> HorodaterAsync(CancellationToken cancellationToken)
    {
        await CalculerAsync(cancellationToken);
        var attendus = await db.HorodatagesPreuve.Where(h => h.Jeton == null).OrderBy(h => h.Numero).ToListAsync(cancellationToken);
        var faits = 0;
        foreach (var attendu in attendus)
        {
            if (!await DemanderAsync(attendu, cancellationToken))
            {
                // the next ones would fail alike
                break;
            }

            faits++;
        }

        return faits;
    }

    private async Task CalculerAsync(CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended('horodatages-preuve', 0))", cancellationToken);
        var now = clock.GetUtcNow();
        var precedent = await db.HorodatagesPreuve.AsNoTracking().OrderByDescending(h => h.Numero).FirstOrDefaultAsync(cancellationToken);
        if (precedent?.Jour >= now.JourEnFrance())
        {
            return;
        }

        // heads that no earlier day vouches for
        var tetes = await db.Preuves.AsNoTracking()
            .Where(e => !db.Preuves.Any(s => s.SignatureId == e.SignatureId && s.Numero > e.Numero)
                && !db.HorodatagesPreuve.Any(h => h.Tetes.Any(t => t.SignatureId == e.SignatureId && t.Numero == e.Numero)))
            .OrderBy(e => e.SignatureId)
            .Select(e => new TeteHorodatee(e.SignatureId, e.Numero, e.Empreinte)).ToListAsync(cancellationToken);
        if (tetes.Count == 0)
        {
            return;
        }

        db.HorodatagesPreuve.Add(HorodatagePreuve.Calculer(precedent, tetes, now));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task<bool> DemanderAsync(HorodatagePreuve attendu, CancellationToken cancellationToken)
    {
        try
        {
            var recu = await horodateur.HorodaterAsync(Convert.FromHexString(attendu.Racine), cancellationToken);
            attendu.Recevoir(recu.Jeton, recu.Le, recu.Autorite, clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            logger.LogInformation("Timestamp {Numero} of the chains of proof is made", attendu.Numero);
            return true;
        }
        catch (ServiceIndisponibleException refus)
        {
            attendu.NoterEchec(refus.Message, clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            logger.LogWarning("Timestamp {Numero} of the chains of proof failed, try {Tentatives}", attendu.Numero, attendu.Tentatives);
            return false;
        }
    }
}

/// <summary>The job: every hour, so that a failure is mended within the day; the fingerprint of a day is fixed once.</summary>
[DisallowConcurrentExecution]
internal sealed class HorodaterPreuves(HorodatageDesPreuves horodatage, UtilisateurAmbiant utilisateur) : IJob
{
    public static readonly JobKey Cle = new("horodater-preuves");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        utilisateur.AgirComme(Personne.Systeme("Horodatage des preuves"));
        await horodatage.HorodaterAsync(cancellationToken);
    }
}
