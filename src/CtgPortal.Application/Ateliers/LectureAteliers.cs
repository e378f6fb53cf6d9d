using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Conventions;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Ateliers;

internal static class LectureAteliers
{
    /// <summary>The stages of every convention of a workshop, the foreign ones included: they freeze it too.</summary>
    public static Task<EtapesAtelier> EtapesAsync(
        this ICtgDbContext db, Atelier atelier, ConventionId ici, CancellationToken cancellationToken) =>
        db.EtapesAsync(ici, [.. atelier.Conventions.Select(c => c.ConventionId).Where(c => c != ici)], cancellationToken);

    public static async Task<EtapesAtelier> EtapesAsync(
        this ICtgDbContext db, ConventionId ici, ConventionId[] ailleurs, CancellationToken cancellationToken) =>
        new(
            await db.EtapeAsync(ici, cancellationToken),
            ailleurs.Length == 0 ? [] : await db.Conventions.Where(c => ailleurs.Contains(c.Id)).Select(c => c.Statut).ToListAsync(cancellationToken));

    /// <summary>The other conventions of a workshop, the foreign ones included.</summary>
    public static async Task<IReadOnlyList<ConventionVoisine>> VoisinesAsync(
        this ICtgReadContext db, Atelier atelier, ConventionId ici, CancellationToken cancellationToken)
    {
        ConventionId[] ids = [.. atelier.Conventions.Select(c => c.ConventionId).Where(c => c != ici)];
        return ids.Length == 0 ? [] : await db.Voisines.Where(v => ids.Contains(v.Id)).ToListAsync(cancellationToken);
    }

    public static async Task<EtapesAtelier> EtapesAsync(
        this ICtgReadContext db, Atelier atelier, EnTeteConvention ici, CancellationToken cancellationToken) =>
        new(ici.Statut, [.. (await db.VoisinesAsync(atelier, ici.Id, cancellationToken)).Select(v => v.Statut)]);
}
