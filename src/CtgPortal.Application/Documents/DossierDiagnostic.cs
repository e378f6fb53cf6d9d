using System.ComponentModel;
using System.Text.Json.Serialization;
using CtgPortal.Application.Marques;

namespace CtgPortal.Application.Documents;

[Description("Diagnostic partagé.")]
public sealed record DiagnosticDossier
{
    [Description("Date de validation ; ensuite les chiffres ne changent plus.")]
    public DateOnly? ValideLe { get; init; }

    [Marques]
    public string? Methode { get; init; }

    public IReadOnlyList<string> Sources { get; init; } = [];

    public IReadOnlyList<ThemeDossier> Themes { get; init; } = [];

    [Description("Enquêtes, avec leurs résultats par question.")]
    public IReadOnlyList<EnqueteDossier> Enquetes { get; init; } = [];

    public IReadOnlyList<EntretienDossier> Entretiens { get; init; } = [];

    [Description("Documents consultés : intitulé, auteur, année.")]
    public IReadOnlyList<string> Documents { get; init; } = [];
}

[Description("Enquête du diagnostic.")]
public sealed record EnqueteDossier
{
    [Description("Identifiant stable dans le portail ; absent des versions figées avant qu’il ne soit écrit.")]
    public string? Id { get; init; }

    public required string Intitule { get; init; }

    [Description("Public, envois, réponses.")]
    public required string Faits { get; init; }

    [Marques]
    public string? Methode { get; init; }

    public IReadOnlyList<QuestionDossier> Questions { get; init; } = [];
}

[Description("Question d’une enquête, sans réponse individuelle.")]
public sealed record QuestionDossier
{
    public required string Intitule { get; init; }

    [Description("Ce qu’on peut en dire quand elle ne se dessine pas.")]
    public string? Texte { get; init; }

    public GraphiqueDossier? Graphique { get; init; }
}

[Description("Entretien du diagnostic.")]
public sealed record EntretienDossier
{
    [Description("Identifiant stable dans le portail ; absent des versions figées avant qu’il ne soit écrit.")]
    public string? Id { get; init; }

    public required string Intitule { get; init; }

    [Description("Jour, communes entendues.")]
    public string? Faits { get; init; }

    [Marques]
    public string? Synthese { get; init; }

    [Description("Ce que disent d’elles-mêmes les pièces jointes : leur description, ou le nom du fichier.")]
    public IReadOnlyList<string> PiecesJointes { get; init; } = [];
}

[Description("Thème du diagnostic.")]
public sealed record ThemeDossier
{
    public required string Titre { get; init; }

    [Marques]
    public string? Synthese { get; init; }

    public IReadOnlyList<IndicateurDiagnosticDossier> Indicateurs { get; init; } = [];

    [Description("Les mêmes chiffres, dessinés : une figure par indicateur qui se compare ou qui évolue.")]
    public IReadOnlyList<FigureDossier> Figures { get; init; } = [];

    public IReadOnlyList<ConstatDossier> Constats { get; init; } = [];
}

[Description("Chiffre du diagnostic. Plusieurs chiffres de même libellé et de géographies différentes sont comparés.")]
public sealed record IndicateurDiagnosticDossier
{
    public required string Libelle { get; init; }

    public decimal? Valeur { get; init; }

    public string? Unite { get; init; }

    public int? Annee { get; init; }

    [Description("Territoire mesuré : la commune, l’EPCI, le département, la région, la France.")]
    public string? Geographie { get; init; }

    public string? Source { get; init; }

    [Description("« secret » ou « non disponible » ; absent pour un chiffre publié.")]
    public string? Etat { get; init; }

    [Description("Pas d’arrondi de la source.")]
    public decimal? Arrondi { get; init; }

    [Description("Licence de réutilisation de la source.")]
    public string? Licence { get; init; }

    [Description("Code de l’indicateur au catalogue du portail.")]
    public string? Code { get; init; }
}

[JsonConverter(typeof(JsonStringEnumConverter<NatureConstatDossier>))]
public enum NatureConstatDossier
{
    [JsonStringEnumMemberName("force")]
    Force,

    [JsonStringEnumMemberName("faiblesse")]
    Faiblesse,

    [JsonStringEnumMemberName("opportunite")]
    Opportunite,

    [JsonStringEnumMemberName("menace")]
    Menace,

    [JsonStringEnumMemberName("besoin")]
    Besoin,

    [JsonStringEnumMemberName("enjeu")]
    Enjeu,
}

[Description("Constat du diagnostic.")]
public sealed record ConstatDossier
{
    [Description("Identifiant stable dans le portail ; absent des versions figées avant qu’il ne soit écrit.")]
    public string? Id { get; init; }

    public required NatureConstatDossier Nature { get; init; }

    public required string Texte { get; init; }
}
