using CtgPortal.Application.Common;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Conventions;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Ateliers;

internal static class LectureAssistance
{
    /// <summary>Under the lock of the workshop: answers, arrivals and messages follow each other.</summary>
    /// <exception cref="NotFoundException">No such workshop in this convention.</exception>
    public static async Task<(Atelier Atelier, Assistance Assistance, EtapesAtelier Etapes)> LoadAssistanceAsync(
        this ICtgDbContext db, ConventionId convention, AtelierId id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await db.VerrouillerAsync(id, cancellationToken);
        var atelier = await db.LoadAsync(convention, id, revision: null, cancellationToken);
        return (atelier, await db.LoadAssistanceAsync(atelier, now, cancellationToken), await db.EtapesAsync(atelier, convention, cancellationToken));
    }

    /// <summary>Begins the list of a workshop that has none yet; the caller holds its lock.</summary>
    public static async Task<Assistance> LoadAssistanceAsync(
        this ICtgDbContext db, Atelier atelier, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.Assistances.SingleOrDefaultAsync(a => a.AtelierId == atelier.Id, cancellationToken) is { } connue)
        {
            return connue;
        }

        var nouvelle = Assistance.Commencer(atelier.Id, now);
        db.Assistances.Add(nouvelle);
        return nouvelle;
    }
}
