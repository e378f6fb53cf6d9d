using CtgPortal.Application.Acces;
using FluentValidation;
using FluentValidation.Results;
using MediatR;

namespace CtgPortal.Application.Comptes;

public static class SeConnecter
{
    /// <summary>The same words whatever the reason, so that nobody learns which addresses have an account.</summary>
    public const string Refus =
        "L’adresse ou le mot de passe n’est pas le bon. Après cinq essais, la connexion est suspendue pendant quinze minutes.";

    [Public]
    public sealed record Command(string Courriel, string MotDePasse) : IRequest<Unit>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Courriel).Adresse();
            RuleFor(c => c.MotDePasse).NotEmpty().WithMessage("Saisissez votre mot de passe.");
        }
    }

    internal sealed class Handler(IComptes comptes, ISessionNavigateur session) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var utilisateur = await comptes.ReconnaitreAsync(command.Courriel.Trim(), command.MotDePasse, cancellationToken)
                ?? throw new ValidationException([new ValidationFailure("", Refus)]);

            await session.OuvrirAsync(utilisateur, cancellationToken);
            return Unit.Value;
        }
    }
}
