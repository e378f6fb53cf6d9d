using CtgPortal.Domain.Common;
using CtgPortal.Domain.Textes;

namespace CtgPortal.Web.Common;

/// <summary>Where an obstacle to a stage is lifted, so that the list that names it also leads there.</summary>
public static class LieuxObstacles
{
    private static readonly Dictionary<string, (string Chemin, string Libelle)> Lieux = new()
    {
        ["diagnostic-non-valide"] = ("/diagnostic", "Ouvrir le diagnostic"),
        ["aucun-constat"] = ("/diagnostic", "Ouvrir le diagnostic"),
        ["aucun-atelier"] = ("/ateliers", "Ouvrir les ateliers"),
        ["ateliers-ouverts"] = ("/ateliers", "Ouvrir les ateliers"),
        ["periode-absente"] = ("/cadre", "Fixer la période"),
        ["moins-de-deux-parties"] = ("/parties", "Ajouter une partie"),
        ["partie-sans-signataire"] = ("/parties", "Désigner un signataire"),
        ["deliberation-manquante"] = ("/deliberations", "Renseigner la délibération"),
        ["delegation-incomplete"] = ("/parties", "Compléter la délégation"),
        ["delegation-future"] = ("/parties", "Vérifier la délégation"),
        ["delegation-expiree"] = ("/parties", "Changer la délégation ou le signataire"),
        ["aucun-axe"] = ("/plan", "Ouvrir le plan"),
        ["aucune-fiche"] = ("/plan", "Ouvrir le plan"),
        ["orientation-sans-fiche"] = ("/plan", "Ouvrir le plan"),
        ["fiche-sans-pilote"] = ("/plan", "Ouvrir le plan"),
        ["fiche-imposee-absente"] = ("/plan/bibliotheque", "Ouvrir la bibliothèque"),
        ["texte-a-corriger"] = ("/texte", "Ouvrir le texte"),
        [ControleTexte.TexteNonCommence] = ("/texte", "Ouvrir le texte"),
        [ControleTexte.SansArticle] = ("/texte", "Ouvrir le texte"),
        [ControleTexte.ModelePlusRecent] = ("/texte/modele", "Voir ce qui change"),
    };

    /// <summary>Those that are lifted in one passage of the text.</summary>
    private static readonly HashSet<string> DansUnPassage =
    [
        ControleTexte.ChampInconnu, ControleTexte.ChampSansValeur, ControleTexte.TexteACompleter, ControleTexte.TexteAPreciser, ControleTexte.ArticleVide,
        ControleTexte.PassageVide, ControleTexte.CompteDifferent,
    ];

    /// <summary>Null for an obstacle that no page lifts, such as a period that has already begun.</summary>
    /// <returns>The path below the address of the convention, and the words of the link.</returns>
    public static (string Chemin, string Libelle)? De(Obstacle obstacle)
    {
        ArgumentNullException.ThrowIfNull(obstacle);
        return Lieux.TryGetValue(obstacle.Code, out var lieu) ? lieu
            : obstacle.Cible is { } cle && DansUnPassage.Contains(obstacle.Code) ? ($"/texte/passages/{cle}", "Ouvrir ce passage")
            : null;
    }
}
