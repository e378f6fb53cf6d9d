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
        ["deliberation-manquante"] = ("/parties", "Renseigner la délibération"),
        ["aucun-axe"] = ("/plan", "Ouvrir le plan"),
        ["aucune-fiche"] = ("/plan", "Ouvrir le plan"),
        ["orientation-sans-fiche"] = ("/plan", "Ouvrir le plan"),
        ["fiche-sans-pilote"] = ("/plan", "Ouvrir le plan"),
    };

    /// <summary>Null for an obstacle that no page lifts, such as a period that has already begun.</summary>
    /// <param name="code">Code of the obstacle.</param>
    /// <returns>The path below the address of the convention, and the words of the link.</returns>
    public static (string Chemin, string Libelle)? De(string code) => Lieux.TryGetValue(code, out var lieu) ? lieu : null;
}
