using CtgPortal.Application.Common;
using CtgPortal.Application.Documents;
using CtgPortal.Domain.Avenants;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Signatures;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Avenants;

/// <summary>One state that the parties signed: the convention, or what an avenant made of it.</summary>
/// <param name="Numero">Of the avenant; null for the convention.</param>
/// <param name="Le">Day of the last signature.</param>
/// <param name="HorsPortail">Signed elsewhere, and vouched for here.</param>
/// <param name="Version">Number of the named version that keeps it.</param>
public sealed record EtatSigneDate(int? Numero, AvenantId? Avenant, DateOnly Le, bool HorsPortail, int Version, string? Objet)
{
    internal PieceId Donnees { get; init; }

    internal IReadOnlyList<ArticleAvenant> Articles { get; init; } = [];
}

internal static class FriseSignee
{
    /// <summary>What was signed, the first state first; three SQL commands.</summary>
    public static async Task<IReadOnlyList<EtatSigneDate>> ListerEtatsSignesAsync(this ICtgReadContext db, ConventionId convention, CancellationToken cancellationToken)
    {
        var circuits = await db.Signatures.Where(s => s.ConventionId == convention && s.Statut == StatutSignature.Complete)
            .Select(s => new
            {
                s.AvenantId,
                s.NumeroVersion,
                s.DonneesId,
                Le = s.Lignes.Where(l => l.Role == RoleLigne.Signataire && l.RemplaceeLe == null && l.RetireeLe == null).Max(l => l.SigneeLe),
                Version = db.Versions.Where(v => v.ConventionId == convention && v.NumeroFige == s.NumeroVersion).Select(v => v.Numero).First(),
            })
            .OrderBy(s => s.NumeroVersion).ToListAsync(cancellationToken);
        var avenants = await db.Avenants.Where(a => a.ConventionId == convention).ToDictionaryAsync(a => a.Id, cancellationToken);
        var garde = await db.Versions.Where(v => v.ConventionId == convention && v.EstEtatSigne).OrderByDescending(v => v.Numero)
            .Select(v => new { v.Numero, v.ContenuId, v.Le, Signee = db.Conventions.Where(c => c.Id == convention).Select(c => c.SigneeLe).First() })
            .FirstOrDefaultAsync(cancellationToken);
        return
        [
            .. garde is null
                ? Array.Empty<EtatSigneDate>()
                : [new(null, null, garde.Signee ?? Domain.Common.Calendrier.JourEnFrance(garde.Le), HorsPortail: true, garde.Numero, null) { Donnees = garde.ContenuId }],
            .. circuits.Select(s =>
            {
                var avenant = s.AvenantId is { } id ? avenants[id] : null;
                return new EtatSigneDate(avenant?.Numero, s.AvenantId, s.Le!.Value, HorsPortail: false, s.Version, avenant?.Contenu.Objet)
                {
                    Donnees = s.DonneesId,
                    Articles = avenant?.Contenu.Articles ?? [],
                };
            }),
        ];
    }

    /// <summary>What bound the parties on a day; null before the first signature.</summary>
    public static EtatSigneDate? Au(this IReadOnlyList<EtatSigneDate> etats, DateOnly jour) => etats.LastOrDefault(e => e.Le <= jour);

    public static async Task<DossierConvention> LireDossierAsync(this ICtgReadContext db, EtatSigneDate etat, CancellationToken cancellationToken) =>
        DossierJson.Lire(await db.Pieces.Where(p => p.Id == etat.Donnees).Select(p => p.Contenu).SingleAsync(cancellationToken));
}
