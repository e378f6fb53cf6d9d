using System.Net;
using System.Security.Cryptography;
using CtgPortal.Application.Signatures;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Signatures;
using CtgPortal.Domain.Signatures.Liens;
using CtgPortal.Domain.Signatures.Preuves;
using CtgPortal.Domain.Suivi;
using CtgPortal.Domain.Territoires;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using CtgPortal.Web.Tests.Common;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Web.Tests.Signatures;

/// <summary>The page of a personal link, for somebody whom the portal does not know.</summary>
public sealed class PagesLienTests(PostgresServer serveur) : IAsyncLifetime
{
    private const string Presidente = "president@demo.test";
    private const string Demander = "form[action$='handler=Code']";
    private const string Signer = "form[action$='handler=Signer']";
    private const string Redemander = "form[action$='handler=Lien']";

    private static readonly Habilitation Conseil = new(Role.Conseiller, Portee.Caf, "02");

    private readonly Convention _convention = UneConvention.Au(StatutConvention.EnRedaction);

    private PortailDeTest _portail = null!;
    private HttpClient _telephone = null!;
    private string _jeton = "";

    public async ValueTask InitializeAsync()
    {
        _portail = await PortailDeTest.OuvrirAsync(serveur, maintenant: UneConvention.Maintenant);
        var (plan, fiches) = UnPlan.Complet(_convention.Id, 1, 1, 1);
        await _portail.SauverAsync(new Region("32", "Hauts-de-France"), new Departement("02", "Aisne", "32"), new Caf("02", "Caf de l’Aisne", "02"));
        await _portail.SauverAsync([_convention, UnDiagnostic.Valide(_convention.Id).Diagnostic, plan, .. fiches, .. fiches.Select(SuiviFiche.Commencer)]);
        await _portail.EnvoyerAsync(new OuvrirALaSignature.Command(_convention.Id, _convention.Revision, UneOuverture.Choix), Conseil);
        _telephone = _portail.AvecCookies();
        _jeton = await _portail.Services.JetonAsync(Presidente);
    }

    public async ValueTask DisposeAsync()
    {
        _telephone.Dispose();
        await _portail.DisposeAsync();
    }

    [Fact]
    public async Task Sans_compte_on_lit_le_texte_on_recoit_un_code_et_on_signe()
    {
        var page = await OuvrirAsync();
        Assert.Contains("Madame Claire Morel", page.Texte, StringComparison.Ordinal);
        Assert.Contains("signature électronique simple au sens du règlement eIDAS", page.Texte, StringComparison.Ordinal);
        Assert.Contains("p•••@demo.test", page.Texte, StringComparison.Ordinal);
        Assert.DoesNotContain(Presidente, page.Texte, StringComparison.Ordinal);
        using var pdf = await _telephone.GetAsync(
            new Uri(page.Document.QuerySelector("a[href$='.pdf']")!.GetAttribute("href")!, UriKind.Relative), TestContext.Current.CancellationToken);
        var octets = await pdf.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal(page.Document.QuerySelector(".empreinte")!.TextContent, Convert.ToHexStringLower(SHA256.HashData(octets)));

        var attente = await (await page.EnvoyerAsync(Demander)).SuivreAsync();
        Assert.Contains("Un code part à l’adresse p•••@demo.test", attente.Texte, StringComparison.Ordinal);
        var code = await _portail.Services.CodeAsync(Presidente);
        var signee = await (await attente.EnvoyerAsync(Signer, ("Input.Consentement", "true"), ("Input.Secret", $"{code[..3]} {code[3..]}"))).SuivreAsync();

        Assert.Contains("Votre signature est enregistrée", signee.Document.QuerySelector(".verdict h2")!.TextContent, StringComparison.Ordinal);
        Assert.Null(signee.Document.QuerySelector(Demander));
        Assert.Null(signee.Document.QuerySelector(Signer));
        var ligne = (await CircuitAsync()).LigneDe(Presidente)!;
        Assert.Equal((ModeSignature.Lien, MoyenIdentite.CodeCourriel), (ligne.Mode, ligne.IdentitePar));

        // the page that was left open in another window
        var rejoue = await attente.EnvoyerAsync(Signer, ("Input.Consentement", "true"), ("Input.Secret", code));
        Assert.Equal(HttpStatusCode.Conflict, rejoue.Statut);
        Assert.Contains("est déjà enregistrée", rejoue.Erreurs, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_robot_de_messagerie_qui_ouvre_tout_ne_change_rien()
    {
        var avant = await RevisionAsync();
        using var robot = _portail.Anonyme();
        foreach (var adresse in new[] { $"/signer/{_jeton}", $"/signer/{_jeton}/document.pdf", $"/signer/{_jeton}/refuser", $"/signer/{_jeton}?handler=Signer", $"/signer/{_jeton}?handler=Code", $"/signer/{_jeton}?handler=Lien" })
        {
            foreach (var methode in new[] { HttpMethod.Head, HttpMethod.Get })
            {
                using var requete = new HttpRequestMessage(methode, new Uri(adresse, UriKind.Relative));
                using var reponse = await robot.SendAsync(requete, TestContext.Current.CancellationToken);
                Assert.True((int)reponse.StatusCode is 200 or 302 or 404, $"{methode} {adresse}: {reponse.StatusCode}");
            }

            // without the token of the form, a POST is none of the person's
            using var envoi = await robot.PostAsync(new Uri(adresse, UriKind.Relative), null, TestContext.Current.CancellationToken);
            Assert.True((int)envoi.StatusCode is 302 or 400 or 404, $"POST {adresse}: {envoi.StatusCode}");
        }

        Assert.Equal(avant, await RevisionAsync());
        Assert.Equal(0, await _portail.LireAsync(db => db.CodesSignature.CountAsync()));
        Assert.Equal([nameof(DocumentMontre), nameof(LienOuvert)], (await TypesAsync()).Except(["SignatureOuverte", "SignataireAppele"]).Order());
    }

    [Fact]
    public async Task Un_lien_inconnu_repond_toujours_la_meme_chose()
    {
        var reponses = new List<string>();
        foreach (var jeton in new[] { "x", new string('A', 43), _jeton[..^1], _jeton + "A", _jeton.ToUpperInvariant(), "..%2f..", new string('é', 300) })
        {
            foreach (var fin in new[] { "", "/refuser" })
            {
                var page = await PageHtml.OuvrirAsync(_telephone, $"/signer/{jeton}{fin}");
                Assert.True(page.Statut == HttpStatusCode.NotFound, $"{jeton}: {page.Statut}");
                Assert.NotEqual("CtgPortal", page.Document.Title);
                reponses.Add(page.Document.QuerySelector("main")?.TextContent ?? "");
            }
        }

        Assert.Single(reponses.Where(r => r.Contains("Ce lien n’ouvre rien", StringComparison.Ordinal)).Distinct());
        Assert.All(reponses, r => Assert.DoesNotContain("Claire Morel", r, StringComparison.Ordinal));
        Assert.DoesNotContain(nameof(LienOuvert), await TypesAsync());
    }

    [Fact]
    public async Task L_adresse_d_un_lien_n_est_ni_gardee_ni_dite_a_personne()
    {
        foreach (var fin in new[] { "", "/refuser", "/document.pdf" })
        {
            using var reponse = await _telephone.GetAsync(new Uri($"/signer/{_jeton}{fin}", UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal("no-referrer", Assert.Single(reponse.Headers.GetValues("Referrer-Policy")));
            Assert.Equal("noindex, nofollow", Assert.Single(reponse.Headers.GetValues("X-Robots-Tag")));
            Assert.True(reponse.Headers.CacheControl is { NoStore: true } or { Private: true }, fin);
        }

        using var ailleurs = await _telephone.GetAsync(new Uri("/verifier", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("same-origin", Assert.Single(ailleurs.Headers.GetValues("Referrer-Policy")));
        Assert.False(ailleurs.Headers.Contains("X-Robots-Tag"));
    }

    [Fact]
    public async Task Un_code_faux_le_dit_au_champ_et_le_cinquieme_en_fait_demander_un_autre()
    {
        var attente = await AvecCodeAsync();
        var faux = await _portail.Services.CodeAsync(Presidente) == "000000" ? "000001" : "000000";

        var vide = await attente.EnvoyerAsync(Signer, ("Input.Consentement", "true"));
        Assert.Equal((HttpStatusCode.BadRequest, true), (vide.Statut, vide.Erreurs.Contains("Saisissez le code reçu par courriel.", StringComparison.Ordinal)));
        var sansPhrase = await attente.EnvoyerAsync(Signer, ("Input.Secret", faux));
        Assert.Equal((HttpStatusCode.BadRequest, true), (sansPhrase.Statut, sansPhrase.Erreurs.Contains("Cochez cette phrase pour signer.", StringComparison.Ordinal)));

        PageHtml refus = attente;
        for (var i = 0; i < CodeSignature.EssaisMax; i++)
        {
            refus = await attente.EnvoyerAsync(Signer, ("Input.Consentement", "true"), ("Input.Secret", faux));
            Assert.Equal(HttpStatusCode.BadRequest, refus.Statut);
            Assert.Contains("Ce code n’est pas le bon", refus.Erreurs, StringComparison.Ordinal);
        }

        Assert.Null(refus.Document.QuerySelector(Signer));
        Assert.Contains("Cinq codes faux ont été donnés", refus.Texte, StringComparison.Ordinal);
        var tropTot = await refus.EnvoyerAsync(Demander);
        Assert.Equal(HttpStatusCode.Conflict, tropTot.Statut);
        Assert.Contains("attendez 5 minutes", tropTot.Erreurs, StringComparison.Ordinal);
        Assert.Equal(CodeSignature.EssaisMax, (await TypesAsync()).Count(t => t == nameof(CodeFaux)));
    }

    [Fact]
    public async Task La_meme_signature_envoyee_deux_fois_est_inscrite_une_fois()
    {
        var attente = await AvecCodeAsync();
        var code = await _portail.Services.CodeAsync(Presidente);

        var deux = await Task.WhenAll(
            attente.EnvoyerAsync(Signer, ("Input.Consentement", "true"), ("Input.Secret", code)), attente.EnvoyerAsync(Signer, ("Input.Consentement", "true"), ("Input.Secret", code)));

        Assert.Equal([HttpStatusCode.Found, HttpStatusCode.Conflict], deux.Select(r => r.Statut).Order());
        Assert.Equal(1, (await CircuitAsync()).Lignes.Count(l => l.EstSignee));
    }

    [Fact]
    public async Task Un_texte_falsifie_dans_la_page_ne_se_signe_pas_et_n_use_pas_le_code()
    {
        var attente = await AvecCodeAsync();
        var code = await _portail.Services.CodeAsync(Presidente);

        var refus = await attente.EnvoyerAsync(Signer, ("Input.Consentement", "true"), ("Input.Secret", code), ("Input.Empreinte", new string('0', 64)));

        Assert.Equal(HttpStatusCode.Conflict, refus.Statut);
        Assert.Contains("Le texte a changé", refus.Erreurs, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await attente.EnvoyerAsync(Signer, ("Input.Consentement", "true"), ("Input.Secret", code))).Statut);
    }

    [Fact]
    public async Task On_refuse_en_disant_pourquoi_puis_on_demande_un_autre_lien()
    {
        var refuser = await PageHtml.OuvrirAsync(_telephone, $"/signer/{_jeton}/refuser");
        var sansMotif = await refuser.EnvoyerAsync("main form");
        Assert.Equal((HttpStatusCode.BadRequest, true), (sansMotif.Statut, sansMotif.Erreurs.Contains("Dites pourquoi", StringComparison.Ordinal)));

        var refusee = await (await refuser.EnvoyerAsync("main form", ("Motif", "L’article 4 a changé."))).SuivreAsync();

        Assert.Equal(HttpStatusCode.Gone, refusee.Statut);
        Assert.Contains("Vous avez refusé de signer", refusee.Texte, StringComparison.Ordinal);
        Assert.Contains("L’article 4 a changé.", refusee.Texte, StringComparison.Ordinal);
        var redemandee = await (await refusee.EnvoyerAsync(Redemander)).SuivreAsync();
        Assert.Contains("Un nouveau lien part à l’adresse p•••@demo.test", redemandee.Texte, StringComparison.Ordinal);
        _portail.Horloge.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, (await PageHtml.OuvrirAsync(_telephone, $"/signer/{await _portail.Services.JetonAsync(Presidente)}")).Statut);
    }

    [Fact]
    public async Task Le_lien_d_une_version_reprise_dit_ce_qui_a_change_et_envoie_le_nouveau()
    {
        var revision = await _portail.LireAsync(db => db.Conventions.Select(c => c.Revision).SingleAsync());
        await _portail.EnvoyerAsync(new Application.Conventions.RevenirEtape.Command(_convention.Id, revision, StatutConvention.EnRedaction, "Un chiffre était faux."), Conseil);
        var reprise = await OuvrirAsync();
        Assert.Equal(HttpStatusCode.Gone, reprise.Statut);
        Assert.Contains("Un chiffre était faux.", reprise.Texte, StringComparison.Ordinal);
        Assert.Null(reprise.Document.QuerySelector(Redemander));

        _portail.Horloge.Advance(TimeSpan.FromMinutes(1));
        revision = await _portail.LireAsync(db => db.Conventions.Select(c => c.Revision).SingleAsync());
        await _portail.EnvoyerAsync(new OuvrirALaSignature.Command(_convention.Id, revision, UneOuverture.Choix), Conseil);
        var suivante = await OuvrirAsync();
        Assert.Contains("Ce qui a changé entre les versions 1 et 2", suivante.Texte, StringComparison.Ordinal);
        Assert.Contains("Un nouveau lien part", (await (await suivante.EnvoyerAsync(Redemander)).SuivreAsync()).Texte, StringComparison.Ordinal);
        Assert.Contains("Version 2", (await PageHtml.OuvrirAsync(_telephone, $"/signer/{await _portail.Services.JetonAsync(Presidente)}")).Texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trop_de_demandes_a_la_fois_sont_refusees()
    {
        await using var presse = PortailDeTest.Sur(_portail.Connexion, UneConvention.Maintenant, regler: hote => hote.UseSetting("Limites:SignaturesParMinute", "3"));
        using var navigateur = presse.Anonyme();
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await PageHtml.OuvrirAsync(navigateur, $"/signer/hasard-{i}")).Statut);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await PageHtml.OuvrirAsync(navigateur, "/signer/hasard-4")).Statut);
        Assert.Equal(HttpStatusCode.OK, (await PageHtml.OuvrirAsync(navigateur, "/verifier")).Statut);
    }

    private Task<PageHtml> OuvrirAsync() => PageHtml.OuvrirAsync(_telephone, $"/signer/{_jeton}");

    private async Task<PageHtml> AvecCodeAsync() => await (await (await OuvrirAsync()).EnvoyerAsync(Demander)).SuivreAsync();

    private Task<Signature> CircuitAsync() => _portail.LireAsync(db => db.Signatures.AsNoTracking().OrderByDescending(s => s.NumeroVersion).FirstAsync());

    private async Task<int> RevisionAsync() => (await CircuitAsync()).Revision;

    private Task<List<string>> TypesAsync() => _portail.LireAsync(db => db.Preuves.AsNoTracking().OrderBy(e => e.Numero).Select(e => e.Type).ToListAsync());
}
