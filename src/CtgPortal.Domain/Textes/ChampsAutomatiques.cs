using System.Collections.Frozen;

namespace CtgPortal.Domain.Textes;

public enum NatureChamp
{
    /// <summary>A few words within a sentence.</summary>
    Mot,

    /// <summary>A bulleted list, alone on its line.</summary>
    Liste,

    /// <summary>Two wordings, for one signing collectivité or for several.</summary>
    Accord,

    /// <summary>Lines kept only when a field has a value.</summary>
    Condition,
}

/// <summary>A place in a text that the data of the convention fill.</summary>
/// <param name="Code">As written between the braces, in lower case; written with a capital, its value gets one.</param>
/// <param name="Libelle">What stands there as long as there is no value: « à fixer : début de la période ».</param>
/// <param name="Description">For those who write, with what it gives.</param>
public sealed record ChampAutomatique(string Code, NatureChamp Nature, string Libelle, string Description)
{
    /// <summary>As people type it.</summary>
    public string Ecriture => Nature switch
    {
        NatureChamp.Accord => "{{accord:la collectivité|les collectivités}}",
        NatureChamp.Condition when Code != ChampsAutomatiques.Si => $"{{{{si:{Code}}}}}\n\n{{{{sinon}}}}\n\n{{{{fin-si}}}}",
        NatureChamp.Condition => "{{si:periode}}\n\n{{sinon}}\n\n{{fin-si}}",
        _ => $"{{{{{Code}}}}}",
    };
}

/// <summary>The one catalogue of the fields: what it does not hold is refused when a model is published and shown in a convention.</summary>
public static class ChampsAutomatiques
{
    public const string Accord = "accord";
    public const string Si = "si";
    public const string Sinon = "sinon";
    public const string FinSi = "fin-si";

    public static readonly IReadOnlyList<ChampAutomatique> Tous =
    [
        Mot("territoire", "nom du territoire", "Nom du territoire qui porte la convention : « Communauté de communes des Trois Rivières »."),
        Mot("caf", "nom de la Caf", "Nom de la caisse : « Caf de l’Aisne »."),
        Mot("periode", "période de la convention", "Période entière : « du 1er janvier 2026 au 31 décembre 2029 »."),
        Mot("debut", "début de la période", "Premier jour de la période : « 1er janvier 2026 »."),
        Mot("fin", "fin de la période", "Dernier jour de la période : « 31 décembre 2029 »."),
        Mot("champs", "champs d’intervention", "Champs d’intervention à la suite : « petite enfance, jeunesse et logement »."),
        Mot("collectivites", "collectivités signataires", "Noms des collectivités signataires, à la suite."),
        Mot("parties", "parties à la convention", "« les parties », suivi de leurs noms entre parenthèses quand elles sont six au plus."),
        Mot("nombre-communes", "nombre de communes", "Nombre de communes du périmètre, avec le mot : « 26 communes »."),
        Mot("population", "population du périmètre", "Population du périmètre : « 21 450 habitants »."),
        Mot("nombre-axes", "nombre d’axes du plan", "Nombre d’axes du plan, avec le mot : « 6 axes »."),
        Mot("nombre-fiches", "nombre de fiches du plan", "Nombre de fiches action du plan, avec le mot : « 14 fiches action »."),
        Mot("nombre-parties", "nombre de parties", "Nombre de parties à la convention, avec le mot : « 4 parties »."),
        Liste("liste:axes", "axes du plan", "Liste à puces des axes du plan, seule sur sa ligne."),
        Liste("liste:champs", "champs d’intervention", "Liste à puces des champs d’intervention, seule sur sa ligne."),
        Liste("liste:collectivites", "collectivités signataires", "Liste à puces des collectivités signataires, seule sur sa ligne."),
        Liste("liste:parties", "parties à la convention", "Liste à puces de toutes les parties, seule sur sa ligne."),
        Liste("liste:communes", "communes du périmètre", "Liste à puces des communes du périmètre, seule sur sa ligne."),
        Liste("liste:deliberations", "délibérations des parties", "Liste des délibérations enregistrées, seule sur sa ligne ; dans les visas, un visa pour chacune."),
        new(Accord, NatureChamp.Accord, "accord en nombre", "Deux rédactions, selon qu’une ou plusieurs collectivités signent."),
        new(Si, NatureChamp.Condition, "condition", "Lignes imprimées seulement si un champ a une valeur ; {{sinon}} est facultatif."),
        new("une-collectivite", NatureChamp.Condition, "une seule collectivité", "Lignes imprimées seulement si une seule collectivité signe."),
        new("plusieurs-collectivites", NatureChamp.Condition, "plusieurs collectivités", "Lignes imprimées seulement si plusieurs collectivités signent."),
    ];

    private static readonly FrozenDictionary<string, ChampAutomatique> ParCode = Tous.ToFrozenDictionary(c => c.Code);

    public static ChampAutomatique? De(string code) => ParCode.GetValueOrDefault(code.ToLowerInvariant());

    /// <summary>Fields that a condition may ask about.</summary>
    public static bool EstDonnee(string code) => De(code) is { Nature: NatureChamp.Mot or NatureChamp.Liste } or { Nature: NatureChamp.Condition, Code: not Si };

    /// <summary>The known code that looks most like a wrong one; null when none does.</summary>
    public static string? Voisin(string code)
    {
        var (voisin, distance) = Tous.Where(c => c.Nature is NatureChamp.Mot or NatureChamp.Liste)
            .SelectMany(c => new[] { c.Code, c.Code.Replace("liste:", "", StringComparison.Ordinal) }.Select(essai => (c.Code, Ecart: Distance(essai, code.ToLowerInvariant()))))
            .MinBy(x => x.Ecart);
        return distance <= Math.Max(2, code.Length / 3) ? voisin : null;
    }

    private static ChampAutomatique Mot(string code, string libelle, string description) => new(code, NatureChamp.Mot, libelle, description);

    private static ChampAutomatique Liste(string code, string libelle, string description) => new(code, NatureChamp.Liste, libelle, description);

    /// <summary>Levenshtein.</summary>
    private static int Distance(string a, string b)
    {
        var ligne = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonale = ligne[0];
            ligne[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                (diagonale, ligne[j]) = (ligne[j], Math.Min(Math.Min(ligne[j], ligne[j - 1]) + 1, diagonale + (a[i - 1] == b[j - 1] ? 0 : 1)));
            }
        }

        return ligne[^1];
    }
}

/// <summary>What the data of a convention put in the fields; built by the one who reads them.</summary>
/// <param name="Mots">By code; null or absent where there is nothing yet.</param>
/// <param name="Listes">By code; empty where there is nothing yet.</param>
/// <param name="Plusieurs">Whether several collectivités sign, or none is known yet.</param>
public sealed record ValeursTexte(
    IReadOnlyDictionary<string, string?> Mots, IReadOnlyDictionary<string, IReadOnlyList<string>> Listes, bool Plusieurs, GraphieSigles Graphie)
{
    public string? Mot(string code) => Mots.GetValueOrDefault(code);

    public IReadOnlyList<string> Liste(string code) => Listes.GetValueOrDefault(code) ?? [];

    public bool AUneValeur(string code) => Mot(code) is not null || Liste(code).Count > 0;
}
