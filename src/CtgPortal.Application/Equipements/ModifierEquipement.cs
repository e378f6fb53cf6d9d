using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Equipements;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Equipements;

public static class ModifierEquipement
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, EquipementId Equipement, int Revision, SaisieEquipement Saisie) : IRequest<int>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Saisie).SetValidator(new SaisieEquipement.Validator()).OverridePropertyName("");
    }

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var equipement = await db.LoadAsync(command.Convention, command.Equipement, command.Revision, cancellationToken);
            var etape = await db.EtapeAsync(command.Convention, cancellationToken);

            equipement.Modifier(
                await command.Saisie.VersDescriptionAsync(db, command.Convention, equipement.Description, cancellationToken), etape, clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return equipement.Revision;
        }
    }
}
