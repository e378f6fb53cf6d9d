using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Filiations;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Filiations;
using MediatR;

namespace CtgPortal.Application.Ateliers;

public static class RetirerContribution
{
    /// <param name="Revision">Of the contribution.</param>
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, AtelierId Atelier, int Revision, ContributionId Contribution)
        : IRequest<int>, IRequeteSurConvention;

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            await db.PartagerAsync(command.Atelier, cancellationToken);
            var atelier = await db.SituationAsync(command.Convention, command.Atelier, cancellationToken);
            var contribution = await db.LoadContributionAsync(command.Atelier, command.Contribution, command.Revision, cancellationToken);

            await db.ExigerSansSuiteAsync(Maillon.De(contribution.Id), cancellationToken);
            contribution.Retirer(atelier, clock.GetUtcNow());

            db.Contributions.Remove(contribution);
            await db.SaveChangesAsync(cancellationToken);
            return contribution.Revision;
        }
    }
}
