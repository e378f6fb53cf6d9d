using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Equipements;
using MediatR;

namespace CtgPortal.Application.Equipements;

public static class RetirerEquipement
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, EquipementId Equipement, int Revision) : IRequest<Unit>, IRequeteSurConvention;

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var equipement = await db.LoadAsync(command.Convention, command.Equipement, command.Revision, cancellationToken);

            equipement.Retirer(await db.EtapeAsync(command.Convention, cancellationToken), clock.GetUtcNow());

            db.Equipements.Remove(equipement);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
