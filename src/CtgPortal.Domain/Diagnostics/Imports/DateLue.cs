using System.Globalization;
using System.Text.RegularExpressions;
using CtgPortal.Domain.Imports;

namespace CtgPortal.Domain.Diagnostics.Imports;

/// <summary>When a figure is about: a year, and a month where the file is monthly.</summary>
/// <param name="Mois">0 when the file says the year alone.</param>
public readonly partial record struct DateLue(int Annee, int Mois)
{
    private static readonly string[] NomsDeMois =
        ["janv", "fevr", "mars", "avri", "mai", "juin", "juil", "aout", "sept", "octo", "nove", "dece"];

    /// <returns>False when no year can be told.</returns>
    public static bool Essayer(string cellule, out DateLue date)
    {
        ArgumentNullException.ThrowIfNull(cellule);
        var texte = cellule.Trim();
        if (texte.Length == 4 && Annees().IsMatch(texte))
        {
            date = new(int.Parse(texte, CultureInfo.InvariantCulture), 0);
            return true;
        }

        foreach (var forme in (ReadOnlySpan<Regex>)[AnneeDabord(), AnneeEnFin(), Compacte()])
        {
            if (forme.Match(texte) is { Success: true } trouve)
            {
                date = new(
                    int.Parse(trouve.Groups["annee"].ValueSpan, CultureInfo.InvariantCulture),
                    trouve.Groups["mois"] is { Success: true } mois ? int.Parse(mois.ValueSpan, CultureInfo.InvariantCulture) : 0);
                return date.Mois <= 12;
            }
        }

        // « au 31 décembre 2021 », « 31DEC2014 », « Année 2020 »
        if (Annees().Matches(texte) is [var seule])
        {
            var mots = EnTete.Normaliser(texte);
            date = new(
                int.Parse(seule.ValueSpan, CultureInfo.InvariantCulture),
                Array.FindIndex(NomsDeMois, m => mots.Contains(m.AsSpan(0, 3), StringComparison.Ordinal)) + 1);
            return true;
        }

        date = default;
        return false;
    }

    [GeneratedRegex(@"(?<!\d)(19|20)\d\d(?!\d)", RegexOptions.ExplicitCapture)]
    private static partial Regex Annees();

    [GeneratedRegex(@"^(?<annee>(19|20)\d\d)([-/](?<mois>\d{1,2})([-/]\d{1,2})?([T ].*)?)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex AnneeDabord();

    [GeneratedRegex(@"^(\d{1,2}[/.-])?(?<mois>\d{1,2})[/.-](?<annee>(19|20)\d\d)( .*)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex AnneeEnFin();

    [GeneratedRegex(@"^(?<annee>(19|20)\d\d)(?<mois>\d\d)(\d\d)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Compacte();
}
