using CtgPortal.Application.Common;
using CtgPortal.Domain.Commentaires;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Commentaires;

/// <summary>What a comment is about, in words, and who may read it.</summary>
/// <param name="Titre">Of the fiche, of the article or of the annexe.</param>
public sealed record CibleLue(CibleCommentaire Cible, string Titre, bool Confidentielle = false, UtilisateurId? Pilote = null);

internal static class CiblesCommentaires
{
    /// <returns>Null when it does not exist, or not for this person.</returns>
    public static async Task<CibleLue?> LireCibleAsync(
        this ICtgReadContext db, ConventionId convention, CibleCommentaire cible, CancellationToken cancellationToken)
    {
        switch (cible.Nature)
        {
            case NatureCible.Fiche when cible.Champ is null || ChampsFiche.Tous.Any(c => c.Code == cible.Champ):
                return await db.FichesAction.Where(f => f.Id == cible.Fiche && f.ConventionId == convention)
                    .Select(f => new CibleLue(cible, f.Identite.Intitule, f.Identite.Confidentielle, f.PiloteUtilisateurId))
                    .SingleOrDefaultAsync(cancellationToken);
            case NatureCible.Passage:
                return await db.PassagesTexte.Where(p => p.ConventionId == convention && p.Cle == cible.Cle)
                    .Select(p => new CibleLue(cible, p.Titre, false, null)).SingleOrDefaultAsync(cancellationToken);
            case NatureCible.Annexe:
                var annexes = await db.TextesConvention.Where(t => t.ConventionId == convention).Select(t => t.Annexes).SingleOrDefaultAsync(cancellationToken);
                return annexes?.Contains(cible.Cle ?? "") == true ? new(cible, cible.Cle!) : null;
            default:
                return null;
        }
    }

    /// <summary>The titles of what several discussions are about; two SQL commands. An article that is no more keeps its key.</summary>
    public static async Task<Func<CibleCommentaire, string>> LireTitresAsync(
        this ICtgReadContext db, ConventionId convention, CancellationToken cancellationToken)
    {
        var fiches = await db.FichesAction.Where(f => f.ConventionId == convention && db.Commentaires.Any(c => c.FicheActionId == f.Id))
            .ToDictionaryAsync(f => f.Id, f => f.Identite.Intitule, cancellationToken);
        var passages = await db.PassagesTexte.Where(p => p.ConventionId == convention).ToDictionaryAsync(p => p.Cle, p => p.Titre, cancellationToken);
        return cible => cible.Nature switch
        {
            NatureCible.Fiche => fiches[cible.Fiche!.Value],
            NatureCible.Passage => passages.GetValueOrDefault(cible.Cle!) ?? "Article retiré",
            _ => cible.Cle!,
        };
    }
}
