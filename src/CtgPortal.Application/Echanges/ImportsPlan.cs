using CtgPortal.Domain.Filiations;
using CtgPortal.Domain.Plans;
using CtgPortal.Domain.Suivi;

namespace CtgPortal.Application.Echanges;

internal static class ImportsPlan
{
    /// <summary>What became of the fiches that an import wrote.</summary>
    /// <param name="suivis">Of these fiches.</param>
    /// <param name="liens">Of the convention.</param>
    /// <param name="avecPieces">The fiches to which something is attached.</param>
    public static IReadOnlyList<FicheConstatee> Constater(
        EcriturePlan ecriture, Plan plan, IReadOnlyCollection<(FicheActionId Id, int Revision)> fiches, IReadOnlyCollection<SuiviFiche> suivis,
        IReadOnlyCollection<Filiation> liens, IReadOnlyCollection<FicheActionId> avecPieces) =>
    [
        .. ecriture.Creees.Concat(ecriture.Modifiees).Select(e => new FicheConstatee(
            e.Fiche,
            fiches.Where(f => f.Id == e.Fiche).Select(f => (int?)f.Revision).FirstOrDefault(),
            plan.Emplacements.Where(p => p.FicheActionId == e.Fiche).Select(p => new PlaceFiche(p.AxeId, p.OrientationId, p.Rang)).FirstOrDefault(),
            suivis.Any(s => s.FicheActionId == e.Fiche && (s.AJourLe is not null || s.Notes.Count > 0 || s.Releves.Count > 0 || s.Avancement != Avancement.AVenir)),
            liens.Any(l => l.Suite == Maillon.De(e.Fiche) || l.Origine == Maillon.De(e.Fiche)),
            avecPieces.Contains(e.Fiche))),
    ];
}
