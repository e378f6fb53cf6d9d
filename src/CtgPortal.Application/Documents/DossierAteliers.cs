using System.ComponentModel;

namespace CtgPortal.Application.Documents;

[Description("Atelier de concertation.")]
public sealed record AtelierDossier
{
    [Description("Identifiant stable dans le portail ; absent des versions figées avant qu’il ne soit écrit.")]
    public string? Id { get; init; }

    public required string Titre { get; init; }

    [Description("Nom de la série dont il fait partie.")]
    public string? Serie { get; init; }

    [Description("Ce qu’on en attend.")]
    public string? But { get; init; }

    public IReadOnlyList<string> Themes { get; init; } = [];

    public DateOnly? Date { get; init; }

    [Description("Date en toutes lettres quand le jour n’est pas connu, par exemple « octobre 2021 ».")]
    public string? DateTexte { get; init; }

    public string? Lieu { get; init; }

    public string? Animateur { get; init; }

    [Description("Nombre de participants tel qu’il a été annoncé : « 48 », « plus de 70 ».")]
    public string? Participants { get; init; }

    [Description("Organisations présentes.")]
    public IReadOnlyList<string> Organisations { get; init; } = [];

    public IReadOnlyList<ContributionDossier> Contributions { get; init; } = [];
}

[Description("Contribution recueillie en atelier.")]
public sealed record ContributionDossier
{
    [Description("Identifiant stable dans le portail ; absent des versions figées avant qu’il ne soit écrit.")]
    public string? Id { get; init; }

    [Description("Constat, force, faiblesse, opportunité, menace, idée d’action…")]
    public required string Nature { get; init; }

    public required string Texte { get; init; }

    [Description("Points reçus lors de la priorisation.")]
    public int? Points { get; init; }
}
