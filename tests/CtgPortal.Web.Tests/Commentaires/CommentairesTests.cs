using System.Net;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.TestSupport;
using CtgPortal.Web.Tests.Common;
using CtgPortal.Web.Tests.Plan;

namespace CtgPortal.Web.Tests.Commentaires;

/// <summary>Speaking, answering, closing: by plain forms.</summary>
public sealed class CommentairesTests(PostgresServer serveur)
{
    [Fact]
    public async Task On_commente_une_rubrique_depuis_la_fiche_on_repond_et_on_clot_sans_script()
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur, role: Role.Lecteur);
        using var sophie = await t.Portail.ConnecterAsync("Sophie", "Martin", "sophie@demo.test", Sur(t, Role.Coordination));
        var page = await t.LireAsync(t.AdresseFiche);

        page = await (await page.EnvoyerAsync(".commentaire-nouveau form", ("Input.Champ", "livrables"), ("Input.Texte", "Quel <b>local</b> ?"))).SuivreAsync();
        var fil = Assert.Single(page.Document.QuerySelectorAll(".commentaire"));
        Assert.Equal("Livrables", fil.QuerySelector("h3")!.TextContent.Trim());
        Assert.Equal("Quel <b>local</b> ?", fil.QuerySelector(".texte-libre")!.TextContent);

        var chezSophie = await PageHtml.OuvrirAsync(sophie, t.AdresseFiche + "/quoi");
        var repondue = await (await chezSophie.EnvoyerAsync(".commentaire-repondre form", ("Input.Texte", "Celui de la gare."))).SuivreAsync();
        Assert.EndsWith("/quoi", repondue.Reponse.RequestMessage!.RequestUri!.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("Celui de la gare.", repondue.Texte, StringComparison.Ordinal);
        var close = await (await repondue.EnvoyerAsync(".commentaire-actions form[action*=Resoudre]")).SuivreAsync();
        Assert.Contains("Close par Sophie Martin", close.Texte, StringComparison.Ordinal);

        Assert.Empty((await PageHtml.OuvrirAsync(sophie, t.AdresseFiche + "/qui")).Document.QuerySelectorAll(".commentaire"));
        var clos = await PageHtml.OuvrirAsync(sophie, $"{t.Adresse}/commentaires?choix=Resolus");
        Assert.Contains("Fiche 1.1.1", clos.Texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_la_signature_une_remarque_se_fait_se_dit_telle_et_ne_change_rien()
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur, StatutConvention.EnSignature, role: Role.Signataire);
        var page = await t.LireAsync(t.AdresseFiche);
        Assert.Contains("Le plan est à la signature", page.Document.QuerySelector(".commentaires-fige")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Faire une remarque", page.Document.QuerySelector(".commentaire-nouveau summary")!.TextContent, StringComparison.Ordinal);

        page = await (await page.EnvoyerAsync(".commentaire-nouveau form", ("Input.Texte", "Le montant est faux."))).SuivreAsync();

        var message = Assert.Single(page.Document.QuerySelectorAll(".commentaire-message"));
        Assert.Contains("Remarque sur un texte figé", message.TextContent, StringComparison.Ordinal);
        Assert.Contains("Le montant est faux.", message.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Une_personne_mentionnee_le_lit_a_l_accueil_puis_dit_qu_elle_a_lu()
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur);
        using var sophie = await t.Portail.ConnecterAsync("Sophie", "Martin", "sophie@demo.test", Sur(t, Role.Partenaire));
        var page = await t.LireAsync(t.AdresseFiche);
        var choix = page.Document.QuerySelectorAll("#commentaire-personnes option").Single(o => o.TextContent.Contains("Sophie", StringComparison.Ordinal));
        await page.EnvoyerAsync(".commentaire-nouveau form", ("Input.Texte", "Sophie, quel local ?"), ("Input.Mentions", choix.GetAttribute("value")!));

        var accueil = await PageHtml.OuvrirAsync(sophie, "/");
        Assert.Contains("1 commentaire vous mentionne", accueil.Texte.Replace('\u00A0', ' '), StringComparison.Ordinal);
        var liste = await PageHtml.OuvrirAsync(sophie, $"{t.Adresse}/commentaires?choix=MoiAussi");
        var lue = await (await liste.EnvoyerAsync(".commentaire-actions form[action*=Lire]")).SuivreAsync();

        Assert.Contains("ne vous attend plus", lue.Texte, StringComparison.Ordinal);
        Assert.Contains("Rien n’attend de vous", (await PageHtml.OuvrirAsync(sophie, "/")).Texte, StringComparison.Ordinal);
        Assert.Contains("1 commentaire", (await t.LireAsync($"{t.Adresse}/plan")).Document.QuerySelector(".plan-fiche-detail")!.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Son_propre_commentaire_se_modifie_et_se_retire()
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur);
        var page = await (await (await t.LireAsync(t.AdresseFiche)).EnvoyerAsync(".commentaire-nouveau form", ("Input.Texte", "Quel local ?"))).SuivreAsync();
        var fil = page.Document.QuerySelector(".commentaire-actions a")!.GetAttribute("href")!;
        var message = (await t.LireAsync(fil)).Document.QuerySelector(".commentaire-message a")!.GetAttribute("href")!;

        var formulaire = await t.LireAsync(message.Split('#')[0]);
        var vide = await formulaire.EnvoyerAsync("form[data-garde]", ("Input.Texte", " "));
        var modifie = await (await formulaire.EnvoyerAsync("form[data-garde]", ("Input.Texte", "Quel bâtiment ?"))).SuivreAsync();
        Assert.Equal(HttpStatusCode.BadRequest, vide.Statut);
        Assert.Contains("Écrivez votre commentaire", vide.Erreurs, StringComparison.Ordinal);
        Assert.Contains("Quel local ?", modifie.Document.QuerySelector(".commentaire-versions")!.TextContent, StringComparison.Ordinal);

        var retire = await (await modifie.EnvoyerAsync("form[action*=Retirer]")).SuivreAsync();
        Assert.Contains("Commentaire retiré", retire.Texte, StringComparison.Ordinal);
        Assert.DoesNotContain("Quel bâtiment ?", retire.Texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_article_se_commente_et_le_texte_le_montre_a_sa_place()
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur);
        var texte = await (await (await t.LireAsync($"{t.Adresse}/texte")).EnvoyerAsync("form[action*=Commencer]")).SuivreAsync();
        var lien = texte.Document.QuerySelector("#preambule .passage-commenter a")!.GetAttribute("href")!;

        var publie = await (await (await t.LireAsync(lien)).EnvoyerAsync("form[data-garde]", ("Input.Texte", "À relire"))).SuivreAsync();

        Assert.Contains("À relire", publie.Document.QuerySelector("#preambule .commentaire")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("À relire", (await t.LireAsync($"{t.Adresse}/texte/passages/preambule")).Document.QuerySelector(".commentaires")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_retour_vers_un_autre_site_n_est_pas_suivi_et_une_cible_inconnue_n_existe_pas()
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur);
        var page = await t.LireAsync($"{t.Adresse}/commentaires/nouveau/fiche/{t.Fiches[0].Id.Value}?retour=https://exemple.fr");

        var publie = await page.EnvoyerAsync("form[data-garde]", ("Input.Texte", "Bonjour"));

        Assert.StartsWith(t.AdresseFiche, publie.Reponse.Headers.Location!.ToString(), StringComparison.Ordinal);
        foreach (var quoi in new[] { "", "/rien/a-dire", "/fiche/rien", $"/fiche/{Guid.CreateVersion7()}", "/passage/rien", "/annexe/Rien/du/tout", $"/fiche/{t.Fiches[0].Id.Value}?champ=rien" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await t.LireAsync($"{t.Adresse}/commentaires/nouveau{quoi}")).Statut);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await t.LireAsync($"{t.Adresse}/commentaires/{Guid.CreateVersion7()}")).Statut);
    }

    private static Habilitation Sur(PlanWeb t, Role role) => new(role, Portee.Convention, t.Convention.Value.ToString());
}
