using FluentValidation;

namespace CtgPortal.Application.Comptes.Cles;

internal static class ReglesDeSaisie
{
    public static IRuleBuilderOptions<T, string> NomDeCle<T>(this IRuleBuilder<T, string> regle) => regle
        .Must(n => !string.IsNullOrWhiteSpace(n)).WithMessage("Donnez un nom à cette clé, par exemple « Téléphone ».")
        .MaximumLength(ReglesCle.NomLongueurMax).WithMessage($"Ce nom compte au plus {ReglesCle.NomLongueurMax} caractères.");

    public static IRuleBuilderOptions<T, string> ReponseDeCle<T>(this IRuleBuilder<T, string> regle) => regle
        .NotEmpty().WithMessage("Votre appareil n’a pas répondu. Les clés d’accès demandent que le navigateur exécute les scripts de cette page.")
        .MaximumLength(ReglesCle.ReponseLongueurMax).WithMessage("La réponse de votre appareil n’est pas lisible. Recommencez.");
}
