using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Domain.Conventions;
using MediatR;

namespace CtgPortal.Application.Filiations;

/// <summary>The thread from what was said and found to what is done about it, both ways.</summary>
public static class ConsulterFil
{
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention) : IRequest<Dossier?>, IRequeteSurConvention;

    public sealed record Dossier(EnTeteConvention EnTete, Fil Fil)
    {
        /// <summary>By role and by stage.</summary>
        public bool PeutRelier => EnTete.PeutRelier();
    }

    internal sealed class Handler(ICtgReadContext db, IDroits droits) : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken) =>
            await db.LireEnTeteAsync(droits, query.Convention, cancellationToken) is { } enTete
                ? new(enTete, await db.LireFilAsync(query.Convention, [], cancellationToken))
                : null;
    }
}
