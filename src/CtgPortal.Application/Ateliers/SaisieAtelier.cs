using CtgPortal.Domain.Ateliers;
using FluentValidation;

namespace CtgPortal.Application.Ateliers;

/// <summary>What a person types to announce a workshop, planned or being corrected.</summary>
public sealed record SaisieAtelier(
    string? Intitule,
    string? Serie,
    IReadOnlyList<string> Themes,
    DateOnly? Date,
    string? Quand,
    string? Lieu,
    string? Animateur,
    string? But,
    string? Participants)
{
    public TimeOnly? Heure { get; init; }

    public TimeOnly? HeureFin { get; init; }

    internal DescriptionAtelier VersDescription() =>
        new(Intitule!, Serie, Themes, Date, Quand, Lieu, Animateur, But, Participants) { Heure = Heure, HeureFin = HeureFin };

    internal sealed class Validator : AbstractValidator<SaisieAtelier>
    {
        public Validator()
        {
            RuleFor(s => s.Intitule).NotEmpty().WithMessage("Donnez un intitulé à l’atelier.").MaximumLength(DescriptionAtelier.IntituleLongueurMax);
            RuleFor(s => s.Serie).MaximumLength(DescriptionAtelier.CourtLongueurMax);
            RuleFor(s => s.Themes).Must(t => t.Count <= DescriptionAtelier.ThemesMax)
                .WithMessage($"Un atelier porte sur au plus {DescriptionAtelier.ThemesMax} thèmes.")
                .Must(t => t.All(x => x.Trim().Length <= DescriptionAtelier.ThemeLongueurMax))
                .WithMessage($"Un thème tient en {DescriptionAtelier.ThemeLongueurMax} caractères.");
            RuleFor(s => s.Date).Must(d => d is null or { Year: >= DescriptionAtelier.AnneeMin and <= DescriptionAtelier.AnneeMax })
                .WithMessage($"La date doit se situer entre {DescriptionAtelier.AnneeMin} et {DescriptionAtelier.AnneeMax}.");
            RuleFor(s => s.HeureFin).Must((s, fin) => fin is null || (s.Heure is { } debut && fin > debut))
                .WithMessage(DescriptionAtelier.HeureFinInvalide.Message);
            RuleFor(s => s.Quand).MaximumLength(DescriptionAtelier.CourtLongueurMax);
            RuleFor(s => s.Lieu).MaximumLength(DescriptionAtelier.CourtLongueurMax);
            RuleFor(s => s.Animateur).MaximumLength(DescriptionAtelier.CourtLongueurMax);
            RuleFor(s => s.But).MaximumLength(DescriptionAtelier.ButLongueurMax);
            RuleFor(s => s.Participants).MaximumLength(DescriptionAtelier.CourtLongueurMax);
        }
    }
}
