using CtgPortal.Application.Documents;
using CtgPortal.Infrastructure.Documents.Word;
using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CtgPortal.Application.Tests.Documents;

public sealed class DocumentWordTests
{
    private static readonly DocumentCompose Exemple = ExempleDocument.AvecTout;

    [Fact]
    public void Le_fichier_est_conforme_au_format()
    {
        using var flux = new MemoryStream(new ComposeurWord().Composer(Exemple));
        using var document = WordprocessingDocument.Open(flux, isEditable: false);

        var defauts = new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(document, TestContext.Current.CancellationToken);

        Assert.Empty(defauts.Select(d => $"{d.Path?.XPath} {d.Description}"));
    }

    [Fact]
    public void Les_titres_les_listes_et_les_tableaux_sont_de_vrais_titres_listes_et_tableaux()
    {
        using var document = Ouvrir();
        var corps = document.MainDocumentPart!.Document!.Body!;

        Assert.Equal(["Title", "Subtitle", "Heading1", "Heading2"], Styles(corps).Where(s => s is "Title" or "Subtitle" || s.StartsWith("Heading", StringComparison.Ordinal)));
        Assert.Equal(["une place", "deux places"], corps.Elements<Paragraph>().Where(p => Style(p) == "ListBullet").Select(p => p.InnerText));
        var tables = corps.Elements<Table>().ToList();
        Assert.Equal(2, tables.Count);
        Assert.All(tables, t => Assert.NotNull(t.Elements<TableRow>().First().TableRowProperties!.GetFirstChild<TableHeader>()));
        Assert.Equal("Aisne2024 54 %".Replace("2024 ", "2024", StringComparison.Ordinal), tables[0].Elements<TableRow>().ElementAt(1).InnerText);
    }

    [Fact]
    public void Le_gras_l_italique_les_liens_et_les_numeros_sont_ceux_du_traitement_de_texte()
    {
        using var document = Ouvrir();
        var corps = document.MainDocumentPart!.Document!.Body!;

        var premier = corps.Elements<Paragraph>().Single(p => p.InnerText.StartsWith("Un premier", StringComparison.Ordinal));
        Assert.Equal("Un premier paragraphe, penché et gras.", premier.InnerText);
        Assert.Equal("penché", premier.Elements<Run>().Single(r => r.RunProperties?.Italic is not null).InnerText);
        Assert.Equal("gras", premier.Elements<Run>().Single(r => r.RunProperties?.Bold is not null).InnerText);

        var numerotes = corps.Elements<Paragraph>().Where(p => Style(p) == "ListNumber").ToList();
        Assert.Equal(["l’étude complète", "le *reste"], numerotes.Select(p => p.InnerText));
        var liste = Assert.Single(numerotes.Select(p => p.ParagraphProperties!.NumberingProperties!.NumberingId!.Val!.Value).Distinct());
        var instance = document.MainDocumentPart.NumberingDefinitionsPart!.Numbering!.Elements<NumberingInstance>().Single(n => n.NumberID! == liste);
        Assert.Equal(3, instance.GetFirstChild<LevelOverride>()!.StartOverrideNumberingValue!.Val!.Value);

        var lien = Assert.Single(corps.Descendants<Hyperlink>());
        Assert.Equal("l’étude", lien.InnerText);
        Assert.Equal("https://www.caf.fr/etude?a=1&b=l%27eau", document.MainDocumentPart.HyperlinkRelationships.Single(r => r.Id == lien.Id!).Uri.OriginalString);
    }

    [Fact]
    public void Les_graphiques_sont_natifs_et_ont_leur_texte_de_remplacement()
    {
        using var document = Ouvrir();

        Assert.Equal(2, document.MainDocumentPart!.ChartParts.Count());
        Assert.Equal(
            ["Le territoire est sous le département.", "En hausse de quatre points."],
            document.MainDocumentPart.Document!.Descendants<DocProperties>().Select(d => d.Description!.Value));

        // what may not be shown has no point at all
        Assert.Equal(["48.5", "54", "59.1"], document.MainDocumentPart.ChartParts.SelectMany(c => c.ChartSpace!.Descendants<DocumentFormat.OpenXml.Drawing.Charts.BarChart>())
            .SelectMany(b => b.Descendants<DocumentFormat.OpenXml.Drawing.Charts.NumericPoint>()).Select(p => p.InnerText));
    }

    [Fact]
    public void Ce_qui_est_retire_est_barre_et_ce_qui_est_ajoute_souligne_entre_des_marques()
    {
        using var document = Ouvrir();

        var revision = document.MainDocumentPart!.Document!.Body!.Elements<Paragraph>().Single(p => p.InnerText.StartsWith("Texte :", StringComparison.Ordinal));
        Assert.Equal("Texte : La Caf [−soutientquatre−][+finance les+] services.", revision.InnerText);
        Assert.Equal("[−soutientquatre−]", string.Concat(revision.Elements<Run>().Where(r => r.RunProperties?.Strike is not null).Select(r => r.InnerText)));
        Assert.Equal("[+finance les+]", revision.Elements<Run>().Single(r => r.RunProperties?.Underline is not null).InnerText);
    }

    [Fact]
    public void Le_document_dit_son_titre_sa_langue_et_sa_date()
    {
        using var document = Ouvrir();

        Assert.Equal(("Diagnostic partagé", "fr-FR", "Caf de l’Aisne"),
            (document.PackageProperties.Title, document.PackageProperties.Language, document.PackageProperties.Creator));
        Assert.Equal(new DateTime(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc), document.PackageProperties.Created!.Value.ToUniversalTime());
    }

    private static WordprocessingDocument Ouvrir() =>
        WordprocessingDocument.Open(new MemoryStream(new ComposeurWord().Composer(Exemple)), isEditable: false);

    private static IEnumerable<string> Styles(Body corps) => corps.Elements<Paragraph>().Select(Style).OfType<string>();

    private static string? Style(Paragraph paragraphe) => paragraphe.ParagraphProperties?.ParagraphStyleId?.Val?.Value;
}
