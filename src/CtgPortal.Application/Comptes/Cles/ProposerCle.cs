using CtgPortal.Application.Acces;
using FluentValidation;
using FluentValidation.Results;
using MediatR;

namespace CtgPortal.Application.Comptes.Cles;

/// <summary>Begins the addition of a key: it opens the account for good, so that a session left open on a desk is not enough.</summary>
public static class ProposerCle
{
    [AutoriseConnecte]
    public sealed record Command(string Nom, string MotDePasse) : IRequest<DefiLance>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Nom).NomDeCle();
            RuleFor(c => c.MotDePasse).NotEmpty().WithMessage("Saisissez votre mot de passe.");
        }
    }

    internal sealed class Handler(IComptes comptes, IClesAcces cles, IUtilisateurCourant utilisateur) : IRequestHandler<Command, DefiLance>
    {
        public async Task<DefiLance> Handle(Command command, CancellationToken cancellationToken)
        {
            var reconnu = await comptes.ReconnaitreAsync(utilisateur.Courriel!, command.MotDePasse, cancellationToken)
                ?? throw new ValidationException([new ValidationFailure(
                    nameof(command.MotDePasse), "Ce n’est pas votre mot de passe. Après cinq essais, la vérification est suspendue pendant quinze minutes.")]);
            if ((await cles.ListerAsync(reconnu, cancellationToken)).Count >= ReglesCle.NombreMax)
            {
                throw new ValidationException([new ValidationFailure("", $"Vous avez déjà {ReglesCle.NombreMax} clés d’accès : supprimez celle qui ne sert plus.")]);
            }

            return await cles.ProposerAsync(reconnu, cancellationToken);
        }
    }
}
