using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Diagnostics;

public static class ListerEnquetes
{
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention) : IRequest<Dossier?>, IRequeteSurConvention;

    public sealed record Dossier(
        EnTeteConvention EnTete, ReperesDiagnostic Reperes, IReadOnlyList<Ligne> Enquetes, IReadOnlyList<Obstacle> ObstaclesALaModification)
    {
        public bool Permet<TCommand>() => EnTete.Permet<TCommand>() && ObstaclesALaModification.Count == 0;
    }

    /// <param name="AConfirmer">A file was read and waits for a decision.</param>
    public sealed record Ligne(EnqueteId Id, DescriptionEnquete Description, int Questions, bool AConfirmer);

    internal sealed class Handler(ICtgReadContext db, IDroits droits) : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.LireEnTeteAsync(droits, query.Convention, cancellationToken) is not { } enTete
                || !await db.Diagnostics.AnyAsync(d => d.ConventionId == query.Convention, cancellationToken))
            {
                return null;
            }

            var reperes = await db.LireReperesAsync(query.Convention, cancellationToken);
            var enquetes = await db.Enquetes.Where(e => e.ConventionId == query.Convention).OrderBy(e => e.Id).ToListAsync(cancellationToken);
            return new(
                enTete, reperes, [.. enquetes.Select(e => new Ligne(e.Id, e.Description, e.Questions.Count, e.Lecture is not null))],
                new EtatDiagnostic(enTete.Statut, reperes.EstValide).Obstacles());
        }
    }
}
