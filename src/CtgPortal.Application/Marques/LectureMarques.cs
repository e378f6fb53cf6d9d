using System.Text;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CtgPortal.Application.Marques;

/// <summary>Reads the marks of one line: emphasis by stars as CommonMark defines it, links to the web or to a mail address. All else is words.</summary>
internal static class LectureMarques
{
    /// <summary>Nobody nests emphasis; deeper than this is a line made to harm, read as words.</summary>
    private const int ProfondeurMax = 40;

    /// <summary>More marks than this on one line are no writing; the reader would nest them one in another.</summary>
    private const int MarquesMax = 4000;

    private static readonly MarkdownPipeline Pipeline = Creer();

    public static IReadOnlyList<Passage> Lire(string ligne)
    {
        ArgumentNullException.ThrowIfNull(ligne);
        if (ligne.Length == 0)
        {
            return [];
        }

        if (ligne.AsSpan().IndexOfAny('*', '[', '\\') < 0 || ligne.AsSpan().Count('*') + ligne.AsSpan().Count('[') > MarquesMax)
        {
            return [new(ligne)];
        }

        var lecture = new List<Passage>();
        var entiere = Markdown.Parse(ligne.ReplaceLineEndings(" ").TrimStart(), Pipeline)
            .OfType<ParagraphBlock>().All(p => Ajouter(lecture, p.Inline!, new(""), 0));
        return entiere ? Fondre(lecture) : [new(ligne)];
    }

    /// <summary>Neighbours set the same way become one.</summary>
    public static IReadOnlyList<Passage> Fondre(IEnumerable<Passage> passages)
    {
        List<Passage> fondus = [];
        var mots = new StringBuilder();
        Passage? style = null;
        foreach (var passage in passages.Where(p => p.Texte.Length > 0))
        {
            var sien = passage with { Texte = "" };
            if (style != sien)
            {
                Clore();
                style = sien;
            }

            mots.Append(passage.Texte);
        }

        Clore();
        return fondus;

        void Clore()
        {
            if (style is not null)
            {
                fondus.Add(style with { Texte = mots.ToString() });
                mots.Clear();
            }
        }
    }

    /// <returns>False when it is too deep to be read.</returns>
    private static bool Ajouter(List<Passage> lecture, ContainerInline contenu, Passage style, int profondeur)
    {
        if (profondeur > ProfondeurMax)
        {
            return false;
        }

        foreach (var inline in contenu)
        {
            var lu = inline switch
            {
                LiteralInline mots => Mots(lecture, style, mots.Content.ToString()),
                EmphasisInline emphase => Ajouter(
                    lecture, emphase, emphase.DelimiterCount == 2 ? style with { Gras = true } : style with { Italique = true }, profondeur + 1),
                LinkInline lien => Lien(lecture, lien, style, profondeur),
                DelimiterInline reste => Mots(lecture, style, reste.ToLiteral()) && Ajouter(lecture, reste, style, profondeur + 1),
                ContainerInline autre => Ajouter(lecture, autre, style, profondeur + 1),
                _ => true,
            };
            if (!lu)
            {
                return false;
            }
        }

        return true;
    }

    private static bool Mots(List<Passage> lecture, Passage style, string texte)
    {
        lecture.Add(style with { Texte = texte });
        return true;
    }

    private static bool Lien(List<Passage> lecture, LinkInline lien, Passage style, int profondeur)
    {
        if (lien.IsImage)
        {
            Mots(lecture, style, "!");
        }

        if (Adresse.Lire(lien.Url) is { } adresse && style.Lien is null && lien.FirstChild is not null)
        {
            return Ajouter(lecture, lien, style with { Lien = adresse }, profondeur + 1);
        }

        return Mots(lecture, style, "[") && Ajouter(lecture, lien, style, profondeur + 1) && Mots(lecture, style, $"]({lien.Url})");
    }

    private static MarkdownPipeline Creer()
    {
        var builder = new MarkdownPipelineBuilder();
        builder.BlockParsers.Clear();
        builder.BlockParsers.Add(new LigneParser());
        var etoiles = new EmphasisInlineParser();
        etoiles.EmphasisDescriptors.Clear();
        etoiles.EmphasisDescriptors.Add(new EmphasisDescriptor('*', 1, 2, enableWithinWord: true));
        builder.InlineParsers.Clear();
        builder.InlineParsers.Add(new LinkInlineParser());
        builder.InlineParsers.Add(new EchappementParser());
        builder.InlineParsers.Add(etoiles);
        return builder.Build();
    }

    /// <summary>The line is a paragraph, whatever it begins with: no heading, no quotation, no code, no definition of a link.</summary>
    private sealed class LigneParser : BlockParser
    {
        public override BlockState TryOpen(BlockProcessor processor)
        {
            processor.NewBlocks.Push(new ParagraphBlock(this) { Column = processor.Column, Span = new SourceSpan(processor.Line.Start, processor.Line.End) });
            return BlockState.Continue;
        }
    }

    /// <summary>A backslash only speaks before a mark: « C:\Documents » and « \\serveur\partage » are words.</summary>
    private sealed class EchappementParser : InlineParser
    {
        public EchappementParser() => OpeningCharacters = ['\\'];

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            var nombre = 0;
            while (slice.PeekCharExtra(nombre) == '\\')
            {
                nombre++;
            }

            var suivant = slice.PeekCharExtra(nombre);
            var marque = suivant is '*' or '[' or ']';
            var mots = marque ? new string('\\', nombre / 2) + (nombre % 2 == 1 ? suivant : "") : new string('\\', nombre);
            processor.Inline = new LiteralInline(mots);
            slice.Start += nombre + (marque && nombre % 2 == 1 ? 1 : 0);
            return true;
        }
    }
}
