using CtgPortal.Application.Acces;
using MediatR;

namespace CtgPortal.Application.Comptes.Cles;

public static class ConsulterMesCles
{
    [AutoriseConnecte]
    public sealed record Query : IRequest<Dossier>;

    public sealed record Dossier(IReadOnlyList<CleLue> Cles);

    internal sealed class Handler(IClesAcces cles, IUtilisateurCourant utilisateur) : IRequestHandler<Query, Dossier>
    {
        public async Task<Dossier> Handle(Query query, CancellationToken cancellationToken) =>
            new(utilisateur.Id is { } id ? await cles.ListerAsync(id, cancellationToken) : []);
    }
}
