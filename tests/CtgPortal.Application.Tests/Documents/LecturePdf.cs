using System.Text;
using System.Text.RegularExpressions;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace CtgPortal.Application.Tests.Documents;

/// <summary>What the tests read of a PDF file.</summary>
internal static class LecturePdf
{
    /// <summary>Text in reading order, one paragraph per page break, spaces of any width as plain ones.</summary>
    public static string Texte(byte[] pdf) => string.Join("\n\n", Pages(pdf)) + "\n";

    public static IReadOnlyList<string> Pages(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return [.. document.GetPages().Select(p => Lisible(ContentOrderTextExtractor.GetText(p, addDoubleNewline: false)))];
    }

    /// <summary>The XMP packet; it is stored uncompressed, as PDF/A wants.</summary>
    public static string Xmp(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        Assert.True(document.TryGetXmpMetadata(out var metadata));
        return Encoding.UTF8.GetString(metadata.GetXmlBytes());
    }

    private static string Lisible(string texte)
    {
        // One glyph serves both hyphens; the file says which by /ActualText, which PdfPig does not read.
        var lines = texte.Replace("\r", "", StringComparison.Ordinal).Replace('\u00AD', '-').Split('\n')
            .Select(l => Regex.Replace(l.Replace("\u200B", "", StringComparison.Ordinal), @"[\s\u00A0\u202F]+", " ").Trim())
            .Where(l => l.Length > 0);
        return string.Join('\n', lines);
    }
}
