using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Conventions;
using MediatR;

namespace CtgPortal.Application.Filiations;

/// <summary>The thread alone, for the pages of a fiche, of a constat and of a workshop, which have a head of their own.</summary>
public static class ListerFiliations
{
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention) : IRequest<Fil>, IRequeteSurConvention;

    internal sealed class Handler(ICtgReadContext db) : IRequestHandler<Query, Fil>
    {
        public Task<Fil> Handle(Query query, CancellationToken cancellationToken) => db.LireFilAsync(query.Convention, [], cancellationToken);
    }
}
