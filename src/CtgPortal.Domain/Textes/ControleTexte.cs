using System.Globalization;
using System.Text.RegularExpressions;
using CtgPortal.Domain.Common;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Textes;

/// <summary>What a text may announce and the data count.</summary>
/// <param name="NomAxe">Name that the territory gives to the first level of its plan: axe, enjeu, domaine…</param>
public sealed record ComptesTexte(int Axes, int Fiches, int Communes, int Signataires, string NomAxe);

/// <summary>What is to be corrected or checked in a text before it is exported or signed; each points to its passage.</summary>
public static partial class ControleTexte
{
    public const string ChampInconnu = "champ-inconnu";
    public const string ChampSansValeur = "champ-sans-valeur";
    public const string TexteACompleter = "texte-a-completer";
    public const string TexteAPreciser = "texte-a-preciser";
    public const string ArticleVide = "article-vide";
    public const string PassageVide = "passage-vide";
    public const string SansArticle = "sans-article";
    public const string CompteDifferent = "compte-different";
    public const string ModelePlusRecent = "modele-plus-recent";
    public const string TexteNonCommence = "texte-non-commence";

    private static readonly string[] Unites =
    [
        "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze", "quinze", "seize",
        "dix-sept", "dix-huit", "dix-neuf", "vingt",
    ];

    private static readonly Dictionary<string, int> EnLettres = Nombres();

    /// <summary>Every control of every passage.</summary>
    public static IReadOnlyList<Obstacle> Controler(IReadOnlyList<Passage> passages, ValeursTexte valeurs, ComptesTexte comptes)
    {
        var articles = passages.Where(p => p.Nature == NaturePassage.Article).ToList();
        return
        [
            .. When(articles.Count == 0, SansArticle, "Le texte n’a aucun article."),
            .. passages.SelectMany(p => Controler(p, Lieu(p, articles), valeurs, comptes)),
        ];
    }

    /// <summary>What blocks in one passage whatever the data: kept with it, so that lists of conventions need not read every text.</summary>
    public static int CompterDefauts(Passage passage) => Statiques(passage, "").Count(o => o.Bloquant);

    /// <summary>« Article 4 « Les objectifs partagés » », « Préambule ».</summary>
    public static string Lieu(Passage passage, IReadOnlyList<Passage> articles) => passage.Nature == NaturePassage.Article
        ? $"Article {articles.TakeWhile(a => a.Cle != passage.Cle).Count() + 1}"
        : PassagesFixes.NomDe(passage.Nature);

    private static IEnumerable<Obstacle> Controler(Passage passage, string lieu, ValeursTexte valeurs, ComptesTexte comptes) =>
    [
        .. Statiques(passage, lieu),
        .. TexteAChamps.Remplir(passage.Titre + "\n" + passage.Corps, valeurs).SansValeur.Distinct().Select(code => new Obstacle(
            ChampSansValeur, $"{lieu} : le champ {{{{{code}}}}} n’a pas encore de valeur ({ChampsAutomatiques.De(code)!.Libelle}).", Cible: passage.Cle)),
        .. Annonces(passage, lieu, comptes),
    ];

    private static IEnumerable<Obstacle> Statiques(Passage passage, string lieu)
    {
        var estArticle = passage.Nature == NaturePassage.Article;
        if (passage.Corps.Length == 0)
        {
            return
            [
                new(estArticle ? ArticleVide : PassageVide, $"{lieu} : {(estArticle ? "cet article n’a pas de texte" : "ce texte est vide")}.", estArticle, passage.Cle),
            ];
        }

        return
        [
            .. TexteAChamps.Anomalies(passage.Titre).Select(a => new Obstacle(ChampInconnu, $"{lieu}, titre : {a.Message}.", Cible: passage.Cle)),
            .. TexteAChamps.Anomalies(passage.Corps).Select(a => new Obstacle(ChampInconnu, $"{lieu}, ligne {a.Ligne} : {a.Message}.", Cible: passage.Cle)),
            .. Restes(passage, ACompleter()).Select(r => new Obstacle(TexteACompleter, $"{lieu}, {r.Ou} : « {r.Extrait} » est resté à compléter.", Cible: passage.Cle)),
            .. Restes(passage, APreciser()).Select(r => new Obstacle(TexteAPreciser, $"{lieu}, {r.Ou} : « {r.Extrait} ». Est-ce voulu ?", Bloquant: false, passage.Cle)),
        ];
    }

    private static IEnumerable<(string Ou, string Extrait)> Restes(Passage passage, Regex regle) =>
        Lignes(passage).SelectMany(l => regle.Matches(l.Texte).Select(m => (l.Ou, m.Value.Trim())));

    private static IEnumerable<Obstacle> Annonces(Passage passage, string lieu, ComptesTexte comptes) =>
        from ligne in Lignes(passage)
        from Match m in Annonce().Matches(ligne.Texte)
        let annonce = Valeur(m.Groups["nombre"].Value)
        let nom = m.Groups["nom"].Value
        let compte = Compter(nom.ToLowerInvariant(), comptes)
        where annonce is not null && compte is not null && annonce.Value.Nombre != compte
        select new Obstacle(
            CompteDifferent, $"{lieu}, {ligne.Ou} : le texte annonce « {annonce.Value.Ecrit} {nom} », {Realite(nom.ToLowerInvariant(), compte.Value)}.",
            Bloquant: false, passage.Cle);

    private static int? Compter(string nom, ComptesTexte comptes) => nom switch
    {
        _ when nom.StartsWith("axe", StringComparison.Ordinal) => comptes.Axes,
        _ when nom.StartsWith("fiche", StringComparison.Ordinal) => comptes.Fiches,
        _ when nom.StartsWith("commune", StringComparison.Ordinal) => comptes.Communes == 0 ? null : comptes.Communes,
        _ when nom.StartsWith("signataire", StringComparison.Ordinal) => comptes.Signataires == 0 ? null : comptes.Signataires,
        _ => string.Equals(Singulier(nom), Singulier(comptes.NomAxe.ToLowerInvariant()), StringComparison.Ordinal) ? comptes.Axes : null,
    };

    private static string Realite(string nom, int compte) => nom switch
    {
        _ when nom.StartsWith("commune", StringComparison.Ordinal) => $"le périmètre en compte {compte}",
        _ when nom.StartsWith("signataire", StringComparison.Ordinal) => compte == 1 ? "une personne est désignée pour signer" : $"{compte} personnes sont désignées pour signer",
        _ => $"le plan en compte {compte}",
    };

    private static string Singulier(string nom) => nom.TrimEnd('s', 'x');

    /// <summary>The number announced and how it is written; null for « un » and « une », which announce nothing, and for words that are no number.</summary>
    private static (int Nombre, string Ecrit)? Valeur(string mots)
    {
        if (char.IsAsciiDigit(mots[0]))
        {
            return int.TryParse(string.Concat(mots.Where(char.IsAsciiDigit)), NumberStyles.None, CultureInfo.InvariantCulture, out var lue) && lue > 1
                ? (lue, mots.Trim())
                : null;
        }

        // « les quatre », « soixante et onze »: the longest end of the words that is a number
        var liste = mots.Split(' ');
        var dits = Enumerable.Range(0, liste.Length).Select(i => string.Join(' ', liste[i..])).ToList();
        var ecrit = dits.Find(d => EnLettres.ContainsKey(d.ToLowerInvariant().Replace(' ', '-')));
        return ecrit is not null && EnLettres[ecrit.ToLowerInvariant().Replace(' ', '-')] is > 1 and var dite ? (dite, ecrit) : null;
    }

    private static IEnumerable<(string Ou, string Texte)> Lignes(Passage passage) =>
        passage.Corps.Split('\n').Select((l, i) => ($"ligne {i + 1}", l)).Prepend(("titre", passage.Titre));

    private static Dictionary<string, int> Nombres()
    {
        var nombres = Unites.Select((mot, i) => (mot, i)).ToDictionary(x => x.mot, x => x.i);
        foreach (var (dizaine, valeur) in new[] { ("vingt", 20), ("trente", 30), ("quarante", 40), ("cinquante", 50), ("soixante", 60), ("quatre-vingt", 80) })
        {
            nombres[dizaine] = valeur;
            nombres[dizaine + "-et-un"] = nombres[dizaine + "-et-une"] = valeur + 1;
            foreach (var i in Enumerable.Range(1, valeur >= 60 ? 19 : 9))
            {
                nombres[$"{dizaine}-{Unites[i]}"] = valeur + i;
            }
        }

        (nombres["une"], nombres["quatre-vingts"], nombres["soixante-et-onze"], nombres["cent"]) = (1, 80, 71, 100);
        return nombres;
    }

    // an ellipsis that follows a word is a way of writing; alone, something is missing. « [texte](adresse) » is a link.
    [GeneratedRegex(@"\b[àa] compl[ée]ter\b|\b[xX]{2,}\b|(?<![\w’'.])(?:…|\.{3,})|_{3,}|\[[^\]\n]*\](?!\()|<[^>\n]{1,60}>|\blorem ipsum\b", RegexOptions.IgnoreCase)]
    private static partial Regex ACompleter();

    [GeneratedRegex(@"\b[àa] (?:pr[ée]ciser|d[ée]finir|renseigner|valider|confirmer)\b", RegexOptions.IgnoreCase)]
    private static partial Regex APreciser();

    [GeneratedRegex(@"(?<![\w{:-])(?<nombre>\d[\d\u00A0\u202F ]*|[a-zéû]+(?:[- ][a-zéû]+){0,2}?)\s+(?<nom>axes?|fiches?(?:[ -]actions?)?|communes?|signataires?|enjeux?|domaines?|thématiques?|objectifs?|orientations?|défis?|ambitions?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Annonce();
}
