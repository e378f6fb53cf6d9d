using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Plans;

public static class DelierFiches
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination, Role.Partenaire)]
    public sealed record Command(ConventionId Convention, FicheActionId Fiche, LienFichesId Lien) : IRequest<Unit>, IRequeteSurFiche;

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var fiche = await db.LoadAsync(command.Convention, command.Fiche, cancellationToken);
            var lien = await db.LiensFiches.SingleOrDefaultAsync(
                l => l.Id == command.Lien && (l.Premiere == command.Fiche || l.Seconde == command.Fiche), cancellationToken)
                ?? throw new NotFoundException("Link unknown.");
            var etape = await db.EtapeAsync(command.Convention, cancellationToken);

            lien.Rompre(fiche, etape, clock.GetUtcNow());
            db.LiensFiches.Remove(lien);

            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
