using CtgPortal.Application.Acces;
using CtgPortal.Domain.Comptes;
using MediatR;

namespace CtgPortal.Application.Comptes;

public static class DesactiverUtilisateur
{
    [Autorise(Role.Administrateur)]
    public sealed record Command(UtilisateurId Id) : IRequest<Unit>;

    internal sealed class Handler(IComptes comptes) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            await comptes.DesactiverAsync(command.Id, cancellationToken);
            return Unit.Value;
        }
    }
}
