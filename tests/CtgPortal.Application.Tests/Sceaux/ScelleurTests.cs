using System.Text.RegularExpressions;
using CtgPortal.Application.Common;
using CtgPortal.Application.Signatures.Sceaux;
using CtgPortal.Application.Tests.Documents;
using CtgPortal.Infrastructure.Sceaux;
using CtgPortal.Infrastructure.Sceaux.Pdf;
using CtgPortal.Infrastructure.Sceaux.Verification;
using CtgPortal.TestSupport.Sceaux;
using Microsoft.Extensions.DependencyInjection;

namespace CtgPortal.Application.Tests.Sceaux;

public sealed class ScelleurTests(SceauxFixture sceaux)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="paquets">The frozen file as it is, or written again with its objects in packets and a cross-reference stream.</param>
    [Theory]
    [InlineData(null)]
    [InlineData("generate")]
    public async Task Quarante_cinq_signatures_et_le_sceau_sont_valides_pour_pdfsig(string? paquets)
    {
        using var atelier = new AtelierSceaux();
        var fige = await sceaux.Figee45Async();
        var source = paquets is null ? fige : await atelier.ReecrireAsync(fige, paquets, Cancellation);
        var scelle = paquets is null ? await sceaux.Scelle45Async() : await sceaux.Scelleur.ScellerAsync(SceauxFixture.Document(source, 45), Cancellation);
        var fichier = atelier.Ecrire(scelle.Contenu);

        var verdicts = await PdfSig.VerifierAsync(atelier, fichier, SceauxFixture.Autorite, Cancellation);

        Assert.True(scelle.Contenu.AsSpan().StartsWith(source));
        Assert.Equal(paquets is not null, FichierPdf.Ouvrir(scelle.Contenu).Sections[0].EnFlux);
        Assert.Equal(46, verdicts.Count);
        Assert.All(verdicts, v => Assert.True(v.EstValide && v.EstDeConfiance, v.Texte));
        Assert.Equal("sceau", verdicts[^1].Champ);
        Assert.Equal([false, true], verdicts.Select(v => v.CouvreTout).Distinct());
        Assert.True(verdicts[^1].CouvreTout, verdicts[^1].Texte);
        var qpdf = await OutilExterne.Qpdf.LancerAsync(["--check", fichier], Cancellation);
        Assert.True(qpdf.Code == 0 && !qpdf.Sortie.Contains("WARNING", StringComparison.Ordinal), qpdf.Sortie + qpdf.Erreurs);
    }

    [Fact]
    public async Task Le_fichier_scelle_garde_ses_balises_ses_polices_et_sa_norme()
    {
        using var atelier = new AtelierSceaux();
        var scelle = (await sceaux.Scelle45Async()).Contenu;
        var fichier = atelier.Ecrire(scelle);

        var balises = (await OutilExterne.PdfInfo.LancerAsync(["-struct-text", fichier], Cancellation)).Sortie;
        var polices = (await OutilExterne.PdfFonts.LancerAsync([fichier], Cancellation)).Sortie.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).ToList();

        Assert.Equal(46, Regex.Count(balises, @"^ +Form\b", RegexOptions.Multiline));
        Assert.Contains("\"Signatures\"", balises, StringComparison.Ordinal);
        Assert.NotEmpty(polices);
        Assert.All(polices, p => Assert.Matches(@" yes yes (yes|no ) +\d+ +\d+$", p));
        Assert.Contains("<pdfaid:part>3</pdfaid:part>", LecturePdf.Xmp(scelle), StringComparison.Ordinal);
        Assert.Contains("<pdfaid:conformance>A</pdfaid:conformance>", LecturePdf.Xmp(scelle), StringComparison.Ordinal);
        var pdf = FichierPdf.Ouvrir(scelle);
        Assert.All(new FormulairePdf(pdf).Champs, c =>
        {
            var dessin = Assert.IsType<FluxPdf>(pdf.Resoudre(pdf.Dico(c.Dico["AP"])!["N"]));
            Assert.Empty(pdf.Dico(dessin.Dico["Resources"])!.Entrees);
            Assert.InRange(dessin.Brut.Length, 500, 60_000);
        });
    }

    [Fact]
    public async Task Openssl_verifie_la_signature_et_l_horodatage_du_sceau()
    {
        using var atelier = new AtelierSceaux();
        var sceau = SignatureLue.De((await sceaux.Scelle45Async()).Contenu, NomsDeChamps.Sceau);
        var cms = LectureCms.Lire(sceau.Cms);

        var signature = await OutilExterne.OpenSsl.LancerAsync(
            ["cms", "-verify", "-binary", "-inform", "DER", "-in", atelier.Ecrire(sceau.Cms, "der"), "-content", atelier.Ecrire(sceau.Couverts, "bin"), "-CAfile", SceauxFixture.Autorite, "-purpose", "any", "-cades", "-out", Path.Combine(atelier.Dossier, "copie")],
            Cancellation);
        var jeton = atelier.Ecrire(cms.NonSignes.Single(a => a.Oid == OidsCms.Horodatage).Valeur, "der");
        var date = await OutilExterne.OpenSsl.LancerAsync(
            ["ts", "-verify", "-token_in", "-in", jeton, "-data", atelier.Ecrire(cms.Signature, "bin"), "-CAfile", SceauxFixture.Autorite], Cancellation);
        var autre = await OutilExterne.OpenSsl.LancerAsync(
            ["ts", "-verify", "-token_in", "-in", jeton, "-data", atelier.Ecrire([1, .. cms.Signature], "bin"), "-CAfile", SceauxFixture.Autorite], Cancellation);

        Assert.True(signature.Code == 0, signature.Erreurs);
        Assert.True(date.Code == 0 && date.Sortie.Contains("Verification: OK", StringComparison.Ordinal), date.Sortie + date.Erreurs);
        Assert.True(autre.Code != 0, "the tool says yes to anything");
        Assert.DoesNotContain(cms.Attributs, a => a.Oid == OidsCms.HeureDeSignature);
        Assert.Contains(cms.Attributs, a => a.Oid == OidsCms.CertificatSignataireV2);
    }

    /// <summary>What docs/exploitation.md tells anybody to type, typed.</summary>
    [Fact]
    public async Task La_recette_de_verification_sans_le_portail_marche_telle_qu_elle_est_ecrite()
    {
        using var atelier = new AtelierSceaux();
        var recette = Regex.Match(
            await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Sceaux", "exploitation.md"), Cancellation), "^```bash\n(# the last signature.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline);
        Assert.True(recette.Success);
        await Task.WhenAll(OutilExterne.PdfSig.TrouverAsync(), OutilExterne.CertUtil.TrouverAsync(), OutilExterne.OpenSsl.TrouverAsync());
        await File.WriteAllBytesAsync(Path.Combine(atelier.Dossier, "convention.pdf"), (await sceaux.Scelle45Async()).Contenu, Cancellation);
        File.Copy(SceauxFixture.Autorite, Path.Combine(atelier.Dossier, "autorite.pem"));
        var script = atelier.Ecrire(System.Text.Encoding.UTF8.GetBytes($"set -euo pipefail\ncd '{atelier.Dossier}'\n{recette.Groups[1].Value}"), "sh");

        var resultat = await OutilExterne.Bash.LancerAsync([script], Cancellation);

        Assert.True(resultat.Code == 0, resultat.Sortie + resultat.Erreurs);
        Assert.Equal(46, resultat.Sortie.Split("Certificate is Trusted").Length - 1);
        Assert.Single(Regex.Matches(resultat.Sortie, "- Total document signed"));
        Assert.Contains("CMS Verification successful", resultat.Erreurs, StringComparison.Ordinal);
        Assert.Contains("Verification: OK", resultat.Sortie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Le_meme_document_redonne_les_memes_revisions_avant_le_sceau()
    {
        var premier = await sceaux.Scelle3Async();

        var second = await sceaux.Scelleur.ScellerAsync(SceauxFixture.Document(await sceaux.Figee3Async(), 3), Cancellation);

        var avantLeSceau = (int)sceaux.Verification.Examiner(premier.Contenu).Revisions[^2].Fin;
        Assert.Equal(premier.Contenu[..avantLeSceau], second.Contenu[..avantLeSceau]);
        Assert.True(premier.AvecRevocation);
        Assert.NotNull(FichierPdf.Ouvrir(premier.Contenu[..avantLeSceau]).Catalogue["DSS"]);
    }

    [Fact]
    public async Task Chaque_champ_dit_honnetement_qui_atteste_quoi()
    {
        var examen = sceaux.Verification.Examiner((await sceaux.Scelle3Async()).Contenu);

        Assert.Equal(["M. Dominique Lefèvre-01", "Mme Dominique Lefèvre-02", "M. Dominique Lefèvre-03", "Sceau de développement CtgPortal – sans valeur"], examen.Signatures.Select(s => s.Nom));
        Assert.All(examen.Signatures.SkipLast(1), s => Assert.EndsWith("signée avec le certificat du portail, non avec celui du signataire.", s.Motif, StringComparison.Ordinal));
        Assert.All(examen.Signatures, s => Assert.Equal(SceauxFixture.Le, s.Le));
        Assert.Contains(SceauxFixture.Reference, examen.Signatures[^1].Motif, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Une_signature_venue_d_ailleurs_reste_valide_sous_le_sceau()
    {
        using var racine = CertificatsDeTest.Racine("Autorité d’un parapheur");
        using var certificat = CertificatsDeTest.FeuilleEcdsa(racine, "Claire Morel");
        using var cle = new CleLocale(certificat, [racine]);
        using var atelier = new AtelierSceaux();
        var document = SceauxFixture.Document(await sceaux.Figee3Async(), 3);
        var revision = new RevisionSignee(document.Pdf, document.Signatures[0].Champ, 6000, ("Claire Morel", "Je signe", SceauxFixture.Le), (l, h) => new(new DicoPdf(("Subtype", new NomPdf("Form")), ("BBox", new List<object?> { 0L, 0L, 1L, 1L })), new byte[] { 10 }));
        var signee = revision.Remplir(EcritureCms.Signer(revision.Empreinte(), cle).Encoder())!;

        var scelle = await sceaux.Scelleur.ScellerAsync(document with { Pdf = signee, Signatures = [.. document.Signatures.Skip(1)] }, Cancellation);

        var examen = sceaux.Verification.Examiner(scelle.Contenu);
        Assert.True(examen.EstIntact);
        Assert.Equal([ChaineSignature.Inconnue, ChaineSignature.DuPortail, ChaineSignature.DuPortail, ChaineSignature.DuPortail], examen.Signatures.Select(s => s.Chaine));
        Assert.Equal("Claire Morel", examen.Signatures[0].NomDuCertificat);
        Assert.All(await PdfSig.VerifierAsync(atelier, atelier.Ecrire(scelle.Contenu), SceauxFixture.Autorite, Cancellation), v => Assert.True(v.EstValide, v.Texte));
    }

    [Fact]
    public async Task Une_base_qui_ne_peut_pas_porter_le_sceau_est_refusee_avec_la_raison()
    {
        using var atelier = new AtelierSceaux();
        var document = SceauxFixture.Document(await sceaux.Figee3Async(), 3);
        var chiffre = Path.Combine(atelier.Dossier, "chiffre.pdf");
        await OutilExterne.Qpdf.LancerAsync(["--encrypt", "", "secret", "256", "--", atelier.Ecrire(document.Pdf), chiffre], Cancellation);

        Task<string> Refus(DocumentASceller d) => Assert.ThrowsAsync<PdfRefuseException>(() => sceaux.Scelleur.ScellerAsync(d, Cancellation)).ContinueWith(t => t.Result.Message, TaskScheduler.Default);

        Assert.Contains("chiffré", await Refus(document with { Pdf = await File.ReadAllBytesAsync(chiffre, Cancellation) }), StringComparison.Ordinal);
        Assert.Contains("n’est pas un PDF", await Refus(document with { Pdf = "un texte assez long pour ne pas être trop court"u8.ToArray() }), StringComparison.Ordinal);
        Assert.Contains("pas de champ de signature « autre »", await Refus(document with { Signatures = [document.Signatures[0] with { Champ = "autre" }] }), StringComparison.Ordinal);
        Assert.Contains("déjà signé", await Refus(document with { Signatures = [document.Signatures[0], document.Signatures[0]] }), StringComparison.Ordinal);
        Assert.Contains("certifié sans modification permise", await Refus(document with { Pdf = Certifier(document.Pdf) }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task En_production_sans_certificat_le_portail_le_dit_et_ne_scelle_pas()
    {
        await using var services = SceauxFixture.Services("Production");
        var scelleur = services.GetRequiredService<IScelleur>();

        var etat = await scelleur.ConsulterEtatAsync(Cancellation);
        var refus = await Assert.ThrowsAsync<ServiceIndisponibleException>(async () => await scelleur.ScellerAsync(SceauxFixture.Document(await sceaux.Figee3Async(), 3), Cancellation));

        Assert.False(etat.Pret);
        Assert.False(etat.DeDeveloppement);
        Assert.Contains("Sceau:Certificat", etat.Phrase, StringComparison.Ordinal);
        Assert.Equal(etat.Phrase, refus.Message);
    }

    private static byte[] Certifier(byte[] pdf)
    {
        var fichier = FichierPdf.Ouvrir(pdf);
        var maj = new MiseAJourPdf(fichier);
        var reference = new DicoPdf(("TransformMethod", new NomPdf("DocMDP")), ("TransformParams", new DicoPdf(("P", 1L))));
        maj.Completer(fichier.Fermeture["Root"], "Perms", new DicoPdf(("DocMDP", new DicoPdf(("Type", new NomPdf("Sig")), ("Reference", new List<object?> { reference })))));
        return maj.Fermer();
    }
}
