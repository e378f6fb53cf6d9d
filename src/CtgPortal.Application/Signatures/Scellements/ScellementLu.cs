using CtgPortal.Application.Common;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Signatures;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Signatures.Scellements;

/// <summary>Where the seal of a complete circuit stands, as pages read it.</summary>
/// <param name="Empreinte">SHA-256 of the sealed file; null as long as it is not made.</param>
/// <param name="Taille">Of that file, in bytes.</param>
public sealed record ScellementLu(
    EtatScellement Etat, DateTimeOffset DemandeLe, int Tentatives, DateTimeOffset? DernierEssaiLe, DateTimeOffset? ProchainEssaiLe, string? DerniereErreur,
    PieceId? Piece, string? Empreinte, int? Taille, DateTimeOffset? HorodateLe, string? Horodateur, string? Certificat)
{
    public bool EstFait => Etat == EtatScellement.Fait;
}

internal static class LectureScellement
{
    public static Task<ScellementLu?> LireScellementAsync(this ICtgReadContext db, SignatureId circuit, CancellationToken cancellationToken) => db.Scellements
        .Where(s => s.SignatureId == circuit)
        .Select(s => new ScellementLu(
            s.Etat, s.DemandeLe, s.Tentatives, s.DernierEssaiLe, s.ProchainEssaiLe, s.DerniereErreur,
            s.PieceId,
            db.Pieces.Where(p => p.Id == s.PieceId).Select(p => p.Empreinte).FirstOrDefault(),
            db.Pieces.Where(p => p.Id == s.PieceId).Select(p => (int?)p.Taille).FirstOrDefault(),
            s.HorodateLe, s.Horodateur, s.Certificat))
        .SingleOrDefaultAsync(cancellationToken);
}
