using CtgPortal.Domain.Comptes;
using FluentValidation;
using FluentValidation.Results;

namespace CtgPortal.Application.Comptes;

internal static class SaisieMotDePasse
{
    public const string Champ = "MotDePasse";

    /// <summary>Length is checked with the rest of the form; this needs the address, known only once the account is.</summary>
    /// <exception cref="ValidationException">At the field of the password.</exception>
    public static void Exiger(string motDePasse, string courriel)
    {
        var obstacles = ReglesMotDePasse.Obstacles(motDePasse, courriel);
        if (obstacles.Count > 0)
        {
            throw new ValidationException(obstacles.Select(o => new ValidationFailure(Champ, o.Message)));
        }
    }

    public static IRuleBuilderOptions<T, string> NouveauMotDePasse<T>(this IRuleBuilder<T, string> regle) => regle
        .NotEmpty().WithMessage("Choisissez un mot de passe.")
        .Length(ReglesMotDePasse.LongueurMin, ReglesMotDePasse.LongueurMax)
        .WithMessage($"Le mot de passe compte de {ReglesMotDePasse.LongueurMin} à {ReglesMotDePasse.LongueurMax} caractères.");

    public static IRuleBuilderOptions<T, string> Adresse<T>(this IRuleBuilder<T, string> regle) => regle
        .NotEmpty().WithMessage("Saisissez l’adresse électronique.")
        .MaximumLength(AdresseLongueurMax).WithMessage("Cette adresse électronique est trop longue.")
        .Matches(@"^[^@\s\p{C},;<>""]+@[^@\s\p{C},;<>""]+\.[^@\s\p{C},;<>""]+$").WithMessage("Cette adresse électronique n’est pas complète : elle s’écrit nom@exemple.fr.");

    public const int AdresseLongueurMax = 254;
}
