using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using MediatR;

namespace CtgPortal.Application.Salles;

/// <summary>Shows a contribution that waited, or that was hidden.</summary>
public static class AfficherContribution
{
    /// <param name="Revision">Of the contribution.</param>
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, AtelierId Atelier, ContributionId Contribution, int Revision)
        : IRequest<int>, IRequeteSurConvention;

    internal sealed class Handler(ICtgDbContext db) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var (salle, atelier) = await db.AvecLaSalleAsync(command.Convention, command.Atelier, revision: null, cancellationToken);
            var contribution = await db.LoadContributionAsync(command.Atelier, command.Contribution, command.Revision, cancellationToken);

            contribution.Afficher(salle, atelier);

            await db.SaveChangesAsync(cancellationToken);
            return contribution.Revision;
        }
    }
}
