using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Suivi;
using CtgPortal.Infrastructure.Documents;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using CtgPortal.Web.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CtgPortal.Web.Tests.Fiches;

/// <summary>The pages of the document beside a form: what its script posts, and what it gets.</summary>
public sealed class ApercuTests(PostgresServer serveur) : IAsyncLifetime
{
    private readonly Convention _convention = UneConvention.Au(StatutConvention.EnRedaction);

    private PortailDeTest _portail = null!;
    private HttpClient _navigateur = null!;
    private string _convAdresse = "";
    private string _fiche = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _portail = await PortailDeTest.OuvrirAsync(serveur, referentiel: true, maintenant: UneConvention.Maintenant, remplacer: services =>
            services.Configure<DocumentsOptions>(o => (o.Travailleurs, o.Delai) = (1, TimeSpan.FromSeconds(20))));
        var (plan, fiches) = UnPlan.Complet(_convention.Id, 1, 1, 2);
        await _portail.SauverAsync([_convention, UnDiagnostic.Valide(_convention.Id).Diagnostic, plan, .. fiches, .. fiches.Select(SuiviFiche.Commencer)]);
        _convAdresse = $"/conventions/{_convention.Id.Value}";
        _fiche = $"{_convAdresse}/fiches/{fiches[0].Id.Value}";
        _navigateur = await _portail.ConnecterAsync(Role.Coordination, _convention.Id);
    }

    public async ValueTask DisposeAsync()
    {
        _navigateur.Dispose();
        await _portail.DisposeAsync();
    }

    [Theory]
    [InlineData("identite", "Input.Intitule", "Un nouveau titre")]
    [InlineData("quoi", "Input.Descriptif", "Un nouveau descriptif")]
    [InlineData("operations", "Input.Operations[2].Intitule", "Évaluer")]
    [InlineData("financements", "Input.Financements[0].Cellules[0].Prevu", "777")]
    [InlineData("indicateurs", "Input.Indicateurs[0].Cible", "62,5")]
    public async Task L_apercu_montre_ce_qui_est_tape_et_n_enregistre_rien(string section, string champ, string valeur)
    {
        var formulaire = await LireAsync($"{_fiche}/{section}");
        var (journal, avant) = (await JournalAsync(), await EnregistreAsync());

        var tel = await ApercuAsync(formulaire);
        var tape = await ApercuAsync(formulaire, (champ, valeur));

        Assert.NotEqual(tel.Svg, tape.Svg);
        Assert.Equal(2, tape.Repondu.GetProperty("pages").GetInt32());
        Assert.Equal(tel.Svg, (await ApercuAsync(formulaire)).Svg);
        Assert.Equal((journal, avant), (await JournalAsync(), await EnregistreAsync()));
    }

    [Fact]
    public async Task Les_champs_ecrits_ont_leur_place_dans_l_image_et_l_image_ne_demande_rien_d_autre()
    {
        var apercu = await ApercuAsync(await LireAsync($"{_fiche}/quoi"), ("Input.Descriptif", string.Join('\n', Enumerable.Repeat("- Une ligne du descriptif.", 90))));

        Assert.Equal(4, apercu.Repondu.GetProperty("pages").GetInt32());
        var reperes = apercu.Repondu.GetProperty("reperes").EnumerateArray()
            .ToLookup(r => r.GetProperty("champ").GetString(), r => r.GetProperty("page").GetInt32() + r.GetProperty("y").GetDouble());
        Assert.True(reperes["objectifGeneral"].Single() < reperes["descriptif"].Single());
        Assert.True(reperes["descriptif"].Single() + 1 < reperes["#descriptif"].Single(), "Ninety lines are more than a page.");
        Assert.True(reperes["#descriptif"].Single() < reperes["#fin"].Single());
        // the paper of a page is not drawn: all would lie on the first one
        Assert.DoesNotContain("d=\"M 0 0v 841", apercu.Svg, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", apercu.Svg, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<style", apercu.Svg, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("font-family", apercu.Svg, StringComparison.Ordinal);
        Assert.All(
            System.Text.RegularExpressions.Regex.Matches(apercu.Svg, "href=\"([^\"]*)\"").Select(m => m.Groups[1].Value),
            adresse => Assert.Matches("^(#|data:image/)", adresse));
        Assert.Equal("no-store", apercu.Reponse.Headers.CacheControl!.ToString());
    }

    [Theory]
    [InlineData("<script>alert(1)</script><img src=x onerror=alert(1)>")]
    [InlineData("#panic(\"a\") #read(\"/etc/passwd\") $x^2$ `code` \\ @cle <cle> */")]
    [InlineData("👩‍👩‍👧 مرحبا 漢字 \u202E envers")]
    public async Task Un_texte_hostile_est_dessine_et_ne_fait_rien(string texte)
    {
        var apercu = await ApercuAsync(await LireAsync($"{_fiche}/quoi"), ("Input.Descriptif", texte));

        Assert.DoesNotContain("<script", apercu.Svg, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("onerror", apercu.Svg, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Vingt_mille_caracteres_passent_et_un_de_plus_est_refuse_avec_ses_mots()
    {
        var formulaire = await LireAsync($"{_fiche}/quoi");

        var plein = await ApercuAsync(formulaire, ("Input.Descriptif", string.Concat(Enumerable.Repeat("Dix mots. ", 2_000))[..19_999] + "x"));
        var trop = await EnvoyerAsync(_navigateur, formulaire, ("Input.Descriptif", new string('x', 20_001)));
        var illisible = await EnvoyerAsync(_navigateur, await LireAsync($"{_fiche}/moyens"), ("Input.CoutPrevisionnel", "douze"));

        Assert.InRange(plein.Repondu.GetProperty("pages").GetInt32(), 2, 12);
        Assert.Equal(HttpStatusCode.BadRequest, trop.StatusCode);
        Assert.Contains("20000", await MessageAsync(trop), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, illisible.StatusCode);
        Assert.NotEmpty(await MessageAsync(illisible));
    }

    [Fact]
    public async Task Qui_ne_peut_pas_ecrire_la_fiche_n_a_pas_d_apercu_de_sa_saisie()
    {
        var formulaire = await LireAsync($"{_fiche}/quoi");
        using var lecteur = await _portail.ConnecterAsync(Role.Lecteur, _convention.Id);
        using var partenaire = await _portail.ConnecterAsync(Role.Partenaire, _convention.Id);
        using var etranger = await _portail.ConnecterAsync(new Habilitation(Role.Conseiller, Portee.Caf, "63"));

        foreach (var (personne, attendu) in new[] { (lecteur, HttpStatusCode.Forbidden), (partenaire, HttpStatusCode.Forbidden), (etranger, HttpStatusCode.NotFound) })
        {
            // with a token of their own, taken from a form that they have
            var accueil = await PageHtml.OuvrirAsync(personne, "/");
            var reponse = await accueil.PosterAsync(personne, "form[action='/deconnexion']", $"{_fiche}/quoi?handler=Apercu", "image/svg+xml, application/json");
            Assert.Equal(attendu, reponse.StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await etranger.GetAsync(new Uri($"{_fiche}/apercu.pdf", UriKind.Relative), Cancellation)).StatusCode);

        // another site knows no token
        using var sansJeton = new FormUrlEncodedContent([new("Input.Revision", "1")]);
        Assert.Equal(HttpStatusCode.BadRequest, (await _navigateur.PostAsync(new Uri($"{_fiche}/quoi?handler=Apercu", UriKind.Relative), sansJeton, Cancellation)).StatusCode);
        Assert.NotNull(formulaire.Document.QuerySelector("[data-epreuve]"));
    }

    [Fact]
    public async Task Deux_personnes_ont_chacune_la_leur_en_meme_temps()
    {
        using var autre = await _portail.ConnecterAsync(Role.Conseiller, _convention.Id);
        var (ici, la) = (await LireAsync($"{_fiche}/quoi"), await PageHtml.OuvrirAsync(autre, $"{_fiche}/quoi"));

        var images = await Task.WhenAll(
            ApercuAsync(ici, ("Input.Descriptif", "Écrit par la première")), ApercuAsync(autre, la, ("Input.Descriptif", "Et par la seconde")));

        Assert.NotEqual(images[0].Svg, images[1].Svg);
        Assert.Equal(images[0].Svg, (await ApercuAsync(ici, ("Input.Descriptif", "Écrit par la première"))).Svg);
    }

    [Fact]
    public async Task Un_composeur_tue_le_dit_clairement_puis_l_image_revient()
    {
        var formulaire = await LireAsync($"{_fiche}/quoi");
        await ApercuAsync(formulaire);
        var travailleurs = _portail.Services.GetRequiredService<TypstWorkerPool>();
        var victime = Assert.Single(travailleurs.Processus);
        await SignalerAsync("STOP", victime);
        var perdu = EnvoyerAsync(_navigateur, formulaire, ("Input.Descriptif", "Autre chose"));
        while (travailleurs.AuTravail == 0)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        // the rest of the portal goes on meanwhile
        Assert.Equal(HttpStatusCode.OK, (await LireAsync($"{_convAdresse}/plan")).Statut);
        Assert.Equal(HttpStatusCode.OK, (await LireAsync($"{_convAdresse}/signature")).Statut);
        Assert.False(perdu.IsCompleted);
        await SignalerAsync("KILL", victime);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await perdu).StatusCode);
        Assert.Contains("réessayez", await MessageAsync(await perdu), StringComparison.Ordinal);
        await ApercuAsync(formulaire);
    }

    [Fact]
    public async Task Le_texte_a_aussi_le_sien_et_un_lien_donne_le_fichier_de_ce_qui_est_enregistre()
    {
        await (await LireAsync($"{_convAdresse}/texte")).EnvoyerAsync("form[action*='Commencer']");
        foreach (var cle in new[] { "visas", "preambule", "objet", "gouvernance", "evaluation" })
        {
            var formulaire = await LireAsync($"{_convAdresse}/texte/passages/{cle}");
            var (tel, tape) = (await ApercuAsync(formulaire), await ApercuAsync(formulaire, ("Input.Corps", "Un texte pour {{territoire}}.")));
            Assert.NotEqual(tel.Svg, tape.Svg);
            Assert.Contains("corps", tape.Repondu.GetProperty("reperes").EnumerateArray().Select(r => r.GetProperty("champ").GetString()));
        }

        foreach (var page in new[] { $"{_convAdresse}/texte/passages/objet", $"{_fiche}/quoi" })
        {
            var lien = (await LireAsync(page)).Document.QuerySelector(".epreuve a[href$='apercu.pdf']")!.GetAttribute("href")!;
            var octets = await _navigateur.GetByteArrayAsync(new Uri(lien, UriKind.Relative), Cancellation);
            Assert.Equal("%PDF-"u8.ToArray(), octets[..5]);
        }
    }

    private static async Task<string> MessageAsync(HttpResponseMessage reponse) =>
        JsonDocument.Parse(await reponse.Content.ReadAsStringAsync(Cancellation)).RootElement.GetProperty("message").GetString()!;

    private static async Task SignalerAsync(string signal, int processus)
    {
        using var kill = Process.Start("kill", ["-" + signal, processus.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(Cancellation);
        Assert.Equal(0, kill.ExitCode);
    }

    private static Task<HttpResponseMessage> EnvoyerAsync(HttpClient navigateur, PageHtml page, params (string Nom, string Valeur)[] champs) =>
        page.Document.QuerySelector("[data-epreuve]") is { } panneau
            ? page.PosterAsync(navigateur, "form[data-garde]", panneau.GetAttribute("data-epreuve")!, "image/svg+xml, application/json", champs)
            : throw new InvalidOperationException("The page has no preview.");

    private Task<PageHtml> LireAsync(string adresse) => PageHtml.OuvrirAsync(_navigateur, adresse);

    private Task<Apercu> ApercuAsync(PageHtml page, params (string Nom, string Valeur)[] champs) => ApercuAsync(_navigateur, page, champs);

    private static async Task<Apercu> ApercuAsync(HttpClient navigateur, PageHtml page, params (string Nom, string Valeur)[] champs)
    {
        var reponse = await EnvoyerAsync(navigateur, page, champs);
        Assert.Equal(HttpStatusCode.OK, reponse.StatusCode);
        Assert.Equal("image/svg+xml", reponse.Content.Headers.ContentType!.MediaType);
        return new(reponse, await reponse.Content.ReadAsStringAsync(Cancellation), JsonDocument.Parse(reponse.Headers.GetValues("X-Apercu").Single()).RootElement);
    }

    private Task<int> JournalAsync() => _portail.LireAsync(db => db.Journal.CountAsync());

    private Task<string> EnregistreAsync() => _portail.LireAsync(async db => string.Join(
        '|', await db.FichesAction.OrderBy(f => f.Id).Select(f => f.Identite.Intitule + f.Quoi.Descriptif).ToListAsync()));

    private sealed record Apercu(HttpResponseMessage Reponse, string Svg, JsonElement Repondu);
}
