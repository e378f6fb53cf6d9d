using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Salles;

/// <summary>What the room is called and how it works, for the pages beside its board.</summary>
public static class ConsulterReglagesSalle
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Query(ConventionId Convention, AtelierId Atelier) : IRequest<Dossier?>, IRequeteSurConvention;

    /// <param name="Pile">A new pile of paper cards, for the form that copies one.</param>
    public sealed record Dossier(EnTeteConvention EnTete, string Intitule, int Revision, ReglagesSalle Reglages, Guid Pile);

    internal sealed class Handler(ICtgReadContext db, IDroits droits) : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            var enTete = await db.LireEnTeteAsync(droits, query.Convention, cancellationToken);
            var intitule = await db.Ateliers
                .Where(a => a.Id == query.Atelier && a.Conventions.Any(c => c.ConventionId == query.Convention))
                .Select(a => a.Description.Intitule).SingleOrDefaultAsync(cancellationToken);
            if (enTete is null || intitule is null)
            {
                return null;
            }

            var salle = await db.Salles.SingleOrDefaultAsync(s => s.AtelierId == query.Atelier, cancellationToken) ?? Salle.Preparer(query.Atelier);
            return new(enTete, intitule, salle.Revision, salle.Reglages, Guid.CreateVersion7());
        }
    }
}
