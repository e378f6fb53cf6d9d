using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using MediatR;

namespace CtgPortal.Application.Salles;

/// <summary>Closes the room: nothing gets in afterwards, and the counts told are exact.</summary>
public static class FermerSalle
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, AtelierId Atelier, int Revision)
        : IRequest<BilanSalle>, IRequeteSurConvention;

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, BilanSalle>
    {
        public async Task<BilanSalle> Handle(Command command, CancellationToken cancellationToken)
        {
            var (salle, atelier) = await db.SeulSurLaSalleAsync(command.Convention, command.Atelier, command.Revision, cancellationToken);

            var bilan = await db.FermerAsync(salle, atelier, clock.GetUtcNow(), cancellationToken);

            await db.SaveChangesAsync(cancellationToken);
            return bilan;
        }
    }
}
