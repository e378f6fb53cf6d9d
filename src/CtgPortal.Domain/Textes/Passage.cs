using System.Text.Json.Serialization;
using CtgPortal.Domain.Common;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Textes;

public enum NaturePassage
{
    /// <summary>One visa per line, printed after « Vu ».</summary>
    Visas,

    Preambule,

    Article,

    /// <summary>Text of the annexe on steering.</summary>
    Gouvernance,

    /// <summary>Text of the annexe on evaluation.</summary>
    Evaluation,
}

/// <summary>How the Caf or the territory writes the two initialisms in its own texts.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<GraphieSigles>))]
public enum GraphieSigles
{
    [JsonStringEnumMemberName("Ctg/Caf")]
    Bas,

    [JsonStringEnumMemberName("CTG/CAF")]
    Haut,
}

/// <summary>One part of the text of a convention, as a model or a convention words it.</summary>
/// <param name="Cle">Stable name in the model and in what was copied from it: two versions are compared through it.</param>
/// <param name="Titre">Printed for an article only.</param>
/// <param name="Corps">Paragraphs one per line, lists « - », fields <c>{{territoire}}</c>; see <see cref="ChampsAutomatiques"/>.</param>
/// <param name="Contractuel">False for an article that informs without binding: changing it later asks for no avenant.</param>
public sealed record Passage(string Cle, NaturePassage Nature, string Titre, string Corps, bool Contractuel)
{
    public const int CleLongueurMax = 40;
    public const int TitreLongueurMax = 200;
    public const int CorpsLongueurMax = 20_000;

    /// <summary>A key for an article that no model knows.</summary>
    public static string NouvelleCle() => Guid.CreateVersion7().ToString("N");

    /// <summary>What people compare: the words, not the place.</summary>
    public bool MemeTexte(Passage? autre) =>
        autre is not null && (Titre, Corps, Contractuel) == (autre.Titre, autre.Corps, autre.Contractuel);

    /// <exception cref="BusinessRuleException">An article without title, or a text too long.</exception>
    internal Passage Normaliser() => this with
    {
        Titre = Texte.Obligatoire(Titre, "titre", TitreLongueurMax),
        Corps = Texte.Facultatif(Corps, "corps", CorpsLongueurMax)?.ReplaceLineEndings("\n") ?? "",
        Contractuel = Nature != NaturePassage.Article || Contractuel,
    };
}

/// <summary>The whole of a text: what a model publishes and what a convention copies.</summary>
/// <param name="Passages">In the order of printing; see <see cref="PassagesFixes"/>.</param>
/// <param name="Annexes">Titles of the six annexes, in their order.</param>
public sealed record ContenuTexte(IReadOnlyList<Passage> Passages, IReadOnlyList<string> Annexes, GraphieSigles Graphie)
{
    public const int ArticlesMax = 60;
    public const int AnnexeLongueurMax = 120;

    /// <summary>Diagnostic, equipments, plan, steering, evaluation, délibérations: their content is made by the portal.</summary>
    public static readonly IReadOnlyList<string> AnnexesUsuelles =
        ["Diagnostic partagé", "Équipements et services soutenus", "Plan d’actions", "Pilotage et suivi", "Évaluation", "Délibérations et décisions"];

    [JsonIgnore]
    public IEnumerable<Passage> Articles => Passages.Where(p => p.Nature == NaturePassage.Article);

    public Passage? De(string cle) => Passages.FirstOrDefault(p => p.Cle == cle);

    /// <exception cref="BusinessRuleException">Not six titles, or one that is empty or too long.</exception>
    internal static IReadOnlyList<string> NormaliserAnnexes(IReadOnlyList<string> annexes)
    {
        BusinessRuleException.ThrowIfAny(When(
            annexes.Count != AnnexesUsuelles.Count, "annexes-incompletes", $"Une convention a {AnnexesUsuelles.Count} annexes : donnez leur titre à toutes."));
        return [.. annexes.Select(a => Texte.Obligatoire(a, "annexe", AnnexeLongueurMax))];
    }
}

/// <summary>The four parts that every text has once, in fixed places: visas and préambule before the articles, the two annexes after.</summary>
public static class PassagesFixes
{
    public const string Visas = "visas";
    public const string Preambule = "preambule";
    public const string Gouvernance = "gouvernance";
    public const string Evaluation = "evaluation";

    /// <summary>The order of printing: articles keep the order they are given in.</summary>
    public static int Rang(NaturePassage nature) => (int)nature;

    public static string NomDe(NaturePassage nature) => nature switch
    {
        NaturePassage.Visas => "Visas",
        NaturePassage.Preambule => "Préambule",
        NaturePassage.Gouvernance => "Gouvernance",
        NaturePassage.Evaluation => "Évaluation",
        NaturePassage.Article => "Article",
        _ => throw new ArgumentOutOfRangeException(nameof(nature), nature, null),
    };
}
