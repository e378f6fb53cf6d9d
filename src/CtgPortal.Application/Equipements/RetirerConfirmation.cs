using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Equipements;
using MediatR;

namespace CtgPortal.Application.Equipements;

public static class RetirerConfirmation
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, int Revision, string Territoire, ExigenceSchema Exigence) : IRequest<int>, IRequeteSurConvention;

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var schema = await db.LoadSchemaAsync(command.Convention, command.Revision, cancellationToken);

            schema.RetirerConfirmation(command.Territoire, command.Exigence, clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return schema.Revision;
        }
    }
}
