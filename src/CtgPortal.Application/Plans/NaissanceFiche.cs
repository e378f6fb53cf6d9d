using CtgPortal.Application.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using CtgPortal.Domain.Suivi;

namespace CtgPortal.Application.Plans;

internal static class NaissanceFiche
{
    /// <summary>A fiche with its place in the tree and its follow-up, saved together.</summary>
    /// <param name="code">The one of the file it comes from.</param>
    public static FicheAction Creer(
        this ICtgDbContext db, Plan plan, AxeId axe, OrientationId? orientation, string intitule, StatutConvention etape, DateTimeOffset now, string? code = null)
    {
        var fiche = FicheAction.Creer(plan.ConventionId, intitule, etape, now);
        plan.Placer(fiche.Id, axe, orientation, etape, now, code);
        db.FichesAction.Add(fiche);
        db.Suivis.Add(SuiviFiche.Commencer(fiche));
        return fiche;
    }
}
