using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Textes;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Textes.Modeles;

/// <summary>Publishes the draft under the next number. Conventions being written are told; nothing changes in them by itself.</summary>
public static class PublierModele
{
    [Autorise(Role.Administrateur, Role.Conseiller, Role.Direction)]
    public sealed record Command(ModeleTexteId Modele, int Revision, string? Note) : IRequest<int>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Note).NotEmpty().WithMessage("Dites en une phrase ce qui change.")
                .MaximumLength(VersionModele.NoteLongueurMax).WithMessage("Cette phrase compte au plus {MaxLength} caractères ; celle-ci en a {TotalLength}.");
        }
    }

    internal sealed class Handler(ICtgDbContext db, IUtilisateurCourant utilisateur, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var modele = await db.LoadAsync(command.Modele, command.Revision, cancellationToken);
            ReglesModele.Exiger(utilisateur.Habilitations, modele.CafCode);

            var numero = modele.Publier(command.Note, utilisateur.Nom, clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return numero;
        }
    }
}
