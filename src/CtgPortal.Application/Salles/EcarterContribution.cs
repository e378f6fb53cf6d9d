using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using MediatR;

namespace CtgPortal.Application.Salles;

/// <summary>Hides a contribution from the room; the history keeps its text.</summary>
public static class EcarterContribution
{
    /// <param name="Revision">Of the contribution.</param>
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, AtelierId Atelier, ContributionId Contribution, int Revision)
        : IRequest<int>, IRequeteSurConvention;

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var (_, atelier) = await db.AvecLaSalleAsync(command.Convention, command.Atelier, revision: null, cancellationToken);
            var contribution = await db.LoadContributionAsync(command.Atelier, command.Contribution, command.Revision, cancellationToken);

            contribution.Ecarter(atelier, clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return contribution.Revision;
        }
    }
}
