using CtgPortal.Application.Common;
using CtgPortal.Domain.Bibliotheque;
using CtgPortal.Domain.Conventions;

namespace CtgPortal.Application.Bibliotheque;

internal static class LectureBibliotheque
{
    /// <summary>What the Caf asks of every convention, and this one has neither in its plan nor set aside.</summary>
    public static IQueryable<FicheModele> ImposeesManquantes(this ICtgReadContext db, ConventionId convention) => db.FichesModele
        .Where(m => m.ImposeeDepuis != null && !m.Archivee && db.Conventions.Any(c => c.Id == convention && c.CafCode == m.CafCode)
            && !db.ReprisesModele.Any(r => r.ConventionId == convention && r.ModeleId == m.Id && (r.FicheActionId != null || r.SansObjet != null)))
        .OrderBy(m => m.Intitule).ThenBy(m => m.Id);
}
