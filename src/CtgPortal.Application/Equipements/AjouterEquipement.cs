using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Equipements;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Equipements;

public static class AjouterEquipement
{
    /// <remarks>Alone on its convention for a moment: two additions at once get two codes.</remarks>
    [Exclusif]
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, SaisieEquipement Saisie) : IRequest<EquipementId>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Saisie).SetValidator(new SaisieEquipement.Validator()).OverridePropertyName("");
    }

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, EquipementId>
    {
        public async Task<EquipementId> Handle(Command command, CancellationToken cancellationToken)
        {
            var etape = await db.EtapeAsync(command.Convention, cancellationToken);
            var description = await command.Saisie.VersDescriptionAsync(db, command.Convention, null, cancellationToken);
            var codes = await db.Equipements.Where(e => e.ConventionId == command.Convention).Select(e => e.Code).ToListAsync(cancellationToken);
            BusinessRuleException.ThrowIfAny(EquipementSoutenu.ObstaclesAuNombre(codes.Count + 1));

            var equipement = EquipementSoutenu.Inscrire(command.Convention, EquipementSoutenu.CodeSuivant(codes), description, etape, clock.GetUtcNow());

            db.Equipements.Add(equipement);
            await db.SaveChangesAsync(cancellationToken);
            return equipement.Id;
        }
    }
}
