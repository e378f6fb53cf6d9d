using System.Globalization;

namespace CtgPortal.Domain.Deliberations;

/// <summary>
/// « 059-200043404-20250924-DELIB370A-DE »: département, SIREN, day of the act, number, nature. The shape was read on stamped acts, not
/// in a specification: what differs is told and never refused.
/// </summary>
public static class IdentifiantActes
{
    private const int ChiffresDuSiren = 9;

    private static readonly string[] Natures = ["DE", "AR", "AI", "CC", "BF", "AU"];

    /// <summary>What does not agree with the act, in sentences; empty when everything does.</summary>
    /// <param name="departement">INSEE code of the convention: « 59 », « 2A », « 974 ».</param>
    /// <param name="siren">Of the party; null when it is not known.</param>
    public static IReadOnlyList<string> Ecarts(string identifiant, ReferenceActe acte, string departement, string? siren)
    {
        var morceaux = identifiant.Split('-');
        if (morceaux.Length < 5)
        {
            return ["L’identifiant ne se lit pas « département-SIREN-date-numéro-nature », par exemple 059-200043404-20250924-DELIB370A-DE."];
        }

        var (dep, sien, jour, numero, nature) = (morceaux[0], morceaux[1], morceaux[2], string.Join('-', morceaux[3..^1]), morceaux[^1]);
        List<string> ecarts = [];
        if (dep != departement.PadLeft(3, '0'))
        {
            ecarts.Add($"Il commence par « {dep} », et le département de la convention est le {departement}.");
        }

        if (sien.Length != ChiffresDuSiren || !sien.All(char.IsAsciiDigit) || !ClefJuste(sien))
        {
            ecarts.Add($"« {sien} » n’est pas un numéro SIREN : neuf chiffres, dont le dernier vérifie les autres.");
        }
        else if (siren is not null && sien != siren)
        {
            ecarts.Add($"Le SIREN {sien} n’est pas celui de la partie ({siren}).");
        }

        if (!DateOnly.TryParseExact(jour, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var le))
        {
            ecarts.Add($"« {jour} » n’est pas une date (année, mois, jour).");
        }
        else if (le != acte.Date)
        {
            ecarts.Add($"La date de l’identifiant ({le:dd/MM/yyyy}) n’est pas celle de l’acte ({acte.Date:dd/MM/yyyy}).");
        }

        if (SansSignes(numero) != SansSignes(acte.Numero))
        {
            ecarts.Add($"Le numéro de l’identifiant (« {numero} ») n’est pas celui de l’acte (« {acte.Numero} ») : c’est fréquent, vérifiez seulement qu’il s’agit du même acte.");
        }

        if (!Natures.Contains(nature, StringComparer.Ordinal))
        {
            ecarts.Add($"La nature « {nature} » est inconnue : une délibération finit par DE.");
        }

        return ecarts;
    }

    private static string SansSignes(string numero) => string.Concat(numero.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    /// <summary>Luhn.</summary>
    private static bool ClefJuste(string siren) =>
        siren.Reverse().Select((c, i) => (c - '0') * (1 + (i % 2))).Sum(x => x > 9 ? x - 9 : x) % 10 == 0;
}
