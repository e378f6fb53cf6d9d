using System.Text.Json;
using CtgPortal.Infrastructure.Documents;
using UglyToad.PdfPig;

namespace CtgPortal.Application.Tests.Documents;

public sealed class DocumentPdfTests(DocumentsFixture documents)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tout_ce_qui_est_decrit_est_imprime_dans_l_ordre()
    {
        var texte = LecturePdf.Texte(await documents.DocumentsPdf.ComposerAsync(ExempleDocument.AvecTout, Cancellation));

        string[] attendus =
            ["Diagnostic partagé", "Communauté de communes", "Petite enfance", "Un premier paragraphe", "une place", "Source :", "Taux de couverture, 2024", "Évolution", "Territoire", "59,1 %", "1/"];
        var ou = attendus.Select(a => texte.IndexOf(a, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, ou);
        Assert.Equal(ou.SkipLast(1).Order(), ou.SkipLast(1));
    }

    [Fact]
    public async Task Les_marques_sont_composees_et_les_liens_menent_quelque_part()
    {
        var pdf = await documents.DocumentsPdf.ComposerAsync(ExempleDocument.AvecTout, Cancellation);

        using var document = PdfDocument.Open(pdf);
        var mots = document.GetPages().SelectMany(p => p.GetWords()).ToList();
        Assert.Contains("Italic", mots.Single(m => m.Text == "penché").FontName, StringComparison.Ordinal);
        Assert.Contains("Bold", mots.Single(m => m.Text == "gras.").Letters[0].FontName, StringComparison.Ordinal);
        Assert.Equal(["3.", "4."], mots.Select(m => m.Text).Where(m => m is "3." or "4."));
        Assert.Contains("*reste", mots.Select(m => m.Text));
        var lien = Assert.Single(document.GetPages().SelectMany(p => p.GetHyperlinks()).Select(l => l.Uri).Distinct());
        Assert.Equal("https://www.caf.fr/etude?a=1&b=l%27eau", lien);
    }

    [Fact]
    public async Task Est_un_PDF_A_3a_qui_porte_ses_donnees()
    {
        var pdf = await documents.DocumentsPdf.ComposerAsync(ExempleDocument.AvecTout, Cancellation);

        var xmp = LecturePdf.Xmp(pdf);
        Assert.Contains("<pdfaid:part>3</pdfaid:part>", xmp, StringComparison.Ordinal);
        Assert.Contains("<pdfaid:conformance>A</pdfaid:conformance>", xmp, StringComparison.Ordinal);
        using var document = PdfDocument.Open(pdf);
        Assert.True(document.Advanced.TryGetEmbeddedFiles(out var fichiers));
        using var donnees = JsonDocument.Parse(Assert.Single(fichiers).Memory);
        Assert.Equal("titre", donnees.RootElement.GetProperty("blocs")[0].GetProperty("type").GetString());
    }

    [Fact]
    public async Task Est_accessible_selon_PDF_UA()
    {
        var piece = JsonSerializer.SerializeToUtf8Bytes(ExempleDocument.AvecTout, JsonSerializerOptions.Web);
        var donnees = JsonSerializer.SerializeToUtf8Bytes(ExempleDocument.AvecTout, MarquesTypst.Lues(JsonSerializerOptions.Web));
        var requete = new RequeteTypst(documents.Typographie.Preparer(donnees), piece, Norme: "ua-1") { Modele = "document" };

        var xmp = LecturePdf.Xmp(await documents.Pool.ComposerAsync(requete, Cancellation));

        Assert.Contains("<pdfuaid:part>1</pdfuaid:part>", xmp, StringComparison.Ordinal);
    }
}
