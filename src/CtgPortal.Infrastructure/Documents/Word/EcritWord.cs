using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CtgPortal.Infrastructure.Documents.Word;

/// <summary>Paragraphs and runs of a convention.</summary>
internal static class EcritWord
{
    public static Paragraph Paragraphe(string style, params IReadOnlyList<OpenXmlElement> contenu)
    {
        var paragraphe = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        paragraphe.Append(contenu);
        return paragraphe;
    }

    public static Paragraph Paragraphe(string style, string texte) => Paragraphe(style, Suite(texte));

    /// <summary>Each line that people typed is a paragraph.</summary>
    public static IEnumerable<Paragraph> Lignes(string style, string? texte, bool gras = false, string? couleur = null, JustificationValues? cote = null) =>
        (texte ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).DefaultIfEmpty("").Select(l =>
        {
            var paragraphe = Paragraphe(style, Suite(l, gras, couleur));
            if (cote is { } valeur)
            {
                paragraphe.ParagraphProperties!.Append(new Justification { Val = valeur });
            }

            return paragraphe;
        });

    public static Run Suite(string texte, bool gras = false, string? couleur = null, bool italique = false, string? taille = null)
    {
        var suite = ComposeurWord.Run(texte);
        var lettres = new RunProperties();
        if (gras)
        {
            lettres.Append(new Bold());
        }

        if (italique)
        {
            lettres.Append(new Italic());
        }

        if (couleur is not null)
        {
            lettres.Append(new Color { Val = couleur });
        }

        if (taille is not null)
        {
            lettres.Append(new FontSize { Val = taille });
        }

        if (lettres.HasChildren)
        {
            suite.RunProperties = lettres;
        }

        return suite;
    }

    /// <summary>What is not there yet is said, never left blank.</summary>
    public static Paragraph Absent(string texte) => Paragraphe(StylesWord.Corps, Suite(texte, couleur: TeintesWord.Sourdine, italique: true));

    /// <summary>Two tables that touch become one.</summary>
    public static Paragraph Respiration() => Paragraphe(StylesWord.Note, "");

    /// <summary>The paragraph that a document must have after its last table, too small to make a page of its own.</summary>
    public static Paragraph Fin() => new(
        new ParagraphProperties(new SpacingBetweenLines { Before = "0", After = "0", Line = "20", LineRule = LineSpacingRuleValues.Exact }));
}
