using CtgPortal.Application.Common;
using CtgPortal.Application.Documents;

namespace CtgPortal.Application.Versions;

/// <summary>What changed in a few sentences: « 3 fiches ajoutées, 1 déplacée », « Article 5 : 12 mots ajoutés, 4 retirés ».</summary>
public static class ResumeComparaison
{
    private const int TextesMax = 4;

    /// <summary>One sentence or more per part that changed, in the order of the parts.</summary>
    public static IReadOnlyList<(PartieComparee Partie, string Phrase)> De(ComparaisonDossiers comparaison)
    {
        ArgumentNullException.ThrowIfNull(comparaison);
        return [.. comparaison.Differences.GroupBy(d => d.Partie).SelectMany(g => Phrases(g.Key, [.. g], comparaison.Argent).Select(p => (g.Key, p)))];
    }

    private static IEnumerable<string> Phrases(PartieComparee partie, IReadOnlyList<DifferenceDossier> differences, ArgentCompare argent)
    {
        switch (partie)
        {
            case PartieComparee.Texte:
                return DuTexte(differences);
            case PartieComparee.Plan:
                return DuPlan(differences, argent);
            case PartieComparee.Cadre:
                return [$"Cadre : {Enumerer(differences.SelectMany(d => d.Champs).Select(c => Minuscule(c.Libelle)))}"];
            case PartieComparee.Fil:
                return [$"Du constat à l’action : {Nombre(differences.Count, "lien changé", "liens changés")}"];
            case PartieComparee.Suivi:
                return [$"Suivi : {Nombre(differences.Count, "fiche", "fiches")} avec du nouveau"];
            default:
                return Comptes(differences);
        }
    }

    private static IEnumerable<string> DuTexte(IReadOnlyList<DifferenceDossier> differences) =>
    [
        .. Comptes([.. differences.Where(d => d.Nature != NatureDifference.Modification)]),
        .. differences.Where(d => d.Nature == NatureDifference.Modification && d.Genre != "numerotation").Take(TextesMax).Select(d =>
            $"{d.Sujet} : {(d.MotsAjoutes + d.MotsRetires == 0 ? d.Deplacement is null ? "ponctuation ou mise en forme" : "déplacé" : Mots(d))}"),
        .. differences.Count(d => d.Nature == NatureDifference.Modification && d.Genre != "numerotation") is var n and > TextesMax
            ? [$"et {Nombre(n - TextesMax, "autre texte modifié", "autres textes modifiés")}"] : (string[])[],
    ];

    private static string Mots(DifferenceDossier d) => string.Join(", ", new[]
    {
        d.MotsAjoutes > 0 ? Nombre(d.MotsAjoutes, "mot ajouté", "mots ajoutés") : null,
        d.MotsRetires > 0 ? Nombre(d.MotsRetires, "mot retiré", "mots retirés") : null,
    }.OfType<string>());

    private static IEnumerable<string> DuPlan(IReadOnlyList<DifferenceDossier> differences, ArgentCompare argent) =>
    [
        .. Comptes([.. differences.Where(d => d.Genre is "axe" or "orientation" or "fiche")]),
        .. differences.Any(d => d.Genre == "niveaux") ? ["Noms des niveaux du plan changés"] : (string[])[],
        .. differences.SingleOrDefault(d => d.Genre == "numerotation") is { } n ? [$"{Nombre(n.Champs.Count, "numéro changé", "numéros changés")} dans le plan"] : (string[])[],
        .. argent.Ecart == 0
            ? (string[])[]
            : [$"Financements prévus : {ComparerDossiers.Ecart(argent.Ecart, "€")} ({Nombres.Mesure(argent.Avant ?? 0, "€")} → {Nombres.Mesure(argent.Apres ?? 0, "€")})"],
    ];

    /// <summary>« 3 fiches ajoutées, 1 déplacée » for each kind of thing.</summary>
    private static IEnumerable<string> Comptes(IReadOnlyList<DifferenceDossier> differences) => differences.GroupBy(d => d.Genre).Select(g =>
    {
        if (!Noms.TryGetValue(g.Key, out var nom))
        {
            return g.First().Sujet;
        }

        (int Nombre, string Mot)[] comptes =
        [
            (g.Count(d => d.Nature == NatureDifference.Ajout), "ajouté"),
            (g.Count(d => d.Nature == NatureDifference.Retrait), "retiré"),
            (g.Count(d => d.Deplacement is not null), "déplacé"),
            (g.Count(d => d.Nature == NatureDifference.Modification && d.Champs.Count > 0), "modifié"),
        ];
        return string.Join(", ", comptes.Where(c => c.Nombre > 0).Select((c, i) =>
            $"{c.Nombre} {(i == 0 ? $"{(c.Nombre > 1 ? nom.Pluriel : nom.Singulier)} " : "")}{c.Mot}{(nom.Feminin ? "e" : "")}{(c.Nombre > 1 ? "s" : "")}"));
    });

    private static string Enumerer(IEnumerable<string> mots) => string.Join(", ", mots.Distinct());

    private static string Nombre(int nombre, string singulier, string pluriel) => $"{nombre} {(nombre > 1 ? pluriel : singulier)}";

    private static string Minuscule(string texte) => texte.Length == 0 ? texte : char.ToLowerInvariant(texte[0]) + texte[1..];

    private static readonly Dictionary<string, (string Singulier, string Pluriel, bool Feminin)> Noms = new()
    {
        ["axe"] = ("axe", "axes", false),
        ["orientation"] = ("orientation", "orientations", true),
        ["fiche"] = ("fiche", "fiches", true),
        ["article"] = ("article", "articles", false),
        ["partie"] = ("partie", "parties", true),
        ["signataire"] = ("signataire", "signataires", false),
        ["deliberation"] = ("délibération", "délibérations", true),
        ["commune"] = ("commune", "communes", true),
        ["equipement"] = ("équipement", "équipements", false),
        ["theme"] = ("thème", "thèmes", false),
        ["chiffre"] = ("chiffre", "chiffres", false),
        ["constat"] = ("constat", "constats", false),
        ["enquete"] = ("enquête", "enquêtes", true),
        ["entretien"] = ("entretien", "entretiens", false),
        ["atelier"] = ("atelier", "ateliers", false),
        ["contribution"] = ("contribution", "contributions", true),
    };
}

/// <summary>The words for what changed, shared by pages and documents.</summary>
public static class MotsVersions
{
    public static string De(PartieComparee partie) => partie switch
    {
        PartieComparee.Cadre => "Cadre",
        PartieComparee.Parties => "Parties et signataires",
        PartieComparee.Perimetre => "Périmètre",
        PartieComparee.Texte => "Texte",
        PartieComparee.Plan => "Plan d’actions",
        PartieComparee.Diagnostic => "Diagnostic",
        PartieComparee.Ateliers => "Ateliers",
        PartieComparee.Fil => "Du constat à l’action",
        PartieComparee.Equipements => "Équipements et services",
        PartieComparee.Suivi => "Suivi",
        _ => throw new ArgumentOutOfRangeException(nameof(partie), partie, null),
    };

    /// <summary>« Ajouté », « Déplacé et modifié »: never told by a colour alone.</summary>
    public static string De(DifferenceDossier difference) => (difference.Nature, difference.Deplacement, difference.Champs.Count) switch
    {
        (NatureDifference.Ajout, _, _) => "Ajout",
        (NatureDifference.Retrait, _, _) => "Retrait",
        (_, null, _) => "Modification",
        (_, _, 0) => "Déplacement",
        _ => "Déplacement et modification",
    };

    /// <summary>« De « Axe 1 » à « Axe 2 », numéro 3 → 7 ».</summary>
    public static string De(Deplacement deplacement)
    {
        ArgumentNullException.ThrowIfNull(deplacement);
        var place = deplacement.De == deplacement.Vers ? "Change de rang" : $"De « {deplacement.De ?? "hors du plan"} » à « {deplacement.Vers ?? "hors du plan"} »";
        return deplacement.NumeroAvant == deplacement.NumeroApres ? place : $"{place}, numéro {deplacement.NumeroAvant} → {deplacement.NumeroApres}";
    }

    /// <summary>A figure or a choice before and after, with the gap.</summary>
    public static string Passage(ChampCompare champ)
    {
        ArgumentNullException.ThrowIfNull(champ);
        return $"{champ.Avant ?? "rien"} → {champ.Apres ?? "rien"}{(champ.Ecart is { } ecart ? $" ({ecart})" : "")}";
    }

    internal static string Resume(int nombre) => $"{nombre} {(nombre > 1 ? "différences" : "différence")}";

    internal static string Jour(DateTimeOffset le) => Mots.Jour(Domain.Common.Calendrier.JourEnFrance(le));
}
