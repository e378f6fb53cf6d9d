using CtgPortal.Application.Ateliers;
using CtgPortal.Application.Courriels;
using CtgPortal.Domain.Common;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Quartz;

namespace CtgPortal.Infrastructure.Ateliers;

/// <summary>Erases the names of the workshops whose time is over, one transaction for each, so that one failure stops no other.</summary>
internal sealed class EffacementDesNoms(CtgDbContext db, TimeProvider clock, ILogger<EffacementDesNoms> logger)
{
    /// <returns>How many workshops were erased.</returns>
    public async Task<int> EffacerAsync(CancellationToken cancellationToken)
    {
        // a refusal to keep names cannot hang on the mail alone: messages without a list any more are looked for too
        var candidats = await db.Assistances.AsNoTracking()
            .Where(a => a.Personnes.Any() || db.Courriels.Any(c => c.AtelierId == a.AtelierId && c.Destinataire != Courriel.Efface))
            .Select(a => a.AtelierId).ToListAsync(cancellationToken);
        var effaces = 0;
        foreach (var id in candidats)
        {
            db.ChangeTracker.Clear();
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.VerrouillerAsync(id, cancellationToken);
            var assistance = await db.Assistances.SingleAsync(a => a.AtelierId == id, cancellationToken);
            var atelier = await db.Ateliers.SingleAsync(a => a.Id == id, cancellationToken);
            var now = clock.GetUtcNow();
            if (assistance.EffacementPrevuLe(atelier) > now.JourEnFrance())
            {
                continue;
            }

            await db.EffacerAsync(atelier, assistance, now, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            effaces++;
            logger.LogInformation("Names of workshop {AtelierId} erased", id.Value);
        }

        return effaces;
    }
}

/// <summary>The job: once a day, on one instance of the cluster.</summary>
[DisallowConcurrentExecution]
internal sealed class EffacerNoms(EffacementDesNoms effacement, UtilisateurAmbiant utilisateur) : IJob
{
    public static readonly JobKey Cle = new("effacer-noms");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        utilisateur.AgirComme(Personne.Systeme("Effacement des noms"));
        await effacement.EffacerAsync(cancellationToken);
    }
}
