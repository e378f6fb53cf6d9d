using CtgPortal.Application.Signatures;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Signatures;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Quartz;

namespace CtgPortal.Infrastructure.Signatures;

/// <summary>Reminds those who heard nothing of their circuit for a week, one transaction for each circuit, so that one failure stops no other.</summary>
internal sealed class RelancesDOffice(CtgDbContext db, MessagesCircuit messages, TimeProvider clock, ILogger<RelancesDOffice> logger)
{
    private const int PremiereHeure = 8;
    private const int DerniereHeure = 18;

    /// <returns>How many people were reminded.</returns>
    public async Task<int> RelancerAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (now.JourEnFrance().DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || now.HeureEnFrance().Hour is < PremiereHeure or >= DerniereHeure)
        {
            return 0;
        }

        var limite = now.AddDays(-Signature.JoursEntreRelancesDOffice);
        var candidates = await db.Signatures.AsNoTracking()
            .Where(s => s.Statut == StatutSignature.Ouverte && s.RelanceDOffice && s.OuverteLe <= limite).Select(s => s.ConventionId).ToListAsync(cancellationToken);
        var relancees = 0;
        foreach (var convention in candidates)
        {
            relancees += await db.SousVerrouAsync(convention, exclusif: true, () => RelancerAsync(convention, now, cancellationToken), cancellationToken);
        }

        if (relancees > 0)
        {
            logger.LogInformation("{Count} people reminded of their signature", relancees);
        }

        return relancees;
    }

    private async Task<int> RelancerAsync(ConventionId convention, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // read again under the lock: the circuit may have ended meanwhile
        db.ChangeTracker.Clear();
        var signature = await db.Signatures.SingleOrDefaultAsync(s => s.ConventionId == convention && s.Statut == StatutSignature.Ouverte, cancellationToken);
        var relancees = signature?.RelancerDOffice(now).Count ?? 0;
        if (relancees > 0)
        {
            await db.ConclureAsync(signature!, messages, now, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }

        return relancees;
    }
}

/// <summary>The job: each hour, on one instance of the cluster; it writes on working days, in the day.</summary>
[DisallowConcurrentExecution]
internal sealed class RelancerDOffice(RelancesDOffice relances, UtilisateurAmbiant utilisateur) : IJob
{
    public static readonly JobKey Cle = new("relancer-signataires");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        utilisateur.AgirComme(Personne.Systeme("Relances des signataires"));
        await relances.RelancerAsync(cancellationToken);
    }
}
