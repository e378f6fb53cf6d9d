using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Conventions;
using CtgPortal.Application.Imports;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Imports;
using CtgPortal.Domain.Plans;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Echanges;

/// <summary>A sheet of fiches: its columns, the report of every line against the plan as it is now, and what it wrote.</summary>
public static class ConsulterImportPlan
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Query(ConventionId Convention, ImportTableurId Import) : IRequest<Dossier?>, IRequeteSurConvention;

    /// <param name="Niveaux">The words of the plan.</param>
    /// <param name="Rapport">Null once it is written.</param>
    /// <param name="Ecriture">What it wrote; null before.</param>
    /// <param name="ObstaclesALAnnulation">What forbids to take it back; empty when nothing does, or nothing is written.</param>
    /// <param name="Disparues">Written fiches that are no more.</param>
    public sealed record Dossier(
        EnTeteConvention EnTete, IReadOnlyList<string> Niveaux, DepotTableur Import, IReadOnlyList<FeuilleLue> Feuilles, RapportPlan? Rapport,
        EcriturePlan? Ecriture, DateTimeOffset? AnnuleLe, IReadOnlyList<Obstacle> ObstaclesALAnnulation, IReadOnlyList<FicheActionId> Disparues)
        : DossierTableur(EnTete, Import, Feuilles)
    {
        public override RapportTableur? RapportDuFichier => Rapport;
    }

    internal sealed class Handler(ICtgReadContext db, IDroits droits, ITableaux tableaux, IPilotesPossibles pilotes) : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.LireEnTeteAsync(droits, query.Convention, cancellationToken) is not { } enTete
                || await db.ImportsTableur.OfType<ImportPlan>().SingleOrDefaultAsync(i => i.Id == query.Import && i.ConventionId == query.Convention, cancellationToken) is not { } import
                || await db.Plans.SingleOrDefaultAsync(p => p.ConventionId == query.Convention, cancellationToken) is not { } plan)
            {
                return null;
            }

            var depot = DepotTableur.De(import);
            if (import.Ecriture is { } ecriture)
            {
                var constatees = await ConstaterAsync(ecriture, plan, cancellationToken);
                return new(
                    enTete, plan.Niveaux, depot, [], null, ecriture, import.AnnuleLe, import.AnnuleLe is null ? import.ObstaclesALAnnulation(constatees, enTete.Statut) : [],
                    [.. constatees.Where(c => c.Revision is null).Select(c => c.Fiche)]);
            }

            var classeur = await tableaux.LireClasseurAsync(import.Contenu, cancellationToken);
            var perimetre = await db.Conventions.Where(c => c.Id == query.Convention).SelectMany(c => c.Perimetre).ToListAsync(cancellationToken);
            var fiches = await db.FichesAction.Where(f => f.ConventionId == query.Convention).ToListAsync(cancellationToken);
            var comptes = (await pilotes.ListerAsync(query.Convention, cancellationToken)).Select(p => p.Nom).ToList();
            var lecture = new LectureDePlan(classeur, import.Lecture, new(plan, fiches, perimetre, enTete.Statut, comptes));
            return new(enTete, plan.Niveaux, depot, classeur.Feuilles, lecture.Comparer(import.Attendu), null, null, [], []);
        }

        private async Task<IReadOnlyList<FicheConstatee>> ConstaterAsync(EcriturePlan ecriture, Plan plan, CancellationToken cancellationToken)
        {
            FicheActionId[] ids = [.. ecriture.Creees.Concat(ecriture.Modifiees).Select(e => e.Fiche)];
            var fiches = await db.FichesAction.Where(f => ids.Contains(f.Id)).Select(f => new { f.Id, f.Revision }).ToListAsync(cancellationToken);
            return ImportsPlan.Constater(
                ecriture, plan, [.. fiches.Select(f => (f.Id, f.Revision))], await db.Suivis.Where(s => ids.Contains(s.FicheActionId)).ToListAsync(cancellationToken),
                await db.Filiations.Where(f => f.ConventionId == plan.ConventionId).ToListAsync(cancellationToken),
                await db.PiecesJointes.FichesAvecPiecesAsync(ids, cancellationToken));
        }
    }
}
