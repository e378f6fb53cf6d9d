using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using MediatR;

namespace CtgPortal.Application.Plans;

/// <summary>Moves several fiches to the end of a branch, in the order they have.</summary>
public static class DeplacerFiches
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, int Revision, IReadOnlyCollection<FicheActionId> Fiches, AxeId Axe, OrientationId? Orientation)
        : IRequest<Unit>, IRequeteSurConvention;

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var plan = await db.LoadPlanAsync(command.Convention, command.Revision, cancellationToken);
            var etape = await db.EtapeAsync(command.Convention, cancellationToken);

            plan.DeplacerFiches(command.Fiches, command.Axe, command.Orientation, etape, clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
