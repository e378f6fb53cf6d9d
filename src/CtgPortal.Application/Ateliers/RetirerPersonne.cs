using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using MediatR;

namespace CtgPortal.Application.Ateliers;

/// <summary>Erases one person and what was written to her; allowed at any stage, since it is her right.</summary>
public static class RetirerPersonne
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, AtelierId Atelier, PersonneAtelierId Personne) : IRequest<Unit>, IRequeteSurConvention;

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var (atelier, assistance, etapes) = await db.LoadAssistanceAsync(command.Convention, command.Atelier, clock.GetUtcNow(), cancellationToken);
            if (assistance.Retirer(atelier, command.Personne, etapes, clock.GetUtcNow()) is { } courriel)
            {
                await db.EffacerCourrielsAsync(db.Courriels.Where(c => c.AtelierId == command.Atelier && c.Destinataire == courriel), cancellationToken);
            }

            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
