using CtgPortal.Application.Common;
using CtgPortal.Application.Imports;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Imports;
using CtgPortal.Domain.Plans;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Echanges;

internal sealed class GenrePlan : GenreTableur
{
    public override string DeQuoi => "du plan";

    public override ImportTableur Deposer(TableurDepose depose, StatutConvention etape) => ImportPlan.Deposer(depose, etape);

    public override async Task<ReconnaissanceTableur> ReconnaitreAsync(
        ICtgDbContext db, ConventionId convention, IReadOnlyDictionary<string, string> retenues, CancellationToken cancellationToken)
    {
        var niveaux = await db.Plans.Where(p => p.ConventionId == convention).Select(p => p.Niveaux).SingleOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException("Plan unknown.");
        return new ReconnaissancePlan(niveaux, retenues);
    }

    public override string? Manque(IReadOnlyList<string> champs) =>
        champs.Contains(ColonnesEchange.Intitule) ? null : "Dites quelle colonne donne l’intitulé des fiches.";
}
