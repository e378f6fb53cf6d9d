using CtgPortal.Domain.Common;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Ateliers;

/// <summary>What announces a workshop and places it.</summary>
/// <param name="Serie">Name of the series it belongs to, such as « À la croisée des regards ».</param>
/// <param name="Date">The day, when it is known.</param>
/// <param name="Quand">In words when the day is not known: « octobre 2021 ».</param>
/// <param name="Participants">As published: « plus de 70 », « 48 ».</param>
public sealed record DescriptionAtelier(
    string Intitule,
    string? Serie,
    IReadOnlyList<string> Themes,
    DateOnly? Date,
    string? Quand,
    string? Lieu,
    string? Animateur,
    string? But,
    string? Participants)
{
    public const int IntituleLongueurMax = 200;
    public const int CourtLongueurMax = 200;
    public const int TexteLongueurMax = 20_000;
    public const int ButLongueurMax = 2_000;
    public const int ThemesMax = 30;
    public const int ThemeLongueurMax = 80;
    public const int AnneeMin = 2000;
    public const int AnneeMax = 2060;

    /// <summary>When it starts, in France.</summary>
    public TimeOnly? Heure { get; init; }

    /// <summary>The end as announced; the agenda gives it when nothing is announced.</summary>
    public TimeOnly? HeureFin { get; init; }

    public static readonly Obstacle HeureFinInvalide = new("heure-fin-invalide", "L’heure de fin doit suivre l’heure de début.");

    internal DescriptionAtelier Normaliser()
    {
        BusinessRuleException.ThrowIfAny(
        [
            .. When(Themes.Count > ThemesMax, "themes-trop-nombreux", $"Un atelier porte sur au plus {ThemesMax} thèmes."),
            .. When(Date is { Year: < AnneeMin or > AnneeMax }, "date-invalide", $"La date doit se situer entre {AnneeMin} et {AnneeMax}."),
            .. When(HeureFin is not null && (Heure is null || HeureFin <= Heure), HeureFinInvalide),
        ]);
        return new(
            Texte.Obligatoire(Intitule, "intitule", IntituleLongueurMax),
            Texte.Facultatif(Serie, "serie", CourtLongueurMax),
            [.. Themes.Select(t => Texte.Facultatif(t, "theme", ThemeLongueurMax)).OfType<string>().Distinct()],
            Date,
            Texte.Facultatif(Quand, "quand", CourtLongueurMax),
            Texte.Facultatif(Lieu, "lieu", CourtLongueurMax),
            Texte.Facultatif(Animateur, "animateur", CourtLongueurMax),
            Texte.Facultatif(But, "but", ButLongueurMax),
            Texte.Facultatif(Participants, "participants", CourtLongueurMax))
        {
            Heure = Heure,
            HeureFin = HeureFin,
        };
    }
}
