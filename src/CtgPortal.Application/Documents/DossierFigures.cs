using System.ComponentModel;
using System.Text.Json.Serialization;

namespace CtgPortal.Application.Documents;

[Description("Indicateur du diagnostic avec ses dessins et le tableau des mêmes chiffres.")]
public sealed record FigureDossier
{
    [Description("Libellé de l’indicateur, le même que celui de ses chiffres.")]
    public required string Titre { get; init; }

    public string? Definition { get; init; }

    [Description("Dernier chiffre du territoire, unité comprise.")]
    public string? Valeur { get; init; }

    [Description("Territoire et année de ce chiffre.")]
    public string? Legende { get; init; }

    [Description("Ce qu’on y lit : écart au département, évolution…")]
    public IReadOnlyList<string> Phrases { get; init; } = [];

    public IReadOnlyList<GraphiqueDossier> Graphiques { get; init; } = [];

    [Description("Années, du tableau des chiffres.")]
    public IReadOnlyList<int> Annees { get; init; } = [];

    [Description("Un territoire par ligne ; les communes sont dans les dessins et leur texte.")]
    public IReadOnlyList<LigneFigureDossier> Lignes { get; init; } = [];

    public IReadOnlyList<string> Sources { get; init; } = [];
}

[Description("Un dessin.")]
public sealed record GraphiqueDossier
{
    public required string Titre { get; init; }

    [Description("Une barre par commune : de toute la largeur de la page.")]
    public bool ParCommune { get; init; }

    [Description("Équivalent en texte.")]
    public required string Alt { get; init; }

    [Description("Image SVG.")]
    public required string Svg { get; init; }

    [Description("« barres » ou « lignes » ; absent des versions figées avant que les chiffres du dessin ne soient écrits.")]
    public FormeDessin? Forme { get; init; }

    [Description("Ce que mesure chaque point : territoires, années, réponses.")]
    public IReadOnlyList<string> Categories { get; init; } = [];

    [Description("Les chiffres dessinés.")]
    public IReadOnlyList<SerieDossier> Series { get; init; } = [];
}

[JsonConverter(typeof(JsonStringEnumConverter<FormeDessin>))]
public enum FormeDessin
{
    [JsonStringEnumMemberName("barres")]
    Barres,

    [JsonStringEnumMemberName("lignes")]
    Lignes,
}

[Description("Une suite de chiffres dessinés, un par catégorie.")]
public sealed record SerieDossier
{
    public required string Nom { get; init; }

    [Description("Vide où il n’y a pas de chiffre à montrer.")]
    public IReadOnlyList<decimal?> Valeurs { get; init; } = [];
}

[Description("Chiffres d’un territoire, un par année du tableau ; un texte vide où il n’y en a pas.")]
public sealed record LigneFigureDossier
{
    public required string Territoire { get; init; }

    public required IReadOnlyList<string> Valeurs { get; init; }
}
