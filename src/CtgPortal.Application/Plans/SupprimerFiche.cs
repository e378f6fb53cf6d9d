using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Filiations;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Filiations;
using CtgPortal.Domain.Plans;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Plans;

/// <summary>Deletes a fiche with its follow-up and its place; the journal keeps its name and everything that was written about it.</summary>
public static class SupprimerFiche
{
    /// <param name="Revision">Of the fiche: nobody deletes what they have not read.</param>
    /// <param name="Motif">Why a fiche that the Caf asks of every convention makes no sense here; only for those.</param>
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, FicheActionId Fiche, int Revision, string? Motif = null) : IRequest<Unit>, IRequeteSurConvention;

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            // nothing is attached to it meanwhile
            await db.VerrouillerAsync(command.Fiche, cancellationToken);
            var fiche = await db.LoadAsync(command.Convention, command.Fiche, command.Revision, cancellationToken);
            var suivi = await db.Suivis.SingleAsync(s => s.FicheActionId == command.Fiche, cancellationToken);
            var plan = await db.Plans.SingleAsync(p => p.ConventionId == command.Convention, cancellationToken);
            var etape = await db.EtapeAsync(command.Convention, cancellationToken);

            plan.RetirerFiche(fiche.Id, fiche.Intitule, etape, clock.GetUtcNow());
            await db.RompreAutourAsync(Maillon.De(fiche.Id), etape, clock.GetUtcNow(), cancellationToken);
            if (await db.ReprisesModele.SingleOrDefaultAsync(r => r.ConventionId == command.Convention && r.FicheActionId == command.Fiche, cancellationToken) is { } reprise)
            {
                reprise.PerdreSaFiche(await db.FichesModele.SingleAsync(m => m.Id == reprise.ModeleId, cancellationToken), command.Motif, clock.GetUtcNow());
            }

            await db.RompreLiensAsync(fiche, etape, clock.GetUtcNow(), cancellationToken);
            db.Suivis.Remove(suivi);
            db.FichesAction.Remove(fiche);

            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
