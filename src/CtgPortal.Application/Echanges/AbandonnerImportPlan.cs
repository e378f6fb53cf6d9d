using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using MediatR;

namespace CtgPortal.Application.Echanges;

/// <summary>Forgets a sheet that was not written. What an import wrote is taken back by <see cref="AnnulerImportPlan"/>.</summary>
public static class AbandonnerImportPlan
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, ImportPlanId Import) : IRequest<Unit>, IRequeteSurConvention;

    internal sealed class Handler(ICtgDbContext db) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var import = await db.LoadAsync(command.Convention, command.Import, null, cancellationToken);
            import.ExigerNonEcrit();

            db.ImportsPlan.Remove(import);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
