using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace CtgPortal.Application.Marques;

/// <summary>What the style attribute of a pasted element says of its words: office suites say bold there rather than with a tag.</summary>
internal readonly partial record struct Apparence(bool? Gras, bool? Italique, bool Cachee)
{
    public static Apparence De(IElement element)
    {
        if (element.GetAttribute("style") is not { Length: > 0 } style)
        {
            return default;
        }

        var graisse = Graisse().Match(style);
        var pente = Pente().Match(style);
        return new(
            graisse.Success ? graisse.Groups[1].Value is "bold" or "bolder" || (int.TryParse(graisse.Groups[1].Value, out var poids) && poids >= 600) : null,
            pente.Success ? pente.Groups[1].Value is "italic" or "oblique" : null,
            Cache().IsMatch(style));
    }

    [GeneratedRegex(@"(?:^|;)\s*font-weight\s*:\s*(bold|bolder|normal|lighter|\d{3})\b", RegexOptions.IgnoreCase)]
    private static partial Regex Graisse();

    [GeneratedRegex(@"(?:^|;)\s*font-style\s*:\s*(italic|oblique|normal)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Pente();

    [GeneratedRegex(@"(?:^|;)\s*(display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|mso-list\s*:\s*ignore)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Cache();
}

/// <summary>Word pastes its lists as paragraphs that draw their own bullet or number.</summary>
internal static partial class PuceWord
{
    /// <returns>What the item begins with in a marked text; null for a paragraph that is no item.</returns>
    public static string? Lire(IElement paragraphe)
    {
        if (!DeListe().IsMatch(paragraphe.GetAttribute("style") ?? ""))
        {
            return null;
        }

        // the drawn bullet, which is not read with the words
        var dessin = paragraphe.QuerySelectorAll("[style]").FirstOrDefault(e => Dessin().IsMatch(e.GetAttribute("style")!))?.TextContent.Trim() ?? "";
        var numero = Numero().Match(dessin);
        return numero.Success ? $"{int.Parse(numero.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)}. " : "- ";
    }

    [GeneratedRegex(@"(?:^|;)\s*mso-list\s*:\s*(?!none|skip|ignore)\w", RegexOptions.IgnoreCase)]
    private static partial Regex DeListe();

    [GeneratedRegex(@"mso-list\s*:\s*ignore", RegexOptions.IgnoreCase)]
    private static partial Regex Dessin();

    [GeneratedRegex(@"^\(?(\d{1,3})[.)]")]
    private static partial Regex Numero();
}
