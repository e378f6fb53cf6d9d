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

    /// <summary>What the room and the contributions need to know of their workshop, seen from one of its conventions.</summary>
    /// <exception cref="NotFoundException">No such workshop in this convention.</exception>
    public static async Task<SituationAtelier> SituationAsync(
        this ICtgDbContext db, ConventionId ici, AtelierId id, CancellationToken cancellationToken)
    {
        var atelier = await db.LireSituationAsync(id, cancellationToken);
        return atelier.Any(a => a.Convention == ici)
            ? new(
                id, atelier[0].Statut, [.. atelier.Select(a => a.Convention)],
                new(atelier.First(a => a.Convention == ici).Etape, [.. atelier.Where(a => a.Convention != ici).Select(a => a.Etape)]))
            : throw new NotFoundException("Atelier unknown.");
    }

    /// <summary>As <see cref="SituationAsync(ICtgDbContext, ConventionId, AtelierId, CancellationToken)"/>, for a participant, who comes through no convention.</summary>
    public static async Task<SituationAtelier> SituationAsync(this ICtgDbContext db, AtelierId id, CancellationToken cancellationToken)
    {
        var atelier = await db.LireSituationAsync(id, cancellationToken);
        return atelier.Count == 0
            ? throw new NotFoundException("Atelier unknown.")
            : new(id, atelier[0].Statut, [.. atelier.Select(a => a.Convention)], EtapesAtelier.DeToutes([.. atelier.Select(a => a.Etape)]));
    }

    /// <summary>One line per convention of the workshop, in one command.</summary>
    private static async Task<List<LigneSituation>> LireSituationAsync(this ICtgDbContext db, AtelierId id, CancellationToken cancellationToken) =>
        await (from atelier in db.Ateliers
               where atelier.Id == id
               from lien in atelier.Conventions
               join convention in db.Conventions on lien.ConventionId equals convention.Id
               orderby convention.Id
               select new LigneSituation(convention.Id, convention.Statut, atelier.Statut)).AsNoTracking().ToListAsync(cancellationToken);

    public static async Task<ContributionsRecues> RecuesAsync(
        this ICtgDbContext db, AtelierId atelier, ParticipantId? participant, CancellationToken cancellationToken) =>
        await db.Contributions.Where(c => c.AtelierId == atelier).GroupBy(_ => 1)
            .Select(g => new ContributionsRecues(g.Count(), g.Max(c => c.Rang), g.Count(c => c.ParticipantId != null && c.ParticipantId == participant)))
            .SingleOrDefaultAsync(cancellationToken)
        ?? ContributionsRecues.Aucune;

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

internal sealed record LigneSituation(ConventionId Convention, StatutConvention Etape, StatutAtelier Statut);
