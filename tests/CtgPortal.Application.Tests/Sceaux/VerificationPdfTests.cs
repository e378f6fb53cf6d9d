using CtgPortal.Application.Signatures.Sceaux;
using CtgPortal.Infrastructure.Sceaux.Pdf;
using CtgPortal.TestSupport.Sceaux;
using Microsoft.Extensions.DependencyInjection;

namespace CtgPortal.Application.Tests.Sceaux;

public sealed class VerificationPdfTests(SceauxFixture sceaux)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Un_fichier_scelle_dit_tout_de_ses_signatures()
    {
        var scelle = await sceaux.Scelle45Async();
        var fige = await sceaux.Figee45Async();

        var examen = sceaux.Verification.Examiner(scelle.Contenu);

        Assert.True(examen.EstIntact, examen.Defaut ?? string.Join(" ", examen.Signatures.Select(s => s.Defaut)));
        Assert.Equal(scelle.Empreinte, examen.Empreinte);
        Assert.Equal(46, examen.Signatures.Count);
        Assert.Equal([.. Enumerable.Range(1, 45).Select(i => $"signataire-rang-{i:00}"), "sceau"], examen.Signatures.Select(s => s.Champ));
        Assert.All(examen.Signatures, s => Assert.True(
            s.Chaine == ChaineSignature.DuPortail && s.CertificatValableALaSignature == true && s.CouvreTouteSaRevision && s.OctetsNonCouverts.Count == 0, s.Defaut));
        Assert.Equal([examen.Signatures[^1]], examen.Signatures.Where(s => s.CouvreToutLeFichier));
        var sceau = examen.Signatures[^1];
        Assert.Equal(scelle.HorodateLe, sceau.HorodateeLe);
        Assert.Equal("Horodatage de développement CtgPortal – sans valeur", sceau.Horodateur);
        Assert.Equal(ChaineSignature.DeConfiance, sceau.ChaineHorodatage);
        Assert.Contains("CN=Sceau de développement CtgPortal – sans valeur", sceau.Sujet, StringComparison.Ordinal);
        Assert.Equal("Autorité de développement CtgPortal – sans valeur", sceau.Emetteur);

        // the text, its fields, 45 signatures, the proofs, the seal
        Assert.Equal(49, examen.Revisions.Count);
        Assert.Equal(fige.Length, examen.Revisions[1].Fin);
        Assert.Equal(scelle.Contenu.Length, examen.Revisions[^1].Fin);
        Assert.All(examen.Revisions, r => Assert.Empty(r.Modifications));
        Assert.True(DebutDeFichier.CommencePar(scelle.Contenu, fige.Length, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(fige))));
        Assert.False(DebutDeFichier.CommencePar(scelle.Contenu, fige.Length - 1, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(fige))));
    }

    [Fact]
    public async Task Un_octet_change_est_vu_ou_qu_il_soit()
    {
        var pdf = (await sceaux.Scelle3Async()).Contenu;
        var manques = Enumerable.Range(0, 200).Select(i => (int)((i + 0.5) * pdf.Length / 200))
            .Where(place => sceaux.Verification.Examiner(Changer(pdf, place, 1 << (place % 8))).EstIntact).ToList();

        Assert.True(sceaux.Verification.Examiner(pdf).EstIntact);
        Assert.Empty(manques);
    }

    /// <summary>What no digest covers: the signature itself, its certificates, its timestamp, the rest of its place.</summary>
    [Fact]
    public async Task Un_octet_change_dans_la_place_du_sceau_est_vu_aussi()
    {
        var pdf = (await sceaux.Scelle3Async()).Contenu;
        var sceau = SignatureLue.De(pdf, NomsDeChamps.Sceau);

        var places = Enumerable.Range(0, sceau.FinDeLaPlace - sceau.DebutDeLaPlace).Where(i => i % 29 == 0).Select(i => sceau.DebutDeLaPlace + i).ToList();
        var manques = places.SelectMany(place => Enumerable.Range(0, 8).Where(bit => bit == place % 8 || bit == 5).Select(bit => (place, bit)))
            .Where(x => sceaux.Verification.Examiner(Changer(pdf, x.place, 1 << x.bit)).EstIntact).ToList();

        Assert.True(places.Count > 700);
        Assert.Empty(manques);
    }

    /// <summary>pdfsig reads neither the zeros after the signature nor its timestamp: the places are those that a digest covers.</summary>
    [Fact]
    public async Task Pdfsig_voit_aussi_chaque_octet_change()
    {
        using var atelier = new AtelierSceaux();
        var pdf = (await sceaux.Scelle3Async()).Contenu;
        var sceau = SignatureLue.De(pdf, NomsDeChamps.Sceau);
        var couverts = pdf.Length - (sceau.FinDeLaPlace - sceau.DebutDeLaPlace);
        Assert.All(await PdfSig.VerifierAsync(atelier, atelier.Ecrire(pdf), SceauxFixture.Autorite, Cancellation), v => Assert.True(v.EstValide && v.EstDeConfiance));
        List<int> manques = [];

        await Parallel.ForEachAsync(Enumerable.Range(0, 200), new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = Cancellation }, async (i, cancellation) =>
        {
            var place = (int)((i + 0.5) * couverts / 200);
            place += place >= sceau.DebutDeLaPlace ? sceau.FinDeLaPlace - sceau.DebutDeLaPlace : 0;
            var fichier = atelier.Ecrire(Changer(pdf, place, 1 << (place % 8)));
            var verdicts = await PdfSig.VerifierAsync(atelier, fichier, SceauxFixture.Autorite, cancellation);
            File.Delete(fichier);
            if (verdicts.Count == 4 && verdicts[^1].CouvreTout && verdicts.All(v => v.EstValide))
            {
                lock (manques)
                {
                    manques.Add(place);
                }
            }
        });

        Assert.Empty(manques);
    }

    [Fact]
    public async Task Des_octets_ajoutes_apres_le_sceau_sont_comptes()
    {
        var pdf = (await sceaux.Scelle3Async()).Contenu;

        var examen = sceaux.Verification.Examiner([.. pdf, .. "% encore"u8]);

        Assert.False(examen.EstIntact);
        Assert.Equal(8, examen.OctetsApresDerniereSignature);
        Assert.All(examen.Signatures, s => Assert.Equal(IntegriteSignature.Intacte, s.Integrite));
    }

    /// <summary>The file still begins with the frozen text and every signature still holds: what is shown is another page all the same.</summary>
    [Fact]
    public async Task Une_page_remplacee_par_dessus_le_texte_fige_est_dite()
    {
        var fichier = FichierPdf.Ouvrir(await sceaux.Figee3Async());
        var maj = new MiseAJourPdf(fichier);
        var page = PagesPdf.Lister(fichier)[2];
        maj.Completer(page, "Contents", maj.Ajouter(new FluxPdf(new DicoPdf(), "BT ET"u8.ToArray())));
        var document = SceauxFixture.Document(maj.Fermer(), 3);

        var examen = sceaux.Verification.Examiner((await sceaux.Scelleur.ScellerAsync(document, Cancellation)).Contenu);

        Assert.True(examen.EstIntact);
        Assert.Equal(["La page 3 a été modifiée."], examen.Revisions.SelectMany(r => r.Modifications));
    }

    [Fact]
    public async Task Une_annotation_posee_sur_une_page_est_dite()
    {
        var fichier = FichierPdf.Ouvrir(await sceaux.Figee3Async());
        var maj = new MiseAJourPdf(fichier);
        var page = PagesPdf.Lister(fichier)[2];
        var cache = maj.Ajouter(new DicoPdf(("Type", new NomPdf("Annot")), ("Subtype", new NomPdf("Square")), ("Rect", new List<object?> { 0L, 0L, 500L, 800L })));
        maj.Completer(page, "Annots", new List<object?>([.. fichier.Tableau(fichier.Dico(page)!["Annots"]) ?? [], cache]));

        var examen = sceaux.Verification.Examiner(maj.Fermer());

        Assert.Equal(["Une annotation a été ajoutée page 3."], examen.Revisions[^1].Modifications);
    }

    [Fact]
    public async Task Le_sceau_d_un_autre_portail_est_intact_mais_inconnu()
    {
        using var racine = CertificatsDeTest.Racine("Une autre autorité");
        using var certificat = CertificatsDeTest.Feuille(racine, "Un autre portail");
        using var atelier = new AtelierSceaux();
        var p12 = atelier.Ecrire(CertificatsDeTest.EnPkcs12("x", certificat, racine), "p12");
        await using var autre = SceauxFixture.Services("Development", ("Sceau:Certificat", p12), ("Sceau:MotDePasse", "x"));
        var scelle = await autre.GetRequiredService<IScelleur>().ScellerAsync(SceauxFixture.Document(await sceaux.Figee3Async(), 3), Cancellation);

        var ici = sceaux.Verification.Examiner(scelle.Contenu);
        var labas = autre.GetRequiredService<IVerificationPdf>().Examiner(scelle.Contenu);
        await using var confiant = SceauxFixture.Services("Development", ("Sceau:Autorites", atelier.Ecrire(System.Text.Encoding.ASCII.GetBytes(racine.ExportCertificatePem()), "pem")));

        Assert.True(ici.EstIntact);
        Assert.All(ici.Signatures, s => Assert.Equal(ChaineSignature.Inconnue, s.Chaine));
        Assert.All(labas.Signatures, s => Assert.Equal(ChaineSignature.DuPortail, s.Chaine));
        Assert.All(confiant.GetRequiredService<IVerificationPdf>().Examiner(scelle.Contenu).Signatures, s => Assert.Equal(ChaineSignature.DeConfiance, s.Chaine));
    }

    [Fact]
    public async Task Un_pdf_sans_signature_un_pdf_chiffre_et_un_texte_ont_une_reponse_claire()
    {
        using var atelier = new AtelierSceaux();
        var fige = await sceaux.Figee3Async();
        var chiffre = Path.Combine(atelier.Dossier, "chiffre.pdf");
        await OutilExterne.Qpdf.LancerAsync(["--encrypt", "", "secret", "256", "--", atelier.Ecrire(fige), chiffre], Cancellation);

        var sans = sceaux.Verification.Examiner(fige);
        var clos = sceaux.Verification.Examiner(await File.ReadAllBytesAsync(chiffre, Cancellation));
        var texte = sceaux.Verification.Examiner("Bonjour"u8.ToArray());

        Assert.True(sans is { EstPdf: true, Defaut: null, EstIntact: false, Signatures.Count: 0 });
        Assert.Equal(fige.Length, sans.OctetsApresDerniereSignature);
        Assert.True(clos is { EstPdf: true, EstChiffre: true, EstIntact: false });
        Assert.Contains("chiffré", clos.Defaut, StringComparison.Ordinal);
        Assert.True(texte is { EstPdf: false, EstIntact: false });
        Assert.Contains("n’est pas un PDF", texte.Defaut, StringComparison.Ordinal);
        Assert.False(sceaux.Verification.Examiner([]).EstPdf);
    }

    private static byte[] Changer(byte[] pdf, int place, int masque)
    {
        var copie = (byte[])pdf.Clone();
        copie[place] ^= (byte)masque;
        return copie;
    }
}
