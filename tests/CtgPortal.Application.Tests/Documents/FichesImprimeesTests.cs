using System.Text.Json;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Plans;
using CtgPortal.Infrastructure.Documents;
using CtgPortal.Infrastructure.Documents.Word;
using CtgPortal.TestSupport.Documents;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CtgPortal.Application.Tests.Documents;

/// <summary>Fiches printed without the convention around them.</summary>
public sealed class FichesImprimeesTests(DocumentsFixture documents)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static TheoryData<FormeFiches, DossierConvention> Formes => new()
    {
        { FormeFiches.Fiche, DossierExemple.Signee() },
        { FormeFiches.Selection, DossierExemple.TroisRivieres() },
        { FormeFiches.Plan, DossierExemple.TroisRivieres() },
        { FormeFiches.Plan, DossierExemple.Extreme() },
        { FormeFiches.Plan, DossierExemple.Vide() },
    };

    [Theory, MemberData(nameof(Formes))]
    public async Task Le_PDF_a_chaque_fiche_et_rien_de_la_convention(FormeFiches forme, DossierConvention dossier)
    {
        var fiches = De(dossier, forme);
        var pdf = new FichesPdfTypst(documents.Pool, documents.Typographie);
        var octets = await pdf.ComposerAsync(fiches, TestContext.Current.CancellationToken);
        var texte = LecturePdf.Texte(octets);

        Assert.All(Toutes(fiches.Axes), f => Assert.Contains(f.Numero, texte, StringComparison.Ordinal));
        Assert.DoesNotContain("Signatures", texte, StringComparison.Ordinal);
        Assert.DoesNotContain("Annexe", texte, StringComparison.Ordinal);
        Assert.Contains("Plan d’actions au 12 mars 2026", texte, StringComparison.Ordinal);
        Assert.Equal(octets, await pdf.ComposerAsync(fiches, TestContext.Current.CancellationToken));
        await GarderAsync($"{forme}-{fiches.Axes.Count}.pdf", octets);
    }

    [Theory, MemberData(nameof(Formes))]
    public async Task Le_PDF_est_accessible_selon_PDF_UA(FormeFiches forme, DossierConvention dossier)
    {
        var piece = JsonSerializer.SerializeToUtf8Bytes(De(dossier, forme), Options);
        var requete = new RequeteTypst(documents.Typographie.Preparer(JsonSerializer.SerializeToUtf8Bytes(De(dossier, forme), MarquesTypst.Lues(Options))), piece, Norme: "ua-1") { Modele = "fiches" };

        Assert.Contains("<pdfuaid:part>1</pdfuaid:part>", LecturePdf.Xmp(await documents.Pool.ComposerAsync(requete, TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Formes))]
    public async Task Le_fichier_Word_est_conforme_et_a_chaque_fiche_sous_son_titre(FormeFiches forme, DossierConvention dossier)
    {
        var fiches = De(dossier, forme);
        var octets = new FichesWord().Composer(fiches);
        await GarderAsync($"{forme}-{fiches.Axes.Count}.docx", octets);
        using var flux = new MemoryStream(octets);
        using var document = WordprocessingDocument.Open(flux, isEditable: false);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document, TestContext.Current.CancellationToken).Select(d => $"{d.Path?.XPath} {d.Description}"));
        var titres = document.MainDocumentPart!.Document!.Body!.Elements<Paragraph>()
            .Where(p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value?.StartsWith("Heading", StringComparison.Ordinal) == true).Select(p => p.InnerText).ToList();
        Assert.All(Toutes(fiches.Axes), f => Assert.Contains(titres, t => t.EndsWith($"{f.Numero} – {f.Titre}", StringComparison.Ordinal)));
        Assert.Equal(forme != FormeFiches.Fiche, document.MainDocumentPart.Document.Descendants<FieldCode>().Any(f => f.Text.Contains("TOC", StringComparison.Ordinal)));
    }

    /// <summary>People find on paper the words of the pages.</summary>
    [Fact]
    public async Task Chaque_rubrique_porte_le_libelle_de_son_champ()
    {
        var fiches = De(DossierExemple.Signee(), FormeFiches.Fiche);
        string[] champs =
        [
            "constat", "enjeu", "lien-schemas", "objectif-general", "objectifs-operationnels", "descriptif", "nature", "livrables", "publics", "nombre-vise", "secteur",
            "pilote-structure", "pilote-personne", "copilote-caf", "elu-referent", "partenaires", "instance", "calendrier", "moyens-humains", "moyens-techniques",
            "cout-previsionnel", "resultats-attendus", "modalites-evaluation", "participation",
        ];
        var imprime = Mots(LecturePdf.Texte(await new FichesPdfTypst(documents.Pool, documents.Typographie).ComposerAsync(fiches, TestContext.Current.CancellationToken)));
        using var flux = new MemoryStream(new FichesWord().Composer(fiches));
        using var document = WordprocessingDocument.Open(flux, isEditable: false);
        var cellules = document.MainDocumentPart!.Document!.Body!.Descendants<TableCell>().Select(c => c.InnerText).ToHashSet();

        Assert.All(champs.Select(c => LibellesFiche.De(c).Libelle), libelle =>
        {
            Assert.Contains(Mots(libelle), imprime, StringComparison.Ordinal);
            Assert.Contains(libelle, cellules);
        });

        static string Mots(string texte) => string.Join(' ', texte.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static FichesImprimees De(DossierConvention d, FormeFiches forme) => new()
    {
        Forme = forme,
        Titre = forme switch { FormeFiches.Fiche => "Fiche action", FormeFiches.Plan => "Plan d’actions", _ => "Extrait du plan d’actions" },
        Territoire = d.Territoire,
        Intitule = d.Intitule,
        Debut = d.Debut,
        Fin = d.Fin,
        Niveaux = d.Niveaux.Count > 1 ? d.Niveaux : ["Axe", "Fiche action"],
        Champs = d.Champs,
        Axes = forme == FormeFiches.Fiche ? Seule(d.Axes) : d.Axes,
        Confidentiel = forme == FormeFiches.Fiche,
        DateProduction = new(2026, 3, 12),
    };

    /// <summary>The longest one.</summary>
    private static IReadOnlyList<AxeDossier> Seule(IReadOnlyList<AxeDossier> axes)
    {
        var longue = Toutes(axes).MaxBy(f => JsonSerializer.Serialize(f, Options).Length)!;
        return [axes[0] with { Fiches = [longue], Orientations = [] }];
    }

    private static IEnumerable<FicheDossier> Toutes(IEnumerable<AxeDossier> axes) => axes.SelectMany(a => a.Toutes);

    // to look at them
    private static async Task GarderAsync(string nom, byte[] octets)
    {
        if (Environment.GetEnvironmentVariable("CTG_AFFICHES") is { } dossier)
        {
            await File.WriteAllBytesAsync(Path.Combine(dossier, nom), octets, TestContext.Current.CancellationToken);
        }
    }
}
