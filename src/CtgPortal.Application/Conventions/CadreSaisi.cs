using CtgPortal.Domain.Conventions;
using FluentValidation;

namespace CtgPortal.Application.Conventions;

/// <summary>The frame of a convention as a form gives it; the same limits wherever it is typed.</summary>
public interface ICadreSaisi
{
    string Intitule { get; }

    DateOnly? Debut { get; }

    DateOnly? Fin { get; }

    int? Generation { get; }

    IReadOnlyList<string> Champs { get; }

    string? Remplace { get; }
}

internal sealed class CadreSaisiValidator : AbstractValidator<ICadreSaisi>
{
    public CadreSaisiValidator()
    {
        RuleFor(c => c.Intitule).NotEmpty().WithMessage("Donnez un intitulé à la convention.")
            .MaximumLength(CadreConvention.IntituleLongueurMax).WithMessage("L’intitulé compte au plus {MaxLength} caractères ; celui-ci en a {TotalLength}.");
        RuleFor(c => c.Debut).NotNull().When(c => c.Fin is not null).WithMessage("Indiquez aussi le premier jour de la période.");
        RuleFor(c => c.Fin).NotNull().When(c => c.Debut is not null).WithMessage("Indiquez aussi le dernier jour de la période.");
        RuleFor(c => c.Fin).Custom((_, contexte) =>
        {
            if (contexte.InstanceToValidate is { Debut: { } debut, Fin: { } fin })
            {
                foreach (var obstacle in Periode.Obstacles(debut, fin))
                {
                    contexte.AddFailure(obstacle.Message);
                }
            }
        });
        RuleFor(c => c.Generation).InclusiveBetween(1, CadreConvention.GenerationMax)
            .WithMessage("La génération est un nombre de {From} à {To}.");
        RuleFor(c => c.Champs).Must(champs => champs.Count <= CadreConvention.ChampsMax)
            .WithMessage($"Une convention couvre au plus {CadreConvention.ChampsMax} champs d’intervention.")
            .Must(champs => champs.All(c => c.Trim().Length <= CadreConvention.ChampLongueurMax))
            .WithMessage($"Un champ d’intervention compte au plus {CadreConvention.ChampLongueurMax} caractères.");
        RuleFor(c => c.Remplace).MaximumLength(CadreConvention.RemplaceLongueurMax)
            .WithMessage("Ce texte compte au plus {MaxLength} caractères ; celui-ci en a {TotalLength}.");
    }
}

internal static class CadreSaisiExtensions
{
    /// <exception cref="Domain.Common.BusinessRuleException">The two days make no period.</exception>
    public static Periode? EnPeriode(this ICadreSaisi cadre) => cadre is { Debut: { } debut, Fin: { } fin } ? new(debut, fin) : null;
}
