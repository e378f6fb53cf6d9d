using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Bibliotheque;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Plans;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Bibliotheque;

/// <summary>Publishes new words under the next number. Conventions that hold the fiche are told; nothing changes in them by itself.</summary>
public static class PublierFicheModele
{
    [Autorise(Role.Administrateur, Role.Conseiller, Role.Direction)]
    public sealed record Command(FicheModeleId Modele, int Revision, SaisieModele Saisie, string? Note) : IRequest<int>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Saisie.Intitule).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Donnez un intitulé.")
                .MaximumLength(IdentiteFiche.IntituleLongueurMax).OverridePropertyName("Intitule");
            RuleFor(c => c.Note).NotEmpty().WithMessage("Dites en une phrase ce qui change.").MaximumLength(VersionFicheModele.NoteLongueurMax);
        }
    }

    internal sealed class Handler(ICtgDbContext db, IUtilisateurCourant utilisateur, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var modele = await db.LoadAsync(command.Modele, command.Revision, cancellationToken);
            ReglesBibliotheque.Exiger(utilisateur.Habilitations, modele.CafCode);

            var numero = modele.Publier(command.Saisie.Ecrire(modele.Derniere.Contenu), command.Note, utilisateur.Nom, clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return numero;
        }
    }
}
