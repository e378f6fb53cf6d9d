using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Conventions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Conventions;

public static class ConsulterPartie
{
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention, PartieId Partie) : IRequest<Dossier?>, IRequeteSurConvention;

    public sealed record Dossier(EnTeteConvention EnTete, ConsulterConvention.PartieLue Partie);

    internal sealed class Handler(ICtgReadContext db, IDroits droits) : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            var enTete = await db.LireEnTeteAsync(droits, query.Convention, cancellationToken);
            var convention = await db.Conventions.SingleOrDefaultAsync(c => c.Id == query.Convention, cancellationToken);
            var partie = convention?.Parties.FirstOrDefault(p => p.Id == query.Partie);
            if (enTete is null || partie is null)
            {
                return null;
            }

            var deliberation = await db.Deliberations.Where(d => d.ConventionId == query.Convention && d.PartieId == query.Partie && d.AvenantId == null)
                .Select(d => d.Reference).SingleOrDefaultAsync(cancellationToken);
            return new(enTete, ConsulterConvention.Lire(partie, deliberation));
        }
    }
}
