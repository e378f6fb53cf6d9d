using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Salles;

/// <summary>Puts a contribution into a group, or into none; at its end, or at a chosen place.</summary>
public static class DeplacerContribution
{
    /// <param name="Revision">Of the contribution: of two people who move it, the second is told.</param>
    /// <param name="Vers">Null for no group.</param>
    /// <param name="Place">Null for the end of the group, and to stay where it is in its own.</param>
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(
        ConventionId Convention, AtelierId Atelier, ContributionId Contribution, int Revision, GroupeId? Vers, PlaceDansGroupe? Place = null)
        : IRequest<int>, IRequeteSurConvention;

    /// <param name="Apres">Null for the first place.</param>
    public sealed record PlaceDansGroupe(ContributionId? Apres);

    internal sealed class Handler(ICtgDbContext db) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            // an order is one thing for the whole group: two people do not change it at once
            var (salle, atelier) = command.Place is null
                ? await db.AvecLaSalleAsync(command.Convention, command.Atelier, revision: null, cancellationToken)
                : await db.SeulSurLaSalleAsync(command.Convention, command.Atelier, revision: null, cancellationToken);
            var contribution = await db.LoadContributionAsync(command.Atelier, command.Contribution, command.Revision, cancellationToken);
            var groupe = command.Vers is { } vers ? await db.LoadGroupeAsync(command.Atelier, vers, revision: null, cancellationToken) : null;
            if (command.Place is { } place)
            {
                var colonne = await db.Contributions
                    .Where(c => c.AtelierId == command.Atelier && c.GroupeId == command.Vers && c.Etat == EtatContribution.Visible)
                    .OrderBy(c => c.Rang).ThenBy(c => c.PosteeLe).ThenBy(c => c.Id).ToListAsync(cancellationToken);

                contribution.Placer(groupe, place.Apres, colonne, salle, atelier);
            }
            else
            {
                var rang = await db.Contributions.Where(c => c.AtelierId == command.Atelier).MaxAsync(c => c.Rang, cancellationToken) + 1;

                contribution.Deplacer(groupe, rang, salle, atelier);
            }

            await db.SaveChangesAsync(cancellationToken);
            return contribution.Revision;
        }
    }
}
