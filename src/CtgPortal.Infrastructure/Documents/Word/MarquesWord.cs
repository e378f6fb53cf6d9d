using CtgPortal.Application.Documents;
using CtgPortal.Application.Marques;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CtgPortal.Infrastructure.Documents.Word;

/// <summary>Writes the marks of the texts as the word processor has them: bold, italic, real links, lists that number themselves.</summary>
internal sealed class MarquesWord(MainDocumentPart principale)
{
    private readonly Dictionary<string, string> _liens = [];
    private readonly Numbering _listes = principale.NumberingDefinitionsPart!.Numbering!;
    private int _derniere = StylesWord.NumeroId;

    /// <summary>The runs of one paragraph or item.</summary>
    public IEnumerable<OpenXmlElement> Passages(string ligne) => TexteRiche.Passages(ligne).Select(p => p.Lien is null ? Run(p) : Lien(p));

    /// <summary>What people wrote: paragraphs and lists.</summary>
    public IEnumerable<Paragraph> Blocs(IReadOnlyList<BlocTexte> blocs, string style = StylesWord.Corps) => blocs.SelectMany(b => b.Type == TypeBloc.Paragraphe
        ? [EcritWord.Paragraphe(style, [.. Passages(b.Texte!)])]
        : Liste(b.Elements, b.Premier, style == StylesWord.Cellule));

    /// <param name="enCellule">In the small letters of tables.</param>
    public IEnumerable<Paragraph> Liste(IReadOnlyList<string> elements, int? premier, bool enCellule = false)
    {
        var style = premier is null ? (enCellule ? StylesWord.PuceCellule : StylesWord.Puce) : enCellule ? StylesWord.NumeroCellule : StylesWord.Numero;
        var numerotation = premier is { } rang ? Numeroter(rang) : null;
        return elements.Select(e =>
        {
            var proprietes = new ParagraphProperties(new ParagraphStyleId { Val = style });
            if (numerotation is { } id)
            {
                proprietes.Append(new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = id }));
            }

            var paragraphe = new Paragraph(proprietes);
            paragraphe.Append(Passages(e));
            return paragraphe;
        });
    }

    /// <summary>Each list counts for itself, from its own first number.</summary>
    private int? Numeroter(int premier)
    {
        _listes.Append(new NumberingInstance(
            new AbstractNumId { Val = StylesWord.NumeroId },
            new LevelOverride(new StartOverrideNumberingValue { Val = premier }) { LevelIndex = 0 })
        { NumberID = ++_derniere });
        return _derniere;
    }

    private static Run Run(Passage passage)
    {
        var run = ComposeurWord.Run(passage.Texte);
        if (passage.Gras || passage.Italique || passage.Lien is not null)
        {
            var proprietes = new RunProperties();
            proprietes.Append(new OpenXmlElement?[]
            {
                passage.Lien is null ? null : new RunStyle { Val = StylesWord.Lien },
                passage.Gras ? new Bold() : null,
                passage.Italique ? new Italic() : null,
            }.OfType<OpenXmlElement>());
            run.RunProperties = proprietes;
        }

        return run;
    }

    private OpenXmlElement Lien(Passage passage)
    {
        if (!Uri.TryCreate(passage.Lien, UriKind.Absolute, out var adresse))
        {
            // an address that the format has no way to hold stays beside its words
            return Run(passage with { Texte = $"{passage.Texte} ({passage.Lien})", Lien = null });
        }

        if (!_liens.TryGetValue(passage.Lien!, out var id))
        {
            id = principale.AddHyperlinkRelationship(adresse, isExternal: true).Id;
            _liens.Add(passage.Lien!, id);
        }

        return new Hyperlink(Run(passage)) { Id = id, History = true };
    }
}
