using CtgPortal.Application.Common;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Filiations;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Filiations;

/// <summary>One way to write the thread: what is named must exist in the convention, and a link already there is not doubled.</summary>
internal static class EcritureFil
{
    public const int OriginesMax = 200;

    /// <summary>Ties what was just made, or what was there, to what it comes from.</summary>
    /// <exception cref="NotFoundException">One of the origins is unknown here.</exception>
    /// <exception cref="BusinessRuleException">The text or the plan is frozen, or the link makes no sense.</exception>
    public static async Task EtablirAsync(
        this ICtgDbContext db,
        ConventionId convention,
        IReadOnlyCollection<Maillon> origines,
        Maillon suite,
        StatutConvention etape,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        Maillon[] distinctes = [.. origines.Distinct()];
        await db.ExigerConnusAsync(convention, distinctes, cancellationToken);
        var deja = await db.Filiations.Where(f => f.ConventionId == convention && f.Suite == suite && distinctes.Contains(f.Origine))
            .Select(f => f.Origine).ToListAsync(cancellationToken);
        db.Filiations.AddRange(distinctes.Except(deja).Select(o => Filiation.Etablir(convention, o, suite, etape, now)));
    }

    /// <summary>What is removed leaves the thread, in the same transaction and with a trace.</summary>
    public static async Task RompreAutourAsync(
        this ICtgDbContext db, Maillon retire, StatutConvention etape, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var filiations = await db.Filiations.Where(f => f.Origine == retire || f.Suite == retire).ToListAsync(cancellationToken);
        foreach (var filiation in filiations)
        {
            filiation.Rompre(etape, now);
            db.Filiations.Remove(filiation);
        }
    }

    /// <exception cref="BusinessRuleException">A convention, this one or a neighbour, made something of it.</exception>
    public static async Task ExigerSansSuiteAsync(this ICtgDbContext db, Maillon maillon, CancellationToken cancellationToken) =>
        Filiation.ExigerSansSuite(await db.Filiations.AnyAsync(f => f.Origine == maillon, cancellationToken));

    /// <exception cref="BusinessRuleException">The convention made something of what was said in this workshop.</exception>
    public static async Task ExigerRienDeReprisAsync(this ICtgDbContext db, ConventionId convention, AtelierId atelier, CancellationToken cancellationToken)
    {
        var dits = (await db.Contributions.Where(c => c.AtelierId == atelier).Select(c => c.Id).ToListAsync(cancellationToken)).Select(Maillon.De)
            .Concat((await db.Groupes.Where(g => g.AtelierId == atelier).Select(g => g.Id).ToListAsync(cancellationToken)).Select(Maillon.De)).ToHashSet();
        var repris = await db.Filiations.Where(f => f.ConventionId == convention).Select(f => f.Origine).ToListAsync(cancellationToken);
        Filiation.ExigerSansSuite(repris.Exists(dits.Contains));
    }

    /// <exception cref="NotFoundException">One of them is unknown in this convention.</exception>
    public static async Task ExigerConnusAsync(
        this ICtgDbContext db, ConventionId convention, IReadOnlyCollection<Maillon> maillons, CancellationToken cancellationToken)
    {
        foreach (var nature in maillons.GroupBy(m => m.Nature))
        {
            Guid[] ids = [.. nature.Select(m => m.Id)];
            if (await db.CompterAsync(convention, nature.Key, ids, cancellationToken) != ids.Length)
            {
                throw new NotFoundException($"{nature.Key} unknown in this convention.");
            }
        }
    }
}
