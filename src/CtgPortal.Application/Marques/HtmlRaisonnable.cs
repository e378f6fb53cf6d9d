using System.Net;
using System.Text.RegularExpressions;

namespace CtgPortal.Application.Marques;

/// <summary>
/// A reader of HTML spends time that grows with the square of what is left open, and writes bold again in each paragraph where it was
/// never closed: a short text made to harm would take minutes and gigabytes. It is measured first, in one pass.
/// </summary>
internal static partial class HtmlRaisonnable
{
    private const int ProfondeurMax = 500;
    private const int ReprisesMax = 500_000;

    private static readonly HashSet<string> Repris = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
    };

    /// <summary>Never left open, or closed by the next one.</summary>
    private static readonly HashSet<string> Fermes = new(StringComparer.OrdinalIgnoreCase)
    {
        "br", "img", "hr", "input", "meta", "link", "col", "base", "wbr", "area", "source", "track", "embed", "p", "li", "dt", "dd", "td", "th", "tr",
        "thead", "tbody", "tfoot", "option", "html", "head", "body",
    };

    public static bool EstLisible(string html)
    {
        Dictionary<string, int> ouverts = new(StringComparer.OrdinalIgnoreCase);
        var (profondeur, formats, reprises) = (0, 0, 0L);
        foreach (var balise in Balise().EnumerateMatches(html))
        {
            var ferme = html[balise.Index + 1] == '/';
            var nom = html.Substring(balise.Index + (ferme ? 2 : 1), balise.Length - (ferme ? 2 : 1));
            reprises += formats;
            if (Fermes.Contains(nom))
            {
                continue;
            }

            var nombre = ouverts.GetValueOrDefault(nom);
            if (ferme && nombre == 0)
            {
                continue;
            }

            var pas = ferme ? -1 : 1;
            ouverts[nom] = nombre + pas;
            profondeur += pas;
            formats += Repris.Contains(nom) ? pas : 0;
            if (profondeur > ProfondeurMax || reprises > ReprisesMax)
            {
                return false;
            }
        }

        return reprises <= ReprisesMax;
    }

    /// <summary>Its words alone, on one line.</summary>
    public static string Mots(string html) => WebUtility.HtmlDecode(Trace().Replace(Muet().Replace(html, " "), " "));

    [GeneratedRegex(@"</?[a-zA-Z][\w:-]*")]
    private static partial Regex Balise();

    [GeneratedRegex(@"<script\b[^>]*>[^<]*(</script\s*>)?|<style\b[^>]*>[^<]*(</style\s*>)?", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Muet();

    [GeneratedRegex(@"<[^>]*>?", RegexOptions.NonBacktracking)]
    private static partial Regex Trace();
}
