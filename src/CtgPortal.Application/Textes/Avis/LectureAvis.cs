using CtgPortal.Application.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Textes;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Textes.Avis;

/// <summary>An opinion asked for, as everybody on the convention may read it.</summary>
/// <param name="Courriel">For those who ask; null for the others.</param>
public sealed record AvisVu(
    AvisPartenaireId Id, int Revision, string Structure, string? Courriel, DateOnly Echeance, DateTimeOffset DemandeLe, EtatAvis Etat, SensAvis? Sens,
    string? Texte, DateTimeOffset? RenduLe, bool EnRetard, PieceId TexteSoumis, DateTimeOffset? DernierRappelLe);

internal static class LectureAvis
{
    public static async Task<(IReadOnlyList<AvisVu> Lus, IReadOnlyList<AvisPartenaire> Attendus)> LireAvisAsync(
        this ICtgReadContext db, ConventionId convention, bool avecAdresses, DateOnly aujourdhui, CancellationToken cancellationToken)
    {
        var avis = await db.AvisPartenaires.Where(a => a.ConventionId == convention).OrderBy(a => a.Structure).ThenBy(a => a.Id).ToListAsync(cancellationToken);
        return (
            [
                .. avis.Select(a => new AvisVu(
                    a.Id, a.Revision, a.Structure, avecAdresses ? a.Courriel : null, a.Echeance, a.DemandeLe, a.Etat(aujourdhui), a.Sens, a.Texte, a.RenduLe,
                    a.EnRetard, a.TexteId, a.RappelEcheanceLe ?? a.RappelAvantLe)),
            ],
            [.. avis.Where(a => a.Sens is null)]);
    }
}
