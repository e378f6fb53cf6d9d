using System.Security.Cryptography;
using System.Text;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Plans;
using CtgPortal.Application.Signatures;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using CtgPortal.Domain.Signatures;
using CtgPortal.Domain.Suivi;
using CtgPortal.Domain.Territoires;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using static CtgPortal.Domain.Conventions.StatutConvention;

namespace CtgPortal.Application.Tests.Signatures;

public sealed class SignaturesTests(PostgresServer serveur) : IAsyncLifetime
{
    private const string MotDePasse = "Un-mot-de-passe-2026";

    private ApplicationDeTest _app = null!;
    private Convention _convention = null!;
    private IReadOnlyList<FicheAction> _fiches = [];
    private Personne _conseiller = null!;
    private Personne _presidente = null!;
    private Personne _directeur = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await ApplicationDeTest.OuvrirAsync(serveur, UneConvention.Maintenant);
        _convention = UneConvention.Au(EnRedaction);
        var (plan, fiches) = UnPlan.Complet(_convention.Id, 1, 1, 2);
        _fiches = fiches;
        await _app.SauverAsync(new Region("32", "Hauts-de-France"), new Departement("02", "Aisne", "32"), new Caf("02", "Caf de l’Aisne", "02"));
        AggregateRoot[] tous = [_convention, UnDiagnostic.Valide(_convention.Id).Diagnostic, plan, .. fiches, .. fiches.Select(SuiviFiche.Commencer)];
        await _app.SauverAsync(tous);
        _conseiller = ApplicationDeTest.Une(Role.Conseiller, _convention.Id) with { Courriel = "conseiller@demo.test" };
        _presidente = ApplicationDeTest.Une(Role.Signataire, _convention.Id, "Claire Morel") with { Courriel = "president@demo.test" };
        _directeur = ApplicationDeTest.Une(Role.Direction, _convention.Id, "Paul Lévêque") with { Courriel = "direction@demo.test" };
        await _app.InscrireAsync(_presidente, MotDePasse);
        await _app.InscrireAsync(_directeur, MotDePasse);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Ouvrir_fige_une_fois_les_octets_servis_et_leur_empreinte()
    {
        await OuvrirAsync();

        var pdf = await PdfAsync();
        var json = await _app.EnvoyerAsync(new ExporterConvention.Query(_convention.Id), _conseiller);
        Assert.Equal("%PDF-"u8.ToArray(), pdf.Contenu[..5]);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(pdf.Contenu)), pdf.Empreinte);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(json.Contenu)), json.Empreinte);
        var circuit = await CircuitAsync();
        Assert.Equal((pdf.Empreinte, 1, StatutSignature.Ouverte), (circuit.Empreinte, circuit.NumeroVersion, circuit.Statut));

        // nothing that happens later changes a byte of it
        _app.Horloge.Advance(TimeSpan.FromDays(30));
        await SignerAsync(_presidente);
        Assert.Equal(pdf.Contenu, (await PdfAsync()).Contenu);
        Assert.Equal(json.Contenu, (await _app.EnvoyerAsync(new ExporterConvention.Query(_convention.Id), _presidente)).Contenu);
        Assert.Equal(2, await _app.LireAsync(db => db.Pieces.CountAsync()));
    }

    [Fact]
    public async Task Ouvrir_ecrit_le_journal_et_invite_chacun_dans_la_meme_transaction()
    {
        var avant = await _app.JournalAsync(_convention.Id);

        await OuvrirAsync();

        Assert.Equal(["EtapeFranchie", "SignataireAppele", "SignataireAppele", "SignatureOuverte"], (await _app.JournalAsync(_convention.Id)).Skip(avant.Count).Order(StringComparer.Ordinal));
        Assert.Equal(["direction@demo.test", "president@demo.test"], await DestinatairesAsync("attend votre signature"));
        Assert.Equal(EnSignature, await EtapeAsync());
    }

    [Fact]
    public async Task Un_partenaire_un_lecteur_et_un_signataire_ne_peuvent_pas_ouvrir()
    {
        foreach (var role in new[] { Role.Partenaire, Role.Lecteur, Role.Signataire, Role.Administrateur })
        {
            await Assert.ThrowsAsync<AccesRefuseException>(() => OuvrirAsync(ApplicationDeTest.Une(role, _convention.Id)));
        }

        await Assert.ThrowsAsync<NotFoundException>(() => OuvrirAsync(ApplicationDeTest.Une(Role.Conseiller, ConventionId.New())));
        await RienNEstOuvertAsync();
    }

    [Fact]
    public async Task Une_convention_qui_ne_peut_pas_s_ouvrir_dit_toutes_ses_raisons_et_ne_fige_rien()
    {
        var incomplete = UneConvention.Ouverte(UneConvention.Ouverture(UneConvention.Cadre(avecPeriode: false)));
        await _app.SauverAsync(incomplete);
        var conseiller = ApplicationDeTest.Une(Role.Conseiller, incomplete.Id);

        var refus = await Assert.ThrowsAsync<BusinessRuleException>(() =>
            _app.EnvoyerAsync(new OuvrirALaSignature.Command(incomplete.Id, incomplete.Revision, UneOuverture.Choix), conseiller));

        Assert.Contains("etape-interdite", refus.Obstacles.Select(o => o.Code));
        await RienNEstOuvertAsync();
    }

    [Fact]
    public async Task Ouvrir_depuis_une_page_perimee_est_refuse()
    {
        await Assert.ThrowsAsync<ConcurrencyConflictException>(() =>
            _app.EnvoyerAsync(new OuvrirALaSignature.Command(_convention.Id, _convention.Revision - 1, UneOuverture.Choix), _conseiller));
        await RienNEstOuvertAsync();
    }

    [Fact]
    public async Task Ouvrir_deux_fois_en_meme_temps_donne_un_seul_circuit()
    {
        var issues = await Ensemble.FaireAsync(() => OuvrirAsync(), () => OuvrirAsync(), () => OuvrirAsync());

        Assert.Single(issues, i => i is null);
        Assert.All(issues.Where(i => i is not null), i => Assert.True(i is ConcurrencyConflictException or BusinessRuleException, i!.ToString()));
        Assert.Equal(1, await _app.LireAsync(db => db.Signatures.CountAsync()));
        Assert.Equal(2, await _app.LireAsync(db => db.Pieces.CountAsync()));
        Assert.Equal(2, await _app.LireAsync(db => db.Courriels.CountAsync()));
    }

    [Fact]
    public async Task Les_deux_derniers_qui_signent_au_meme_instant_sont_tous_deux_inscrits_et_le_suivi_commence_une_fois()
    {
        await OuvrirAsync();
        var empreinte = (await CircuitAsync()).Empreinte;

        var issues = await Ensemble.FaireAsync(() => SignerAsync(_presidente, empreinte), () => SignerAsync(_directeur, empreinte));

        Assert.All(issues, Assert.Null);
        var circuit = await CircuitAsync();
        Assert.Equal((StatutSignature.Complete, 2), (circuit.Statut, circuit.Recueillies));
        Assert.Equal(EnSuivi, await EtapeAsync());
        var journal = await _app.JournalAsync(_convention.Id);
        Assert.Equal(2, journal.Count(t => t == "SignatureRecueillie"));
        Assert.Single(journal, t => t == "SignatureCompletee");
        Assert.Equal(["direction@demo.test", "president@demo.test"], await DestinatairesAsync("est signée par tous"));
    }

    [Fact]
    public async Task La_meme_personne_qui_signe_deux_fois_au_meme_instant_n_est_inscrite_qu_une_fois()
    {
        await OuvrirAsync();
        var empreinte = (await CircuitAsync()).Empreinte;

        var issues = await Ensemble.FaireAsync(() => SignerAsync(_presidente, empreinte), () => SignerAsync(_presidente, empreinte));

        var refus = Assert.IsType<BusinessRuleException>(Assert.Single(issues, i => i is not null));
        Assert.Equal("deja-signe", Assert.Single(refus.Obstacles).Code);
        Assert.Equal(1, (await CircuitAsync()).Recueillies);
        Assert.Equal(EnSignature, await EtapeAsync());
    }

    [Fact]
    public async Task Une_fiche_ecrite_pendant_l_ouverture_est_dans_le_texte_fige_ou_refusee()
    {
        for (var i = 0; i < 4; i++)
        {
            var fiche = _fiches[i % 2];
            var revision = await _app.LireAsync(db => db.FichesAction.Where(f => f.Id == fiche.Id).Select(f => f.Revision).SingleAsync());
            var convention = await _app.LireAsync(db => db.Conventions.Where(c => c.Id == _convention.Id).Select(c => c.Revision).SingleAsync());
            var mot = $"Repère {i} unique";
            var sections = new SectionsFiche(null, null, new(mot, null, null, null), null, null, null, null, null);

            var issues = await Ensemble.FaireAsync(
                () => _app.EnvoyerAsync(new OuvrirALaSignature.Command(_convention.Id, convention, UneOuverture.Choix), _conseiller),
                () => _app.EnvoyerAsync(new RedigerFiche.Command(_convention.Id, fiche.Id, revision, sections), _conseiller));

            Assert.Null(issues[0]);
            var fige = Encoding.UTF8.GetString((await _app.EnvoyerAsync(new ExporterConvention.Query(_convention.Id), _conseiller)).Contenu);
            var ecrite = await _app.LireAsync(db => db.FichesAction.AnyAsync(f => f.Id == fiche.Id && f.Quoi.ObjectifGeneral == mot));
            Assert.True(issues[1] is null or BusinessRuleException, issues[1]?.ToString());
            Assert.Equal((issues[1] is null, issues[1] is null), (ecrite, fige.Contains(mot, StringComparison.Ordinal)));
            await RevenirAsync();
        }
    }

    [Fact]
    public async Task Revenir_au_texte_annule_les_signatures_garde_la_version_et_la_suivante_porte_le_numero_2()
    {
        await OuvrirAsync();
        var (premiere, empreinte) = (await PdfAsync(), (await CircuitAsync()).Empreinte);
        await SignerAsync(_presidente);

        await RevenirAsync();

        Assert.Equal(EnRedaction, await EtapeAsync());
        var dossier = (await _app.EnvoyerAsync(new ConsulterSignature.Query(_convention.Id), _conseiller))!;
        Assert.Null(dossier.Circuit);
        Assert.Equal(("Une fiche manquait.", 1, 1), (dossier.Anciens[0].Motif, dossier.Anciens[0].Recueillies, dossier.Anciens[0].NumeroVersion));
        Assert.NotEqual(premiere.Contenu, (await PdfAsync()).Contenu);
        Assert.Equal(premiere.Contenu, (await PdfAsync(1)).Contenu);
        await Assert.ThrowsAsync<NotFoundException>(() => SignerAsync(_directeur, empreinte));

        // something that binds: what was signed counts no more
        var fiche = _fiches[0];
        var revision = await _app.LireAsync(db => db.FichesAction.Where(f => f.Id == fiche.Id).Select(f => f.Revision).SingleAsync());
        await _app.EnvoyerAsync(
            new RedigerFiche.Command(_convention.Id, fiche.Id, revision, new(null, null, new("Ouvrir dix places de plus", null, null, null), null, null, null, null, null)), _conseiller);
        await OuvrirAsync();

        Assert.Equal((2, 0), ((await CircuitAsync()).NumeroVersion, (await CircuitAsync()).Recueillies));
        Assert.Equal(premiere.Contenu, (await PdfAsync(1)).Contenu);
        Assert.Equal((await PdfAsync()).Contenu, (await PdfAsync(2)).Contenu);
        await Assert.ThrowsAsync<NotFoundException>(() => PdfAsync(3));

        // what the person read was version 1
        var refus = await Assert.ThrowsAsync<BusinessRuleException>(() => SignerAsync(_directeur, empreinte));
        Assert.Equal("autre-texte", Assert.Single(refus.Obstacles).Code);
        Assert.Equal(0, (await CircuitAsync()).Recueillies);
        Assert.Contains("SignatureAnnulee", await _app.JournalAsync(_convention.Id));
    }

    [Fact]
    public async Task Qui_n_est_pas_designe_ne_signe_pas_meme_avec_un_role_qui_signe()
    {
        await OuvrirAsync();

        var refus = await Assert.ThrowsAsync<BusinessRuleException>(() => SignerAsync(_conseiller));

        Assert.Equal("non-designe", Assert.Single(refus.Obstacles).Code);
        await Assert.ThrowsAsync<AccesRefuseException>(() => SignerAsync(ApplicationDeTest.Une(Role.Administrateur, _convention.Id) with { Courriel = "president@demo.test" }, "x"));
        Assert.Equal(0, (await CircuitAsync()).Recueillies);
    }

    [Fact]
    public async Task Un_mauvais_mot_de_passe_ne_signe_rien_et_l_essai_compte_malgre_l_abandon()
    {
        await OuvrirAsync();

        for (var essai = 0; essai < 5; essai++)
        {
            var refus = await Assert.ThrowsAsync<ValidationException>(() => SignerAsync(_presidente, motDePasse: "deviné"));
            Assert.Equal("Secret", Assert.Single(refus.Errors).PropertyName);
        }

        // suspended, even with the right one, until the quarter of an hour is over
        await Assert.ThrowsAsync<ValidationException>(() => SignerAsync(_presidente));
        Assert.Equal(0, (await CircuitAsync()).Recueillies);
        _app.Horloge.Advance(TimeSpan.FromMinutes(16));
        await SignerAsync(_presidente);
        Assert.Equal(1, (await CircuitAsync()).Recueillies);
    }

    [Fact]
    public async Task Un_moyen_que_le_portail_ne_propose_pas_est_refuse()
    {
        await OuvrirAsync();
        var dossier = (await _app.EnvoyerAsync(new ConsulterSignature.Query(_convention.Id), _presidente))!;

        await Assert.ThrowsAsync<ValidationException>(() => _app.EnvoyerAsync(
            new SignerConvention.Command(_convention.Id, dossier.ASigner!.Id, dossier.Circuit!.Empreinte, true, MoyenIdentite.CleAcces, "x"), _presidente));
        Assert.Equal(0, (await CircuitAsync()).Recueillies);
    }

    [Fact]
    public async Task Signer_demande_le_consentement()
    {
        await OuvrirAsync();

        var refus = await Assert.ThrowsAsync<ValidationException>(() =>
            _app.EnvoyerAsync(new SignerConvention.Command(_convention.Id, LigneSignatureId.New(), "x", false, MoyenIdentite.MotDePasse, ""), _presidente));

        Assert.Equal(["Consentement", "Secret"], refus.Errors.Select(e => e.PropertyName));
    }

    private async Task OuvrirAsync(Personne? par = null)
    {
        var revision = await _app.LireAsync(db => db.Conventions.Where(c => c.Id == _convention.Id).Select(c => c.Revision).SingleAsync());
        await _app.EnvoyerAsync(new OuvrirALaSignature.Command(_convention.Id, revision, UneOuverture.Choix), par ?? _conseiller);
    }

    private async Task RevenirAsync()
    {
        var revision = await _app.LireAsync(db => db.Conventions.Where(c => c.Id == _convention.Id).Select(c => c.Revision).SingleAsync());
        await _app.EnvoyerAsync(new RevenirEtape.Command(_convention.Id, revision, EnRedaction, "Une fiche manquait."), _conseiller);
    }

    private async Task<bool> SignerAsync(Personne par, string? empreinte = null, string motDePasse = MotDePasse)
    {
        var dossier = (await _app.EnvoyerAsync(new ConsulterSignature.Query(_convention.Id), par))!;
        return await _app.EnvoyerAsync(
            new SignerConvention.Command(
                _convention.Id, dossier.MesLignes.Count > 0 ? dossier.MesLignes[0].Id : default, empreinte ?? dossier.Circuit!.Empreinte, true, MoyenIdentite.MotDePasse, motDePasse),
            par);
    }

    private async Task<CircuitLu> CircuitAsync() =>
        (await _app.EnvoyerAsync(new ConsulterSignature.Query(_convention.Id), _conseiller))!.Circuit!;

    private Task<Fichier> PdfAsync(int? version = null) => _app.EnvoyerAsync(new ConsulterConventionPdf.Query(_convention.Id, version), _conseiller);

    private Task<StatutConvention> EtapeAsync() =>
        _app.LireAsync(db => db.Conventions.Where(c => c.Id == _convention.Id).Select(c => c.Statut).SingleAsync());

    private Task<List<string>> DestinatairesAsync(string objet) =>
        _app.LireAsync(db => db.Courriels.Where(c => c.Objet.Contains(objet)).OrderBy(c => c.Destinataire).Select(c => c.Destinataire).ToListAsync());

    private async Task RienNEstOuvertAsync()
    {
        Assert.Equal(0, await _app.LireAsync(db => db.Signatures.CountAsync()));
        Assert.Equal(0, await _app.LireAsync(db => db.Pieces.CountAsync()));
        Assert.Equal(0, await _app.LireAsync(db => db.Courriels.CountAsync()));
        Assert.Equal(EnRedaction, await EtapeAsync());
    }
}
