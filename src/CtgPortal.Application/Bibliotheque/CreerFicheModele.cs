using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Bibliotheque;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Plans;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Bibliotheque;

/// <summary>A Caf adds a fiche to its library. It is offered; asking it of every convention is another decision.</summary>
public static class CreerFicheModele
{
    [Autorise(Role.Conseiller, Role.Direction)]
    public sealed record Command(string Caf, SaisieModele Saisie) : IRequest<FicheModeleId>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Saisie.Intitule).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Donnez un intitulé.")
            .MaximumLength(IdentiteFiche.IntituleLongueurMax).OverridePropertyName("Intitule");
    }

    internal sealed class Handler(ICtgDbContext db, IUtilisateurCourant utilisateur, TimeProvider clock) : IRequestHandler<Command, FicheModeleId>
    {
        public async Task<FicheModeleId> Handle(Command command, CancellationToken cancellationToken)
        {
            ReglesBibliotheque.Exiger(utilisateur.Habilitations, command.Caf);

            var modele = FicheModele.Creer(command.Caf, command.Saisie.Ecrire(ContenuFiche.Vide(command.Saisie.Intitule)), utilisateur.Nom, clock.GetUtcNow());
            db.FichesModele.Add(modele);

            await db.SaveChangesAsync(cancellationToken);
            return modele.Id;
        }
    }
}
