using CtgPortal.Application.Acces;
using FluentValidation;
using FluentValidation.Results;
using MediatR;

namespace CtgPortal.Application.Comptes.Cles;

/// <summary>Keeps the key that the device made for the challenge of <see cref="ProposerCle"/>.</summary>
public static class EnregistrerCle
{
    /// <param name="Nom">By which the person tells it from their others.</param>
    [AutoriseConnecte]
    public sealed record Command(string Nom, string Reponse) : IRequest<Unit>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Nom).NomDeCle();
            RuleFor(c => c.Reponse).ReponseDeCle();
        }
    }

    internal sealed class Handler(IClesAcces cles, IUtilisateurCourant utilisateur) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            if (utilisateur.Id is not { } id || !await cles.EnregistrerAsync(id, command.Reponse, command.Nom.Trim(), cancellationToken))
            {
                throw new ValidationException([new ValidationFailure("", "La clé d’accès n’est pas ajoutée : la demande est trop ancienne ou a déjà servi. Recommencez.")]);
            }

            return Unit.Value;
        }
    }
}
