using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CtgPortal.Application.Marques;
using CtgPortal.TestSupport;
using CtgPortal.Web.Common;
using CtgPortal.Web.Tests.Plan;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Web.Tests.Marques;

public sealed class ChampRicheTests(PostgresServer serveur)
{
    [Theory]
    [InlineData("Un **mot** et [un lien](https://www.caf.fr).\r\n- a\r\n3. b")]
    [InlineData(SaisieRiche.Marque + "<p>Un <b>mot</b> et <a href=\"https://www.caf.fr\">un lien</a>.</p><ul><li>a</li></ul><ol start=3><li>b</li></ol><p><br></p>")]
    [InlineData(SaisieRiche.Marque + "<p onclick=alert(1)>Un <b>mot</b> et <a href=\"https://www.caf.fr\">un lien</a>.<script>alert(1)</script></p><p>• a</p><p>3. b</p>")]
    public async Task Ce_qui_est_tape_ou_mis_en_forme_s_enregistre_en_texte_et_se_relit_mis_en_forme(string saisie)
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur);
        var formulaire = await t.LireAsync($"{t.AdresseFiche}/quoi");

        var fiche = await (await formulaire.EnvoyerAsync("form[data-garde]", ("Input.Descriptif", saisie))).SuivreAsync();

        var stocke = await t.Portail.LireAsync(db => db.FichesAction.Where(f => f.Id == t.Fiches[0].Id).Select(f => f.Quoi.Descriptif).SingleAsync());
        Assert.Equal("Un **mot** et [un lien](https://www.caf.fr).\n- a\n3. b", stocke!.ReplaceLineEndings("\n"));
        var texte = fiche.Document.QuerySelectorAll(".texte-riche").Single(e => e.TextContent.StartsWith("Un mot", StringComparison.Ordinal));
        Assert.Equal(
            "<p>Un <strong>mot</strong> et <a href=\"https://www.caf.fr\" rel=\"noopener nofollow\">un lien</a>.</p><ul><li>a</li></ul><ol start=\"3\"><li>b</li></ol>",
            texte.InnerHtml);
        Assert.Empty(fiche.Document.QuerySelectorAll("[onclick], main script"));
    }

    [Fact]
    public async Task Le_champ_dit_son_nom_son_aide_et_porte_l_editeur_que_le_script_ouvre()
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur);

        var page = await t.LireAsync($"{t.AdresseFiche}/quoi");

        var zone = page.Document.QuerySelector<IHtmlTextAreaElement>("#Input_Descriptif")!;
        Assert.Equal("Description de l’action", page.Document.QuerySelector("label[for=Input_Descriptif]")!.TextContent);
        Assert.All(zone.GetAttribute("aria-describedby")!.Split(' '), id => Assert.NotNull(page.Document.GetElementById(id)));
        var modele = (IHtmlTemplateElement)page.Document.GetElementById(zone.GetAttribute("data-riche")!)!;
        Assert.Equal(
            ["Gras", "Italique", "Liste à puces", "Liste numérotée", "Lien", "Annuler", "Rétablir"],
            modele.Content.QuerySelectorAll(".riche-outil").Select(b => b.GetAttribute("aria-label")));
    }

    [Fact]
    public async Task Un_texte_trop_long_revient_a_son_champ_tel_qu_il_serait_enregistre()
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur);
        var formulaire = await t.LireAsync($"{t.AdresseFiche}/quoi");

        var refus = await formulaire.EnvoyerAsync("form[data-garde]", ("Input.Livrables", $"{SaisieRiche.Marque}<p><b>{new string('x', 20_000)}</b></p>"));
        var enorme = await formulaire.EnvoyerAsync("form[data-garde]", ("Input.Livrables", SaisieRiche.Marque + new string('x', TexteRiche.HtmlLongueurMax)));

        Assert.Equal(HttpStatusCode.BadRequest, refus.Statut);
        var zone = refus.Document.QuerySelector<IHtmlTextAreaElement>("#Input_Livrables")!;
        Assert.Equal($"**{new string('x', 20_000)}**", zone.Value);
        Assert.Equal("true", zone.GetAttribute("aria-invalid"));
        Assert.Equal(HttpStatusCode.BadRequest, enorme.Statut);
        Assert.Contains(SaisieRiche.TropLong, enorme.Document.QuerySelector(".champ-erreur")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/html", "<p class=MsoNormal>Un <b>mot</b><script>alert(1)</script></p>", "<p>Un <strong>mot</strong></p>")]
    [InlineData("text/markdown", "Un **mot** <script>", "<p>Un <strong>mot</strong> &lt;script&gt;</p>")]
    public async Task Un_collage_est_nettoye_par_le_serveur(string type, string corps, string attendu)
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur);

        var reponse = await t.Navigateur.PostAsync(new Uri("/texte-riche", UriKind.Relative), Corps(corps, type), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, reponse.StatusCode);
        Assert.Equal(attendu, await reponse.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Un_collage_demesure_d_un_formulaire_ou_d_un_inconnu_est_refuse()
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur);
        using var inconnu = t.Portail.Anonyme();
        var adresse = new Uri("/texte-riche", UriKind.Relative);

        var demesure = await t.Navigateur.PostAsync(adresse, Corps(new string('x', TexteRiche.HtmlLongueurMax + 1), "text/html"), TestContext.Current.CancellationToken);
        var formulaire = await t.Navigateur.PostAsync(adresse, Corps("a=b", "application/x-www-form-urlencoded"), TestContext.Current.CancellationToken);
        var sansCompte = await inconnu.PostAsync(adresse, Corps("x", "text/html"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, demesure.StatusCode);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, formulaire.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, sansCompte.StatusCode);
    }

    private static StringContent Corps(string corps, string type) => new(corps, Encoding.UTF8, new MediaTypeHeaderValue(type));
}
