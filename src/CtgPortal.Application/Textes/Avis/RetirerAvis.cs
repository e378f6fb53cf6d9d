using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Textes;
using MediatR;

namespace CtgPortal.Application.Textes.Avis;

/// <summary>Withdraws a request that nobody answered: its link opens nothing any more.</summary>
public static class RetirerAvis
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, AvisPartenaireId Avis, int Revision) : IRequest<Unit>, IRequeteSurConvention;

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var avis = await db.LoadAsync(command.Convention, command.Avis, command.Revision, cancellationToken);

            avis.Retirer(clock.GetUtcNow());

            db.AvisPartenaires.Remove(avis);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
