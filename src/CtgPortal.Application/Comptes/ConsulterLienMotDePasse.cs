using CtgPortal.Application.Acces;
using MediatR;

namespace CtgPortal.Application.Comptes;

public static class ConsulterLienMotDePasse
{
    /// <summary>Whose password the link lets one choose. Mail scanners open links: reading uses nothing up.</summary>
    [Public]
    public sealed record Query(Guid Utilisateur, string Jeton) : IRequest<Lien>;

    public sealed record Lien(string Courriel);

    internal sealed class Handler(IComptes comptes) : IRequestHandler<Query, Lien>
    {
        public async Task<Lien> Handle(Query query, CancellationToken cancellationToken) =>
            new(await comptes.CourrielDuLienAsync(new(query.Utilisateur, query.Jeton), cancellationToken));
    }
}
