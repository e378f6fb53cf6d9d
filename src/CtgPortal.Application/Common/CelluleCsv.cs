using System.Globalization;

namespace CtgPortal.Application.Common;

/// <summary>A cell that a spreadsheet shows and never runs.</summary>
public static class CelluleCsv
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>
    /// Quoted when needed. A text that begins like a formula gets an apostrophe before it, as OWASP advises; a number with its sign, which
    /// runs nothing, stays a number: « -2,5 », « +5 ».
    /// </summary>
    public static string Ecrire(string? cellule)
    {
        if (string.IsNullOrEmpty(cellule))
        {
            return "";
        }

        var inerte = CommenceUneFormule(cellule) ? $"'{cellule}" : cellule;
        return inerte.AsSpan().ContainsAny(";\"\r\n") ? $"\"{inerte.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : inerte;
    }

    private static bool CommenceUneFormule(string cellule) => cellule[0] switch
    {
        '=' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠' => true,
        '+' or '-' => !decimal.TryParse(cellule, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, French, out _),
        _ => false,
    };
}
