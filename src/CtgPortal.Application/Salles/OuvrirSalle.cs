using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Salles;

/// <summary>Opens the room under a new code.</summary>
public static class OuvrirSalle
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, AtelierId Atelier, int Revision)
        : IRequest<int>, IRequeteSurConvention;

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var (salle, atelier) = await db.SeulSurLaSalleAsync(command.Convention, command.Atelier, command.Revision, cancellationToken);

            var code = CodeSalle.Nouveau();
            while (await db.Salles.AnyAsync(s => s.Code == code, cancellationToken))
            {
                code = CodeSalle.Nouveau();
            }

            salle.Ouvrir(code, atelier, clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return salle.Revision;
        }
    }
}
