using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Signatures;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Signatures.Scellements;

/// <summary>The administrator mended what was missing and does not wait for the next try.</summary>
public static class ReprendreScellement
{
    /// <param name="Version">Of the frozen text; null for the one that waits.</param>
    [Autorise(Role.Administrateur)]
    public sealed record Command(ConventionId Convention, int? Version = null) : IRequest<Unit>, IRequeteSurConvention;

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var scellement = await db.Scellements
                .Where(s => db.Signatures.Any(c => c.Id == s.SignatureId && c.ConventionId == command.Convention && c.Statut != StatutSignature.Annulee
                    && (command.Version == null || c.NumeroVersion == command.Version)))
                .OrderBy(s => s.HorodateLe != null).FirstOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("No seal is asked for.");
            scellement.Reprendre(clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
