using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using MediatR;

namespace CtgPortal.Application.Textes;

/// <summary>The wording of the model again, for one article.</summary>
public static class RetablirPassage
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, string Cle, int Revision) : IRequest<int>, IRequeteSurConvention;

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var etape = await db.EtapeAsync(command.Convention, cancellationToken);
            var passage = await db.LoadPassageAsync(command.Convention, command.Cle, command.Revision, cancellationToken);

            passage.Retablir(etape, clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return passage.Revision;
        }
    }
}
