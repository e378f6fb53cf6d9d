using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Filiations;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Filiations;
using MediatR;

namespace CtgPortal.Application.Diagnostics;

public static class RetirerIndicateur
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, int Revision, IndicateurId Indicateur)
        : IRequest<int>, IRequeteSurConvention;

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var diagnostic = await db.LoadDiagnosticAsync(command.Convention, command.Revision, cancellationToken);
            var etape = await db.EtapeAsync(command.Convention, cancellationToken);

            diagnostic.RetirerIndicateur(command.Indicateur, etape, clock.GetUtcNow());
            await db.RompreAutourAsync(Maillon.De(command.Indicateur), etape, clock.GetUtcNow(), cancellationToken);

            await db.SaveChangesAsync(cancellationToken);
            return diagnostic.Revision;
        }
    }
}
