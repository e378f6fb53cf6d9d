using CtgPortal.Application.Common;
using CtgPortal.Application.Documents;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Signatures;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Avenants;

/// <summary>What the parties signed last: the convention, or its last avenant; of one signed elsewhere, the state somebody vouched for.</summary>
/// <param name="Avenant">Number of the avenant; null for the convention.</param>
/// <param name="Le">Day of the last signature, or day on which the state was vouched for.</param>
/// <param name="HorsPortail">Vouched for, and not signed here.</param>
public sealed record EtatSigneLu(int? Avenant, DateOnly? Le, bool HorsPortail)
{
    internal PieceId Donnees { get; init; }
}

internal static class EtatsSignes
{
    /// <summary>Null when nothing signed is known here; two SQL commands.</summary>
    public static async Task<EtatSigneLu?> LireEtatSigneAsync(this ICtgReadContext db, ConventionId convention, CancellationToken cancellationToken)
    {
        var signe = await db.Signatures.Where(s => s.ConventionId == convention && s.Statut == StatutSignature.Complete)
            .OrderByDescending(s => s.NumeroVersion)
            .Select(s => new { s.AvenantNumero, s.DonneesId, Le = s.Lignes.Where(l => l.Role == RoleLigne.Signataire && l.RemplaceeLe == null && l.RetireeLe == null).Max(l => l.SigneeLe) })
            .FirstOrDefaultAsync(cancellationToken);
        if (signe is not null)
        {
            return new(signe.AvenantNumero, signe.Le, HorsPortail: false) { Donnees = signe.DonneesId };
        }

        var garde = await db.Versions.Where(v => v.ConventionId == convention && v.EstEtatSigne)
            .OrderByDescending(v => v.Numero)
            .Select(v => new { v.ContenuId, v.Le })
            .FirstOrDefaultAsync(cancellationToken);
        return garde is null ? null : new(null, Domain.Common.Calendrier.JourEnFrance(garde.Le), HorsPortail: true) { Donnees = garde.ContenuId };
    }

    public static async Task<DossierConvention> LireDossierAsync(this ICtgReadContext db, EtatSigneLu etat, CancellationToken cancellationToken) =>
        DossierJson.Lire(await db.Pieces.Where(p => p.Id == etat.Donnees).Select(p => p.Contenu).SingleAsync(cancellationToken));
}
