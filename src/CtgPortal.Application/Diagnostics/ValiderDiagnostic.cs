using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using MediatR;

namespace CtgPortal.Application.Diagnostics;

/// <summary>Freezes the diagnostic: its figures and findings are what the partners share.</summary>
public static class ValiderDiagnostic
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, int Revision)
        : IRequest<int>, IRequeteSurConvention;

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var diagnostic = await db.LoadDiagnosticAsync(command.Convention, command.Revision, cancellationToken);
            var etape = await db.EtapeAsync(command.Convention, cancellationToken);

            diagnostic.Valider(etape, clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return diagnostic.Revision;
        }
    }
}
