using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using FluentValidation;
using MediatR;
using static CtgPortal.Domain.Comptes.Role;

namespace CtgPortal.Application.Comptes;

public static class InviterUtilisateur
{
    public const int NomLongueurMax = 100;
    public const int FonctionLongueurMax = 200;

    [Autorise(Administrateur, Conseiller, Direction, Coordination)]
    public sealed record Command(
        string Courriel, string Prenom, string Nom, string? Fonction, Role Role, Portee Portee, string Code) : IRequest<UtilisateurId>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Courriel).Adresse();
            RuleFor(c => c.Prenom).NotEmpty().WithMessage("Saisissez le prénom.").MaximumLength(NomLongueurMax);
            RuleFor(c => c.Nom).NotEmpty().WithMessage("Saisissez le nom.").MaximumLength(NomLongueurMax);
            RuleFor(c => c.Fonction).MaximumLength(FonctionLongueurMax);
            RuleFor(c => c.Role).IsInEnum();
            RuleFor(c => c.Portee).IsInEnum();
            RuleFor(c => c.Code).NotEmpty().When(c => c.Portee != Portee.Nationale).WithMessage("Précisez le périmètre.");
            RuleFor(c => c.Code).MaximumLength(Habilitation.CodeLongueurMax);
        }
    }

    internal sealed class Handler(IComptes comptes, IPerimetres perimetres, IUtilisateurCourant utilisateur)
        : IRequestHandler<Command, UtilisateurId>
    {
        public async Task<UtilisateurId> Handle(Command command, CancellationToken cancellationToken)
        {
            var perimetre = await perimetres.ChargerAsync(command.Portee, command.Code, cancellationToken);
            if (perimetre.Portee == Portee.Convention && !utilisateur.Habilitations.Any(h => h.Couvre(perimetre)))
            {
                throw new NotFoundException($"Convention {command.Code} is foreign.");
            }

            ReglesInvitation.Exiger(utilisateur.Habilitations, command.Role, perimetre);

            return await comptes.InviterAsync(
                new(
                    command.Courriel.Trim().ToLowerInvariant(), command.Prenom.Trim(), command.Nom.Trim(),
                    string.IsNullOrWhiteSpace(command.Fonction) ? null : command.Fonction.Trim(),
                    new(command.Role, perimetre.Portee, perimetre.Code), utilisateur.Nom,
                    LibellesRoles.De(command.Role), perimetre.Libelle),
                cancellationToken);
        }
    }
}
