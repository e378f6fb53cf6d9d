using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Filiations;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Filiations;

public static class Delier
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, FiliationId Filiation) : IRequest<Unit>, IRequeteSurConvention;

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var filiation = await db.Filiations.SingleOrDefaultAsync(
                f => f.Id == command.Filiation && f.ConventionId == command.Convention, cancellationToken)
                ?? throw new NotFoundException("Filiation unknown.");
            var etape = await db.EtapeAsync(command.Convention, cancellationToken);

            filiation.Rompre(etape, clock.GetUtcNow());
            db.Filiations.Remove(filiation);

            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
