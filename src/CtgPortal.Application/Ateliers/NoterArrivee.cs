using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using MediatR;

namespace CtgPortal.Application.Ateliers;

/// <summary>One gesture at the door. It says where things stand, not a change: two people at the door may both say it.</summary>
public static class NoterArrivee
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, AtelierId Atelier, PersonneAtelierId Personne, bool Presente)
        : IRequest<Unit>, IRequeteSurConvention;

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var (atelier, assistance, etapes) = await db.LoadAssistanceAsync(command.Convention, command.Atelier, clock.GetUtcNow(), cancellationToken);
            assistance.NoterArrivee(atelier, command.Personne, command.Presente, etapes, clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
