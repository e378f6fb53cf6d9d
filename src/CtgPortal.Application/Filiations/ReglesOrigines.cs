using CtgPortal.Domain.Filiations;
using FluentValidation;

namespace CtgPortal.Application.Filiations;

internal static class ReglesOrigines
{
    /// <summary>At least one, and no more than a table of workshop could hold.</summary>
    public static void OriginesNommees<T>(this IRuleBuilder<T, IReadOnlyList<Maillon>> regle) =>
        regle.NotEmpty().WithMessage("Choisissez au moins une contribution ou un constat.")
            .Must(o => o.Count <= EcritureFil.OriginesMax).WithMessage($"Choisissez au plus {EcritureFil.OriginesMax} éléments à la fois.");
}
