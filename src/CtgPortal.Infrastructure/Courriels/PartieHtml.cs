using System.Net;
using System.Text.RegularExpressions;

namespace CtgPortal.Infrastructure.Courriels;

/// <summary>Derives the HTML part from the plain text: paragraphs, line ends, links; nothing that the text does not say.</summary>
internal static partial class PartieHtml
{
    public static string De(string objet, string texte)
    {
        var paragraphes = texte.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(p => "<p>" + Liens().Replace(Coder(p.Trim()), "<a href=\"$0\">$0</a>").Replace("\n", "<br>\n", StringComparison.Ordinal) + "</p>");
        return $"""
            <!DOCTYPE html>
            <html lang="fr">
            <head><meta charset="utf-8"><title>{Coder(objet)}</title></head>
            <body style="font-family: sans-serif; font-size: 16px; line-height: 1.5; max-width: 40em">
            {string.Join("\n", paragraphes)}
            </body>
            </html>
            """;
    }

    private static string Coder(string texte) => WebUtility.HtmlEncode(texte);

    // the text is already encoded: an address ends at a space or at an encoded sign other than &amp;
    [GeneratedRegex(@"https?://(?:[^\s&]|&amp;)+(?<![.,;:)])")]
    private static partial Regex Liens();
}
