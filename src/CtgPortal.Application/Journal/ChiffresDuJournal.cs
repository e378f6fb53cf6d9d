using System.Text.RegularExpressions;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Diagnostics;

namespace CtgPortal.Application.Journal;

/// <summary>
/// Figures as a history may show them. A number that pages hide, so that a secret one cannot be found by difference, would be found
/// here: an indicator that has a threshold tells that it changed, where and when, never from which number to which.
/// </summary>
internal static partial class ChiffresDuJournal
{
    private const string NonMontre = "chiffre non montré";

    /// <param name="libres">Titles of the indicators of the convention that have no threshold; another one may have had one.</param>
    public static DomainEvent Montrable(DomainEvent fait, IReadOnlyCollection<string> libres)
    {
        var indicateur = fait switch
        {
            ValeurRenseignee f => f.Intitule,
            ValeurRetiree f => f.Intitule,
            IndicateurRetire f => f.Intitule,
            _ => null,
        };
        return indicateur is null || libres.Contains(indicateur)
            ? fait
            : fait with { Changements = [.. fait.Changements.Select(c => c with { Avant = Cacher(c.Avant), Apres = Cacher(c.Apres) })] };
    }

    private static string? Cacher(string? valeur) => valeur is null ? null : Chiffre().Replace(valeur, NonMontre);

    // « 95 (Hirson, 2022, Cnaf) », alone or among others
    [GeneratedRegex(@"-?\d+(\.\d+)?(?= \([^()]*, \d{4}, )", RegexOptions.ExplicitCapture)]
    private static partial Regex Chiffre();
}
