using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Courriels;

public static class RelancerCourriel
{
    /// <summary>Another round of attempts, starting now.</summary>
    [Autorise(Role.Administrateur)]
    public sealed record Command(Guid Id) : IRequest<Unit>;

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var courriel = await db.Courriels.SingleOrDefaultAsync(c => c.Id == command.Id && c.EnvoyeLe == null, cancellationToken)
                ?? throw new NotFoundException($"Message {command.Id} is unknown or already sent.");

            courriel.Relancer(clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
