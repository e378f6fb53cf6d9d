using CtgPortal.Application.Common;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Filiations;
using CtgPortal.Domain.Plans;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Filiations;

/// <summary>Where each kind of link lives.</summary>
internal static class MaillonsConnus
{
    /// <returns>How many of these exist in the convention.</returns>
    public static Task<int> CompterAsync(
        this ICtgDbContext db, ConventionId convention, NatureMaillon nature, Guid[] ids, CancellationToken cancellationToken) => nature switch
        {
            NatureMaillon.Contribution => CompterContributionsAsync(db, convention, [.. ids.Select(ContributionId.From)], cancellationToken),
            NatureMaillon.Groupe => CompterGroupesAsync(db, convention, [.. ids.Select(GroupeId.From)], cancellationToken),
            NatureMaillon.Indicateur => CompterIndicateursAsync(db, convention, [.. ids.Select(IndicateurId.From)], cancellationToken),
            NatureMaillon.Constat => CompterConstatsAsync(db, convention, [.. ids.Select(ConstatId.From)], cancellationToken),
            NatureMaillon.Axe => CompterAxesAsync(db, convention, [.. ids.Select(AxeId.From)], cancellationToken),
            NatureMaillon.Orientation => CompterOrientationsAsync(db, convention, [.. ids.Select(OrientationId.From)], cancellationToken),
            NatureMaillon.FicheAction => CompterFichesAsync(db, convention, [.. ids.Select(FicheActionId.From)], cancellationToken),
            _ => throw new InvalidOperationException($"{nature} has no place."),
        };

    private static Task<int> CompterContributionsAsync(ICtgDbContext db, ConventionId convention, ContributionId[] ids, CancellationToken cancellationToken) =>
        db.Contributions.CountAsync(
            c => ids.Contains(c.Id) && db.Ateliers.Any(a => a.Id == c.AtelierId && a.Conventions.Any(x => x.ConventionId == convention)), cancellationToken);

    private static Task<int> CompterGroupesAsync(ICtgDbContext db, ConventionId convention, GroupeId[] ids, CancellationToken cancellationToken) =>
        db.Groupes.CountAsync(
            g => ids.Contains(g.Id) && db.Ateliers.Any(a => a.Id == g.AtelierId && a.Conventions.Any(x => x.ConventionId == convention)), cancellationToken);

    private static Task<int> CompterIndicateursAsync(ICtgDbContext db, ConventionId convention, IndicateurId[] ids, CancellationToken cancellationToken) =>
        db.Diagnostics.Where(d => d.ConventionId == convention).SelectMany(d => d.Indicateurs).CountAsync(i => ids.Contains(i.Id), cancellationToken);

    private static Task<int> CompterConstatsAsync(ICtgDbContext db, ConventionId convention, ConstatId[] ids, CancellationToken cancellationToken) =>
        db.Diagnostics.Where(d => d.ConventionId == convention).SelectMany(d => d.Constats).CountAsync(c => ids.Contains(c.Id), cancellationToken);

    private static Task<int> CompterAxesAsync(ICtgDbContext db, ConventionId convention, AxeId[] ids, CancellationToken cancellationToken) =>
        db.Plans.Where(p => p.ConventionId == convention)
            .SelectMany(p => p.Axes).CountAsync(a => ids.Contains(a.Id), cancellationToken);

    private static Task<int> CompterOrientationsAsync(ICtgDbContext db, ConventionId convention, OrientationId[] ids, CancellationToken cancellationToken) =>
        db.Plans.Where(p => p.ConventionId == convention)
            .SelectMany(p => p.Orientations).CountAsync(o => ids.Contains(o.Id), cancellationToken);

    private static Task<int> CompterFichesAsync(ICtgDbContext db, ConventionId convention, FicheActionId[] ids, CancellationToken cancellationToken) =>
        db.FichesAction.CountAsync(f => f.ConventionId == convention && ids.Contains(f.Id), cancellationToken);
}
