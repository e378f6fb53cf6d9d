using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Signatures;
using CtgPortal.Domain.Signatures.Liens;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Signatures.Liens;

/// <summary>What a personal link opens, whoever reads: the link is the right.</summary>
/// <param name="Circuit">The one that it was sent for.</param>
/// <param name="Suivant">Opened since on another version of the same text, and not void; null when there is none.</param>
/// <param name="Codes">Those that this line asked for in the last hour.</param>
public sealed record LienPersonnel(
    LienSignature Lien, Signature Circuit, string Intitule, IReadOnlyList<string> Titulaires, Signature? Suivant, IReadOnlyList<CodeSignature> Codes)
{
    public LigneSignature Ligne => Circuit.Lignes.Single(l => l.Id == Lien.LigneId);

    /// <summary>The same address in the same role on the version that follows, for the same party rather than another.</summary>
    public LigneSignature? LigneSuivante => Suivant?.Lignes
        .Where(l => l.EstVivante && l.Role == Ligne.Role && l.Courriel is not null && string.Equals(l.Courriel, Ligne.Courriel, StringComparison.OrdinalIgnoreCase))
        .OrderByDescending(l => l.Partie == Ligne.Partie)
        .FirstOrDefault();
}

internal static class LecturesDeLien
{
    /// <summary>What the link opens; who holds it acts under the name of its line.</summary>
    /// <exception cref="NotFoundException">It opens nothing.</exception>
    public static async Task<LienPersonnel> ExigerLienAsync(
        this ICtgReadContext db, string jeton, IPorteur porteur, CancellationToken cancellationToken)
    {
        var lu = await db.LireLienAsync(jeton, cancellationToken) ?? throw new NotFoundException("This personal link opens nothing.");
        porteur.Reconnaitre($"{lu.Ligne.NomComplet} (lien personnel)");
        return lu;
    }

    /// <summary>The circuit of a link, under the lock of its convention.</summary>
    public static async Task<Signature> LoadDuLienAsync(
        this ICtgDbContext db, LienPersonnel lien, ConventionId convention, CancellationToken cancellationToken) =>
        await db.Signatures.SingleOrDefaultAsync(s => s.Id == lien.Lien.SignatureId && s.ConventionId == convention, cancellationToken)
        ?? throw new NotFoundException("This personal link opens nothing there.");
}
