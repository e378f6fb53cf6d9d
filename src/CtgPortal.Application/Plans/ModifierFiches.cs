using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Plans;

/// <summary>Sets one thing on several fiches, all or none. A partner does so on the fiches they pilot.</summary>
public static class ModifierFiches
{
    /// <param name="Fiches">Each at the revision the person was shown.</param>
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination, Role.Partenaire)]
    public sealed record Command(ConventionId Convention, IReadOnlyDictionary<FicheActionId, int> Fiches, ModificationDeFiches Modification)
        : IRequest<Unit>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => ((ModificationDeFiches.AjouterChamp)c.Modification).Champ).NotEmpty().WithMessage("Choisissez un champ.").MaximumLength(IdentiteFiche.ChampLongueurMax)
                .When(c => c.Modification is ModificationDeFiches.AjouterChamp).OverridePropertyName("Valeur");
            RuleFor(c => ((ModificationDeFiches.NommerStructure)c.Modification).Structure).MaximumLength(Limites.CourtMax)
                .When(c => c.Modification is ModificationDeFiches.NommerStructure).OverridePropertyName("Valeur");
        }
    }

    internal sealed class Handler(ICtgDbContext db, IDroits droits, IUtilisateurCourant utilisateur, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            FicheActionId[] ids = [.. command.Fiches.Keys];
            var fiches = await db.FichesAction.Where(f => f.ConventionId == command.Convention && ids.Contains(f.Id)).ToListAsync(cancellationToken);
            if (!DroitsPlan.PeutModifier(await droits.RolesSurAsync(command.Convention, cancellationToken))
                && (command.Modification.EstReservee || fiches.Exists(f => f.PiloteUtilisateurId != utilisateur.Id)))
            {
                throw new AccesRefuseException("Vous ne pouvez modifier ensemble que les fiches que vous pilotez, sauf ce que la Caf et la coordination décident.");
            }

            var etape = await db.EtapeAsync(command.Convention, cancellationToken);

            LotDeFiches.Modifier(fiches, command.Fiches, command.Modification, etape, clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
