using DocumentFormat.OpenXml.Wordprocessing;

namespace CtgPortal.Infrastructure.Documents.Word;

/// <summary>The pages of the convention and of its fiches: margins, what runs at their top and at their foot.</summary>
internal static class PagesWord
{
    private const int Marge = 1418;

    /// <summary>The page numbers of the contents are the word processor's: it is asked to fill them when the file is opened.</summary>
    /// <param name="sommaire">The document has contents.</param>
    public static Settings Reglages(bool sommaire = true)
    {
        var reglages = new Settings();
        if (sommaire)
        {
            reglages.Append(new UpdateFieldsOnOpen { Val = true });
        }

        reglages.Append(new Compatibility(
            new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Val = "15", Uri = "http://schemas.microsoft.com/office/word" }));
        return reglages;
    }

    public static SectionProperties Section((string Entete, string Pied)? bords, SectionMarkValues type)
    {
        var section = new SectionProperties();
        if (bords is { } b)
        {
            section.Append(
                new HeaderReference { Type = HeaderFooterValues.Default, Id = b.Entete },
                new FooterReference { Type = HeaderFooterValues.Default, Id = b.Pied });
        }

        section.Append(
            new SectionType { Val = type },
            new PageSize { Width = 11906, Height = 16838 },
            new PageMargin { Top = bords is null ? 1134 : 1531, Bottom = 1304, Left = Marge, Right = Marge, Header = 680, Footer = 567, Gutter = 0 });
        return section;
    }

    /// <param name="alerte">What nobody may overlook: « PROJET ».</param>
    public static Header Entete(string texte, string? alerte)
    {
        var paragraphe = EcritWord.Paragraphe(StylesWord.Bord, texte);
        if (alerte is not null)
        {
            paragraphe.Append(EcritWord.Suite($"   {alerte}", gras: true, couleur: TeintesWord.Terre));
        }

        return new Header(paragraphe);
    }

    public static Footer Pied(string texte)
    {
        var paragraphe = EcritWord.Paragraphe(StylesWord.Bord, EcritWord.Suite(texte));
        paragraphe.ParagraphProperties!.Append(new Tabs(new TabStop { Val = TabStopValues.Right, Position = 11906 - (2 * Marge) }));
        paragraphe.Append(
            new Run(new TabChar()),
            new SimpleField(EcritWord.Suite("1")) { Instruction = "PAGE" }, EcritWord.Suite(" / "),
            new SimpleField(EcritWord.Suite("1")) { Instruction = "NUMPAGES" });
        return new Footer(paragraphe);
    }
}
