using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CtgPortal.Domain.Imports;

/// <summary>The name of a column, as people and statisticians write it.</summary>
public static partial class EnTete
{
    /// <summary>Lower case, no accent, words apart by one blank: « Date_référence » and « date référence » are one name.</summary>
    public static string Normaliser(string texte)
    {
        ArgumentNullException.ThrowIfNull(texte);
        var propre = new StringBuilder(texte.Length);
        var blanc = false;
        foreach (var c in texte.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(c))
            {
                if (blanc && propre.Length > 0)
                {
                    propre.Append(' ');
                }

                propre.Append(char.ToLowerInvariant(c));
                blanc = false;
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                blanc = true;
            }
        }

        return propre.ToString();
    }

    /// <summary>The year that a column says in its name (« 2019 », « Population 2019 », « P21_POP », « NAISD21 »), and the name without it.</summary>
    /// <returns>Null as the year when the name says none.</returns>
    public static (int? Annee, string Reste) Separer(string nom, int anneeMax)
    {
        ArgumentNullException.ThrowIfNull(nom);
        if (Complete().Matches(nom) is [var complete] && int.Parse(complete.ValueSpan, CultureInfo.InvariantCulture) <= anneeMax)
        {
            return (int.Parse(complete.ValueSpan, CultureInfo.InvariantCulture), Nettoyer(nom.Remove(complete.Index, complete.Length)));
        }

        foreach (var forme in (ReadOnlySpan<Regex>)[Prefixe(), Suffixe()])
        {
            if (forme.Match(nom) is { Success: true } court)
            {
                var annee = int.Parse(court.Groups["an"].ValueSpan, CultureInfo.InvariantCulture);
                annee += annee + 2000 <= anneeMax ? 2000 : 1900;
                return (annee, Nettoyer(nom.Remove(court.Groups["an"].Index, 2)));
            }
        }

        return (null, nom.Trim());
    }

    // what surrounded the year: « Population en 2019 », « Naissances (2021) »
    private static string Nettoyer(string nom) => Restes().Replace(nom.Replace("()", "", StringComparison.Ordinal), "").Trim(' ', '_', '-', ',', ':');

    [GeneratedRegex(@"(?<!\d)(19|20)\d\d(?!\d)", RegexOptions.ExplicitCapture)]
    private static partial Regex Complete();

    // the files of Insee: P21_POP, C16_MEN, NAISD21, MED21
    [GeneratedRegex(@"^[A-Z](?<an>\d\d)_[A-Z0-9_]+$", RegexOptions.ExplicitCapture)]
    private static partial Regex Prefixe();

    [GeneratedRegex(@"^[A-Z]+[A-Z0-9_]*(?<an>\d\d)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Suffixe();

    [GeneratedRegex(@"\s+(en|au|de|du)\s*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Restes();
}
