using CtgPortal.Domain.Common;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Comptes;

/// <summary>Length is what makes a password strong; signs imposed on people make them write it down.</summary>
public static class ReglesMotDePasse
{
    public const int LongueurMin = 12;
    public const int LongueurMax = 128;

    // runs of the keyboard and of the alphabet: any password made of one of them is among the first to be tried
    private static readonly string[] Suites =
    [
        "01234567890123456789", "09876543210987654321", "abcdefghijklmnopqrstuvwxyz", "azertyuiopqsdfghjklmwxcvbn", "qwertyuiopasdfghjklzxcvbnm",
    ];

    private static readonly string[] Courants =
    [
        "motdepasse", "motdepasse1234", "monmotdepasse", "password1234", "passwordpassword", "administrateur", "bonjourbonjour",
        "conventionterritoriale", "conventionterritorialeglobale", "ctgportalctgportal", "azertyazerty", "qwertyqwerty", "azertyuiop123", "azertyuiop1234",
    ];

    public static IReadOnlyList<Obstacle> Obstacles(string motDePasse, string courriel)
    {
        var reduit = new string([.. motDePasse.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
        return
        [
            .. When(
                motDePasse.Length is < LongueurMin or > LongueurMax,
                "mot-de-passe-longueur", $"Le mot de passe compte de {LongueurMin} à {LongueurMax} caractères."),
            .. When(
                motDePasse.Trim().Equals(courriel, StringComparison.OrdinalIgnoreCase)
                || motDePasse.Trim().Equals(courriel.Split('@')[0], StringComparison.OrdinalIgnoreCase),
                "mot-de-passe-courriel", "Le mot de passe ne peut pas être l’adresse électronique."),
            .. When(
                motDePasse.Distinct().Count() < 4 || Courants.Contains(reduit) || Suites.Any(s => reduit.Length > 0 && s.Contains(reduit)),
                "mot-de-passe-trivial", "Ce mot de passe est trop facile à deviner."),
        ];
    }
}
