using System.IO.Compression;
using System.Text;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Signatures.Sceaux;
using CtgPortal.Application.Signatures.Verification;
using CtgPortal.Application.Tests.Sceaux;
using CtgPortal.Domain.Signatures;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Sceaux;
using Microsoft.Extensions.DependencyInjection;

namespace CtgPortal.Application.Tests.Signatures;

public sealed class VerificationTests(PostgresServer serveur) : IAsyncLifetime
{
    private TerrainDeSignature _terrain = null!;
    private Signature _circuit = null!;
    private byte[] _fige = [];

    public async ValueTask InitializeAsync()
    {
        _terrain = await TerrainDeSignature.PreparerAsync(serveur);
        _circuit = await _terrain.OuvrirAsync();
        _fige = (await _terrain.Application.EnvoyerAsync(new ConsulterConventionPdf.Query(_terrain.Convention), _terrain.Conseiller)).Contenu;
    }

    public ValueTask DisposeAsync() => _terrain.DisposeAsync();

    [Fact]
    public async Task Une_reference_dit_le_document_ses_parties_et_son_etat_a_qui_n_a_pas_de_compte()
    {
        var texte = (await ChercherAsync(ReferenceDocument.Presenter(_circuit.Reference).ToLowerInvariant()))!;

        Assert.Equal((EtatTexte.EnSignature, 1, 0, 2), (texte.Etat, texte.Version, texte.Signees, texte.Attendues));
        Assert.Equal((_circuit.Empreinte, _fige.Length), (texte.Empreinte, texte.Taille));
        Assert.Equal(_circuit.Lignes.Select(l => l.Partie).Distinct(), texte.Parties);
        Assert.Null(await ChercherAsync(ReferenceDocument.Nouvelle()));
        Assert.Null(await ChercherAsync("' OR 1=1 --"));
    }

    [Fact]
    public async Task Une_version_reprise_dit_par_laquelle_elle_est_remplacee()
    {
        await _terrain.RevenirAsync();
        Assert.Equal((EtatTexte.Annule, null), ((await ChercherAsync(_circuit.Reference))!.Etat, (await ChercherAsync(_circuit.Reference))!.ReferenceSuivante));

        var suivante = await _terrain.OuvrirAsync();

        var ancienne = (await ChercherAsync(_circuit.Reference))!;
        Assert.Equal((EtatTexte.Remplace, ReferenceDocument.Presenter(suivante.Reference)), (ancienne.Etat, ancienne.ReferenceSuivante));
        var constat = await VerifierAsync(_fige);
        Assert.Equal((VerdictFichier.Identique, EtatTexte.Remplace), (constat.Verdict, constat.Texte!.Etat));
        await _terrain.SignerAsync(_terrain.Presidente);
        await _terrain.SignerAsync(_terrain.Directeur);
        Assert.Equal(EtatTexte.Signe, (await ChercherAsync(suivante.Reference))!.Etat);
    }

    // Seen red with Identique answered for the same size.
    [Fact]
    public async Task Deux_cents_octets_changes_un_a_un_ne_sont_jamais_dits_identiques_et_sont_situes()
    {
        Assert.Equal(VerdictFichier.Identique, (await VerifierAsync(_fige)).Verdict);
        var hasard = new Random(20261123);

        for (var i = 0; i < 200; i++)
        {
            var place = (int)((i + hasard.NextDouble()) / 200 * _fige.Length);
            var change = _fige.ToArray();
            change[place] ^= (byte)(1 << hasard.Next(8));

            var constat = await VerifierAsync(change);

            Assert.True(constat.Verdict is VerdictFichier.Altere or VerdictFichier.PasUnPdf, $"byte {place}: {constat.Verdict}");
            Assert.True(constat.Verdict == VerdictFichier.PasUnPdf ? place < 5 : constat.Differences is [var plage] && plage.Debut == place && plage.Fin == place + 1, $"byte {place}");
        }
    }

    [Fact]
    public async Task Un_octet_ajoute_enleve_ou_glisse_au_milieu_est_situe()
    {
        var ajoute = await VerifierAsync([.. _fige, (byte)'\n']);
        var coupe = await VerifierAsync(_fige[..^500]);
        var glisse = await VerifierAsync([.. _fige[..20_000], 1, 2, 3, .. _fige[20_000..]]);

        Assert.Equal(VerdictFichier.Complete, ajoute.Verdict);
        Assert.Equal(new PlageOctets(_fige.Length, _fige.Length + 1), Assert.Single(ajoute.Differences));
        Assert.Equal(VerdictFichier.Tronque, coupe.Verdict);
        Assert.Equal(VerdictFichier.Altere, glisse.Verdict);
        Assert.Equal(20_000, Assert.Single(glisse.Differences).Debut, 3d);
    }

    [Fact]
    public async Task Le_document_scelle_par_le_portail_est_reconnu_et_un_octet_change_le_trahit()
    {
        var scelle = await ScellerAsync();

        var constat = await VerifierAsync(scelle);
        Assert.Equal((VerdictFichier.Scelle, 3), (constat.Verdict, constat.Sceau!.Signatures));
        Assert.NotNull(constat.Sceau.HorodateLe);
        var hasard = new Random(5);
        for (var i = 0; i < 40; i++)
        {
            var change = scelle.ToArray();
            change[hasard.Next(_fige.Length, scelle.Length)] ^= 0x10;
            Assert.DoesNotContain((await VerifierAsync(change)).Verdict, new[] { VerdictFichier.Identique, VerdictFichier.Scelle, VerdictFichier.SigneEnsuite });
        }

        var ajoute = await VerifierAsync([.. scelle, .. "% more"u8]);
        Assert.Equal((VerdictFichier.Complete, new PlageOctets(scelle.Length, scelle.Length + 6)), (ajoute.Verdict, Assert.Single(ajoute.Differences)));
    }

    [Fact]
    public async Task Un_fichier_etranger_chiffre_ou_qui_n_est_pas_un_PDF_est_dit_tel()
    {
        using var atelier = new AtelierSceaux();
        var chiffre = Path.Combine(atelier.Dossier, "chiffre.pdf");

        // of our own text: encrypted, nothing in it can be recognised any more
        var qpdf = await OutilExterne.Qpdf.LancerAsync(
            ["--encrypt", "lire", "tout", "256", "--", atelier.Ecrire(_fige), chiffre], TestContext.Current.CancellationToken);
        Assert.True(qpdf.Code == 0, qpdf.Erreurs);

        Assert.Equal(VerdictFichier.Chiffre, (await VerifierAsync(await File.ReadAllBytesAsync(chiffre, TestContext.Current.CancellationToken))).Verdict);
        Assert.Equal(VerdictFichier.Inconnu, (await VerifierAsync(Etranger())).Verdict);
        Assert.Equal(VerdictFichier.Inconnu, (await VerifierAsync("%PDF-"u8.ToArray())).Verdict);
        Assert.Equal(VerdictFichier.PasUnPdf, (await VerifierAsync([0])).Verdict);
        Assert.Equal(VerdictFichier.PasUnPdf, (await VerifierAsync("PK\u0003\u0004 un zip"u8.ToArray())).Verdict);
        Assert.Equal(VerdictFichier.PasUnPdf, (await VerifierAsync(Encoding.UTF8.GetBytes(new string(' ', 2_000) + "%PDF-1.7"))).Verdict);
    }

    [Fact]
    public async Task Une_bombe_ne_se_deplie_pas_ni_seule_ni_apres_un_texte_fige()
    {
        var bombe = Bombe();

        Assert.Equal(VerdictFichier.Inconnu, (await VerifierAsync(bombe)).Verdict);
        Assert.Equal(VerdictFichier.Complete, (await VerifierAsync([.. _fige, .. bombe])).Verdict);
    }

    [Fact]
    public async Task Ce_qui_a_ete_lu_est_efface_de_la_memoire()
    {
        var recu = _fige.ToArray();

        await _terrain.Application.EnvoyerAsync(new ConsulterFichier.Query(recu), Personne.Inconnue);

        Assert.All(recu, o => Assert.Equal(0, o));
    }

    private Task<TextePublic?> ChercherAsync(string reference) => _terrain.Application.EnvoyerAsync(new ConsulterReference.Query(reference), Personne.Inconnue);

    private Task<ConsulterFichier.Constat> VerifierAsync(byte[] contenu) =>
        _terrain.Application.EnvoyerAsync(new ConsulterFichier.Query([.. contenu]), Personne.Inconnue);

    private async Task<byte[]> ScellerAsync()
    {
        var dossier = DossierJson.Lire((await _terrain.Application.EnvoyerAsync(new ExporterConvention.Query(_terrain.Convention), _terrain.Conseiller)).Contenu);
        var signatures = dossier.Signataires.Select((s, i) => new SignatureAInscrire(
            NomsDeChamps.DuSignataire(s.Id, i + 1), s.Nom, s.Qualite, new DateOnly(2026, 3, 12), new TimeOnly(14, 32), "signature électronique simple, au portail", "Essai."));
        return await _terrain.Application.AvecAsync(async services =>
            (await services.GetRequiredService<IScelleur>().ScellerAsync(
                new(_fige, [.. signatures], _terrain.Application.Horloge.GetUtcNow(), _circuit.Reference), CancellationToken.None)).Contenu);
    }

    /// <summary>A PDF of one empty page that no portal froze.</summary>
    private static byte[] Etranger() => Encoding.ASCII.GetBytes(
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n"
        + "trailer<</Root 1 0 R>>\n%%EOF\n");

    /// <summary>A stream that would unfold into two gigabytes.</summary>
    private static byte[] Bombe()
    {
        using var sortie = new MemoryStream();
        using (var zlib = new ZLibStream(sortie, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var bloc = new byte[1 << 20];
            for (var i = 0; i < 2_048; i++)
            {
                zlib.Write(bloc);
            }
        }

        var flux = sortie.ToArray();
        return
        [
            .. "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"u8,
            .. Encoding.ASCII.GetBytes($"5 0 obj<</Type/XRef/Size 9/W[1 9 9]/Root 1 0 R/Filter/FlateDecode/Length {flux.Length}>>stream\n"), .. flux,
            .. "\nendstream endobj\nstartxref\n55\n%%EOF\n"u8,
        ];
    }
}
