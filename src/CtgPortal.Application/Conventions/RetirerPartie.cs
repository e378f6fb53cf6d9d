using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Conventions;

/// <summary>The party leaves with its signers and its act.</summary>
public static class RetirerPartie
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, int Revision, PartieId Partie) : IRequest<int>, IRequeteSurConvention;

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var convention = await db.LoadAsync(command.Convention, command.Revision, cancellationToken);

            if (convention.Parties.FirstOrDefault(p => p.Id == command.Partie) is { } partie
                && await db.Deliberations.SingleOrDefaultAsync(d => d.ConventionId == convention.Id && d.PartieId == partie.Id && d.AvenantId == null, cancellationToken) is { } deliberation)
            {
                deliberation.Retirer(convention.Statut, partie.Nom, clock.GetUtcNow());
                db.Deliberations.Remove(deliberation);
            }

            convention.RetirerPartie(command.Partie, clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return convention.Revision;
        }
    }
}
