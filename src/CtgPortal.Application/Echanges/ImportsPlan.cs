using CtgPortal.Application.Common;
using CtgPortal.Application.Imports;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Filiations;
using CtgPortal.Domain.Plans;
using CtgPortal.Domain.Suivi;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Echanges;

internal static class ImportsPlan
{
    /// <exception cref="NotFoundException">No such import in this convention.</exception>
    /// <exception cref="ConcurrencyConflictException">Somebody changed it since <paramref name="revision"/>.</exception>
    public static async Task<ImportPlan> LoadAsync(this ICtgDbContext db, ConventionId convention, ImportPlanId id, int? revision, CancellationToken cancellationToken)
    {
        var import = await db.ImportsPlan.SingleOrDefaultAsync(i => i.Id == id && i.ConventionId == convention, cancellationToken)
            ?? throw new NotFoundException("Import unknown.");
        return revision is null || import.Revision == revision ? import : throw new ConcurrencyConflictException();
    }

    /// <summary>What people of the Caf of a convention said of columns, for the words of its plan.</summary>
    public static async Task<(ReconnaissancePlan Reconnaissance, string Caf)> ReconnaissanceAsync(this ICtgDbContext db, ConventionId convention, CancellationToken cancellationToken)
    {
        var caf = await db.Conventions.Where(c => c.Id == convention).Select(c => c.CafCode).SingleOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException("Convention unknown.");
        var niveaux = await db.Plans.Where(p => p.ConventionId == convention).Select(p => p.Niveaux).SingleOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException("Plan unknown.");
        var retenues = await db.CorrespondancesPlan.AsNoTracking().Where(c => c.CafCode == caf).ToDictionaryAsync(c => c.EnTete, c => c.Champ, cancellationToken);
        return (new(niveaux, retenues), caf);
    }

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

    public static ClasseurLu Verifie(this ClasseurLu classeur, int feuille) =>
        feuille < classeur.Feuilles.Count ? classeur : throw new NotFoundException("This workbook has no such sheet.");
}
