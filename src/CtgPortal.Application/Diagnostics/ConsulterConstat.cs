using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Diagnostics;

public static class ConsulterConstat
{
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention, ConstatId Constat) : IRequest<Dossier?>, IRequeteSurConvention;

    public sealed record Dossier(
        EnTeteConvention EnTete,
        int Revision,
        ConstatId Id,
        string Champ,
        NatureConstat Nature,
        string Texte,
        IReadOnlyList<Obstacle> ObstaclesALaModification)
    {
        public bool Permet<TCommand>() => EnTete.Permet<TCommand>() && ObstaclesALaModification.Count == 0;
    }

    internal sealed class Handler(ICtgReadContext db, IDroits droits) : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            var enTete = await db.LireEnTeteAsync(droits, query.Convention, cancellationToken);
            var diagnostic = await db.Diagnostics.SingleOrDefaultAsync(d => d.ConventionId == query.Convention, cancellationToken);
            var constat = diagnostic?.Constats.FirstOrDefault(c => c.Id == query.Constat);
            return enTete is null || diagnostic is null || constat is null
                ? null
                : new(
                    enTete, diagnostic.Revision, constat.Id, constat.Champ, constat.Nature, constat.Texte,
                    diagnostic.ObstaclesALaModification(enTete.Statut));
        }
    }
}
