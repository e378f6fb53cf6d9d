using CtgPortal.Application.Common;
using CtgPortal.Application.Courriels;
using CtgPortal.Application.Signatures.Liens;
using CtgPortal.Application.Signatures.Preuves;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Signatures;
using CtgPortal.Domain.Signatures.Liens;
using CtgPortal.Domain.Signatures.Preuves;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.TestSupport;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using static CtgPortal.Domain.Conventions.StatutConvention;

namespace CtgPortal.Application.Tests.Signatures;

/// <summary>Signing with nothing but a mailbox, and everything that somebody may try with a link or a code.</summary>
public sealed class LiensTests(PostgresServer serveur) : IAsyncLifetime
{
    private const string Presidente = "president@demo.test";
    private const string Directeur = "direction@demo.test";

    private TerrainDeSignature _terrain = null!;

    private ApplicationDeTest App => _terrain.Application;

    public async ValueTask InitializeAsync() => _terrain = await TerrainDeSignature.PreparerAsync(serveur);

    public ValueTask DisposeAsync() => _terrain.DisposeAsync();

    [Fact]
    public async Task Par_leur_lien_et_leur_code_tous_signent_et_le_suivi_commence()
    {
        var circuit = await _terrain.OuvrirAsync();

        Assert.False(await SignerAsync(await JetonAsync(Presidente), Presidente));
        Assert.True(await SignerAsync(await JetonAsync(Directeur), Directeur));

        circuit = await _terrain.CircuitAsync();
        Assert.All(circuit.Lignes, l => Assert.Equal((ModeSignature.Lien, MoyenIdentite.CodeCourriel, EtatLigne.Signee), (l.Mode!.Value, l.IdentitePar!.Value, l.Etat)));
        Assert.Equal((StatutSignature.Complete, EnSuivi), (circuit.Statut, await _terrain.EtapeAsync()));
        var signe = (await ChaineAsync(circuit.Id)).First(e => e.Type == nameof(SignatureRecueillie));
        Assert.Equal(("Madame Claire Morel (lien personnel)", null), (signe.ParNom, signe.Par));
    }

    [Fact]
    public async Task Ni_le_lien_ni_le_code_ne_sont_ecrits_dans_la_base()
    {
        await _terrain.OuvrirAsync();
        var jeton = await JetonAsync(Presidente);
        await DemanderCodeAsync(jeton);
        var code = await CodeAsync(Presidente);

        var textes = await App.LireAsync(db => db.Courriels.Select(c => c.Texte).ToListAsync());
        Assert.All(textes, t => Assert.DoesNotContain(jeton, t, StringComparison.Ordinal));
        Assert.Contains(textes, t => t.Contains(Courriel.PlaceDuSecret, StringComparison.Ordinal));
        Assert.All(textes, t => Assert.DoesNotContain(code, t, StringComparison.Ordinal));
        Assert.Equal(LienSignature.EmpreinteDe(jeton), await App.LireAsync(db => db.LiensSignature.Select(l => l.Empreinte).SingleAsync()));
        var garde = await App.LireAsync(db => db.CodesSignature.SingleAsync());
        Assert.NotEqual(CodeSignature.Sceller(garde.Cle!, garde.LigneId, garde.EmpreinteTexte, code), garde.Sceau);
    }

    [Fact]
    public async Task Ouvrir_un_lien_dix_fois_ne_change_rien_et_se_note_une_fois()
    {
        var circuit = await _terrain.OuvrirAsync();
        var jeton = await JetonAsync(Presidente);
        var (avant, revision) = ((await App.JournalAsync(_terrain.Convention)).Count, (await _terrain.CircuitAsync()).Revision);

        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(EtatLien.Valide, (await ConsulterAsync(jeton))!.Etat);
        }

        Assert.Equal((avant, revision), ((await App.JournalAsync(_terrain.Convention)).Count, (await _terrain.CircuitAsync()).Revision));
        Assert.Single(await ChaineAsync(circuit.Id), e => e.Type == nameof(LienOuvert));
        Assert.Equal(0, await App.LireAsync(db => db.CodesSignature.CountAsync()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Un_jeton_inconnu_n_ouvre_rien(string jeton)
    {
        var circuit = await _terrain.OuvrirAsync();

        Assert.Null(await ConsulterAsync(jeton));
        Assert.Null(await App.EnvoyerAsync(new ExporterTexteDuLien.Query(jeton), Personne.Inconnue));
        await Assert.ThrowsAsync<NotFoundException>(() => DemanderCodeAsync(jeton));
        await Assert.ThrowsAsync<NotFoundException>(() => App.EnvoyerAsync(new RedemanderLien.Command(_terrain.Convention, jeton), Personne.Inconnue));
        await Assert.ThrowsAsync<NotFoundException>(() => DonnerAsync(jeton, circuit, circuit.Lignes[0].Id, "123456"));
        Assert.Equal(3, (await ChaineAsync(circuit.Id)).Count);
    }

    [Fact]
    public async Task Un_code_essaye_au_hasard_s_arrete_a_cinq_et_le_bon_ne_sert_plus()
    {
        var circuit = await _terrain.OuvrirAsync();
        var jeton = await JetonAsync(Presidente);
        var ligne = circuit.LigneDe(Presidente)!.Id;
        await DemanderCodeAsync(jeton);
        var bon = await CodeAsync(Presidente);
        var faux = bon == "000000" ? "000001" : "000000";

        for (var i = 0; i < 7; i++)
        {
            var refus = await Assert.ThrowsAsync<ValidationException>(() => DonnerAsync(jeton, circuit, ligne, faux));
            Assert.Equal("Secret", Assert.Single(refus.Errors).PropertyName);
        }

        await Assert.ThrowsAsync<ValidationException>(() => DonnerAsync(jeton, circuit, ligne, bon));
        Assert.Equal(CodeSignature.EssaisMax, await App.LireAsync(db => db.CodesSignature.Select(c => c.Essais).SingleAsync()));
        Assert.Equal([1, 2, 3, 4, 5], (await ChaineAsync(circuit.Id)).Where(e => e.Type == nameof(CodeFaux)).Select(e => ((CodeFaux)FaitsDePreuve.Lire(e)!).Essais));
        Assert.Equal(0, (await _terrain.CircuitAsync()).Lignes.Count(l => l.EstSignee));

        Assert.Equal("code-trop-tot", Assert.Single((await Assert.ThrowsAsync<BusinessRuleException>(() => DemanderCodeAsync(jeton))).Obstacles).Code);
        App.Horloge.Advance(CodeSignature.Penitence);
        Assert.False(await SignerAsync(jeton, Presidente));
    }

    [Fact]
    public async Task Huit_essais_du_meme_code_faux_en_meme_temps_comptent_cinq_fois()
    {
        var circuit = await _terrain.OuvrirAsync();
        var (jeton, ligne) = (await JetonAsync(Presidente), circuit.LigneDe(Presidente)!.Id);
        await DemanderCodeAsync(jeton);
        var faux = await CodeAsync(Presidente) == "000000" ? "000001" : "000000";

        var issues = await Ensemble.FaireAsync([.. Enumerable.Range(0, 8).Select(_ => (Func<Task>)(() => DonnerAsync(jeton, circuit, ligne, faux)))]);

        Assert.All(issues, i => Assert.IsType<ValidationException>(i));
        Assert.Equal(CodeSignature.EssaisMax, await App.LireAsync(db => db.CodesSignature.Select(c => c.Essais).SingleAsync()));
    }

    [Fact]
    public async Task Un_code_perime_ou_deja_servi_ne_signe_pas()
    {
        var circuit = await _terrain.OuvrirAsync();
        var (jeton, ligne) = (await JetonAsync(Presidente), circuit.LigneDe(Presidente)!.Id);
        await DemanderCodeAsync(jeton);
        var code = await CodeAsync(Presidente);
        App.Horloge.Advance(CodeSignature.Duree + TimeSpan.FromSeconds(1));

        await Assert.ThrowsAsync<ValidationException>(() => DonnerAsync(jeton, circuit, ligne, code));

        await DemanderCodeAsync(jeton);
        var suivant = await CodeAsync(Presidente);
        await DonnerAsync(jeton, circuit, ligne, suivant);
        var rejoue = await Assert.ThrowsAsync<BusinessRuleException>(() => DonnerAsync(jeton, circuit, ligne, suivant));
        Assert.Equal("deja-signe", Assert.Single(rejoue.Obstacles).Code);
        Assert.Contains((await ChaineAsync(circuit.Id)).Where(e => e.Type == nameof(ActeRefuse)).Select(e => (ActeRefuse)FaitsDePreuve.Lire(e)!), r =>
            r.Acte == "SignerParLien" && r.Raisons[0].Code == "deja-signe");
    }

    [Fact]
    public async Task Le_lien_d_une_personne_et_le_code_d_une_autre_ne_font_pas_une_signature()
    {
        var circuit = await _terrain.OuvrirAsync();
        var (jeton, sien) = (await JetonAsync(Presidente), await JetonAsync(Directeur));
        await DemanderCodeAsync(sien);
        var code = await CodeAsync(Directeur);

        await Assert.ThrowsAsync<ValidationException>(() => DonnerAsync(jeton, circuit, circuit.LigneDe(Presidente)!.Id, code));

        // the line is the one of the link, whatever the form claims
        Assert.False(await App.EnvoyerAsync(
            new SignerParLien.Command(_terrain.Convention, circuit.Id, circuit.LigneDe(Presidente)!.Id, sien, circuit.Empreinte, true, code), Personne.Inconnue));
        circuit = await _terrain.CircuitAsync();
        Assert.Equal((EtatLigne.Appelee, EtatLigne.Signee), (circuit.LigneDe(Presidente)!.Etat, circuit.LigneDe(Directeur)!.Etat));
    }

    [Fact]
    public async Task La_meme_signature_envoyee_deux_fois_en_meme_temps_est_inscrite_une_fois()
    {
        var circuit = await _terrain.OuvrirAsync();
        var (jeton, ligne) = (await JetonAsync(Presidente), circuit.LigneDe(Presidente)!.Id);
        await DemanderCodeAsync(jeton);
        var code = await CodeAsync(Presidente);

        var issues = await Ensemble.FaireAsync(() => DonnerAsync(jeton, circuit, ligne, code), () => DonnerAsync(jeton, circuit, ligne, code));

        Assert.Equal("deja-signe", Assert.Single(Assert.IsType<BusinessRuleException>(Assert.Single(issues, i => i is not null)).Obstacles).Code);
        Assert.Single(await ChaineAsync(circuit.Id), e => e.Type == nameof(SignatureRecueillie));
    }

    [Fact]
    public async Task Les_deux_derniers_signent_au_meme_instant_l_un_par_lien_l_autre_par_compte()
    {
        var circuit = await _terrain.OuvrirAsync();
        var jeton = await JetonAsync(Presidente);
        await DemanderCodeAsync(jeton);
        var code = await CodeAsync(Presidente);

        var issues = await Ensemble.FaireAsync(
            () => DonnerAsync(jeton, circuit, circuit.LigneDe(Presidente)!.Id, code), () => _terrain.SignerAsync(_terrain.Directeur, circuit.Empreinte));

        Assert.All(issues, Assert.Null);
        Assert.Equal((StatutSignature.Complete, EnSuivi), ((await _terrain.CircuitAsync()).Statut, await _terrain.EtapeAsync()));
        Assert.Single(await App.JournalAsync(_terrain.Convention), t => t == "SignatureCompletee");
    }

    [Fact]
    public async Task Le_lien_d_une_version_reprise_montre_ce_qui_a_change_et_envoie_le_nouveau_a_son_adresse()
    {
        var circuit = await _terrain.OuvrirAsync();
        var (ancien, ligne) = (await JetonAsync(Presidente), circuit.LigneDe(Presidente)!.Id);
        await DemanderCodeAsync(ancien);
        var code = await CodeAsync(Presidente);
        await _terrain.RevenirAsync();

        var repris = (await ConsulterAsync(ancien))!;
        Assert.Equal((EtatLien.AutreVersion, "Une fiche manquait.", false), (repris.Etat, repris.Motif, repris.PeutRedemander));
        Assert.Null(repris.Suite);

        App.Horloge.Advance(TimeSpan.FromMinutes(5));
        var suivant = await _terrain.OuvrirAsync();
        var ouvert = (await ConsulterAsync(ancien))!;
        Assert.Equal((EtatLien.AutreVersion, true, 2), (ouvert.Etat, ouvert.PeutRedemander, ouvert.Suite!.Numero));

        // neither text is signed with what was sent for the first
        foreach (var empreinte in new[] { circuit.Empreinte, suivant.Empreinte })
        {
            var refus = await Assert.ThrowsAsync<BusinessRuleException>(() => App.EnvoyerAsync(
                new SignerParLien.Command(_terrain.Convention, circuit.Id, ligne, ancien, empreinte, true, code), Personne.Inconnue));
            Assert.Contains("signature-close", refus.Obstacles.Select(o => o.Code));
        }

        Assert.Equal(2, (await ChaineAsync(circuit.Id)).Count(e => e.Type == nameof(ActeRefuse)));
        Assert.Equal(0, suivant.Lignes.Count(l => l.EstSignee));

        App.Horloge.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(RedemanderLien.Issue.Envoye, await App.EnvoyerAsync(new RedemanderLien.Command(_terrain.Convention, ancien), Personne.Inconnue));
        Assert.Equal(Presidente, await App.LireAsync(db => db.Courriels.OrderByDescending(c => c.CreeLe).Select(c => c.Destinataire).FirstAsync()));
        Assert.False(await SignerAsync(await JetonAsync(Presidente), Presidente));
        Assert.Equal(EtatLigne.Signee, (await _terrain.CircuitAsync()).LigneDe(Presidente)!.Etat);
    }

    [Fact]
    public async Task Le_lien_de_qui_est_remplace_n_ouvre_plus_le_texte_et_le_remplacant_recoit_le_sien()
    {
        var circuit = await _terrain.OuvrirAsync();
        var jeton = await JetonAsync(Presidente);
        await App.AvecAsync(async services =>
        {
            var db = (Infrastructure.Persistence.CtgDbContext)services.GetService(typeof(Infrastructure.Persistence.CtgDbContext))!;
            var signature = await db.Signatures.SingleAsync(s => s.Id == circuit.Id);
            signature.Remplacer(
                signature.LigneDe(Presidente)!.Id, new(null, "Anne", "Neuve", "Présidente", null, "anne@demo.test"), "Élections.", App.Horloge.GetUtcNow());
            return await db.SaveChangesAsync();
        });

        var dossier = (await ConsulterAsync(jeton))!;
        Assert.Equal((EtatLien.Remplace, "Anne Neuve", false), (dossier.Etat, dossier.Ligne.RemplaceePar, dossier.PeutRedemander));
        Assert.Null(await App.EnvoyerAsync(new ExporterTexteDuLien.Query(jeton), Personne.Inconnue));
        var refus = await Assert.ThrowsAsync<BusinessRuleException>(() => DonnerAsync(jeton, circuit, circuit.LigneDe(Presidente)!.Id, "123456"));
        Assert.Contains("remplace", refus.Obstacles.Select(o => o.Code));
        Assert.Equal(RedemanderLien.Issue.SansObjet, await App.EnvoyerAsync(new RedemanderLien.Command(_terrain.Convention, jeton), Personne.Inconnue));
    }

    [Fact]
    public async Task Un_lien_trop_vieux_en_fait_envoyer_un_autre_trois_fois_par_heure_au_plus()
    {
        await _terrain.OuvrirAsync();
        var jeton = await JetonAsync(Presidente);
        App.Horloge.Advance(TimeSpan.FromDays(LienSignature.JoursSansEcheance + 1));

        Assert.Equal((EtatLien.Perime, true), ((await ConsulterAsync(jeton))!.Etat, (await ConsulterAsync(jeton))!.PeutRedemander));
        Assert.Equal("lien-perime", Assert.Single((await Assert.ThrowsAsync<BusinessRuleException>(() => DemanderCodeAsync(jeton))).Obstacles).Code);

        var issues = new List<RedemanderLien.Issue>();
        for (var i = 0; i < 5; i++)
        {
            issues.Add(await App.EnvoyerAsync(new RedemanderLien.Command(_terrain.Convention, jeton), Personne.Inconnue));
        }

        Assert.Equal(RedemanderLien.ParHeureMax, issues.Count(i => i == RedemanderLien.Issue.Envoye));
        Assert.Equal(RedemanderLien.Issue.DejaEnvoye, issues[^1]);
        Assert.False(await SignerAsync(await JetonAsync(Presidente), Presidente));
    }

    [Fact]
    public async Task Refuser_par_son_lien_previent_chacun_et_le_lien_ne_signe_plus()
    {
        var circuit = await _terrain.OuvrirAsync();
        var (jeton, ligne) = (await JetonAsync(Presidente), circuit.LigneDe(Presidente)!.Id);

        await Assert.ThrowsAsync<ValidationException>(() => RefuserAsync(jeton, circuit, ligne, " "));
        await RefuserAsync(jeton, circuit, ligne, "L’article 4 a changé.");

        Assert.True((await _terrain.CircuitAsync()).EstArretee);
        Assert.Equal([Directeur], await App.LireAsync(db => db.Courriels.Where(c => c.Objet.Contains("refusée")).Select(c => c.Destinataire).ToListAsync()));
        Assert.Equal((EtatLien.Refuse, true), ((await ConsulterAsync(jeton))!.Etat, (await ConsulterAsync(jeton))!.PeutRedemander));
        await Assert.ThrowsAsync<BusinessRuleException>(() => DemanderCodeAsync(jeton));

        // the same person signs after all, by a link asked for since
        App.Horloge.Advance(TimeSpan.FromMinutes(1));
        await App.EnvoyerAsync(new RedemanderLien.Command(_terrain.Convention, jeton), Personne.Inconnue);
        Assert.False(await SignerAsync(await JetonAsync(Presidente), Presidente));
        Assert.False((await _terrain.CircuitAsync()).EstArretee);
    }

    [Fact]
    public async Task Le_texte_du_lien_est_celui_qui_est_fige_et_sa_lecture_se_prouve()
    {
        var circuit = await _terrain.OuvrirAsync();
        var jeton = await JetonAsync(Presidente);

        var fichier = (await App.EnvoyerAsync(new ExporterTexteDuLien.Query(jeton), Personne.Inconnue))!;

        Assert.Equal(circuit.Empreinte, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(fichier.Contenu)));
        var montre = Assert.Single(await ChaineAsync(circuit.Id), e => e.Type == nameof(DocumentMontre));
        Assert.Equal((circuit.LigneDe(Presidente)!.Id.Value, "Madame Claire Morel (lien personnel)"), (montre.Ligne, montre.ParNom));
    }

    private Task<ConsulterLien.Dossier?> ConsulterAsync(string jeton) => App.EnvoyerAsync(new ConsulterLien.Query(jeton), Personne.Inconnue);

    private Task<MediatR.Unit> DemanderCodeAsync(string jeton) => App.EnvoyerAsync(new DemanderCode.Command(_terrain.Convention, jeton), Personne.Inconnue);

    private Task<MediatR.Unit> RefuserAsync(string jeton, Signature circuit, LigneSignatureId ligne, string motif) =>
        App.EnvoyerAsync(new RefuserParLien.Command(_terrain.Convention, circuit.Id, ligne, jeton, motif), Personne.Inconnue);

    private Task<bool> DonnerAsync(string jeton, Signature circuit, LigneSignatureId ligne, string code) => App.EnvoyerAsync(
        new SignerParLien.Command(_terrain.Convention, circuit.Id, ligne, jeton, circuit.Empreinte, true, code), Personne.Inconnue);

    private async Task<bool> SignerAsync(string jeton, string courriel)
    {
        await DemanderCodeAsync(jeton);
        var circuit = await _terrain.CircuitAsync();
        return await DonnerAsync(jeton, circuit, circuit.LigneDe(courriel)!.Id, await CodeAsync(courriel));
    }

    private Task<string> JetonAsync(string courriel) => App.AvecAsync(services => services.JetonAsync(courriel));

    private Task<string> CodeAsync(string courriel) => App.AvecAsync(services => services.CodeAsync(courriel));

    private Task<List<EvenementPreuve>> ChaineAsync(SignatureId circuit) =>
        App.LireAsync(db => db.Preuves.AsNoTracking().Where(e => e.SignatureId == circuit).OrderBy(e => e.Numero).ToListAsync());
}
