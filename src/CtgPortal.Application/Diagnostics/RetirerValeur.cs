using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using MediatR;

namespace CtgPortal.Application.Diagnostics;

public static class RetirerValeur
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, int Revision, IndicateurId Indicateur, int Annee, string Geographie)
        : IRequest<int>, IRequeteSurConvention;

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var diagnostic = await db.LoadDiagnosticAsync(command.Convention, command.Revision, cancellationToken);
            var etape = await db.EtapeAsync(command.Convention, cancellationToken);

            diagnostic.RetirerValeur(command.Indicateur, command.Annee, command.Geographie, etape, clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return diagnostic.Revision;
        }
    }
}
