using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Fins;
using CtgPortal.Domain.Reprises;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Reprises;

/// <summary>What was taken in of a convention signed elsewhere, what comes next, and whether it may still be corrected.</summary>
public static class ConsulterReprise
{
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention) : IRequest<Dossier?>, IRequeteSurConvention;

    /// <param name="Original">Null when the convention entered without its signed file.</param>
    /// <param name="Obstacles">To a correction.</param>
    public sealed record Dossier(
        EnTeteConvention EnTete, CadreConvention Cadre, IReadOnlyList<SignataireConnu> Designes, OriginalLu? Original, SuitesReprise Suites, IReadOnlyList<Obstacle> Obstacles);

    /// <summary>As the convention names them, for one that entered without saying who had signed.</summary>
    public sealed record SignataireConnu(TypePartie Type, string Partie, string Prenom, string Nom, string Qualite);

    public sealed record OriginalLu(
        FichierOriginal Fichier, IReadOnlyList<SignataireOriginal> Signataires, IReadOnlyList<AncienAvenant> Avenants, DateTimeOffset DeposeLe)
    {
        public DateOnly SigneeLe => Signataires.Max(s => s.SigneLe);
    }

    internal sealed class Handler(ICtgReadContext db, IDroits droits) : IRequestHandler<Query, Dossier?>
    {
        /// <returns>Null too for a convention signed in the portal, which has nothing to take in.</returns>
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.LireEnTeteAsync(droits, query.Convention, cancellationToken) is not { SigneeHorsPortail: true } enTete)
            {
                return null;
            }

            var convention = await db.Conventions.SingleAsync(c => c.Id == query.Convention, cancellationToken);
            var suites = await db.LireSuitesAsync(query.Convention, cancellationToken);
            return new(
                enTete, convention.Cadre,
                [.. convention.Parties.SelectMany(p => p.Signataires, (p, s) => new SignataireConnu(p.Type, p.Nom, s.Identite.Prenom, s.Identite.Nom, s.Identite.Qualite))],
                await db.LireOriginalAsync(query.Convention, cancellationToken), suites, OriginalSigne.ObstaclesACorriger(enTete.Statut, suites));
        }
    }
}

internal static class LectureOriginaux
{
    public static async Task<ConsulterReprise.OriginalLu?> LireOriginalAsync(this ICtgReadContext db, ConventionId convention, CancellationToken cancellationToken) =>
        await db.Originaux.SingleOrDefaultAsync(o => o.ConventionId == convention, cancellationToken) is { } original
            ? new(original.Fichier, original.Signataires, original.Avenants, original.DeposeLe)
            : null;

    public static async Task<SuitesReprise> LireSuitesAsync(this ICtgReadContext db, ConventionId convention, CancellationToken cancellationToken) => new(
        await db.Versions.AnyAsync(v => v.ConventionId == convention && v.EstEtatSigne, cancellationToken), await db.Fins.AnyAsync(f => f.ConventionId == convention && f.Statut != StatutFin.Retiree, cancellationToken));

    public static async Task<SuitesReprise> LireSuitesAsync(this ICtgDbContext db, ConventionId convention, CancellationToken cancellationToken) => new(
        await db.Versions.AnyAsync(v => v.ConventionId == convention && v.EstEtatSigne, cancellationToken), await db.Fins.AnyAsync(f => f.ConventionId == convention && f.Statut != StatutFin.Retiree, cancellationToken));
}
