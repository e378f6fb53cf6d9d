using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CtgPortal.Application.Marques;

/// <summary>Addresses that a text may lead to.</summary>
internal static partial class Adresse
{
    private const int LongueurMax = 2000;

    /// <returns>The address without anything that would end it early in a marked text; null when it is not one to follow.</returns>
    public static string? Lire(string? adresse)
    {
        var propre = (adresse ?? "").Trim();
        if (propre.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
        {
            propre = "https://" + propre;
        }

        return propre.Length <= LongueurMax && Suivie().IsMatch(propre) ? Encoder(propre) : null;
    }

    private static string Encoder(string adresse)
    {
        if (!adresse.Any(ARemplacer))
        {
            return adresse;
        }

        var encodee = new StringBuilder();
        foreach (var rune in adresse.EnumerateRunes())
        {
            if (rune.IsBmp && ARemplacer((char)rune.Value))
            {
                foreach (var octet in Encoding.UTF8.GetBytes(rune.ToString()))
                {
                    encodee.Append('%').Append(octet.ToString("X2", CultureInfo.InvariantCulture));
                }
            }
            else
            {
                encodee.Append(rune.ToString());
            }
        }

        return encodee.ToString();
    }

    private static bool ARemplacer(char c) => c is '(' or ')' or '[' or ']' or '<' or '>' or '*' or '\\' or '"' or '\'' || char.IsWhiteSpace(c) || char.IsControl(c);

    [GeneratedRegex(@"^(https?://[^\s/?#]|mailto:[^\s@]+@[^\s@]+$)", RegexOptions.IgnoreCase)]
    private static partial Regex Suivie();
}
