using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CtgPortal.Domain.Comptes;
using CtgPortal.TestSupport;
using CtgPortal.Web.Tests.Common;
using CtgPortal.Web.Tests.Plan;

namespace CtgPortal.Web.Tests.Presences;

/// <summary>Who else is here, on the pages and for the script that follows it.</summary>
public sealed class PresencesTests(PostgresServer serveur)
{
    [Fact]
    public async Task La_fiche_et_ses_formulaires_disent_sans_script_qui_est_la()
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur);
        using var sophie = await t.Portail.ConnecterAsync("Sophie", "Martin", "sophie@demo.test", Sur(t, Role.Coordination));
        Assert.Empty(Lignes(await t.LireAsync(t.AdresseFiche)));

        await SignalerAsync(t, sophie, ("section", "Quoi"), ("ecrit", "true"));

        Assert.Equal(["Sophie Martin modifie « Quoi »"], Lignes(await t.LireAsync(t.AdresseFiche)));
        Assert.Equal(["Sophie Martin modifie « Quoi »"], Lignes(await t.LireAsync(t.AdresseFiche + "/qui")));
        Assert.Empty(Lignes(await PageHtml.OuvrirAsync(sophie, t.AdresseFiche)));
    }

    [Fact]
    public async Task Le_signe_de_vie_repond_qui_est_la_et_qui_a_enregistre()
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur);
        using var sophie = await t.Portail.ConnecterAsync("Sophie", "Martin", "sophie@demo.test", Sur(t, Role.Coordination));
        await SignalerAsync(t, sophie);
        var page = await t.LireAsync(t.AdresseFiche + "/qui");
        var revision = page.Document.QuerySelector("input[name='Input.Revision']")!.GetAttribute("value")!;
        await (await PageHtml.OuvrirAsync(sophie, t.AdresseFiche + "/qui")).EnvoyerAsync("form[data-garde]", ("Input.Service", "Petite enfance"));
        t.Portail.Horloge.Advance(TimeSpan.FromSeconds(30));

        using var reponse = await SignalerAsync(t, t.Navigateur, ("section", "Qui"), ("revision", revision));
        using var json = JsonDocument.Parse(await reponse.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal("Sophie Martin lit la fiche", Assert.Single(json.RootElement.GetProperty("presents").EnumerateArray()).GetString());
        Assert.Equal("Cette fiche a été enregistrée par Sophie Martin", json.RootElement.GetProperty("qui").GetString());
        Assert.Equal("à l’instant", json.RootElement.GetProperty("quand").GetString());
        Assert.Contains("rapprochés à l’enregistrement", page.Document.QuerySelector<IHtmlTemplateElement>(".presences template")!.Content.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_compte_etranger_ne_trouve_rien_et_l_adresse_ne_se_lit_pas()
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur);
        using var etrangere = await t.Portail.ConnecterAsync(new Habilitation(Role.Conseiller, Portee.Caf, "59"));
        var jeton = (await PageHtml.OuvrirAsync(etrangere, "/")).Document.QuerySelector("input[name='__RequestVerificationToken']")!.GetAttribute("value")!;

        using var reponse = await PosterAsync(t, etrangere, jeton);
        using var sansJeton = await PosterAsync(t, t.Navigateur, "");

        Assert.Equal(HttpStatusCode.NotFound, reponse.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, sansJeton.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await t.LireAsync($"{t.Adresse}/presences")).Statut);
    }

    [Fact]
    public async Task Une_page_laissee_ouverte_ne_prolonge_pas_la_session()
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur);
        var jeton = await JetonAsync(t, t.Navigateur);
        t.Portail.Horloge.Advance(TimeSpan.FromHours(5));

        using var signe = await PosterAsync(t, t.Navigateur, jeton);
        Assert.Equal(HttpStatusCode.OK, signe.StatusCode);
        Assert.DoesNotContain(Cookies(signe), c => c.StartsWith("CtgPortal.Connexion", StringComparison.Ordinal));
        Assert.Contains(Cookies((await t.LireAsync(t.AdresseFiche)).Reponse), c => c.StartsWith("CtgPortal.Connexion", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Cookies(HttpResponseMessage reponse) => reponse.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [];

    private static IEnumerable<string> Lignes(PageHtml page) =>
        page.Document.QuerySelectorAll(".presences-liste li").Select(l => l.TextContent.Replace('\u00A0', ' '));

    private static async Task<string> JetonAsync(PlanWeb t, HttpClient navigateur) =>
        (await PageHtml.OuvrirAsync(navigateur, t.AdresseFiche)).Document.QuerySelector(".presences input")!.GetAttribute("value")!;

    private static async Task<HttpResponseMessage> SignalerAsync(PlanWeb t, HttpClient navigateur, params (string Nom, string Valeur)[] champs)
    {
        var reponse = await PosterAsync(t, navigateur, await JetonAsync(t, navigateur), champs);
        Assert.Equal(HttpStatusCode.OK, reponse.StatusCode);
        return reponse;
    }

    private static async Task<HttpResponseMessage> PosterAsync(PlanWeb t, HttpClient navigateur, string jeton, params (string Nom, string Valeur)[] champs)
    {
        using var requete = new HttpRequestMessage(HttpMethod.Post, new Uri($"{t.Adresse}/presences", UriKind.Relative));
        requete.Headers.Accept.ParseAdd("application/json");
        requete.Content = new FormUrlEncodedContent(
        [
            new("fiche", t.Fiches[0].Id.Value.ToString()), new("passage", ""), new("__RequestVerificationToken", jeton),
            .. champs.Select(c => KeyValuePair.Create(c.Nom, c.Valeur)),
        ]);
        return await navigateur.SendAsync(requete);
    }

    private static Habilitation Sur(PlanWeb t, Role role) => new(role, Portee.Convention, t.Convention.Value.ToString());
}
