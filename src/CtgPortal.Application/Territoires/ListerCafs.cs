using CtgPortal.Application.Acces;
using CtgPortal.Domain.Territoires;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Territoires;

/// <summary>The 101 Caf and the CSSM, by département.</summary>
public static class ListerCafs
{
    [AutoriseConnecte]
    public sealed record Query : IRequest<IReadOnlyList<Caf>>;

    internal sealed class Handler(IReferentiel referentiel) : IRequestHandler<Query, IReadOnlyList<Caf>>
    {
        public async Task<IReadOnlyList<Caf>> Handle(Query query, CancellationToken cancellationToken) =>
            await referentiel.Cafs.OrderBy(c => c.DepartementCode).ThenBy(c => c.Nom).ToListAsync(cancellationToken);
    }
}
