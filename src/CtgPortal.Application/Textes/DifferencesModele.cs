using CtgPortal.Domain.Textes;

namespace CtgPortal.Application.Textes;

public enum SortDuModele
{
    Modifie,
    Nouveau,
    Retire,
}

/// <summary>One part that a newer version of the model words otherwise than what was copied.</summary>
/// <param name="Titre">Of the newer version, or of what it left out.</param>
/// <param name="Adapte">The convention has its own words there.</param>
/// <param name="Revision">Of the passage; 0 when the convention does not have it.</param>
/// <param name="DuModele">From the version copied to the newer one.</param>
/// <param name="DuTexte">From the words of the convention to the newer version; null when they are those of the model.</param>
public sealed record DifferenceModele(
    string Cle, SortDuModele Sort, string Titre, bool Adapte, int Revision, IReadOnlyList<Fragment> DuModele, IReadOnlyList<Fragment>? DuTexte);

internal static class DifferencesModele
{
    /// <summary>In the order of the newer version; what it left out comes last.</summary>
    public static IReadOnlyList<DifferenceModele> Entre(TexteConvention texte, IReadOnlyList<PassageTexte> passages, ContenuTexte modele)
    {
        var parCle = passages.ToDictionary(p => p.Cle);
        return
        [
            .. modele.Passages.Select(p => Comparer(p, parCle.GetValueOrDefault(p.Cle), texte)).OfType<DifferenceModele>(),
            .. passages.Where(p => p.Modele is not null && p.Nature == NaturePassage.Article && modele.De(p.Cle) is null).Select(p => new DifferenceModele(
                p.Cle, SortDuModele.Retire, p.Titre, p.Etat == EtatPassage.Adapte, p.Revision, [new(EtatFragment.Supprime, p.Corps)], null)),
        ];
    }

    private static DifferenceModele? Comparer(Passage modele, PassageTexte? passage, TexteConvention texte)
    {
        if (passage is null)
        {
            return texte.Ecartes.Contains(modele.Cle)
                ? null
                : new(modele.Cle, SortDuModele.Nouveau, modele.Titre, false, 0, [new(EtatFragment.Insere, modele.Corps)], null);
        }

        if (modele.MemeTexte(passage.Modele) || modele.MemeTexte(passage.Contenu))
        {
            return null;
        }

        var adapte = passage.Etat == EtatPassage.Adapte;
        return new(
            modele.Cle, SortDuModele.Modifie, modele.Titre, adapte, passage.Revision,
            MotsCompares.EntreRedactions(Mots(passage.Modele ?? passage.Contenu), Mots(modele)),
            adapte ? MotsCompares.EntreRedactions(Mots(passage.Contenu), Mots(modele)) : null);
    }

    // a title that changes is a difference like another
    private static string Mots(Passage passage) => passage.Nature == NaturePassage.Article ? passage.Titre + "\n" + passage.Corps : passage.Corps;
}
