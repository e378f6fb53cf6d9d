using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using MediatR;

namespace CtgPortal.Application.Ateliers;

public static class RetirerPresence
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, AtelierId Atelier, int Revision, string Organisation)
        : IRequest<int>, IRequeteSurConvention;

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var atelier = await db.LoadAsync(command.Convention, command.Atelier, command.Revision, cancellationToken);
            var etapes = await db.EtapesAsync(atelier, command.Convention, cancellationToken);

            atelier.RetirerPresence(command.Organisation, etapes, clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return atelier.Revision;
        }
    }
}
