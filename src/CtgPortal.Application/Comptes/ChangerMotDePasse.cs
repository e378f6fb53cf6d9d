using CtgPortal.Application.Acces;
using FluentValidation;
using FluentValidation.Results;
using MediatR;

namespace CtgPortal.Application.Comptes;

public static class ChangerMotDePasse
{
    [AutoriseConnecte]
    public sealed record Command(string MotDePasseActuel, string MotDePasse, string Confirmation) : IRequest<Unit>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.MotDePasseActuel).NotEmpty().WithMessage("Saisissez votre mot de passe actuel.");
            RuleFor(c => c.MotDePasse).NouveauMotDePasse();
            RuleFor(c => c.Confirmation).Equal(c => c.MotDePasse).WithMessage("Les deux saisies diffèrent.");
        }
    }

    internal sealed class Handler(IComptes comptes, ISessionNavigateur session, IUtilisateurCourant utilisateur) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            SaisieMotDePasse.Exiger(command.MotDePasse, utilisateur.Courriel!);
            var reconnu = await comptes.ReconnaitreAsync(utilisateur.Courriel!, command.MotDePasseActuel, cancellationToken)
                ?? throw new ValidationException([new ValidationFailure(
                    nameof(command.MotDePasseActuel),
                    "Ce n’est pas votre mot de passe actuel. Après cinq essais, la vérification est suspendue pendant quinze minutes.")]);

            await comptes.ChangerMotDePasseAsync(reconnu, command.MotDePasse, cancellationToken);
            await session.OuvrirAsync(reconnu, cancellationToken);
            return Unit.Value;
        }
    }
}
