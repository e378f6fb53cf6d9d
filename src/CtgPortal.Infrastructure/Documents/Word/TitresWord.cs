using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CtgPortal.Infrastructure.Documents.Word;

/// <summary>Real headings, and the contents made from them: filled at once, so that it is not empty before the word processor refreshes it.</summary>
internal sealed class TitresWord
{
    private const int NiveauMax = 4;
    private const int BordDroit = 9070;

    private readonly List<(int Niveau, string Texte, string Signet)> _titres = [];

    /// <param name="niveau">From 1 to 4.</param>
    /// <param name="fond">Behind the words, for a part of the plan that has a colour.</param>
    /// <param name="suite">After the words, outside the contents.</param>
    /// <param name="nouvellePage">Begins a page.</param>
    public Paragraph Titre(int niveau, string texte, string? fond = null, string? couleur = null, Run? suite = null, bool nouvellePage = false)
    {
        var signet = string.Create(CultureInfo.InvariantCulture, $"_Toc{_titres.Count + 1:00000000}");
        var numero = (_titres.Count + 1).ToString(CultureInfo.InvariantCulture);
        _titres.Add((niveau, texte, signet));

        var paragraphe = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = StylesWord.TitreDeNiveau(niveau) }));
        if (nouvellePage)
        {
            paragraphe.ParagraphProperties!.Append(new PageBreakBefore());
        }

        if (fond is not null)
        {
            paragraphe.ParagraphProperties!.Append(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = fond });
        }

        paragraphe.Append(
            new BookmarkStart { Id = numero, Name = signet }, EcritWord.Suite(texte, couleur: couleur), new BookmarkEnd { Id = numero });
        if (suite is not null)
        {
            paragraphe.Append(suite);
        }

        return paragraphe;
    }

    /// <summary>A contents field with its entries, each a link to its heading.</summary>
    public IEnumerable<OpenXmlElement> Sommaire()
    {
        yield return EcritWord.Paragraphe(StylesWord.TitreSommaire, "Sommaire");
        for (var i = 0; i < _titres.Count; i++)
        {
            var (niveau, texte, signet) = _titres[i];
            var entree = new Paragraph(new ParagraphProperties(
                new ParagraphStyleId { Val = StylesWord.Sommaire(niveau) },
                new Tabs(new TabStop { Val = TabStopValues.Right, Leader = TabStopLeaderCharValues.Dot, Position = BordDroit })));
            if (i == 0)
            {
                entree.Append(Borne(FieldCharValues.Begin), Code($" TOC \\o \"1-{NiveauMax}\" \\h \\z \\u "), Borne(FieldCharValues.Separate));
            }

            entree.Append(new Hyperlink(
                EcritWord.Suite(texte), new Run(new TabChar()),
                Borne(FieldCharValues.Begin), Code($" PAGEREF {signet} \\h "), Borne(FieldCharValues.Separate), EcritWord.Suite("…"), Borne(FieldCharValues.End))
            { Anchor = signet, History = true });
            yield return entree;
        }

        yield return new Paragraph(Borne(FieldCharValues.End));
    }

    private static Run Borne(FieldCharValues type) => new(new FieldChar { FieldCharType = type });

    private static Run Code(string code) => new(new FieldCode(code) { Space = SpaceProcessingModeValues.Preserve });
}
