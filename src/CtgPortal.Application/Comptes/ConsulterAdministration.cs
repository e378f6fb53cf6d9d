using CtgPortal.Application.Acces;
using CtgPortal.Application.Courriels;
using CtgPortal.Domain.Comptes;
using MediatR;

namespace CtgPortal.Application.Comptes;

public static class ConsulterAdministration
{
    [Autorise(Role.Administrateur)]
    public sealed record Query : IRequest<Tableau>;

    public sealed record Tableau(Comptage Comptage, bool MessagerieConfiguree);

    public sealed record Comptage(
        int Actifs, int Invites, int Desactives, int CourrielsEnAttente, int CourrielsEnEchec, int CourrielsEnvoyes);

    internal sealed class Handler(IAnnuaire annuaire, IEtatMessagerie messagerie) : IRequestHandler<Query, Tableau>
    {
        public async Task<Tableau> Handle(Query query, CancellationToken cancellationToken) =>
            new(await annuaire.CompterAsync(cancellationToken), messagerie.EstConfiguree);
    }
}
