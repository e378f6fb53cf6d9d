using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Imports;
using MediatR;

namespace CtgPortal.Application.Equipements;

/// <summary>Forgets a sheet; what was written from it stays.</summary>
public static class AbandonnerImportEquipements
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, ImportTableurId Import) : IRequest<Unit>, IRequeteSurConvention;

    internal sealed class Handler(ICtgDbContext db) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            db.ImportsTableur.Remove(await db.LoadAsync(command.Convention, command.Import, NatureImport.Equipements, null, cancellationToken));
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
