using CtgPortal.Application.Acces;
using FluentValidation;
using FluentValidation.Results;
using MediatR;

namespace CtgPortal.Application.Comptes.Cles;

public static class SeConnecterParCle
{
    /// <summary>The same words whatever the reason, so that nobody learns which keys have an account.</summary>
    public const string Refus = "Cette clé d’accès n’ouvre aucun compte du portail. Recommencez, ou connectez-vous avec votre mot de passe.";

    [Public]
    public sealed record Command(string Reponse) : IRequest<Unit>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reponse).ReponseDeCle();
    }

    internal sealed class Handler(IClesAcces cles, ISessionNavigateur session) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var utilisateur = await cles.ReconnaitreAsync(command.Reponse, cancellationToken)
                ?? throw new ValidationException([new ValidationFailure("", Refus)]);

            await session.OuvrirAsync(utilisateur, cancellationToken);
            return Unit.Value;
        }
    }
}
