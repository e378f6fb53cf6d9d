using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Diagnostics;

/// <summary>What a new finding may rest on.</summary>
public static class ConsulterAppuis
{
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention) : IRequest<Dossier?>, IRequeteSurConvention;

    public sealed record Dossier(
        EnTeteConvention EnTete, int Revision, IReadOnlyList<AppuiPossible> Possibles, IReadOnlyList<Obstacle> ObstaclesALaModification);

    internal sealed class Handler(ICtgReadContext db, IDroits droits) : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            var enTete = await db.LireEnTeteAsync(droits, query.Convention, cancellationToken);
            var diagnostic = await db.Diagnostics.SingleOrDefaultAsync(d => d.ConventionId == query.Convention, cancellationToken);
            return enTete is null || diagnostic is null
                ? null
                : new(
                    enTete, diagnostic.Revision, await db.LireAppuisPossiblesAsync(diagnostic, cancellationToken),
                    diagnostic.ObstaclesALaModification(enTete.Statut));
        }
    }
}
