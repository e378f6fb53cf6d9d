using CtgPortal.Domain.Diagnostics;
using FluentValidation;

namespace CtgPortal.Application.Diagnostics;

/// <summary>What a person types of a finding, new or corrected.</summary>
/// <param name="Appuis">Keys of <see cref="AppuiPossible"/>.</param>
public sealed record SaisieConstat(
    string? Champ, NatureConstat? Nature, string? Texte, PrioriteConstat? Priorite = null, IReadOnlyList<string>? Appuis = null)
{
    internal sealed class Validator : AbstractValidator<SaisieConstat>
    {
        public Validator()
        {
            RuleFor(c => c.Champ).NotEmpty().WithMessage("Choisissez un champ.").MaximumLength(Indicateur.ChampLongueurMax);
            RuleFor(c => c.Nature).NotNull().WithMessage("Choisissez une nature.").IsInEnum();
            RuleFor(c => c.Texte).NotEmpty().WithMessage("Écrivez le constat.").MaximumLength(Constat.TexteLongueurMax);
            RuleFor(c => c.Priorite).IsInEnum();
            RuleFor(c => c.Appuis).Must(a => a is null || a.Count <= Constat.AppuisMax)
                .WithMessage($"Un constat s’appuie sur au plus {Constat.AppuisMax} éléments.");
        }
    }
}
