using CtgPortal.Application.Common;
using CtgPortal.Domain.Avenants;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Signatures;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Documents;

internal static class PiecesFigees
{
    /// <summary>Stored bytes of a frozen version, never a new rendering. Null when no version stands and none was asked for by number.</summary>
    /// <exception cref="NotFoundException">A version was asked for that does not exist.</exception>
    public static async Task<Fichier?> LirePieceFigeeAsync(
        this ICtgReadContext db, ConventionId convention, int? version, NaturePiece nature, CancellationToken cancellationToken)
    {
        var signatures = db.Signatures.Where(s => s.ConventionId == convention
            && (version == null ? s.Statut != StatutSignature.Annulee && s.AvenantId == null : s.NumeroVersion == version));
        var fichier = await (nature == NaturePiece.TexteFige
                ? db.Pieces.Where(p => signatures.Any(s => s.TexteId == p.Id))
                : db.Pieces.Where(p => signatures.Any(s => s.DonneesId == p.Id)))
            .Select(p => new Fichier(p.Nom, p.TypeMime, p.Contenu, p.Empreinte))
            .SingleOrDefaultAsync(cancellationToken);
        return fichier is null && version is not null ? throw new NotFoundException("No such version.") : fichier;
    }

    /// <summary>The sealed file of the version that stands; null as long as it is not made.</summary>
    /// <param name="avenant">Null for the convention itself.</param>
    public static Task<Fichier?> LireTexteScelleAsync(
        this ICtgReadContext db, ConventionId convention, AvenantId? avenant, CancellationToken cancellationToken)
    {
        var signatures = db.Signatures.Where(s => s.ConventionId == convention && s.AvenantId == avenant && s.Statut != StatutSignature.Annulee);
        return db.Pieces
            .Where(p => db.Scellements.Any(s => s.PieceId == p.Id && signatures.Any(c => c.Id == s.SignatureId)))
            .Select(p => new Fichier(p.Nom, p.TypeMime, p.Contenu, p.Empreinte))
            .SingleOrDefaultAsync(cancellationToken);
    }
}
