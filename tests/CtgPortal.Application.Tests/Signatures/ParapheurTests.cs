using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using CtgPortal.Application.Common;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Signatures.Parapheurs;
using CtgPortal.Application.Signatures.Preuves;
using CtgPortal.Application.Signatures.Sceaux;
using CtgPortal.Application.Tests.Sceaux;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Signatures;
using CtgPortal.Infrastructure.Scellements;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Sceaux;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CtgPortal.Application.Tests.Signatures;

/// <summary>A convention that is signed elsewhere and comes back, and everything that may come back in its place.</summary>
public sealed class ParapheurTests(PostgresServer serveur) : IAsyncLifetime
{
    private TerrainDeSignature _terrain = null!;
    private Signature _circuit = null!;
    private byte[] _remis = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ApplicationDeTest App => _terrain.Application;

    private DateTimeOffset Maintenant => App.Horloge.GetUtcNow();

    /// <summary>Monsieur Paul Lévêque for the Caf, Madame Claire Morel for the territory.</summary>
    private (LigneSignature Paul, LigneSignature Claire) Lignes => (_circuit.Lignes[0], _circuit.Lignes[1]);

    public async ValueTask InitializeAsync()
    {
        _terrain = await TerrainDeSignature.PreparerAsync(serveur);
        _circuit = await _terrain.OuvrirAsync();
        _remis = await App.LireAsync(db => db.Pieces.Where(p => p.Id == _circuit.TexteId).Select(p => p.Contenu).SingleAsync());
    }

    public ValueTask DisposeAsync() => _terrain.DisposeAsync();

    [Fact]
    public async Task Le_paquet_porte_le_document_les_signataires_l_empreinte_et_la_marche_a_suivre()
    {
        await _terrain.SignerAsync(_terrain.Directeur);

        var paquet = (await App.EnvoyerAsync(new ExporterPaquet.Query(_terrain.Convention), _terrain.Conseiller))!;

        using var archive = new ZipArchive(new MemoryStream(paquet.Contenu));
        Assert.Equal(["LISEZ-MOI.txt", "convention-version-1-a-signer.pdf", "signataires.csv", "signataires.json", "empreinte.sha256"], archive.Entries.Select(e => e.FullName));
        Assert.Equal(_remis, Lire(archive, "convention-version-1-a-signer.pdf"));
        Assert.Equal($"{_circuit.Empreinte}  convention-version-1-a-signer.pdf\n", Encoding.UTF8.GetString(Lire(archive, "empreinte.sha256")));
        var csv = Encoding.UTF8.GetString(Lire(archive, "signataires.csv"));
        Assert.Contains($"1;Madame Claire Morel;Présidente;;CC des Trois Rivières;president@demo.test;{Champ(Lignes.Claire)}", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("Lévêque", csv, StringComparison.Ordinal);
        Assert.Contains(Champ(Lignes.Claire), ParapheurDeTest.ChampsVides(_remis));
        Assert.Contains("tel quel", Encoding.UTF8.GetString(Lire(archive, "LISEZ-MOI.txt")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Le_fichier_signe_est_propose_puis_compte_et_le_sceau_se_pose_par_dessus()
    {
        var signe = Signer(Signer(_remis, Lignes.Claire, "MOREL Claire"), Lignes.Paul, "Paul LEVEQUE");

        var fichier = await RecevoirAsync(signe);
        Assert.All((await _terrain.CircuitAsync()).Lignes, l => Assert.False(l.EstSignee));
        var dossier = (await App.EnvoyerAsync(new ConsulterRetour.Query(_terrain.Convention, fichier), _terrain.Conseiller))!;
        Assert.Equal([Lignes.Claire.Id, Lignes.Paul.Id], dossier.Signatures.Select(s => s.Proposee!.Id));
        Assert.All(dossier.Signatures, s => Assert.True(s.PorteLeNom && s.Signature is { Autorite: AutoriteDeCertificat.Inconnue, Emetteur: "Autorité des élus" }));
        Assert.True(await ConfirmerAsync(fichier, (Lignes.Claire, Lignes.Claire), (Lignes.Paul, Lignes.Paul)));

        var complet = await _terrain.CircuitAsync();
        Assert.All(complet.Lignes, l => Assert.Equal((ModeSignature.Parapheur, new DateOnly(2026, 3, 12), fichier), (l.Mode, l.SigneeLe, l.ScanId)));
        Assert.Equal(1, await Sceller());
        var scelle = (await App.EnvoyerAsync(new ConsulterConventionPdf.Query(_terrain.Convention), _terrain.Conseiller)).Contenu;
        Assert.True(scelle.AsSpan().StartsWith(signe));
        using var atelier = new AtelierSceaux();
        var verdicts = await PdfSig.VerifierAsync(atelier, atelier.Ecrire(scelle), App.Autorite, Cancellation);
        Assert.Equal(3, verdicts.Count);
        Assert.All(verdicts, v => Assert.True(v.EstValide, v.Texte));
        Assert.True(verdicts[^1].CouvreTout);
        var preuve = (await App.EnvoyerAsync(new ConsulterPreuve.Query(_terrain.Convention), _terrain.Conseiller))!.Preuve;
        Assert.True(preuve.Chaine.Intacte);
        Assert.Contains(preuve.Evenements, e => e.Phrase.Contains("dépose le fichier rendu par un parapheur, qui porte 2 signatures nouvelles : MOREL Claire, Paul LEVEQUE.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Un_second_retour_commence_par_le_premier_et_les_modes_se_melent()
    {
        var premier = Signer(_remis, Lignes.Claire, "Claire Morel");
        await ConfirmerAsync(await RecevoirAsync(premier), (Lignes.Claire, Lignes.Claire));

        await RefuserAsync(Signer(_remis, Lignes.Paul, "Paul Lévêque"), "autre-document");
        Assert.Equal(premier.Length, (await App.EnvoyerAsync(new ConsulterParapheur.Query(_terrain.Convention), _terrain.Conseiller))!.Taille);
        await RefuserAsync(premier, "aucune-signature");
        Assert.True(await _terrain.SignerAsync(_terrain.Directeur));
        Assert.Equal(1, await Sceller());

        var scelle = (await App.EnvoyerAsync(new ConsulterConventionPdf.Query(_terrain.Convention), _terrain.Conseiller)).Contenu;
        var examen = await App.AvecAsync(s => Task.FromResult(s.GetRequiredService<IVerificationPdf>().Examiner(scelle)));
        Assert.True(examen.EstIntact && scelle.AsSpan().StartsWith(premier));
        Assert.Equal([Champ(Lignes.Claire), Champ(Lignes.Paul), NomsDeChamps.Sceau], examen.Signatures.Select(s => s.Champ));
        Assert.Equal([ChaineSignature.Inconnue, ChaineSignature.DuPortail, ChaineSignature.DuPortail], examen.Signatures.Select(s => s.Chaine));
    }

    [Fact]
    public async Task Deux_fichiers_recus_du_meme_depart_un_seul_compte()
    {
        var deClaire = await RecevoirAsync(Signer(_remis, Lignes.Claire, "Claire Morel"));
        var dePaul = await RecevoirAsync(Signer(_remis, Lignes.Paul, "Paul Lévêque"));
        await ConfirmerAsync(deClaire, (Lignes.Claire, Lignes.Claire));

        var refus = await Assert.ThrowsAsync<BusinessRuleException>(() => ConfirmerAsync(dePaul, (Lignes.Paul, Lignes.Paul)));

        Assert.Contains("autre-document", refus.Obstacles.Select(o => o.Code));
        Assert.Equal([true, false], (await _terrain.CircuitAsync()).Lignes.OrderByDescending(l => l.EstSignee).Select(l => l.EstSignee));
    }

    [Fact]
    public async Task Un_nom_qui_differe_est_dit_et_c_est_la_personne_qui_reprend_le_fichier_qui_decide()
    {
        var fichier = await RecevoirAsync(Signer(_remis, Lignes.Claire, "Cachet serveur du Syndicat"));

        var lue = Assert.Single((await App.EnvoyerAsync(new ConsulterRetour.Query(_terrain.Convention, fichier), _terrain.Conseiller))!.Signatures);
        Assert.Equal((Lignes.Claire.Id, false), (lue.Proposee!.Id, lue.PorteLeNom));
        Assert.Contains(
            "signature-absente",
            (await Assert.ThrowsAsync<BusinessRuleException>(() => ConfirmerAsync(fichier, (Lignes.Paul, Lignes.Paul)))).Obstacles.Select(o => o.Code));
        await Assert.ThrowsAsync<ValidationException>(() => ConfirmerAsync(fichier));
        Assert.False(await ConfirmerAsync(fichier, (Lignes.Claire, Lignes.Paul)));
        Assert.True((await _terrain.CircuitAsync()).Lignes[0].EstSignee);
    }

    [Fact]
    public async Task Le_nom_du_certificat_l_emporte_sur_le_champ_rempli()
    {
        var fichier = await RecevoirAsync(Signer(_remis, Lignes.Paul, "Claire MOREL"));

        Assert.Equal(Lignes.Claire.Id, Assert.Single((await App.EnvoyerAsync(new ConsulterRetour.Query(_terrain.Convention, fichier), _terrain.Conseiller))!.Signatures).Proposee!.Id);
    }

    [Fact]
    public async Task Ce_qui_n_est_pas_le_document_signe_est_refuse_sans_rien_changer()
    {
        var signe = Signer(_remis, Lignes.Claire, "Claire Morel");
        var altere = (byte[])signe.Clone();
        altere[_remis.Length + 40] ^= 1;
        var autre = (byte[])signe.Clone();
        // in the comment that follows the version: the file stays readable
        autre["%PDF-1.7\n%".Length] ^= 1;
        using var atelier = new AtelierSceaux();
        var clair = atelier.Ecrire(_remis);
        var chiffre = Path.Combine(atelier.Dossier, "chiffre.pdf");
        await OutilExterne.Qpdf.LancerAsync(["--encrypt", "x", "x", "256", "--", clair, chiffre], Cancellation);

        await RefuserAsync("Bonjour"u8.ToArray(), "fichier-illisible");
        await RefuserAsync(await File.ReadAllBytesAsync(chiffre, Cancellation), "fichier-illisible");
        await RefuserAsync([.. "%PDF-1.7\n"u8, .. RandomNumberGenerator.GetBytes(2_000)], "fichier-illisible");
        await RefuserAsync(_remis, "aucune-signature");
        await RefuserAsync(autre, "autre-document");
        await RefuserAsync(await atelier.ReecrireAsync(signe, "disable", Cancellation), "autre-document");
        await RefuserAsync([.. signe, .. "% encore"u8], "ajout-apres-signature");
        await RefuserAsync(Signer(ParapheurDeTest.RemplacerUnePage(_remis), Lignes.Claire, "Claire Morel"), "document-modifie");
        Assert.NotEmpty(await RefuserAsync(altere));
    }

    [Theory]
    [InlineData("2025-01-01", "2026-03-01", "certificat-hors-dates", "le certificat avait expiré, le 01/03/2026")]
    [InlineData("2026-04-01", "2027-03-01", "certificat-hors-dates", "n’était pas encore valable ce jour-là ; il l’est depuis le 01/04/2026")]
    public async Task Un_certificat_hors_de_ses_dates_le_jour_de_la_signature_est_refuse(string debut, string fin, string code, string phrase)
    {
        var signe = ParapheurDeTest.Signer(
            _remis, Champ(Lignes.Claire), "Claire Morel", Maintenant,
            DateTimeOffset.Parse(debut + "T00:00:00Z", System.Globalization.CultureInfo.InvariantCulture), DateTimeOffset.Parse(fin + "T00:00:00Z", System.Globalization.CultureInfo.InvariantCulture));

        var refus = await RefuserAsync(signe, code);

        Assert.Contains(phrase, refus[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Une_signature_datee_de_demain_ou_un_fichier_demesure_sont_refuses()
    {
        await RefuserAsync(ParapheurDeTest.Signer(_remis, Champ(Lignes.Claire), "Claire Morel", Maintenant.AddDays(2)), "signature-future");
        var enorme = await Assert.ThrowsAsync<ValidationException>(() => RecevoirAsync(new byte[Piece.TailleMaxSignee + 1]));
        Assert.Contains("40 Mo", Assert.Single(enorme.Errors).ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Le_sceau_du_portail_ou_un_circuit_clos_ne_se_reprennent_pas()
    {
        var scelle = await App.AvecAsync(s => s.GetRequiredService<IScelleur>().ScellerAsync(
            new(_remis, [], Maintenant, "X"), Cancellation));
        await RefuserAsync(scelle.Contenu, "signature-du-portail");
        var fichier = await RecevoirAsync(Signer(_remis, Lignes.Claire, "Claire Morel"));
        await _terrain.RevenirAsync();

        await Assert.ThrowsAsync<NotFoundException>(() => ConfirmerAsync(fichier, (Lignes.Claire, Lignes.Claire)));
        Assert.Null(await App.EnvoyerAsync(new ConsulterRetour.Query(_terrain.Convention, fichier), _terrain.Conseiller));
        Assert.Null(await App.EnvoyerAsync(new ExporterPaquet.Query(_terrain.Convention), _terrain.Conseiller));
    }

    private byte[] Signer(byte[] pdf, LigneSignature ligne, string nom) => ParapheurDeTest.Signer(pdf, Champ(ligne), nom, Maintenant);

    private static string Champ(LigneSignature ligne) => NomsDeChamps.DuSignataire(ligne.SignataireId!.Value.Value.ToString(), ligne.Numero);

    private Task<PieceId> RecevoirAsync(byte[] fichier) => App.EnvoyerAsync(new RecevoirRetour.Command(_terrain.Convention, fichier), _terrain.Conseiller);

    /// <param name="attributions">Whose field, and whom it is said to be.</param>
    private Task<bool> ConfirmerAsync(PieceId fichier, params (LigneSignature Champ, LigneSignature Ligne)[] attributions) => App.EnvoyerAsync(
        new ConfirmerRetour.Command(_terrain.Convention, fichier, [.. attributions.Select(a => new ConfirmerRetour.Attribution(Champ(a.Champ), a.Ligne.Id))]), _terrain.Conseiller);

    private Task<int> Sceller() => App.AvecAsync(s => s.GetRequiredService<ScellementDesCircuits>().ScellerAsync(Cancellation));

    /// <summary>Refused, nothing kept but the proof of the attempt, which says of which file.</summary>
    private async Task<IReadOnlyList<Obstacle>> RefuserAsync(byte[] fichier, string? code = null)
    {
        var (avant, pieces) = ((await _terrain.CircuitAsync()).Revision, await App.LireAsync(db => db.Pieces.CountAsync()));

        var refus = await Assert.ThrowsAsync<BusinessRuleException>(() => RecevoirAsync(fichier));

        Assert.True(code is null || refus.Obstacles.Any(o => o.Code == code), $"{code}: {string.Join(" ", refus.Obstacles.Select(o => $"{o.Code} {o.Message}"))}");
        Assert.Equal((avant, pieces), ((await _terrain.CircuitAsync()).Revision, await App.LireAsync(db => db.Pieces.CountAsync())));
        var dernier = await App.LireAsync(db => db.Preuves.OrderByDescending(e => e.Numero).FirstAsync());
        Assert.Equal("ActeRefuse", dernier.Type);
        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(fichier)), dernier.Faits, StringComparison.Ordinal);
        return refus.Obstacles;
    }

    private static byte[] Lire(ZipArchive archive, string nom)
    {
        using var flux = archive.GetEntry(nom)!.Open();
        using var contenu = new MemoryStream();
        flux.CopyTo(contenu);
        return contenu.ToArray();
    }
}
