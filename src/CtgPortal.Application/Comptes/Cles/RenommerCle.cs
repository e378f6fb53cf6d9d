using CtgPortal.Application.Acces;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Comptes.Cles;

public static class RenommerCle
{
    [AutoriseConnecte]
    public sealed record Command(Guid Cle, string Nom) : IRequest<Unit>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Nom).NomDeCle();
    }

    internal sealed class Handler(IClesAcces cles, IUtilisateurCourant utilisateur) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            await cles.RenommerAsync(utilisateur.Id!.Value, command.Cle, command.Nom.Trim(), cancellationToken);
            return Unit.Value;
        }
    }
}
