using CtgPortal.Application.Common;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Versions;
using CtgPortal.Domain.Signatures;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Signatures;

/// <summary>What changed between the text that some people signed and the one that took its place.</summary>
/// <param name="NumeroVersion">Of the text that was signed.</param>
/// <param name="Signataires">Addresses of those who had signed it.</param>
internal sealed record ChangementsDepuisSignature(int NumeroVersion, ComparaisonDossiers Comparaison, IReadOnlySet<string> Signataires)
{
    /// <summary>Something that binds is not the same: what was signed counts no more.</summary>
    public bool EngageAutrement => Comparaison.EngageAutrement;

    public IReadOnlyList<string> Phrases => [.. ResumeComparaison.De(Comparaison).Select(r => r.Phrase)];
}

internal static class LectureChangements
{
    /// <returns>Null when nobody had signed: there is nothing to keep and nobody to tell.</returns>
    public static async Task<ChangementsDepuisSignature?> DepuisLaVersionSigneeAsync(
        this ICtgReadContext db, Signature? annulee, DossierConvention texte, CancellationToken cancellationToken)
    {
        if (annulee is null || !annulee.Lignes.Any(l => l is { EstVivante: true, EstSignee: true }))
        {
            return null;
        }

        var donnees = await db.Pieces.Where(p => p.Id == annulee.DonneesId).Select(p => p.Contenu).SingleAsync(cancellationToken);
        return new(
            annulee.NumeroVersion, ComparerDossiers.Entre(DossierJson.Lire(donnees), texte),
            annulee.Lignes.Where(l => l is { EstVivante: true, EstSignee: true, Courriel: not null }).Select(l => l.Courriel!).ToHashSet(StringComparer.OrdinalIgnoreCase));
    }
}
