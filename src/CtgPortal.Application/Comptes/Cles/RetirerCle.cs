using CtgPortal.Application.Acces;
using MediatR;

namespace CtgPortal.Application.Comptes.Cles;

/// <summary>The key opens the account no more and signs nothing more; what it signed stays signed.</summary>
public static class RetirerCle
{
    [AutoriseConnecte]
    public sealed record Command(Guid Cle) : IRequest<Unit>;

    internal sealed class Handler(IClesAcces cles, IUtilisateurCourant utilisateur) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            await cles.RetirerAsync(utilisateur.Id!.Value, command.Cle, cancellationToken);
            return Unit.Value;
        }
    }
}
