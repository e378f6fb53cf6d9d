using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Avenants;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using MediatR;

namespace CtgPortal.Application.Deliberations;

/// <summary>Deletes an act written down by mistake, with its files; the journal keeps its number.</summary>
public static class RetirerDeliberation
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, int Revision, PartieId Partie, AvenantId? Avenant = null) : IRequest<Unit>, IRequeteSurConvention;

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var (etape, partie, avenant) = await db.PartieAsync(command.Convention, command.Partie, command.Avenant, cancellationToken);
            var deliberation = await db.LoadDeliberationAsync(command.Convention, command.Partie, command.Avenant, command.Revision, cancellationToken)
                ?? throw new NotFoundException("No act is written down.");

            deliberation.Retirer(etape, partie, clock.GetUtcNow(), avenant?.Statut);
            db.Deliberations.Remove(deliberation);

            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
