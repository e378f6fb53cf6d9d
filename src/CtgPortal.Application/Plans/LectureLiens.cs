using CtgPortal.Application.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Plans;

/// <summary>A fiche that goes with another one.</summary>
/// <param name="Ailleurs">Title of its convention, when it is another one.</param>
public sealed record FicheLiee(LienFichesId Lien, ConventionId Convention, FicheActionId Fiche, string? Numero, string Intitule, string? Ailleurs, string? Raison);

/// <summary>A link of a fiche, and the other one.</summary>
public sealed record LienVu
{
    public LienFichesId Id { get; init; }

    public string? Raison { get; init; }

    /// <summary>The one that holds the other fiche.</summary>
    public ConventionId Convention { get; init; }

    /// <summary>Its title.</summary>
    public string Ailleurs { get; init; } = "";

    public FicheActionId Fiche { get; init; }

    public string Intitule { get; init; } = "";
}

/// <summary>A fiche as a document names it beside another one.</summary>
public sealed record FicheNommee(FicheActionId Id, string Intitule);

internal static class LectureLiens
{
    /// <summary>Those that the person may read, one SQL command: first of this plan in its order, then of the others.</summary>
    public static async Task<IReadOnlyList<FicheLiee>> LireLiensAsync(
        this ICtgReadContext db, FicheActionId fiche, ArbrePlan plan, CancellationToken cancellationToken)
    {
        var lus = await db.LiensDe(fiche).ToListAsync(cancellationToken);
        var numeros = plan.Fiches.Select((f, rang) => (f.Id, f.Numero, rang)).ToDictionary(f => f.Id);
        return
        [
            .. lus.OrderBy(l => numeros.TryGetValue(l.Fiche, out var ici) ? ici.rang : int.MaxValue).ThenBy(l => l.Ailleurs, StringComparer.Ordinal).ThenBy(l => l.Intitule, StringComparer.Ordinal)
                .Select(l => numeros.TryGetValue(l.Fiche, out var ici)
                    ? new FicheLiee(l.Id, l.Convention, l.Fiche, ici.Numero, l.Intitule, null, l.Raison)
                    : new FicheLiee(l.Id, l.Convention, l.Fiche, null, l.Intitule, l.Ailleurs, l.Raison)),
        ];
    }

    /// <summary>Between fiches of one plan: for each, the titles of those that go with it.</summary>
    public static Task<ILookup<FicheActionId, FicheNommee>> LiensEntreAsync(
        this ICtgReadContext db, IReadOnlyList<FicheAction> fiches, CancellationToken cancellationToken)
    {
        FicheActionId[] ids = [.. fiches.Select(f => f.Id)];
        return NommerAsync(db, db.LiensFiches.Where(l => ids.Contains(l.Premiere) && ids.Contains(l.Seconde)), cancellationToken);
    }

    /// <summary>From these fiches to any of the convention that the person may read.</summary>
    public static Task<ILookup<FicheActionId, FicheNommee>> LiensAutourAsync(
        this ICtgReadContext db, IReadOnlyList<FicheAction> fiches, CancellationToken cancellationToken)
    {
        FicheActionId[] ids = [.. fiches.Select(f => f.Id)];
        return NommerAsync(db, db.LiensFiches.Where(l => ids.Contains(l.Premiere) || ids.Contains(l.Seconde)), cancellationToken);
    }

    private static async Task<ILookup<FicheActionId, FicheNommee>> NommerAsync(ICtgReadContext db, IQueryable<LienFiches> liens, CancellationToken cancellationToken)
    {
        var lus = await (
            from l in liens
            from f in db.FichesAction
            where f.Id == l.Premiere || f.Id == l.Seconde
            select new { De = f.Id == l.Premiere ? l.Seconde : l.Premiere, Vers = f.Id, f.Identite.Intitule }).ToListAsync(cancellationToken);
        return lus.ToLookup(l => l.De, l => new FicheNommee(l.Vers, l.Intitule));
    }

    /// <summary>A fiche that goes away leaves its links, in the same transaction and with a trace.</summary>
    public static async Task RompreLiensAsync(
        this ICtgDbContext db, FicheAction fiche, StatutConvention etape, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var lien in await db.LiensFiches.Where(l => l.Premiere == fiche.Id || l.Seconde == fiche.Id).ToListAsync(cancellationToken))
        {
            lien.Rompre(fiche, etape, now);
            db.LiensFiches.Remove(lien);
        }
    }
}
