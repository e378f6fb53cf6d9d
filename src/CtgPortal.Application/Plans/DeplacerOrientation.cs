using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using MediatR;

namespace CtgPortal.Application.Plans;

/// <summary>Among its sisters or below another parent, with all that it holds; a rank from 1, beyond the end means last.</summary>
public static class DeplacerOrientation
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, int Revision, OrientationId Orientation, AxeId Axe, OrientationId? Parent, int Rang)
        : IRequest<int>, IRequeteSurConvention;

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var plan = await db.LoadPlanAsync(command.Convention, command.Revision, cancellationToken);
            var etape = await db.EtapeAsync(command.Convention, cancellationToken);

            plan.DeplacerOrientation(command.Orientation, command.Axe, command.Parent, command.Rang, etape, clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return plan.Revision;
        }
    }
}
