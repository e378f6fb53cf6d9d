using CtgPortal.Application.Documents;
using CtgPortal.Infrastructure.Documents.Word;
using CtgPortal.TestSupport.Documents;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Wp = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace CtgPortal.Application.Tests.Documents;

public sealed class ConventionWordTests
{
    public static TheoryData<DossierConvention> Exemples =>
    [
        DossierExemple.Vide(), DossierExemple.TroisRivieres(), DossierExemple.Signee(), DossierExemple.Reprise(), DossierExemple.SoixanteFiches(),
        DossierExemple.QuaranteCinqSignataires(), DossierExemple.Extreme(),
    ];

    [Theory, MemberData(nameof(Exemples))]
    public void Le_fichier_est_conforme_au_format(DossierConvention dossier)
    {
        using var document = Ouvrir(dossier);

        var defauts = new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document, TestContext.Current.CancellationToken);

        Assert.Empty(defauts.Select(d => $"{d.Path?.XPath} {d.Description}"));
    }

    [Theory, MemberData(nameof(Exemples))]
    public void Le_sommaire_est_rempli_et_chaque_entree_mene_a_son_titre(DossierConvention dossier)
    {
        using var document = Ouvrir(dossier);
        var corps = document.MainDocumentPart!.Document!.Body!;

        var titres = corps.Elements<Paragraph>().Where(p => Style(p)?.StartsWith("Heading", StringComparison.Ordinal) == true)
            .ToDictionary(p => p.GetFirstChild<BookmarkStart>()!.Name!.Value!, p => p.Elements<Run>().First().InnerText);
        var entrees = corps.Descendants<Hyperlink>().Where(h => h.Anchor?.Value?.StartsWith("_Toc", StringComparison.Ordinal) == true)
            .ToDictionary(h => h.Anchor!.Value!, h => h.Elements<Run>().First().InnerText);
        Assert.NotEmpty(titres);
        Assert.Equal(titres, entrees);
        Assert.Contains(corps.Descendants<FieldCode>(), f => f.Text.Contains("TOC \\o \"1-4\"", StringComparison.Ordinal));

        // as many ends of fields as beginnings
        Assert.Equal(
            corps.Descendants<FieldChar>().Count(f => f.FieldCharType! == FieldCharValues.Begin),
            corps.Descendants<FieldChar>().Count(f => f.FieldCharType! == FieldCharValues.End));
    }

    [Fact]
    public void Tout_y_est_dans_l_ordre_du_pdf()
    {
        using var document = Ouvrir(DossierExemple.TroisRivieres());

        Assert.Equal(
            [
                "Le plan d’actions en une page", "Parties et préambule", "Articles de la convention", "Signatures", "Annexe 1 – Diagnostic partagé",
                "Annexe 2 – Équipements et services soutenus", "Annexe 3 – Plan d’actions 2021–2024", "Annexe 4 – Pilotage et suivi", "Annexe 5 – Évaluation",
                "Annexe 6 – Délibérations et décisions",
            ],
            DeStyle(document, "Heading1").Select(p => p.Elements<Run>().First().InnerText));
        Assert.Equal(14, DeStyle(document, "Heading2").Count(p => p.InnerText.StartsWith("Article ", StringComparison.Ordinal)));
        Assert.Equal(14, DeStyle(document, "Heading3").Count(p => p.InnerText.StartsWith("Fiche action ", StringComparison.Ordinal)));
        Assert.Equal(2, DeStyle(document, "Heading3").Count(p => p.InnerText is "Logement" or "À la croisée des regards : accès aux droits sociaux"));
    }

    [Fact]
    public void Chaque_tableau_a_sa_premiere_ligne_repetee_et_sa_description()
    {
        using var document = Ouvrir(DossierExemple.TroisRivieres());

        var tables = document.MainDocumentPart!.Document!.Body!.Elements<Table>().ToList();
        Assert.True(tables.Count > 25, $"{tables.Count} tables");
        Assert.All(tables, t => Assert.NotNull(t.Elements<TableRow>().First().TableRowProperties!.GetFirstChild<TableHeader>()));
        Assert.All(tables, t => Assert.NotEmpty(t.GetFirstChild<TableProperties>()!.TableDescription!.Val!.Value!));
    }

    [Fact]
    public void Les_axes_ont_leur_couleur_et_les_dessins_leur_texte()
    {
        using var document = Ouvrir(DossierExemple.TroisRivieres() with
        {
            Axes = [new() { Numero = "1", Titre = "Jaune", Couleur = "#ffe066" }, new() { Numero = "2", Titre = "Sans couleur" }],
        });

        var axes = DeStyle(document, "Heading2").Where(p => p.InnerText.StartsWith("Axe ", StringComparison.Ordinal)).ToList();
        Assert.Equal(
            [("FFE066", "1D2A33"), ("B4532A", "FFFFFF")],
            axes.Select(p => (p.ParagraphProperties!.Shading!.Fill!.Value, p.Elements<Run>().First().RunProperties!.Color!.Val!.Value)));
        Assert.Equal(2, document.MainDocumentPart!.ChartParts.Count());
        Assert.All(document.MainDocumentPart.Document!.Descendants<Wp.DocProperties>(), d => Assert.NotEmpty(d.Description!.Value!));
    }

    [Fact]
    public void Un_dessin_fige_sans_ses_chiffres_garde_son_texte()
    {
        var dossier = DossierExemple.TroisRivieres();
        var themes = dossier.Diagnostic!.Themes.Select(t => t with
        {
            Figures = [.. t.Figures.Select(f => f with { Graphiques = [.. f.Graphiques.Select(g => g with { Forme = null, Categories = [], Series = [] })] })],
        });
        using var document = Ouvrir(dossier with { Diagnostic = dossier.Diagnostic with { Themes = [.. themes] } });

        Assert.Empty(document.MainDocumentPart!.ChartParts);
        Assert.Contains("Aisne : 56,1 %, France : 59,8 %.", document.MainDocumentPart.Document!.Body!.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public void Un_projet_le_dit_partout_et_une_version_figee_renvoie_au_pdf()
    {
        using var projet = Ouvrir(DossierExemple.TroisRivieres());
        using var figee = Ouvrir(DossierExemple.Signee());

        Assert.Equal(("Convention territoriale globale des Trois Rivières 2021-2024 (projet)", "Projet", "fr-FR", "Caf de l’Aisne"),
            (projet.PackageProperties.Title, projet.PackageProperties.ContentStatus, projet.PackageProperties.Language, projet.PackageProperties.Creator));
        Assert.Contains("PROJET", projet.MainDocumentPart!.HeaderParts.Single().Header!.InnerText, StringComparison.Ordinal);
        Assert.Contains("Projet, version de travail du 12 mars 2021", projet.MainDocumentPart.FooterParts.Single().Footer!.InnerText, StringComparison.Ordinal);
        Assert.Contains("seul le PDF fait foi", figee.MainDocumentPart!.FooterParts.Single().Footer!.InnerText, StringComparison.Ordinal);
        Assert.DoesNotContain("PROJET", figee.MainDocumentPart.HeaderParts.Single().Header!.InnerText + figee.MainDocumentPart.Document!.InnerText, StringComparison.Ordinal);
        Assert.Equal(["PAGE", "NUMPAGES"], projet.MainDocumentPart.FooterParts.Single().Footer!.Descendants<SimpleField>().Select(f => f.Instruction!.Value));
    }

    private static WordprocessingDocument Ouvrir(DossierConvention dossier) =>
        WordprocessingDocument.Open(new MemoryStream(new ConventionWord().Composer(dossier)), isEditable: false);

    private static IEnumerable<Paragraph> DeStyle(WordprocessingDocument document, string style) =>
        document.MainDocumentPart!.Document!.Body!.Elements<Paragraph>().Where(p => Style(p) == style);

    private static string? Style(Paragraph paragraphe) => paragraphe.ParagraphProperties?.ParagraphStyleId?.Val?.Value;
}
