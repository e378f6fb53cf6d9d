using CtgPortal.Application.Documents;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CtgPortal.Infrastructure.Documents.Word;

/// <summary>Writes a <see cref="DocumentCompose"/> with the Open XML SDK.</summary>
internal sealed class ComposeurWord : IDocumentsWord
{
    /// <summary>A4 with margins of 2 cm, in twentieths of a point.</summary>
    private const uint LargeurPage = 11906;
    private const uint HauteurPage = 16838;
    private const int Marge = 1134;

    public byte[] Composer(DocumentCompose document)
    {
        ArgumentNullException.ThrowIfNull(document);
        using var flux = new MemoryStream();
        using (var paquet = WordprocessingDocument.Create(flux, WordprocessingDocumentType.Document))
        {
            Decrire(paquet, document);
            var principale = paquet.AddMainDocumentPart();
            principale.AddNewPart<StyleDefinitionsPart>().Styles = StylesWord.Tous();
            principale.AddNewPart<NumberingDefinitionsPart>().Numbering = StylesWord.Listes();
            principale.AddNewPart<DocumentSettingsPart>().Settings = new Settings(new Compatibility(new CompatibilitySetting
            {
                Name = CompatSettingNameValues.CompatibilityMode,
                Val = "15",
                Uri = "http://schemas.microsoft.com/office/word",
            }));
            var pied = principale.AddNewPart<FooterPart>();
            pied.Footer = Pied(document.Pied);

            var graphiques = new GraphiquesWord(principale);
            var marques = new MarquesWord(principale);
            var corps = new Body(Paragraphe(StylesWord.Titre, document.Titre));
            if (document.SousTitre is { } sousTitre)
            {
                corps.Append(Paragraphe(StylesWord.SousTitre, sousTitre));
            }

            corps.Append(document.Blocs.SelectMany(bloc => Elements(bloc, graphiques, marques)));
            corps.Append(new SectionProperties(
                new FooterReference { Type = HeaderFooterValues.Default, Id = principale.GetIdOfPart(pied) },
                new PageSize { Width = LargeurPage, Height = HauteurPage },
                new PageMargin { Top = Marge, Bottom = Marge, Left = Marge, Right = Marge, Header = 567, Footer = 567, Gutter = 0 }));
            principale.Document = new Document(corps);
        }

        return flux.ToArray();
    }

    /// <summary>What the file says of itself, dated from the data and not from the clock.</summary>
    private static void Decrire(WordprocessingDocument paquet, DocumentCompose document)
    {
        var jour = document.Date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        paquet.PackageProperties.Title = document.Titre;
        paquet.PackageProperties.Subject = document.SousTitre;
        paquet.PackageProperties.Creator = document.Auteur;
        paquet.PackageProperties.Language = "fr-FR";
        paquet.PackageProperties.Created = jour;
        paquet.PackageProperties.Modified = jour;
    }

    private static IEnumerable<OpenXmlElement> Elements(Bloc bloc, GraphiquesWord graphiques, MarquesWord marques) => bloc switch
    {
        BlocTitre titre => [Paragraphe(StylesWord.TitreDeNiveau(titre.Niveau), titre.Texte)],
        BlocParagraphe paragraphe => [Texte(paragraphe, marques)],
        BlocRevision revision => [RevisionWord.Dessiner(revision)],
        BlocListe liste => marques.Liste(liste.Elements, liste.Premier),
        BlocTableau tableau => TableauxWord.Dessiner(tableau),
        BlocGraphique graphique => graphiques.Dessiner(graphique),
        _ => throw new ArgumentOutOfRangeException(nameof(bloc), bloc.GetType().Name, null),
    };

    internal static Paragraph Paragraphe(string style, string texte) =>
        new(new ParagraphProperties(new ParagraphStyleId { Val = style }), Run(texte));

    internal static Run Run(string texte) => new(new Text(Propre(texte)) { Space = SpaceProcessingModeValues.Preserve });

    private static Paragraph Texte(BlocParagraphe paragraphe, MarquesWord marques)
    {
        var sortie = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = paragraphe.Discret ? StylesWord.Note : StylesWord.Corps }));
        if (paragraphe.Intitule is { } intitule)
        {
            var gras = Run($"{intitule} ");
            gras.RunProperties = new RunProperties(new Bold());
            sortie.Append(gras);
        }

        sortie.Append(marques.Passages(paragraphe.Texte));
        return sortie;
    }

    private static Footer Pied(string texte) => new(new Paragraph(
        new ParagraphProperties(
            new ParagraphStyleId { Val = StylesWord.Note },
            new Tabs(new TabStop { Val = TabStopValues.Right, Position = (int)LargeurPage - (2 * Marge) })),
        Run(texte),
        new Run(new TabChar()),
        new SimpleField(Run("1")) { Instruction = "PAGE" },
        Run(" / "),
        new SimpleField(Run("1")) { Instruction = "NUMPAGES" }));

    /// <summary>XML has no place for control characters, which people paste from other programs.</summary>
    private static string Propre(string texte) => string.Concat(texte.Where(c => !char.IsControl(c) || c is '\t' or '\n'));
}
