using CtgPortal.Application.Acces;
using CtgPortal.Domain.Territoires;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Territoires;

public static class ListerDepartements
{
    [AutoriseConnecte]
    public sealed record Query : IRequest<IReadOnlyList<Departement>>;

    internal sealed class Handler(IReferentiel referentiel) : IRequestHandler<Query, IReadOnlyList<Departement>>
    {
        public async Task<IReadOnlyList<Departement>> Handle(Query query, CancellationToken cancellationToken) =>
            await referentiel.Departements.Where(d => d.DisparuDepuis == null).OrderBy(d => d.Code).ToListAsync(cancellationToken);
    }
}
