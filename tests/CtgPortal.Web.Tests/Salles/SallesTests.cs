using System.Net;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using CtgPortal.Web.Tests.Common;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Web.Tests.Salles;

public sealed class SallesTests(PostgresServer serveur) : IAsyncLifetime
{
    private static readonly string[] Refusees = ["/salle/ABCDEF", "/salle/ZZZZZZ", "/salle/%3Cb%3E"];

    private readonly Convention _convention = UneConvention.Au(StatutConvention.EnAteliers);
    private PortailDeTest _portail = null!;
    private Atelier _atelier = null!;

    public async ValueTask InitializeAsync()
    {
        // a process of its own: wrong codes are counted there
        _portail = await PortailDeTest.OuvrirAsync(serveur, remplacer: _ => { });
        _atelier = UnAtelier.Prevu(null, _convention.Id);
        await _portail.SauverAsync(_convention, _atelier, UneSalle.Ouverte(_atelier));
    }

    public ValueTask DisposeAsync() => _portail.DisposeAsync();

    private string Animation => $"/conventions/{_convention.Id.Value}/ateliers/{_atelier.Id.Value}/salle";

    private static string Salle => $"/salle/{UneSalle.Code}";

    [Fact]
    public async Task On_entre_par_le_code_et_l_on_contribue_sans_script()
    {
        var telephone = Telephone();
        var code = await PageHtml.OuvrirAsync(telephone, "/salle");

        var entree = await (await code.EnvoyerAsync("main form", ("Input.Code", "km7 qwx"))).SuivreAsync();
        var salle = await (await entree.EnvoyerAsync("form[action*=Entrer]", ("Entree.Organisation", "Csac"))).SuivreAsync();
        var apres = await (await salle.EnvoyerAsync("form[action*=Contribuer]", ("nature", "IdeeAction"), ("texte", "Une <b>navette</b>"))).SuivreAsync();

        Assert.Contains("Votre contribution est envoyée.", apres.Texte, StringComparison.Ordinal);
        Assert.Equal("Une <b>navette</b>", apres.Document.QuerySelector("#miennes p")!.TextContent);
        var contribution = await _portail.LireAsync(db => db.Contributions.SingleAsync());
        Assert.Equal(("Csac", NatureContribution.IdeeAction), (contribution.Organisation, contribution.Nature));

        // the browser's own retry of the same form is the same contribution
        var encore = await salle.EnvoyerAsync("form[action*=Contribuer]", ("nature", "IdeeAction"), ("texte", "Une <b>navette</b>"));
        Assert.Equal(HttpStatusCode.Redirect, encore.Statut);
        Assert.Equal(1, await _portail.LireAsync(db => db.Contributions.CountAsync()));
    }

    [Fact]
    public async Task Le_HTML_d_un_participant_reste_un_texte_chez_l_animatrice_et_au_mur()
    {
        const string injection = "<script>alert(1)</script><img src=x onerror=alert(2)>";
        var telephone = await EntrerAsync();
        Assert.Equal(HttpStatusCode.OK, (await PosterAsync(telephone, injection)).StatusCode);
        var animatrice = await _portail.ConnecterAsync(Role.Coordination, _convention.Id);

        foreach (var (adresse, ou) in new[] { (Animation, "[data-texte]"), ($"{Animation}/projection", ".mur-colonne li") })
        {
            var page = await PageHtml.OuvrirAsync(animatrice, adresse);
            Assert.Equal(injection, page.Document.QuerySelector(ou)!.TextContent);
            Assert.Null(page.Document.QuerySelector("img[onerror]"));
        }
    }

    [Fact]
    public async Task Un_code_inconnu_et_une_salle_fermee_repondent_la_meme_page()
    {
        var fermee = UnAtelier.Prevu(null, _convention.Id);
        var salle = UneSalle.Ouverte(fermee, code: "ABCDEF");
        salle.Fermer(new(0, 0, 0), UnAtelier.Situation(fermee), UnAtelier.Le);
        await _portail.SauverAsync(fermee, salle);

        var pages = await Task.WhenAll(Refusees.Select(a => PageHtml.OuvrirAsync(Telephone(), a)));

        Assert.All(pages, p => Assert.Equal(HttpStatusCode.NotFound, p.Statut));
        Assert.Single(pages.Select(p => p.Document.QuerySelector("main")!.TextContent).Distinct());
        Assert.Contains("Salle inconnue ou fermée", pages[0].Texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dix_codes_faux_font_attendre_mais_ni_qui_est_dans_la_salle_ni_une_salle_entiere_qui_entre()
    {
        await Task.WhenAll(Enumerable.Range(0, 150).Select(_ => EntrerAsync()));
        var dedans = await EntrerAsync();
        var intrus = Telephone();
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await intrus.GetAsync(new Uri($"/salle/{CodeSalle.Alphabet[i]}ZZZZZ", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
        }

        foreach (var adresse in new[] { Salle, "/salle/YYYYYY" })
        {
            var refus = await PageHtml.OuvrirAsync(intrus, adresse);
            Assert.Equal(HttpStatusCode.TooManyRequests, refus.Statut);
            Assert.Contains("Attendez une minute", refus.Texte, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.OK, (await PosterAsync(dedans, "Toujours là")).StatusCode);
        _portail.Horloge.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, (await PageHtml.OuvrirAsync(intrus, Salle)).Statut);
        Assert.Equal(151, await _portail.LireAsync(db => db.ParticipantsSalle.CountAsync()));
    }

    [Fact]
    public async Task Qui_etait_dans_une_salle_qui_ferme_n_essaie_pas_de_codes()
    {
        var telephone = await EntrerAsync();
        await _portail.EcrireAsync(async db =>
        {
            (await db.Salles.SingleAsync()).Fermer(new(0, 1, 0), UnAtelier.Situation(_atelier), UnAtelier.Le);
            await db.SaveChangesAsync();
        });

        for (var i = 0; i < 12; i++)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await telephone.GetAsync(new Uri(Salle, UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await PageHtml.OuvrirAsync(Telephone(), "/salle/ZZZZZZ")).Statut);
    }

    [Fact]
    public async Task Dix_mille_contributions_d_un_telephone_s_arretent_a_cent()
    {
        var telephone = await EntrerAsync();
        var statuts = new List<HttpStatusCode>();
        for (var i = 0; i < 160; i++)
        {
            statuts.Add((await PosterAsync(telephone, $"Encore {i}")).StatusCode);
        }

        Assert.Equal(100, statuts.Count(s => s == HttpStatusCode.OK));
        Assert.Contains(HttpStatusCode.Conflict, statuts);
        Assert.Contains(HttpStatusCode.TooManyRequests, statuts);
        Assert.Equal(100, await _portail.LireAsync(db => db.Contributions.CountAsync()));
    }

    [Fact]
    public async Task Sans_jeton_de_formulaire_rien_n_est_pris()
    {
        var telephone = await EntrerAsync();
        using var contenu = new FormUrlEncodedContent([new("id", $"{Guid.CreateVersion7()}"), new("nature", "Force"), new("texte", "Non")]);

        var reponse = await telephone.PostAsync(new Uri($"{Salle}?handler=Contribuer", UriKind.Relative), contenu, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, reponse.StatusCode);
        Assert.Equal(0, await _portail.LireAsync(db => db.Contributions.CountAsync()));
    }

    [Fact]
    public async Task L_animatrice_ouvre_range_et_ferme_sans_script()
    {
        await PosterAsync(await EntrerAsync(), "Une navette");
        var animatrice = await _portail.ConnecterAsync(Role.Coordination, _convention.Id);

        var page = await (await (await PageHtml.OuvrirAsync(animatrice, Animation)).EnvoyerAsync("form[data-creation]", ("titre", "Transports"))).SuivreAsync();
        var groupe = await _portail.LireAsync(db => db.Groupes.SingleAsync());
        page = await (await page.EnvoyerAsync("form[action*=Deplacer]", ("vers", $"{groupe.Id.Value}"))).SuivreAsync();
        Assert.Equal("Une navette", page.Document.QuerySelector($"[data-groupe='{groupe.Id.Value}'] [data-texte]")!.TextContent);

        var fermee = await (await page.EnvoyerAsync("form[action*=Fermer]")).SuivreAsync();
        Assert.Contains("La salle est fermée : 1 contribution de 1 participant, 0 point donné.", fermee.Document.QuerySelector("#annonce")!.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seul_qui_prepare_la_convention_anime_et_projette()
    {
        var ailleurs = await _portail.ConnecterAsync(new Habilitation(Role.Coordination, Portee.Territoire, "999999999"));
        var partenaire = await _portail.ConnecterAsync(Role.Partenaire, _convention.Id);

        foreach (var page in new[] { "", "/projection", "/reglages", "/papier", "/cartes", "?handler=Etat" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await PageHtml.OuvrirAsync(ailleurs, Animation + page)).Statut);
            Assert.Equal(HttpStatusCode.Forbidden, (await PageHtml.OuvrirAsync(partenaire, Animation + page)).Statut);
        }
    }

    [Fact]
    public async Task L_ecoute_est_refusee_a_qui_n_est_ni_dans_la_salle_ni_de_la_convention()
    {
        await using var inconnu = await EcouterAsync(Telephone());
        await using var partenaire = await EcouterAsync(await _portail.ConnecterAsync(Role.Partenaire, _convention.Id));
        await using var ailleurs = await EcouterAsync(await _portail.ConnecterAsync(new Habilitation(Role.Coordination, Portee.Territoire, "999999999")));

        await Assert.ThrowsAsync<HubException>(() => inconnu.InvokeAsync("Participer", UneSalle.Code, TestContext.Current.CancellationToken));
        foreach (var ecran in new[] { inconnu, partenaire, ailleurs })
        {
            await Assert.ThrowsAsync<HubException>(() => ecran.InvokeAsync("Animer", _convention.Id.Value, _atelier.Id.Value, TestContext.Current.CancellationToken));
            await Assert.ThrowsAsync<HubException>(() => ecran.InvokeAsync("Projeter", _convention.Id.Value, _atelier.Id.Value, TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task Ce_qui_est_garde_arrive_a_l_animatrice_et_ce_qui_est_ecarte_quitte_le_mur_et_le_telephone_le_sait()
    {
        var telephone = await EntrerAsync();
        var animatrice = await _portail.ConnecterAsync(Role.Coordination, _convention.Id);
        await using var mur = await EcouterAsync(animatrice);
        await using var poche = await EcouterAsync(telephone);
        var (auMur, enPoche) = (Channel.CreateUnbounded<JsonNode>(), Channel.CreateUnbounded<JsonNode>());
        mur.On<JsonNode>("nouveautes", n => auMur.Writer.TryWrite(n));
        poche.On<JsonNode>("miennes", n => enPoche.Writer.TryWrite(n));
        await mur.InvokeAsync("Projeter", _convention.Id.Value, _atelier.Id.Value, TestContext.Current.CancellationToken);
        await poche.InvokeAsync("Participer", UneSalle.Code, TestContext.Current.CancellationToken);

        await PosterAsync(telephone, "Une injure");
        Assert.Equal("Une injure", (await LireAsync(auMur, n => n["contributions"]!.AsArray().Count > 0))["contributions"]![0]!["texte"]!.GetValue<string>());
        var page = await PageHtml.OuvrirAsync(animatrice, Animation);
        await page.EnvoyerAsync("form[action*=Ecarter]");

        Assert.Single((await LireAsync(auMur, n => n["disparues"]!.AsArray().Count > 0))["disparues"]!.AsArray());
        Assert.Equal("Ecartee", (await LireAsync(enPoche, n => n[0]!["etat"]!.GetValue<string>() != "Visible"))[0]!["etat"]!.GetValue<string>());
    }

    private static async Task<JsonNode> LireAsync(Channel<JsonNode> canal, Func<JsonNode, bool> attendu)
    {
        await foreach (var message in canal.Reader.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            if (attendu(message))
            {
                return message;
            }
        }

        throw new InvalidOperationException("The channel closed.");
    }

    private HttpClient Telephone() => _portail.AvecCookies();

    private async Task<HttpClient> EntrerAsync()
    {
        var telephone = Telephone();
        await DansLaSalle.EntrerAsync(telephone);
        return telephone;
    }

    private static Task<HttpResponseMessage> PosterAsync(HttpClient telephone, string texte) => DansLaSalle.PosterAsync(telephone, texte);

    // the cookies of that browser, as the opening of its channel carries them
    private async Task<HubConnection> EcouterAsync(HttpClient navigateur)
    {
        var cookies = await PortailDeTest.CookiesDeAsync(navigateur);
        var connexion = DansLaSalle.Canal(() => _portail, cookies);
        await connexion.StartAsync(TestContext.Current.CancellationToken);
        return connexion;
    }
}
