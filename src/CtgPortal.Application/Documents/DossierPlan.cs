using System.ComponentModel;
using System.Text.Json.Serialization;

namespace CtgPortal.Application.Documents;

[Description("Axe : premier niveau du plan d’actions.")]
public sealed record AxeDossier
{
    [Description("Identifiant stable dans le portail ; absent des versions figées avant qu’il ne soit écrit.")]
    public string? Id { get; init; }

    public required string Numero { get; init; }

    public required string Titre { get; init; }

    public string? Description { get; init; }

    [Description("Couleur de l’axe, sous la forme #RRVVBB.")]
    public string? Couleur { get; init; }

    [Description("Nom de l’icône de l’axe.")]
    public string? Icone { get; init; }

    public IReadOnlyList<OrientationDossier> Orientations { get; init; } = [];

    [Description("Fiches rattachées directement à l’axe.")]
    public IReadOnlyList<FicheDossier> Fiches { get; init; } = [];

    [Description("Somme des financements des fiches de l’axe.")]
    public SommeDossier Montants => BudgetDossier.Sommer(Toutes);

    /// <summary>In the order of the plan.</summary>
    [JsonIgnore]
    public IEnumerable<FicheDossier> Toutes => [.. Fiches, .. Orientations.SelectMany(o => o.Toutes)];
}

[Description("Niveau intermédiaire du plan, entre l’axe et la fiche ; il peut en contenir d’autres.")]
public sealed record OrientationDossier
{
    [Description("Identifiant stable dans le portail ; absent des versions figées avant qu’il ne soit écrit.")]
    public string? Id { get; init; }

    public required string Numero { get; init; }

    public required string Titre { get; init; }

    public string? Description { get; init; }

    public IReadOnlyList<OrientationDossier> Orientations { get; init; } = [];

    public IReadOnlyList<FicheDossier> Fiches { get; init; } = [];

    /// <summary>In the order of the plan.</summary>
    [JsonIgnore]
    public IEnumerable<FicheDossier> Toutes => [.. Fiches, .. Orientations.SelectMany(o => o.Toutes)];
}

[Description("Une partie du plan et ce à quoi elle répond.")]
public sealed record LienFilDossier
{
    [Description("Identifiant de ce dont il s’agit, dans le portail ; absent des versions figées avant qu’il ne soit écrit.")]
    public string? Id { get; init; }

    [Description("« Fiche action 7 », « Axe 2 ».")]
    public required string Numero { get; init; }

    public required string Intitule { get; init; }

    public IReadOnlyList<OrigineFilDossier> Origines { get; init; } = [];
}

[Description("Un constat, une contribution ou un groupe de contributions.")]
public sealed record OrigineFilDossier
{
    [Description("Identifiant de ce dont il s’agit, dans le portail ; absent des versions figées avant qu’il ne soit écrit.")]
    public string? Id { get; init; }

    [Description("Faiblesse, besoin, idée d’action, groupe…")]
    public required string Nature { get; init; }

    public required string Texte { get; init; }

    [Description("Thème du constat, ou atelier où cela a été dit.")]
    public string? Contexte { get; init; }

    [Description("Ce qui a été dit en atelier et dont vient le constat.")]
    public IReadOnlyList<string> DitEnAtelier { get; init; } = [];
}
