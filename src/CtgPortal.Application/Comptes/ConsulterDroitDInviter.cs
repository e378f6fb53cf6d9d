using CtgPortal.Application.Acces;
using CtgPortal.Domain.Comptes;
using MediatR;
using static CtgPortal.Domain.Comptes.Role;

namespace CtgPortal.Application.Comptes;

public static class ConsulterDroitDInviter
{
    /// <summary>The roles that the person may give; the form is refused to those who may give none.</summary>
    [Autorise(Administrateur, Conseiller, Direction, Coordination)]
    public sealed record Query : IRequest<IReadOnlyList<Role>>;

    internal sealed class Handler(IUtilisateurCourant utilisateur) : IRequestHandler<Query, IReadOnlyList<Role>>
    {
        public Task<IReadOnlyList<Role>> Handle(Query query, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Role>>(
            [.. utilisateur.Habilitations.SelectMany(h => ReglesInvitation.RolesInvitables(h.Role)).Distinct().Order()]);
    }
}
