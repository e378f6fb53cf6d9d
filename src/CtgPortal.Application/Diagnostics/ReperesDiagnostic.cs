using CtgPortal.Application.Common;
using CtgPortal.Domain.Conventions;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Diagnostics;

/// <summary>How much there is of each thing in a diagnostic, for the tabs that lead to them.</summary>
public sealed record ReperesDiagnostic(int Indicateurs, int Constats, int Enquetes, int Entretiens, int Documents, int Validations, bool EstValide);

internal static class LectureReperes
{
    /// <summary>One SQL command.</summary>
    public static Task<ReperesDiagnostic> LireReperesAsync(this ICtgReadContext db, ConventionId id, CancellationToken cancellationToken) =>
        db.Diagnostics.Where(d => d.ConventionId == id)
            .Select(d => new ReperesDiagnostic(
                d.Indicateurs.Count,
                d.Constats.Count,
                db.Enquetes.Count(e => e.ConventionId == id),
                db.Entretiens.Count(e => e.ConventionId == id),
                db.DocumentsExistants.Count(x => x.ConventionId == id),
                db.ValidationsDiagnostic.Count(v => v.ConventionId == id),
                d.ValideLe != null))
            .SingleAsync(cancellationToken);
}
