using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Filiations;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Filiations;
using CtgPortal.Domain.Plans;
using MediatR;

namespace CtgPortal.Application.Plans;

public static class RetirerAxe
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, int Revision, AxeId Axe) : IRequest<int>, IRequeteSurConvention;

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var plan = await db.LoadPlanAsync(command.Convention, command.Revision, cancellationToken);
            var etape = await db.EtapeAsync(command.Convention, cancellationToken);

            plan.RetirerAxe(command.Axe, etape, clock.GetUtcNow());
            await db.RompreAutourAsync(Maillon.De(command.Axe), etape, clock.GetUtcNow(), cancellationToken);

            await db.SaveChangesAsync(cancellationToken);
            return plan.Revision;
        }
    }
}
