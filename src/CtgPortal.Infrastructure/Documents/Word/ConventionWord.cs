using CtgPortal.Application.Documents;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CtgPortal.Infrastructure.Documents.Word;

/// <summary>
/// The convention with the Open XML SDK. It has a composer of its own, as the PDF has a template of its own: cover, coloured fiches,
/// contents and signatures belong to this document alone, and blocks for them would have to exist in both renderings of every other.
/// </summary>
internal sealed class ConventionWord : IConventionWord
{
    private const int Marge = 1418;

    public byte[] Composer(DossierConvention dossier)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        using var flux = new MemoryStream();
        using (var paquet = WordprocessingDocument.Create(flux, WordprocessingDocumentType.Document))
        {
            Decrire(paquet, dossier);
            var principale = paquet.AddMainDocumentPart();
            principale.AddNewPart<StyleDefinitionsPart>().Styles = StylesWord.Tous();
            principale.AddNewPart<NumberingDefinitionsPart>().Numbering = StylesWord.Listes();
            principale.AddNewPart<DocumentSettingsPart>().Settings = Reglages();
            var entete = principale.AddNewPart<HeaderPart>();
            entete.Header = Entete(dossier);
            var pied = principale.AddNewPart<FooterPart>();
            pied.Footer = Pied(dossier);

            var titres = new TitresWord();
            var graphiques = new GraphiquesWord(principale);
            var marques = new MarquesWord(principale);
            var plan = new PlanWord(dossier, titres, marques);
            List<OpenXmlElement> corps =
            [
                .. plan.EnUnePage(),
                .. new TexteWord(dossier, titres, marques).Tout(),
                .. new DiagnosticWord(dossier, titres, graphiques, marques).Annexe(),
                .. AnnexesWord.Equipements(dossier, titres),
                .. plan.Annexe(),
                .. AnnexesWord.Fin(dossier, titres, marques),
            ];

            // the contents comes before what it is made from
            principale.Document = new Document(new Body(
            [
                .. CouvertureWord.Dessiner(dossier),
                new Paragraph(new ParagraphProperties(Section(null, SectionMarkValues.NextPage))),
                .. titres.Sommaire(),
                .. corps,
                Section((principale.GetIdOfPart(entete), principale.GetIdOfPart(pied)), SectionMarkValues.NextPage),
            ]));
        }

        return flux.ToArray();
    }

    /// <summary>What the file says of itself, dated from the data and not from the clock.</summary>
    private static void Decrire(WordprocessingDocument paquet, DossierConvention c)
    {
        var jour = c.DateProduction.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        paquet.PackageProperties.Title = c.Etat == EtatDocument.Projet ? $"{c.Intitule} (projet)" : c.Intitule;
        paquet.PackageProperties.Subject = $"Convention territoriale globale – {c.Territoire}";
        paquet.PackageProperties.Creator = c.CafNom;
        paquet.PackageProperties.Keywords = $"convention territoriale globale, {MotsWord.Ctg(c)}, {c.Territoire}, {c.CafNom}";
        paquet.PackageProperties.Description = MotsWord.Mention(c);
        paquet.PackageProperties.ContentStatus = c.Etat == EtatDocument.Projet ? "Projet" : "Copie";
        paquet.PackageProperties.Language = "fr-FR";
        paquet.PackageProperties.Created = jour;
        paquet.PackageProperties.Modified = jour;
    }

    /// <summary>The page numbers of the contents are the word processor's: it is asked to fill them when the file is opened.</summary>
    private static Settings Reglages() => new(
        new UpdateFieldsOnOpen { Val = true },
        new Compatibility(new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Val = "15", Uri = "http://schemas.microsoft.com/office/word" }));

    private static SectionProperties Section((string Entete, string Pied)? bords, SectionMarkValues type)
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

    private static Header Entete(DossierConvention c)
    {
        var paragraphe = EcritWord.Paragraphe(StylesWord.Bord, MotsWord.Courant(c));
        if (c.Etat == EtatDocument.Projet)
        {
            paragraphe.Append(EcritWord.Suite("   PROJET", gras: true, couleur: TeintesWord.Terre));
        }

        return new Header(paragraphe);
    }

    private static Footer Pied(DossierConvention c)
    {
        var paragraphe = EcritWord.Paragraphe(StylesWord.Bord, EcritWord.Suite(MotsWord.Mention(c)));
        paragraphe.ParagraphProperties!.Append(new Tabs(new TabStop { Val = TabStopValues.Right, Position = 11906 - (2 * Marge) }));
        paragraphe.Append(
            new Run(new TabChar()),
            new SimpleField(EcritWord.Suite("1")) { Instruction = "PAGE" }, EcritWord.Suite(" / "),
            new SimpleField(EcritWord.Suite("1")) { Instruction = "NUMPAGES" });
        return new Footer(paragraphe);
    }
}
