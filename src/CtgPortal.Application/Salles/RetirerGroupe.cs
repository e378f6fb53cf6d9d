using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Filiations;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Filiations;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Salles;

/// <summary>Deletes a group; its contributions stay, in no group.</summary>
public static class RetirerGroupe
{
    /// <param name="Revision">Of the group.</param>
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, AtelierId Atelier, GroupeId Groupe, int Revision)
        : IRequest<int>, IRequeteSurConvention;

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var (salle, atelier) = await db.SeulSurLaSalleAsync(command.Convention, command.Atelier, revision: null, cancellationToken);
            var groupe = await db.LoadGroupeAsync(command.Atelier, command.Groupe, command.Revision, cancellationToken);
            var contributions = await db.Contributions.Where(c => c.GroupeId == command.Groupe).ToListAsync(cancellationToken);
            await db.ExigerSansSuiteAsync(Maillon.De(command.Groupe), cancellationToken);

            groupe.Retirer(salle, atelier, contributions, clock.GetUtcNow());

            db.Groupes.Remove(groupe);

            await db.SaveChangesAsync(cancellationToken);
            return contributions.Count;
        }
    }
}
