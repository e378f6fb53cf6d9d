using CtgPortal.Application.Fins;
using CtgPortal.Application.Signatures;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Fins;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Quartz;

namespace CtgPortal.Infrastructure.Fins;

/// <summary>Ends the conventions whose notice has run out, each in its own transaction.</summary>
internal sealed class FinsEchues(CtgDbContext db, MessagesCircuit messages, TimeProvider clock, ILogger<FinsEchues> logger)
{
    /// <returns>How many conventions ended.</returns>
    public async Task<int> AppliquerAsync(CancellationToken cancellationToken)
    {
        var aujourdhui = clock.GetUtcNow().JourEnFrance();
        var echues = await db.Fins.AsNoTracking().Where(f => f.Statut == StatutFin.EnPreavis && f.EffetLe <= aujourdhui)
            .OrderBy(f => f.EffetLe).Select(f => new { f.Id, f.ConventionId }).ToListAsync(cancellationToken);
        var faites = 0;
        foreach (var echue in echues)
        {
            db.ChangeTracker.Clear();
            faites += await db.SousVerrouAsync(echue.ConventionId, exclusif: true, () => AppliquerAsync(echue.Id, cancellationToken), cancellationToken);
        }

        return faites;
    }

    /// <summary>Under the lock of the convention: a second instance sees what the first did.</summary>
    private async Task<int> AppliquerAsync(ActeDeFinId id, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var acte = await db.Fins.SingleAsync(f => f.Id == id, cancellationToken);
        if (!acte.EstEchu(now.JourEnFrance()))
        {
            return 0;
        }

        var convention = await db.Conventions.SingleAsync(c => c.Id == acte.ConventionId, cancellationToken);
        await db.AppliquerAsync(acte, convention, messages, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        logger.LogInformation("Convention {ConventionId} ended by act {ActeDeFinId}", convention.Id.Value, id.Value);
        return 1;
    }
}

/// <summary>The job: every hour, on one instance of the cluster.</summary>
[DisallowConcurrentExecution]
internal sealed class AppliquerFins(FinsEchues fins, UtilisateurAmbiant utilisateur) : IJob
{
    public static readonly JobKey Cle = new("appliquer-fins");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        utilisateur.AgirComme(Personne.Systeme("Date d’effet d’une dénonciation ou d’une résiliation"));
        await fins.AppliquerAsync(cancellationToken);
    }
}
