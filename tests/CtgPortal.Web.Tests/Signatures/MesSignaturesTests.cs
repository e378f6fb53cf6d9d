using System.Net;
using CtgPortal.Application.Conventions;
using CtgPortal.Application.Signatures;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Signatures;
using CtgPortal.Domain.Signatures.Preuves;
using CtgPortal.Domain.Suivi;
using CtgPortal.Domain.Territoires;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using CtgPortal.Web.Tests.Common;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Web.Tests.Signatures;

/// <summary>Somebody who signs for several territories, in one go.</summary>
public sealed class MesSignaturesTests(PostgresServer serveur) : IAsyncLifetime
{
    private const string Presidente = "president@demo.test";
    private const string MotDePasse = "Un-mot-de-passe-2026";
    private const string Lot = "form[data-lot]";

    private static readonly Habilitation Conseil = new(Role.Conseiller, Portee.Caf, "02");

    private readonly Convention[] _conventions = [UneConvention.Au(StatutConvention.EnRedaction), UneConvention.Au(StatutConvention.EnRedaction)];

    private PortailDeTest _portail = null!;
    private HttpClient _presidente = null!;

    public async ValueTask InitializeAsync()
    {
        _portail = await PortailDeTest.OuvrirAsync(serveur, maintenant: UneConvention.Maintenant);
        await _portail.SauverAsync(new Region("32", "Hauts-de-France"), new Departement("02", "Aisne", "32"), new Caf("02", "Caf de l’Aisne", "02"));
        foreach (var convention in _conventions)
        {
            var (plan, fiches) = UnPlan.Complet(convention.Id, 1, 1, 1);
            await _portail.SauverAsync([convention, UnDiagnostic.Valide(convention.Id).Diagnostic, plan, .. fiches, .. fiches.Select(SuiviFiche.Commencer)]);
            await _portail.EnvoyerAsync(new OuvrirALaSignature.Command(convention.Id, convention.Revision, UneOuverture.Choix), Conseil);
        }

        _presidente = await _portail.ConnecterAsync(
            "Claire", "Morel", Presidente, [.. _conventions.Select(c => new Habilitation(Role.Signataire, Portee.Convention, c.Id.Value.ToString()))]);
        await _portail.DonnerMotDePasseAsync(Presidente, MotDePasse);
    }

    public async ValueTask DisposeAsync()
    {
        _presidente.Dispose();
        await _portail.DisposeAsync();
    }

    [Fact]
    public async Task Ce_qui_est_lu_se_coche_et_se_signe_en_une_fois_et_chaque_signature_est_un_acte()
    {
        var avant = await OuvrirAsync();
        Assert.Equal(2, avant.Document.QuerySelectorAll(".a-signer-document").Length);
        Assert.All(avant.Document.QuerySelectorAll(".a-signer-document input[type=checkbox]"), c => Assert.True(c.HasAttribute("disabled")));
        Assert.Null(avant.Document.QuerySelector("[name='Input.Secret']"));

        await LireToutAsync(avant);
        var apres = await OuvrirAsync();
        Assert.All(apres.Document.QuerySelectorAll(".a-signer-document input[type=checkbox]"), c => Assert.False(c.HasAttribute("disabled")));
        var signee = await (await SignerAsync(apres, 0, 1)).SuivreAsync();

        Assert.Contains("documents signés.", signee.Texte, StringComparison.Ordinal);
        Assert.Contains("Rien n’attend votre signature", signee.Texte, StringComparison.Ordinal);
        Assert.Contains("Déjà répondu", signee.Texte, StringComparison.Ordinal);
        Assert.Equal(2, await SignaturesAsync());
        var preuves = await _portail.LireAsync(db => db.Preuves.AsNoTracking().Select(e => new { e.SignatureId, e.Type }).ToListAsync());
        Assert.Equal(2, preuves.Where(e => e.Type == nameof(SignatureRecueillie)).Select(e => e.SignatureId).Distinct().Count());
        Assert.Equal(2, preuves.Count(e => e.Type == nameof(DocumentLu)));
    }

    [Fact]
    public async Task Ce_qui_n_est_pas_lu_n_est_pas_signe_meme_si_le_formulaire_le_dit()
    {
        var page = await OuvrirAsync();
        await (await page.EnvoyerAsync("form[id^='lire-']")).Reponse.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        page = await OuvrirAsync();

        var suite = await (await SignerAsync(page, 0, 1)).SuivreAsync();

        Assert.Contains("document signé.", suite.Texte, StringComparison.Ordinal);
        Assert.Contains("Ouvrez ce document avant de le signer.", suite.Texte, StringComparison.Ordinal);
        Assert.Equal(1, await SignaturesAsync());
    }

    [Fact]
    public async Task L_echec_de_l_un_laisse_l_autre_fait_et_le_dit()
    {
        await LireToutAsync(await OuvrirAsync());
        var page = await OuvrirAsync();
        var revision = await _portail.LireAsync(db => db.Conventions.Where(c => c.Id == _conventions[0].Id).Select(c => c.Revision).SingleAsync());
        await _portail.EnvoyerAsync(new RevenirEtape.Command(_conventions[0].Id, revision, StatutConvention.EnRedaction, "Un chiffre était faux."), Conseil);

        var suite = await (await SignerAsync(page, 0, 1)).SuivreAsync();

        Assert.Contains("document signé.", suite.Texte, StringComparison.Ordinal);
        Assert.Contains("document n’est pas signé", suite.Texte, StringComparison.Ordinal);
        Assert.Contains("Ce document n’est plus à signer.", suite.Texte, StringComparison.Ordinal);
        Assert.Equal(1, await SignaturesAsync());
    }

    [Fact]
    public async Task Un_mauvais_mot_de_passe_ne_signe_rien_et_ne_compte_qu_un_essai()
    {
        await LireToutAsync(await OuvrirAsync());
        var page = await OuvrirAsync();

        var refus = await SignerAsync(page, "pas le bon", 0, 1);

        Assert.Equal(HttpStatusCode.BadRequest, refus.Statut);
        Assert.Contains("Ce mot de passe n’est pas le bon.", refus.Erreurs, StringComparison.Ordinal);
        Assert.Equal((0, 1), (await SignaturesAsync(), await _portail.LireAsync(db => db.Users.Where(u => u.Email == Presidente).Select(u => u.AccessFailedCount).SingleAsync())));
        Assert.Equal(HttpStatusCode.BadRequest, (await page.EnvoyerAsync(Lot, ("Input.Consentement", "true"), ("Input.Secret", MotDePasse))).Statut);
        Assert.Equal(HttpStatusCode.BadRequest, (await page.EnvoyerAsync(Lot, ("Input.Documents[0].Choisi", "true"), ("Input.Secret", MotDePasse))).Statut);
        Assert.Equal(0, await SignaturesAsync());
    }

    [Fact]
    public async Task La_ligne_d_une_autre_personne_ne_se_lit_ni_ne_se_signe()
    {
        await LireToutAsync(await OuvrirAsync());
        var page = await OuvrirAsync();
        var sienne = await _portail.LireAsync(db => db.Signatures.Where(s => s.ConventionId == _conventions[0].Id).SelectMany(s => s.Lignes).Where(l => l.Courriel != Presidente).Select(l => l.Id).SingleAsync());

        Assert.Equal(HttpStatusCode.NotFound, (await page.EnvoyerAsync("form[id^='lire-']", ("ligne", $"{sienne.Value}"))).Statut);
        var suite = await (await page.EnvoyerAsync(
            Lot, ("Input.Documents[0].Choisi", "true"), ("Input.Documents[0].Ligne", $"{sienne.Value}"), ("Input.Consentement", "true"), ("Input.Secret", MotDePasse))).SuivreAsync();

        Assert.Contains("document n’est pas signé", suite.Texte, StringComparison.Ordinal);
        Assert.Equal(0, await SignaturesAsync());
    }

    [Fact]
    public async Task Qui_conduit_le_circuit_y_trouve_les_scans_des_autres_a_controler()
    {
        var ligne = await _portail.LireAsync(db => db.Signatures.Where(s => s.ConventionId == _conventions[0].Id).SelectMany(s => s.Lignes).Where(l => l.Numero == 1).Select(l => l.Id).SingleAsync());
        await _portail.EnvoyerAsync(
            new DeposerScan.Command(_conventions[0].Id, [ligne], DateOnly.FromDateTime(UneConvention.Maintenant.UtcDateTime), "%PDF-1.7"u8.ToArray()), Conseil);
        using var coordination = await _portail.ConnecterAsync(Role.Coordination, _conventions[0].Id);
        using var ailleurs = await _portail.ConnecterAsync(Role.Coordination, _conventions[1].Id);
        using var lecteur = await _portail.ConnecterAsync(Role.Lecteur, _conventions[0].Id);

        var page = await PageHtml.OuvrirAsync(coordination, "/signatures");
        Assert.Equal(HttpStatusCode.OK, (await PageHtml.OuvrirAsync(coordination, page.Document.QuerySelector("a[href*='/controle/']")!.GetAttribute("href")!)).Statut);
        foreach (var autre in new[] { ailleurs, lecteur, _presidente })
        {
            Assert.Null((await PageHtml.OuvrirAsync(autre, "/signatures")).Document.QuerySelector("a[href*='/controle/']"));
        }
    }

    private Task<PageHtml> OuvrirAsync() => PageHtml.OuvrirAsync(_presidente, "/signatures");

    /// <summary>Opens each document, as a browser that follows to the PDF.</summary>
    private static async Task LireToutAsync(PageHtml page)
    {
        foreach (var form in page.Document.QuerySelectorAll("form[id^='lire-']"))
        {
            var ouvert = await page.EnvoyerAsync($"#{form.Id}");
            Assert.Equal(HttpStatusCode.Found, ouvert.Statut);
            Assert.Contains("/convention.pdf?version=1", ouvert.Reponse.Headers.Location!.ToString(), StringComparison.Ordinal);
        }
    }

    private static Task<PageHtml> SignerAsync(PageHtml page, params int[] coches) => SignerAsync(page, MotDePasse, coches);

    private static Task<PageHtml> SignerAsync(PageHtml page, string motDePasse, params int[] coches) => page.EnvoyerAsync(
        Lot, [.. coches.Select(i => ($"Input.Documents[{i}].Choisi", "true")), ("Input.Consentement", "true"), ("Input.Secret", motDePasse)]);

    private Task<int> SignaturesAsync() => _portail.LireAsync(db => db.Signatures.SelectMany(s => s.Lignes).CountAsync(l => l.Mode != null));
}
