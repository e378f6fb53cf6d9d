using CtgPortal.Application.Common;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Signatures;
using CtgPortal.Application.Signatures.Preuves;
using CtgPortal.Application.Signatures.Sceaux;
using CtgPortal.Application.Signatures.Scellements;
using CtgPortal.Application.Tests.Sceaux;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Signatures;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.Infrastructure.Scellements;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using CtgPortal.TestSupport.Sceaux;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CtgPortal.Application.Tests.Signatures;

/// <summary>From the last signature to the sealed file, and everything that may stand in between.</summary>
public sealed class ScellementTests(PostgresServer serveur) : IAsyncLifetime
{
    private static readonly Personne Administrateur = ApplicationDeTest.Une("Ada Min", new Habilitation(Role.Administrateur, Portee.Nationale, ""));

    private TerrainDeSignature _terrain = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ApplicationDeTest App => _terrain.Application;

    public async ValueTask InitializeAsync() => _terrain = await TerrainDeSignature.PreparerAsync(serveur);

    public ValueTask DisposeAsync() => _terrain.DisposeAsync();

    [Fact]
    public async Task La_derniere_signature_demande_le_sceau_et_le_fichier_scelle_est_reconnu_par_pdfsig()
    {
        var circuit = await CompleterAsync();
        Assert.Equal(EtatScellement.AFaire, (await LuAsync()).Etat);
        var fige = (await TelechargerAsync()).Contenu;
        Assert.Equal(circuit.Empreinte, Empreinte(fige));

        Assert.Equal(1, await ScellerAsync());

        var scelle = await TelechargerAsync();
        Assert.Equal("convention-version-1-scellee.pdf", scelle.Nom);
        Assert.True(DebutDeFichier.CommencePar(scelle.Contenu, fige.Length, circuit.Empreinte));
        Assert.Equal(fige, (await TelechargerAsync(1)).Contenu);
        using var atelier = new AtelierSceaux();
        var chemin = atelier.Ecrire(scelle.Contenu);
        var verdicts = await PdfSig.VerifierAsync(atelier, chemin, App.Autorite, Cancellation);
        Assert.Equal(3, verdicts.Count);
        Assert.All(verdicts, v => Assert.True(v.EstValide && v.EstDeConfiance, v.Texte));
        Assert.True(verdicts[^1].CouvreTout, verdicts[^1].Texte);
        Assert.Equal(0, (await OutilExterne.Qpdf.LancerAsync(["--check", chemin], Cancellation)).Code);

        var lu = await LuAsync();
        Assert.Equal((EtatScellement.Fait, 1, scelle.Empreinte, scelle.Contenu.Length), (lu.Etat, lu.Tentatives, lu.Empreinte, lu.Taille));
        Assert.Equal(App.Horloge.GetUtcNow(), lu.HorodateLe);
    }

    [Fact]
    public async Task Le_sceau_est_annonce_prouve_et_montre()
    {
        await CompleterAsync();
        await ScellerAsync();

        var courriels = await App.LireAsync(db => db.Courriels.Where(c => c.Objet == "Le document scellé est prêt").OrderBy(c => c.Destinataire).ToListAsync());
        Assert.Equal(["direction@demo.test", "president@demo.test"], courriels.Select(c => c.Destinataire));
        Assert.Contains($"/conventions/{_terrain.Convention.Value}/signature/sceau", courriels[0].Texte, StringComparison.Ordinal);
        Assert.Equal("DocumentScelle", (await App.JournalAsync(_terrain.Convention))[^1]);
        var preuve = (await App.EnvoyerAsync(new ConsulterPreuve.Query(_terrain.Convention), _terrain.Conseiller))!.Preuve;
        Assert.True(preuve.Chaine.Intacte);
        Assert.StartsWith("Le document est scellé par le portail", preuve.Evenements[^1].Phrase, StringComparison.Ordinal);
        Assert.Equal((await TelechargerAsync()).Empreinte, (await App.EnvoyerAsync(new ConsulterDocuments.Query(_terrain.Convention), _terrain.Presidente))!.Scelle!.Empreinte);
    }

    [Fact]
    public async Task Chaque_revision_dit_comment_la_personne_a_signe()
    {
        var circuit = await CompleterAsync();
        await ScellerAsync();

        var examen = await App.AvecAsync(async services => services.GetRequiredService<IVerificationPdf>().Examiner((await TelechargerAsync()).Contenu));

        Assert.True(examen.EstIntact);
        Assert.Equal(
            [.. circuit.Lignes.OrderBy(l => l.EnregistreeLe).ThenBy(l => l.Numero).Select(l => $"signataire-{l.SignataireId!.Value.Value}"), NomsDeChamps.Sceau],
            examen.Signatures.Select(s => s.Champ));
        Assert.Contains("Le portail atteste que Madame Claire Morel a signé au portail le 12 mars 2026 à 10 h (signature électronique simple).", examen.Signatures[1].Motif, StringComparison.Ordinal);
        Assert.Contains($"convention {ReferenceDocument.Presenter(circuit.Reference)}", examen.Signatures[^1].Motif, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Une_signature_a_la_main_est_inscrite_sans_heure_et_celle_d_un_remplacant_le_dit()
    {
        var circuit = await _terrain.OuvrirAsync();
        var (premiere, seconde) = (circuit.Lignes[0], circuit.Lignes[1]);
        await App.LireAsync(async db =>
        {
            var suivi = await db.Signatures.SingleAsync(s => s.Id == circuit.Id);
            var remplacante = suivi.Remplacer(premiere.Id, new("Madame", "Nour", "Suppléante", "Directrice adjointe", null, null), "Absence.", App.Horloge.GetUtcNow());
            var scan = Piece.Deposer(_terrain.Convention, NaturePiece.ScanSignature, "scan.pdf", "application/pdf", "%PDF-1.4"u8.ToArray(), App.Horloge.GetUtcNow());
            db.Add(scan);
            suivi.DeposerScan([remplacante], new DateOnly(2026, 3, 10), scan.Id, UnCircuit.Conseiller, App.Horloge.GetUtcNow());
            suivi.ControlerScan(scan.Id, [remplacante], null, UnCircuit.Coordinatrice, App.Horloge.GetUtcNow());
            return await db.SaveChangesAsync();
        });
        await _terrain.SignerAsync(_terrain.Presidente);

        var document = DocumentDuCircuit.Decrire(await _terrain.CircuitAsync(), [1], App.Horloge.GetUtcNow());

        Assert.Equal(2, document.Signatures.Count);
        var papier = document.Signatures.Single(s => s.Heure is null);
        Assert.Equal((NomsDeChamps.DuSignataire(premiere.SignataireId!.Value.Value.ToString(), 1), "Madame Nour Suppléante", new DateOnly(2026, 3, 10)), (papier.Champ, papier.Nom, papier.SigneeLe));
        Assert.Contains("a signé à la main le 10 mars 2026 ; l’original numérisé a été contrôlé par une seconde personne.", papier.Motif, StringComparison.Ordinal);
        Assert.Contains($"Cette personne a remplacé {premiere.NomComplet}.", papier.Motif, StringComparison.Ordinal);
        Assert.Equal(NomsDeChamps.DuSignataire(seconde.SignataireId!.Value.Value.ToString(), 2), document.Signatures.Single(s => s.Heure is not null).Champ);
    }

    [Fact]
    public async Task Une_autorite_muette_est_redemandee_sans_jamais_etre_remplacee_puis_le_sceau_se_fait()
    {
        await CompleterAsync();
        await using var autorite = await ServeurHorodatage.DemarrerAsync(Cancellation);
        await using var sceaux = SceauxFixture.Services(
            "Development", ("Horodatage:Adresses:0", autorite.Adresse.AbsoluteUri), ("Horodatage:Autorites", autorite.Autorites), ("Horodatage:EcartMax", "36500.00:00:00"));
        var scelleur = sceaux.GetRequiredService<IScelleur>();

        autorite.Humeur = HumeurHorodateur.Erreur;
        Assert.Equal(0, await ScellerAsync(scelleur));
        Assert.Equal(0, await ScellerAsync(scelleur));
        Assert.Equal(1, autorite.Demandes);
        var attente = await LuAsync();
        Assert.Equal((EtatScellement.EnAttenteHorodatage, 1, App.Horloge.GetUtcNow().AddMinutes(1), null), (attente.Etat, attente.Tentatives, attente.ProchainEssaiLe, attente.HorodateLe));
        Assert.NotEmpty(attente.DerniereErreur!);

        autorite.Humeur = HumeurHorodateur.AutreEmpreinte;
        App.Horloge.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(0, await ScellerAsync(scelleur));
        Assert.Equal(2, (await LuAsync()).Tentatives);
        Assert.Equal(0, await App.LireAsync(db => db.Pieces.CountAsync(p => p.Nature == NaturePiece.TexteScelle)));

        autorite.Humeur = HumeurHorodateur.Honnete;
        App.Horloge.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(1, await ScellerAsync(scelleur));
        Assert.Equal((EtatScellement.Fait, "Horodatage de test"), ((await LuAsync()).Etat, (await LuAsync()).Horodateur));
    }

    [Fact]
    public async Task Sans_certificat_le_sceau_attend_et_l_administrateur_le_relance_des_qu_il_l_a_fourni()
    {
        await CompleterAsync();
        await using var production = SceauxFixture.Services("Production");

        Assert.Equal(0, await ScellerAsync(production.GetRequiredService<IScelleur>()));
        var attente = await LuAsync();
        Assert.Equal(EtatScellement.EnAttenteCertificat, attente.Etat);
        Assert.Equal((await production.GetRequiredService<IScelleur>().ConsulterEtatAsync(Cancellation)).Phrase, attente.DerniereErreur);
        Assert.Equal(0, await ScellerAsync());

        await App.EnvoyerAsync(new ReprendreScellement.Command(_terrain.Convention), Administrateur);
        Assert.Equal(EtatScellement.AFaire, (await LuAsync()).Etat);
        Assert.Equal(1, await ScellerAsync());
        Assert.Equal("deja-scelle", Assert.Single((await Assert.ThrowsAsync<Domain.Common.BusinessRuleException>(
            () => App.EnvoyerAsync(new ReprendreScellement.Command(_terrain.Convention), Administrateur))).Obstacles).Code);
    }

    [Fact]
    public async Task Avant_la_derniere_signature_il_n_y_a_rien_a_sceller()
    {
        await _terrain.OuvrirAsync();
        await _terrain.SignerAsync(_terrain.Presidente);

        Assert.Equal(0, await ScellerAsync());
        Assert.Null((await App.EnvoyerAsync(new ConsulterSceau.Query(_terrain.Convention), _terrain.Conseiller))!.Scellement);
        await Assert.ThrowsAsync<NotFoundException>(() => App.EnvoyerAsync(
            new ReprendreScellement.Command(_terrain.Convention), Administrateur));
    }

    [Fact]
    public async Task Un_fichier_sans_place_pour_les_signatures_est_dit_impossible_a_sceller()
    {
        // what the portal froze before its texts had fields
        var convention = UneConvention.Au(StatutConvention.EnDiagnostic);
        var (texte, donnees) = UnCircuit.Pieces(convention);
        var circuit = Signature.Ouvrir(convention, 1, texte, donnees, OuvertureCircuit.ParDefaut, App.Horloge.GetUtcNow());
        circuit.SignerPour(UnCircuit.Presidente);
        circuit.SignerPour(UnCircuit.Directeur);
        await App.SauverAsync(convention, texte, donnees, circuit, Scellement.Demander(circuit, App.Horloge.GetUtcNow()));

        Assert.Equal(0, await ScellerAsync());

        var lu = (await App.EnvoyerAsync(new ConsulterSceau.Query(convention.Id), ApplicationDeTest.Une(Role.Conseiller, convention.Id)))!.Scellement!;
        Assert.Equal((EtatScellement.Impossible, null, 1), (lu.Etat, lu.ProchainEssaiLe, lu.Tentatives));
        Assert.NotEmpty(lu.DerniereErreur!);
    }

    [Fact]
    public async Task Une_erreur_imprevue_est_dite_et_n_empeche_pas_le_sceau_suivant()
    {
        await CompleterAsync();
        var scelleur = new ScelleurCasse(await App.AvecAsync(s => Task.FromResult(s.GetRequiredService<IScelleur>())));

        Assert.Equal(0, await ScellerAsync(scelleur));
        var lu = await LuAsync();
        Assert.Equal((EtatScellement.Interrompu, App.Horloge.GetUtcNow().AddMinutes(1)), (lu.Etat, lu.ProchainEssaiLe));
        Assert.Contains("journal technique", lu.DerniereErreur!, StringComparison.Ordinal);

        App.Horloge.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await ScellerAsync(scelleur));
    }

    [Fact]
    public async Task Deux_instances_a_la_fois_font_un_seul_sceau()
    {
        await CompleterAsync();
        var faits = new int[2];

        var issues = await Ensemble.FaireAsync(async () => faits[0] = await ScellerAsync(), async () => faits[1] = await ScellerAsync());

        Assert.All(issues, Assert.Null);
        Assert.Equal(1, faits.Sum());
        Assert.Equal(1, await App.LireAsync(db => db.Pieces.CountAsync(p => p.Nature == NaturePiece.TexteScelle)));
        Assert.Equal(2, await App.LireAsync(db => db.Courriels.CountAsync(c => c.Objet == "Le document scellé est prêt")));
    }

    private async Task<Signature> CompleterAsync()
    {
        await _terrain.OuvrirAsync();
        await _terrain.SignerAsync(_terrain.Presidente);
        Assert.True(await _terrain.SignerAsync(_terrain.Directeur));
        return await _terrain.CircuitAsync();
    }

    private Task<int> ScellerAsync(IScelleur? scelleur = null) => App.AvecAsync(services => ActivatorUtilities
        .CreateInstance<ScellementDesCircuits>(services, scelleur ?? services.GetRequiredService<IScelleur>()).ScellerAsync(Cancellation));

    private Task<Fichier> TelechargerAsync(int? version = null) =>
        App.EnvoyerAsync(new ConsulterConventionPdf.Query(_terrain.Convention, version), _terrain.Conseiller);

    private async Task<ScellementLu> LuAsync() =>
        (await App.EnvoyerAsync(new ConsulterSignature.Query(_terrain.Convention), _terrain.Conseiller))!.Scellement!;

    private static string Empreinte(byte[] octets) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(octets));

    /// <summary>Breaks once.</summary>
    private sealed class ScelleurCasse(IScelleur vrai) : IScelleur
    {
        private bool _casse;

        public Task<EtatDuSceau> ConsulterEtatAsync(CancellationToken cancellationToken) => vrai.ConsulterEtatAsync(cancellationToken);

        public Task<PdfScelle> ScellerAsync(DocumentASceller document, CancellationToken cancellationToken)
        {
            if (_casse)
            {
                return vrai.ScellerAsync(document, cancellationToken);
            }

            _casse = true;
            throw new InvalidOperationException("Broken.");
        }
    }
}
