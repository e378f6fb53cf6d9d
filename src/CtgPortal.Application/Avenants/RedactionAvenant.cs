using CtgPortal.Application.Documents;
using CtgPortal.Application.Marques;
using CtgPortal.Application.Versions;
using CtgPortal.Domain.Avenants;
using CtgPortal.Domain.Conventions;

namespace CtgPortal.Application.Avenants;

/// <summary>Writes the articles of an avenant from what it changes; people then edit them.</summary>
internal static class RedactionAvenant
{
    private const int LignesMax = 60;
    private const int ValeurMax = 400;

    public static IReadOnlyList<ArticleAvenant> Proposer(ContenuAvenant contenu, Periode? periode, ChangementsDepuisSignature changements, bool planNouveau) =>
    [
        new("Objet de l’avenant", $"Le présent avenant a pour objet : {Minuscule(TexteRiche.Echapper(contenu.Objet.Trim().TrimEnd('.')))}."),
        .. contenu.Fait(NatureAvenant.Prolonger) && contenu.NouvelleFin is { } fin ? [Duree(periode, fin)] : (ArticleAvenant[])[],
        .. contenu is { Communes.Count: > 0 } && contenu.Fait(NatureAvenant.AjouterCommunes)
            ? [new("Périmètre de la convention", Liste(
                contenu.Communes.Count > 1 ? "Les communes suivantes entrent dans le périmètre de la convention :" : "La commune suivante entre dans le périmètre de la convention :",
                contenu.Communes.Select(c => $"{c.Nom} (code Insee {c.Code})")))]
            : (ArticleAvenant[])[],
        .. contenu.Fait(NatureAvenant.AjouterParties)
            ? [new("Parties à la convention", contenu.Parties.Count == 0
                ? "Les parties qui signent le présent avenant sans avoir signé la convention y adhèrent et en acceptent toutes les stipulations."
                : Liste(
                    contenu.Parties.Count > 1 ? "Adhèrent à la convention, dont elles acceptent toutes les stipulations :" : "Adhère à la convention, dont elle accepte toutes les stipulations :",
                    contenu.Parties.Select(p => p.Nom)))]
            : (ArticleAvenant[])[],
        .. contenu.Fait(NatureAvenant.CompleterPlan) ? [Plan(changements, planNouveau)] : (ArticleAvenant[])[],
        .. contenu.Fait(NatureAvenant.ModifierAnnexes) ? [Annexes(changements)] : (ArticleAvenant[])[],
        new(
            "Portée de l’avenant",
            "Le présent avenant fait partie intégrante de la convention. Il prend effet le jour de sa dernière signature. Les stipulations de la convention qu’il ne modifie pas restent inchangées."),
    ];

    /// <summary>One sentence per difference that binds.</summary>
    public static IEnumerable<string> Phrases(DifferenceDossier d) => d.Nature switch
    {
        NatureDifference.Ajout => [$"{d.Sujet} : {Accord(d, "ajouté")}{(d.Contexte is { } contexte ? $" dans « {contexte} »" : "")} ;"],
        NatureDifference.Retrait => [$"{d.Sujet} : {Accord(d, "retiré")} ;"],
        _ =>
        [
            .. d.Deplacement is { } place ? [$"{d.Sujet} : passe de « {place.De} » à « {place.Vers} » ;"] : (string[])[],
            .. d.Champs.Select(c => $"{d.Sujet} – {Minuscule(c.Libelle)} : {Passage(c)} ;"),
        ],
    };

    private static ArticleAvenant Duree(Periode? periode, DateOnly fin) => new(
        "Durée de la convention",
        periode is null
            ? $"La convention prend fin le {Mots.Jour(fin)}."
            : $"La durée de la convention, conclue du {Mots.Jour(periode.Debut)} au {Mots.Jour(periode.Fin)}, est prolongée jusqu’au {Mots.Jour(fin)}.");

    private static ArticleAvenant Plan(ChangementsDepuisSignature changements, bool planNouveau) => planNouveau
        ? new("Plan d’actions", "Le plan d’actions joint au présent avenant est annexé à la convention, dont il fait partie intégrante.")
        : new("Plan d’actions", Enumerer(
            "Le plan d’actions annexé à la convention est modifié comme suit :",
            changements.Contractuels.Where(d => d.Partie == PartieComparee.Plan),
            "Le plan d’actions annexé à la convention est modifié comme suit : …"));

    private static ArticleAvenant Annexes(ChangementsDepuisSignature changements) => new("Annexes de la convention", Enumerer(
        "La liste des équipements et services soutenus est modifiée comme suit :",
        changements.Contractuels.Where(d => d.Partie == PartieComparee.Equipements),
        "Les annexes de la convention sont modifiées comme suit : …"));

    private static string Enumerer(string debut, IEnumerable<DifferenceDossier> differences, string sinon)
    {
        var phrases = differences.SelectMany(Phrases).ToList();
        return phrases.Count == 0
            ? sinon
            : Liste(debut, phrases.Count <= LignesMax ? phrases : [.. phrases.Take(LignesMax), $"et {phrases.Count - LignesMax} autres changements, dans le tableau annexé au présent avenant ;"], echappe: false);
    }

    private static string Liste(string debut, IEnumerable<string> elements, bool echappe = true)
    {
        var lignes = elements.Select(e => $"- {TexteRiche.Echapper(e.ReplaceLineEndings(" "))}").ToList();
        lignes[^1] = lignes[^1].TrimEnd(';', ' ') + ".";
        return string.Join('\n', [debut, .. echappe ? lignes.Select((l, i) => i < lignes.Count - 1 ? l + " ;" : l) : lignes]);
    }

    private static string Passage(ChampCompare champ) => (Court(champ.Avant), Court(champ.Apres)) switch
    {
        (null, { } apres) => $"« {apres} »",
        ({ } avant, null) => $"« {avant} » est supprimé",
        var (avant, apres) => $"« {avant} » devient « {apres} »",
    };

    private static string? Court(string? valeur) => valeur is null ? null : valeur.Length <= ValeurMax ? valeur : string.Concat(valeur.AsSpan(0, ValeurMax).TrimEnd(), "…");

    private static string Accord(DifferenceDossier d, string participe) => d.Genre is "fiche" or "orientation" or "commune" or "partie" ? participe + "e" : participe;

    private static string Minuscule(string texte) =>
        texte.Length > 1 && char.IsUpper(texte[0]) && char.IsLower(texte[1]) ? char.ToLowerInvariant(texte[0]) + texte[1..] : texte;
}
