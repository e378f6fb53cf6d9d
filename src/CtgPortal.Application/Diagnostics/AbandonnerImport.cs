using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics.Imports;
using MediatR;

namespace CtgPortal.Application.Diagnostics;

/// <summary>Forgets a file of figures; what was written from it stays in the diagnostic.</summary>
public static class AbandonnerImport
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, ImportChiffresId Import) : IRequest<Unit>, IRequeteSurConvention;

    internal sealed class Handler(ICtgDbContext db, IFichiersImportes fichiers) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var import = await db.LoadAsync(command.Convention, command.Import, null, cancellationToken);

            await fichiers.OublierAsync(import.Id, cancellationToken);
            db.Imports.Remove(import);

            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
