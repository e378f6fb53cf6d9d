using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CtgPortal.Infrastructure.Documents.Word;

/// <summary>The few styles of a document: real headings, so that a screen reader and a table of contents find them.</summary>
internal static class StylesWord
{
    public const string Titre = "Title";
    public const string SousTitre = "Subtitle";
    public const string Corps = "Normal";
    public const string Note = "Note";
    public const string Puce = "ListBullet";
    public const string Numero = "ListNumber";
    public const string Lien = "Hyperlink";
    public const string Legende = "Caption";
    public const string Cellule = "Cellule";
    public const string PuceCellule = "PuceCellule";
    public const string NumeroCellule = "NumeroCellule";
    public const string Tableau = "TableGrid";
    public const string TitreSommaire = "TOCHeading";
    public const string TitreFigure = "Figure";
    public const string Bord = "Bord";
    public const int PuceId = 1;
    public const int NumeroId = 2;

    private const string Encre = "1D2A33";
    private const string Petrole = "0F5A61";
    private const string Gris = "52616C";
    private const string Police = "Calibri";

    /// <param name="niveau">From 1 to 4.</param>
    public static string TitreDeNiveau(int niveau) => $"Heading{niveau}";

    /// <summary>An entry of the contents.</summary>
    /// <param name="niveau">From 1 to 4.</param>
    public static string Sommaire(int niveau) => $"TOC{niveau}";

    public static Styles Tous()
    {
        var styles = new Styles(new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = Police, HighAnsi = Police, ComplexScript = Police },
                new Color { Val = Encre },
                new FontSize { Val = "22" },
                new Languages { Val = "fr-FR" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(
                new SpacingBetweenLines { After = "120", Line = "276", LineRule = LineSpacingRuleValues.Auto }))));
        styles.Append(
            Style(Corps, "Normal", null, new(), new(), parDefaut: true),
            Style(Titre, "Title", Corps, Espace("0", "60"), Lettres("44", Petrole, gras: true)),
            Style(SousTitre, "Subtitle", Corps, Espace("0", "360"), Lettres("26", Gris)),
            Style(TitreDeNiveau(1), "heading 1", Corps, Plan(0, "420", "120"), Lettres("32", Petrole, gras: true)),
            Style(TitreDeNiveau(2), "heading 2", Corps, Plan(1, "300", "80"), Lettres("26", Petrole, gras: true)),
            Style(TitreDeNiveau(3), "heading 3", Corps, Plan(2, "240", "60"), Lettres("23", Encre, gras: true)),
            Style(TitreDeNiveau(4), "heading 4", Corps, Plan(3, "240", "60"), Lettres("22", Encre, gras: true)),
            Style(TitreSommaire, "TOC Heading", Corps, Suivi("0", "240"), Lettres("40", Petrole, gras: true)),
            Style(Sommaire(1), "toc 1", Corps, Espace("160", "40"), Lettres("22", Petrole, gras: true)),
            Style(Sommaire(2), "toc 2", Corps, Retrait("240"), Lettres("20", Encre)),
            Style(Sommaire(3), "toc 3", Corps, Retrait("480"), Lettres("19", Gris)),
            Style(Sommaire(4), "toc 4", Corps, Retrait("720"), Lettres("19", Gris)),
            Style(TitreFigure, "Figure", Corps, Suivi("280", "40"), Lettres("23", Petrole, gras: true)),
            Style(Bord, "Bord de page", Corps, Espace("0", "0"), Lettres("16", Gris)),
            Style(Note, "Note", Corps, Espace("0", "120"), Lettres("18", Gris)),
            Style(Legende, "caption", Corps, Suivi("160", "60"), Lettres("20", Gris, gras: true)),
            Style(Cellule, "Cellule", Corps, Espace("30", "30"), Lettres("20", Encre)),
            Style(Puce, "List Bullet", Corps, Element(PuceId), new()),
            Style(Numero, "List Number", Corps, Element(NumeroId), new()),
            Style(PuceCellule, "Puce de cellule", Puce, Espace("20", "20"), Lettres("20", Encre)),
            Style(NumeroCellule, "Numéro de cellule", Numero, Espace("20", "20"), Lettres("20", Encre)),
            new Style(
                new StyleName { Val = "Hyperlink" }, new PrimaryStyle(),
                new StyleRunProperties(new Color { Val = Petrole }, new Underline { Val = UnderlineValues.Single }))
            { Type = StyleValues.Character, StyleId = Lien },
            new Style(new StyleName { Val = "Table Grid" }) { Type = StyleValues.Table, StyleId = Tableau });
        return styles;
    }

    public static Numbering Listes() => new(
        Modele(PuceId, NumberFormatValues.Bullet, "•"),
        Modele(NumeroId, NumberFormatValues.Decimal, "%1."),
        new NumberingInstance(new AbstractNumId { Val = PuceId }) { NumberID = PuceId },
        new NumberingInstance(new AbstractNumId { Val = NumeroId }) { NumberID = NumeroId });

    private static AbstractNum Modele(int id, NumberFormatValues format, string marque) => new(
        new MultiLevelType { Val = MultiLevelValues.SingleLevel },
        new Level(
            new StartNumberingValue { Val = 1 },
            new NumberingFormat { Val = format },
            new LevelText { Val = marque },
            new LevelJustification { Val = LevelJustificationValues.Left },
            new PreviousParagraphProperties(new Indentation { Left = "360", Hanging = "360" }))
        { LevelIndex = 0 })
    { AbstractNumberId = id };

    private static StyleParagraphProperties Element(int liste) => new(
        new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = liste }),
        new SpacingBetweenLines { After = "60" },
        new Indentation { Left = "360", Hanging = "360" });

    private static Style Style(
        string id, string nom, string? parent, StyleParagraphProperties paragraphe, StyleRunProperties lettres, bool parDefaut = false)
    {
        var style = new Style(new StyleName { Val = nom }) { Type = StyleValues.Paragraph, StyleId = id, Default = parDefaut ? OnOffValue.FromBoolean(true) : null };
        if (parent is not null)
        {
            style.Append(new BasedOn { Val = parent });
        }

        style.Append(new PrimaryStyle(), paragraphe, lettres);
        return style;
    }

    private static StyleParagraphProperties Espace(string avant, string apres) => new(new SpacingBetweenLines { Before = avant, After = apres });

    private static StyleParagraphProperties Retrait(string gauche) =>
        new(new SpacingBetweenLines { After = "30" }, new Indentation { Left = gauche });

    /// <summary>Stays on the page of what follows.</summary>
    private static StyleParagraphProperties Suivi(string avant, string apres) =>
        new(new KeepNext(), new SpacingBetweenLines { Before = avant, After = apres });

    private static StyleParagraphProperties Plan(int niveau, string avant, string apres) =>
        new(new KeepNext(), new KeepLines(), new SpacingBetweenLines { Before = avant, After = apres }, new OutlineLevel { Val = niveau });

    private static StyleRunProperties Lettres(string taille, string couleur, bool gras = false)
    {
        var lettres = new StyleRunProperties();
        if (gras)
        {
            lettres.Append(new Bold());
        }

        lettres.Append(new Color { Val = couleur }, new FontSize { Val = taille });
        return lettres;
    }
}
