using System.Globalization;
using System.Text.RegularExpressions;

namespace CtgPortal.Domain.Diagnostics.Imports;

/// <summary>What a cell of a statistical file says: a number, a secret, or nothing.</summary>
/// <param name="Valeur">Null unless published.</param>
public readonly partial record struct NombreLu(EtatValeur Etat, decimal? Valeur)
{
    private static readonly HashSet<string> Absents = new(StringComparer.OrdinalIgnoreCase)
    {
        "", "-", "–", "—", ".", "..", "…", "...", "nd", "n.d.", "n.d", "n/d", "na", "n.a.", "n/a", "nan", "null", "none", "nc", "n.c.", "ns", "n.s.",
        "non disponible", "non communiqué", "non significatif", "#n/a", "n/a - résultat non disponible", "n/a - division par 0",
    };

    private static readonly HashSet<string> Secrets = new(StringComparer.OrdinalIgnoreCase)
    {
        "s", "c", "*", "**", "***", "s.", "ss", "s.s.", "secret", "secret statistique", "confidentiel", "n/a - secret statistique",
    };

    /// <summary>
    /// Reads a number as French and international files write them: « 12 345,6 », « 12345.6 », « 1.234.567 », « 12,5 % ».
    /// A single comma or point is the decimal mark.
    /// </summary>
    /// <returns>False when the cell is neither a number nor a known mark of absence.</returns>
    public static bool Essayer(string cellule, out NombreLu nombre)
    {
        ArgumentNullException.ThrowIfNull(cellule);
        var texte = cellule.Trim();
        if (Absents.Contains(texte))
        {
            nombre = new(EtatValeur.NonDisponible, null);
            return true;
        }

        if (Secrets.Contains(texte) || SousUnSeuil().IsMatch(texte))
        {
            nombre = new(EtatValeur.Secret, null);
            return true;
        }

        nombre = default;
        var chiffres = Unite().Replace(texte, "").Replace('\u2212', '-');
        if (!Forme().IsMatch(chiffres))
        {
            return false;
        }

        chiffres = Espaces().Replace(chiffres, "");
        var (virgules, points) = (chiffres.Count(c => c == ','), chiffres.Count(c => c == '.'));
        chiffres = (virgules, points) switch
        {
            (0, 0) => chiffres,
            (1, 0) => chiffres.Replace(',', '.'),
            (0, 1) => chiffres,
            (_, 0) => chiffres.Replace(",", "", StringComparison.Ordinal),
            (0, _) => chiffres.Replace(".", "", StringComparison.Ordinal),

            // both: the last one is the decimal mark
            _ when chiffres.LastIndexOf(',') > chiffres.LastIndexOf('.') => chiffres.Replace(".", "", StringComparison.Ordinal).Replace(',', '.'),
            _ => chiffres.Replace(",", "", StringComparison.Ordinal),
        };
        if (!decimal.TryParse(chiffres, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var valeur))
        {
            return false;
        }

        // what the database keeps
        nombre = new(EtatValeur.Publiee, Math.Round(valeur, 4, MidpointRounding.AwayFromZero));
        return true;
    }

    [GeneratedRegex(@"^(<|≤|moins de)\s*\d+$", RegexOptions.IgnoreCase)]
    private static partial Regex SousUnSeuil();

    [GeneratedRegex(@"\s*(%|€|‰)$")]
    private static partial Regex Unite();

    [GeneratedRegex(@"[\s\u00A0\u202F\u2009'’]")]
    private static partial Regex Espaces();

    // blanks only between groups of three digits: « 12 34 » is two numbers, not one
    [GeneratedRegex(@"^[+-]?(\d+|\d{1,3}([\s\u00A0\u202F\u2009'’]\d{3})+|\d{1,3}(\.\d{3}){2,}|\d{1,3}(,\d{3}){2,}|\d{1,3}(\.\d{3})+(?=,)|\d{1,3}(,\d{3})+(?=\.))?([.,]\d+)?([eE][+-]?\d{1,2})?$(?<=\d)", RegexOptions.ExplicitCapture)]
    private static partial Regex Forme();
}
