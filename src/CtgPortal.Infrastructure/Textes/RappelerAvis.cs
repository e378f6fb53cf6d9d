using CtgPortal.Application.Textes.Avis;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Textes;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Quartz;

namespace CtgPortal.Infrastructure.Textes;

/// <summary>Writes to the partners whose opinion is awaited, before the deadline and on its day; one transaction each, so that one failure stops no other.</summary>
internal sealed class RappelsAvis(CtgDbContext db, MessagesAvis messages, TimeProvider clock, ILogger<RappelsAvis> logger)
{
    /// <returns>How many reminders were written.</returns>
    public async Task<int> RappelerAsync(CancellationToken cancellationToken)
    {
        var aujourdhui = clock.GetUtcNow().JourEnFrance();
        var limite = aujourdhui.AddDays(AvisPartenaire.JoursAvantRappel);
        var candidats = await db.AvisPartenaires.AsNoTracking()
            .Where(a => a.Sens == null && a.Echeance >= aujourdhui && a.Echeance <= limite)
            .Select(a => new { a.Id, a.ConventionId }).ToListAsync(cancellationToken);
        var ecrits = 0;
        foreach (var candidat in candidats)
        {
            db.ChangeTracker.Clear();
            ecrits += await db.SousVerrouAsync(candidat.ConventionId, exclusif: false, () => RappelerAsync(candidat.Id, cancellationToken), cancellationToken);
        }

        return ecrits;
    }

    private async Task<int> RappelerAsync(AvisPartenaireId id, CancellationToken cancellationToken)
    {
        // two instances at once: the second waits here, then sees what the first noted
        await db.Database.ExecuteSqlAsync($"SELECT FROM avis_partenaires WHERE id = {id.Value} FOR UPDATE", cancellationToken);
        var now = clock.GetUtcNow();
        if (await db.AvisPartenaires.SingleOrDefaultAsync(a => a.Id == id, cancellationToken) is not { } avis)
        {
            return 0;
        }

        var convention = await db.Conventions.AsNoTracking().Where(c => c.Id == avis.ConventionId).Select(c => new { c.Intitule, c.Statut }).SingleAsync(cancellationToken);
        if (avis.RappelDu(convention.Statut, now.JourEnFrance()) is not { } rappel)
        {
            return 0;
        }

        avis.NoterRappel(rappel, now);
        db.Courriels.Add(messages.Rappel(avis, convention.Intitule, rappel, now));
        await db.SaveChangesAsync(cancellationToken);
        logger.LogInformation("Reminder for opinion {AvisId}", id.Value);
        return 1;
    }
}

/// <summary>The job: every hour, on one instance of the cluster; what is due is decided by the day, so a reminder leaves once.</summary>
[DisallowConcurrentExecution]
internal sealed class RappelerAvis(RappelsAvis rappels, UtilisateurAmbiant utilisateur) : IJob
{
    public static readonly JobKey Cle = new("rappeler-avis");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        utilisateur.AgirComme(Personne.Systeme("Rappel des avis"));
        await rappels.RappelerAsync(cancellationToken);
    }
}
