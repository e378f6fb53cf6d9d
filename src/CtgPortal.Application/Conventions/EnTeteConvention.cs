using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Conventions;

/// <summary>What every page of a convention shows at its head, and what the person may do there.</summary>
/// <param name="Roles">Held by the current person over this convention.</param>
public sealed record EnTeteConvention(
    ConventionId Id,
    int Revision,
    string Intitule,
    IReadOnlyList<string> Titulaires,
    Periode? Periode,
    int? Generation,
    IReadOnlyList<string> Champs,
    StatutConvention Statut,
    bool SigneeHorsPortail,
    IReadOnlySet<Role> Roles)
{
    /// <summary>Whether the access behaviour would let this person send the request: a page offers nothing it would refuse.</summary>
    /// <typeparam name="TRequest">The <c>Command</c> or <c>Query</c> type.</typeparam>
    public bool Permet<TRequest>() => RegleAcces.Pour(typeof(TRequest))?.Admet(Roles) ?? true;
}

/// <summary>Facts shared by the queries and commands of a convention.</summary>
internal static class LectureConvention
{
    /// <summary>Two SQL commands (rights are remembered by the access behaviour); null when unknown or foreign.</summary>
    public static async Task<EnTeteConvention?> LireEnTeteAsync(
        this ICtgReadContext db, IDroits droits, ConventionId id, CancellationToken cancellationToken)
    {
        var lu = await db.Conventions.Where(c => c.Id == id)
            .Select(c => new
            {
                c.Revision,
                c.Intitule,
                Titulaires = c.Titulaires.Select(t => t.Nom).ToList(),
                Debut = (DateOnly?)c.Periode!.Debut,
                Fin = (DateOnly?)c.Periode!.Fin,
                c.Generation,
                c.Champs,
                c.Statut,
                c.SigneeHorsPortail,
            })
            .SingleOrDefaultAsync(cancellationToken);
        return lu is null
            ? null
            : new(
                id, lu.Revision, lu.Intitule, lu.Titulaires, lu.Debut is { } debut && lu.Fin is { } fin ? new Periode(debut, fin) : null,
                lu.Generation, lu.Champs, lu.Statut, lu.SigneeHorsPortail, await droits.RolesSurAsync(id, cancellationToken));
    }

    /// <summary>What the transitions need to know of the other aggregates; a fixed number of SQL commands.</summary>
    public static async Task<EtatDossier> LireEtatAsync(this ICtgReadContext db, ConventionId id, CancellationToken cancellationToken)
    {
        var diagnostic = await db.Diagnostics.Where(d => d.ConventionId == id)
            .Select(d => new { d.ValideLe, Constats = d.Constats.Count })
            .SingleOrDefaultAsync(cancellationToken);
        var ateliers = await db.Ateliers.Where(a => a.Conventions.Any(c => c.ConventionId == id))
            .Select(a => a.Statut).ToListAsync(cancellationToken);
        var plan = await db.Plans.Where(p => p.ConventionId == id)
            .Select(p => new
            {
                Axes = p.Axes.Count,
                OrientationsSansFiche = p.Orientations
                    .Where(o => !p.Emplacements.Any(e => e.OrientationId == o.Id) && !p.Orientations.Any(x => x.ParentId == o.Id))
                    .Select(o => o.Intitule).ToList(),
            })
            .SingleOrDefaultAsync(cancellationToken);
        var fiches = await db.FichesAction.Where(f => f.ConventionId == id)
            .Select(f => new { f.Identite.Intitule, SansPilote = f.Qui.PiloteStructure == null && f.Qui.PilotePersonne == null })
            .ToListAsync(cancellationToken);
        return new(
            diagnostic?.ValideLe is not null,
            diagnostic?.Constats ?? 0,
            ateliers.Count,
            ateliers.Count(s => s == Domain.Ateliers.StatutAtelier.Prevu),
            plan?.Axes ?? 0,
            fiches.Count,
            plan?.OrientationsSansFiche ?? [],
            [.. fiches.Where(f => f.SansPilote).Select(f => f.Intitule)]);
    }
}
