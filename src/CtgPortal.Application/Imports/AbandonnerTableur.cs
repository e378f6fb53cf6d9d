using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Imports;
using MediatR;

namespace CtgPortal.Application.Imports;

/// <summary>Forgets a sheet that was not written.</summary>
public static class AbandonnerTableur
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, NatureImport Nature, ImportTableurId Import) : IRequest<Unit>, IRequeteSurConvention;

    internal sealed class Handler(ICtgDbContext db) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var import = await db.LoadAsync(command.Convention, command.Import, command.Nature, null, cancellationToken);
            import.ExigerNonEcrit();

            db.ImportsTableur.Remove(import);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
