using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Salles;

/// <summary>Puts a contribution into a group, or into none.</summary>
public static class DeplacerContribution
{
    /// <param name="Revision">Of the contribution: of two people who move it, the second is told.</param>
    /// <param name="Vers">Null for no group.</param>
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, AtelierId Atelier, ContributionId Contribution, int Revision, GroupeId? Vers)
        : IRequest<int>, IRequeteSurConvention;

    internal sealed class Handler(ICtgDbContext db) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var (salle, atelier) = await db.AvecLaSalleAsync(command.Convention, command.Atelier, revision: null, cancellationToken);
            var contribution = await db.LoadContributionAsync(command.Atelier, command.Contribution, command.Revision, cancellationToken);
            var groupe = command.Vers is { } vers ? await db.LoadGroupeAsync(command.Atelier, vers, revision: null, cancellationToken) : null;
            var rang = await db.Contributions.Where(c => c.AtelierId == command.Atelier).MaxAsync(c => c.Rang, cancellationToken) + 1;

            contribution.Deplacer(groupe, rang, salle, atelier);

            await db.SaveChangesAsync(cancellationToken);
            return contribution.Revision;
        }
    }
}
