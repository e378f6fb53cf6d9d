using CtgPortal.Domain.Diagnostics;
using FluentValidation;

namespace CtgPortal.Application.Diagnostics;

/// <summary>What a person types of a questionnaire, new or corrected.</summary>
public sealed record SaisieEnquete(
    string? Intitule, string? Public, ModeEnquete? Mode, DateOnly? Debut, DateOnly? Fin, int? Envoyes, int? Reponses,
    string? Methode, IReadOnlyList<string> Themes, int? Seuil)
{
    internal DescriptionEnquete VersDescription() =>
        new(Intitule!, Public, Mode!.Value, Debut, Fin, Envoyes, Reponses, Methode, Themes, Seuil ?? DescriptionEnquete.SeuilUsuel);

    internal sealed class Validator : AbstractValidator<SaisieEnquete>
    {
        public Validator()
        {
            RuleFor(s => s.Intitule).NotEmpty().WithMessage("Donnez un intitulé à l’enquête.").MaximumLength(DescriptionEnquete.IntituleLongueurMax);
            RuleFor(s => s.Public).MaximumLength(DescriptionEnquete.PublicLongueurMax);
            RuleFor(s => s.Mode).NotNull().WithMessage("Choisissez comment on a répondu.").IsInEnum();
            RuleFor(s => s.Debut).Must(EstPlausible).WithMessage(Dates);
            RuleFor(s => s.Fin).Must(EstPlausible).WithMessage(Dates)
                .Must((s, fin) => fin is null || s.Debut is null || fin >= s.Debut).WithMessage("La fin précède le début.");
            RuleFor(s => s.Envoyes).InclusiveBetween(0, DescriptionEnquete.EffectifMax).WithMessage("Donnez un nombre entier positif.");
            RuleFor(s => s.Reponses).InclusiveBetween(0, DescriptionEnquete.EffectifMax).WithMessage("Donnez un nombre entier positif.")
                .Must((s, reponses) => reponses is null || s.Envoyes is null || reponses <= s.Envoyes)
                .WithMessage("Il y a plus de réponses que de questionnaires envoyés.");
            RuleFor(s => s.Methode).MaximumLength(DescriptionEnquete.MethodeLongueurMax);
            RuleFor(s => s.Themes).Must(t => t.Count <= DescriptionEnquete.ThemesMax).WithMessage($"Une enquête porte sur au plus {DescriptionEnquete.ThemesMax} thèmes.")
                .Must(t => t.All(x => x.Trim().Length <= Indicateur.ChampLongueurMax)).WithMessage($"Un thème tient en {Indicateur.ChampLongueurMax} caractères.");
            RuleFor(s => s.Seuil).NotNull().WithMessage("Donnez un seuil.")
                .InclusiveBetween(1, DescriptionEnquete.SeuilMax).WithMessage($"Le seuil doit se situer entre 1 et {DescriptionEnquete.SeuilMax}.");
        }

        private static string Dates => $"La date doit se situer entre {DescriptionEnquete.AnneeMin} et {DescriptionEnquete.AnneeMax}.";

        private static bool EstPlausible(DateOnly? date) => date is null or { Year: >= DescriptionEnquete.AnneeMin and <= DescriptionEnquete.AnneeMax };
    }
}
