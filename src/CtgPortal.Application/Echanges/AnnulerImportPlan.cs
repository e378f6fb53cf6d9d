using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Filiations;
using CtgPortal.Domain.Imports;
using CtgPortal.Domain.Plans;
using CtgPortal.Domain.Suivi;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Echanges;

/// <summary>Takes back what an import wrote: new fiches leave, changed ones say again what they said, empty branches it made leave too.</summary>
public static class AnnulerImportPlan
{
    [Exclusif]
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, ImportTableurId Import, int Revision) : IRequest<Bilan>, IRequeteSurConvention;

    /// <param name="BranchesGardees">Made by the import, and no longer empty: they stay.</param>
    public sealed record Bilan(int Retirees, int Restaurees, IReadOnlyList<string> BranchesGardees);

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, Bilan>
    {
        public async Task<Bilan> Handle(Command command, CancellationToken cancellationToken)
        {
            var import = await db.LoadAsync<ImportPlan>(command.Convention, command.Import, command.Revision, cancellationToken);
            var ecriture = import.Ecriture ?? new([], [], [], []);
            FicheActionId[] ids = [.. ecriture.Creees.Concat(ecriture.Modifiees).Select(e => e.Fiche)];
            var (etape, now) = (await db.EtapeAsync(command.Convention, cancellationToken), clock.GetUtcNow());
            var plan = await db.Plans.SingleAsync(p => p.ConventionId == command.Convention, cancellationToken);
            var fiches = await db.FichesAction.Where(f => ids.Contains(f.Id)).ToDictionaryAsync(f => f.Id, cancellationToken);
            var suivis = await db.Suivis.Where(s => ids.Contains(s.FicheActionId)).ToListAsync(cancellationToken);
            var liens = await db.Filiations.Where(f => f.ConventionId == command.Convention).ToListAsync(cancellationToken);

            var avecPieces = await db.PiecesJointes.FichesAvecPiecesAsync(ids, cancellationToken);
            import.Annuler(ImportsPlan.Constater(ecriture, plan, [.. fiches.Values.Select(f => (f.Id, f.Revision))], suivis, liens, avecPieces), etape, now);

            var creees = ecriture.Creees.Where(e => fiches.ContainsKey(e.Fiche)).Select(e => fiches[e.Fiche]).ToList();
            foreach (var fiche in creees)
            {
                await db.RompreLiensAsync(fiche, etape, now, cancellationToken);
            }

            Retirer(plan, creees, suivis, etape, now);
            await RestaurerAsync(plan, ecriture.Modifiees, fiches, etape, now, cancellationToken);
            var gardees = RetirerLesBranches(plan, ecriture, liens, etape, now);
            await db.SaveChangesAsync(cancellationToken);
            return new(creees.Count, ecriture.Modifiees.Count, gardees);
        }

        private void Retirer(Plan plan, List<FicheAction> creees, List<SuiviFiche> suivis, StatutConvention etape, DateTimeOffset now)
        {
            foreach (var fiche in creees)
            {
                plan.RetirerFiche(fiche.Id, fiche.Intitule, etape, now);
                db.Suivis.RemoveRange(suivis.Where(s => s.FicheActionId == fiche.Id));
                db.FichesAction.Remove(fiche);
            }
        }

        private async Task RestaurerAsync(
            Plan plan, IReadOnlyList<FicheEcrite> modifiees, Dictionary<FicheActionId, FicheAction> fiches, StatutConvention etape, DateTimeOffset now,
            CancellationToken cancellationToken)
        {
            FicheActionId[] ids = [.. modifiees.Select(m => m.Fiche)];
            var etats = (await db.EtatsFiche.AsNoTracking().Where(e => ids.Contains(e.FicheActionId)).ToListAsync(cancellationToken))
                .ToDictionary(e => (e.FicheActionId, e.Revision), e => e.Contenu);
            foreach (var modifiee in modifiees)
            {
                fiches[modifiee.Fiche].Reecrire(etats[(modifiee.Fiche, modifiee.RevisionAvant)], etape, now);
                if (modifiee.PlaceAvant is { } place)
                {
                    plan.DeplacerFiche(modifiee.Fiche, place.Axe, place.Orientation, place.Rang, etape, now);
                }
            }
        }

        private static List<string> RetirerLesBranches(Plan plan, EcriturePlan ecriture, List<Filiation> liens, StatutConvention etape, DateTimeOffset now)
        {
            List<string> gardees = [];

            // children were made after their parents
            foreach (var orientation in ecriture.Orientations.Reverse().Select(id => plan.Orientations.FirstOrDefault(o => o.Id == id)).OfType<Orientation>())
            {
                if (plan.Orientations.Any(o => o.ParentId == orientation.Id) || plan.Emplacements.Any(e => e.OrientationId == orientation.Id)
                    || liens.Exists(l => l.Suite == Maillon.De(orientation.Id)))
                {
                    gardees.Add(orientation.Intitule);
                }
                else
                {
                    plan.RetirerOrientation(orientation.Id, etape, now);
                }
            }

            foreach (var axe in ecriture.Axes.Reverse().Select(id => plan.Axes.FirstOrDefault(a => a.Id == id)).OfType<Axe>())
            {
                if (plan.Orientations.Any(o => o.AxeId == axe.Id) || plan.Emplacements.Any(e => e.AxeId == axe.Id) || liens.Exists(l => l.Suite == Maillon.De(axe.Id)))
                {
                    gardees.Add(axe.Intitule);
                }
                else
                {
                    plan.RetirerAxe(axe.Id, etape, now);
                }
            }

            return gardees;
        }
    }
}
