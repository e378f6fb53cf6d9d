using CtgPortal.Application.Documents;
using CtgPortal.Application.Signatures.Sceaux;
using CtgPortal.Application.Tests.Documents;
using CtgPortal.Infrastructure.Sceaux;
using CtgPortal.Infrastructure.Sceaux.Pdf;
using CtgPortal.TestSupport.Documents;
using CtgPortal.TestSupport.Sceaux;

namespace CtgPortal.Application.Tests.Sceaux;

public sealed class PreparationSignaturesTests(DocumentsFixture documents)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task La_version_figee_porte_un_champ_vide_par_signataire_et_un_pour_le_sceau()
    {
        using var atelier = new AtelierSceaux();
        var pdf = await documents.Pdf.ComposerAsync(AtelierSceaux.Figee(45), Cancellation);

        var champs = new FormulairePdf(FichierPdf.Ouvrir(pdf)).Champs;

        Assert.Equal([.. Enumerable.Range(1, 45).Select(i => $"signataire-rang-{i:00}"), "sceau"], champs.Select(c => c.Nom));
        Assert.All(champs, c => Assert.True(c.Type == "Sig" && c.Valeur is null && c.Dico.Contient("TU") && c.Dico.Contient("StructParent"), c.Nom));
        var sortie = (await OutilExterne.PdfSig.LancerAsync([atelier.Ecrire(pdf)], Cancellation)).Sortie;
        Assert.Equal(46, sortie.Split("The signature form field is not signed.").Length - 1);
        var qpdf = await OutilExterne.Qpdf.LancerAsync(["--check", atelier.Ecrire(pdf)], Cancellation);
        Assert.True(qpdf.Code == 0, qpdf.Sortie + qpdf.Erreurs);
    }

    [Fact]
    public async Task Chaque_champ_est_dans_la_cellule_de_son_signataire()
    {
        var pdf = await documents.Pdf.ComposerAsync(AtelierSceaux.Figee(3), Cancellation);
        using var document = UglyToad.PdfPig.PdfDocument.Open(pdf);
        var fichier = FichierPdf.Ouvrir(pdf);
        var pages = PagesPdf.Lister(fichier);

        Assert.All(AtelierSceaux.Figee(3).Signataires.Select((s, i) => (s.Nom, Champ: NomsDeChamps.DuSignataire(null, i + 1))), ligne =>
        {
            var champ = new FormulairePdf(fichier).Trouver(ligne.Champ)!;
            var page = document.GetPage(pages.ToList().IndexOf((ReferencePdf)champ.Dico["P"]!) + 1);
            var rect = fichier.Tableau(champ.Dico["Rect"])!.Select(Convert.ToDouble).ToArray();
            var nom = page.GetWords().Last(m => m.Text.Contains(ligne.Nom[^10..], StringComparison.Ordinal)).BoundingBox;
            Assert.InRange((nom.Bottom + nom.Top) / 2, rect[1], rect[3]);
            Assert.True(nom.Right < rect[0], "the name stands left of its field");
            Assert.True(rect[2] <= page.Width - 60 && rect[3] - rect[1] > 40);
        });
    }

    [Fact]
    public async Task Un_identifiant_porte_par_le_dossier_nomme_le_champ()
    {
        var dossier = AtelierSceaux.Figee(1);

        var pdf = await documents.Pdf.ComposerAsync(dossier with { Signataires = [dossier.Signataires[0] with { Id = "0198-ab" }] }, Cancellation);

        Assert.Equal(["signataire-0198-ab", "sceau"], new FormulairePdf(FichierPdf.Ouvrir(pdf)).Champs.Select(c => c.Nom));
    }

    [Fact]
    public async Task Un_projet_n_a_pas_de_champ()
    {
        var pdf = await documents.Pdf.ComposerAsync(AtelierSceaux.Figee(3) with { Etat = EtatDocument.Projet }, Cancellation);

        Assert.Empty(new FormulairePdf(FichierPdf.Ouvrir(pdf)).Champs);
    }

    [Fact]
    public async Task Les_champs_suivent_le_fichier_sans_le_changer_et_toujours_de_meme()
    {
        using var atelier = new AtelierSceaux();
        var brut = await documents.Pdf.ComposerAsync(DossierExemple.Signee(), Cancellation);
        foreach (var style in new[] { "disable", "generate" })
        {
            var source = await atelier.ReecrireAsync(brut, style, Cancellation);
            ChampSignature[] champs = [new("a", "Signature d’Élodie", 1, 2, 100, 100, 150, 50), new(NomsDeChamps.Sceau, "Sceau", null, 2, 100, 200, 150, 50)];

            var prepare = new PreparationSignatures().Preparer(source, champs);

            Assert.True(prepare.AsSpan().StartsWith(source));
            Assert.Equal(prepare, new PreparationSignatures().Preparer(source, champs));
            Assert.Equal(style == "generate", FichierPdf.Ouvrir(prepare).Sections[0].EnFlux);
            var controle = await OutilExterne.Qpdf.LancerAsync(["--check", atelier.Ecrire(prepare)], Cancellation);
            Assert.True(controle.Code == 0, controle.Sortie + controle.Erreurs);
            Assert.Equal(2, (await OutilExterne.PdfSig.LancerAsync([atelier.Ecrire(prepare)], Cancellation)).Sortie.Split("is not signed").Length - 1);
        }
    }

    [Fact]
    public async Task Un_champ_de_trop_une_page_absente_ou_un_fichier_illisible_sont_refuses()
    {
        var pdf = await documents.Pdf.ComposerAsync(AtelierSceaux.Figee(1), Cancellation);
        var preparation = new PreparationSignatures();

        Assert.Contains("déjà un champ « sceau »", Assert.Throws<PdfRefuseException>(() => preparation.Preparer(pdf, [new(NomsDeChamps.Sceau, "Sceau", null, 1, 0, 0, 1, 1)])).Message, StringComparison.Ordinal);
        Assert.Contains("page 9999", Assert.Throws<PdfRefuseException>(() => preparation.Preparer(pdf, [new("x", "X", null, 9999, 0, 0, 1, 1)])).Message, StringComparison.Ordinal);
        Assert.Contains("pas un PDF", Assert.Throws<PdfRefuseException>(() => preparation.Preparer("bonjour tout le monde, voici un texte"u8.ToArray(), [])).Message, StringComparison.Ordinal);
    }
}
