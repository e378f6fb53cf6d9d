using CtgPortal.Browser.Tests.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.TestSupport;
using Microsoft.Playwright;

namespace CtgPortal.Browser.Tests.Parcours;

/// <summary>The pages of the document beside the form that writes them.</summary>
public sealed class ApercuTests(PostgresServer serveur, Navigateur navigateur)
{
    private static readonly Ecran Tablette = new("1024", 1024, 1366);

    [Fact]
    public async Task L_image_suit_ce_qui_est_tape_et_l_ancienne_reste_tant_que_la_nouvelle_n_est_pas_la()
    {
        await using var site = await Site.OuvrirAsync(serveur, navigateur);
        var (convention, fiche) = await Fonds.EnRedactionAsync(site.Portail);
        var onglet = await site.ConnecterAsync(Role.Coordination, convention.Id);
        await onglet.AllerAsync($"/conventions/{convention.Id.Value}/fiches/{fiche}/quoi");
        var premiere = await PremiereAsync(onglet);

        // the answer is held: the first picture is still there, and the person is told
        var passage = new TaskCompletionSource();
        var posts = new List<string>();
        await onglet.Page.RouteAsync("**/*handler=Apercu", async route =>
        {
            posts.Add(route.Request.PostData!);
            await passage.Task;
            await route.ContinueAsync();
        });
        await onglet.EcrireAsync("Livrables", "Un recensement partagé");
        await Assertions.Expect(onglet.Page.Locator(".epreuve-travail")).ToHaveTextAsync("Mise en page en cours…");
        await Assertions.Expect(onglet.Page.Locator(".epreuve-annonce")).ToHaveTextAsync("Mise en page en cours…");
        Assert.Equal(premiere, await PremiereAsync(onglet));
        passage.SetResult();
        var suivante = await ApresAsync(onglet, premiere);
        await Assertions.Expect(onglet.Page.Locator(".epreuve-travail")).ToHaveTextAsync("À jour");
        Assert.Contains("recensement", Uri.UnescapeDataString(posts[^1]), StringComparison.Ordinal);
        await Assertions.Expect(onglet.Page.Locator(".epreuve-ici")).ToBeVisibleAsync();
        Assert.Equal("Aperçu de la page 1", await onglet.Page.Locator(".epreuve-page img").First.GetAttributeAsync("alt"));
        await onglet.VerifierAsync("apercu-fiche");

        // back to the first words, back to the first picture
        await onglet.EcrireAsync("Livrables", "Autre chose");
        Assert.NotEqual(premiere, await ApresAsync(onglet, suivante));
        await onglet.EcrireAsync("Livrables", "Un recensement partagé");
        await Assertions.Expect(Image(onglet)).ToHaveAttributeAsync("src", suivante);

        // what is refused is said, the picture stays; nothing of all this was saved
        await onglet.AllerAsync($"/conventions/{convention.Id.Value}/fiches/{fiche}/moyens");
        var moyens = await PremiereAsync(onglet);
        await onglet.EcrireAsync("Coût prévisionnel total", "douze");
        await Assertions.Expect(onglet.Page.Locator(".epreuve-annonce")).Not.ToBeEmptyAsync();
        Assert.Equal(moyens, await PremiereAsync(onglet));
        await onglet.VerifierAsync("apercu-refuse");
        await onglet.AllerAsync($"/conventions/{convention.Id.Value}/fiches/{fiche}");
        await Assertions.Expect(onglet.Page.Locator("main")).Not.ToContainTextAsync("recensement partagé");
    }

    [Fact]
    public async Task Sur_un_petit_ecran_un_bouton_l_ouvre_et_le_clavier_en_sort_toujours()
    {
        await using var site = await Site.OuvrirAsync(serveur, navigateur);
        var (convention, fiche) = await Fonds.EnRedactionAsync(site.Portail);
        var onglet = await site.ConnecterAsync(Role.Coordination, convention.Id);
        await onglet.AllerAsync($"/conventions/{convention.Id.Value}/fiches/{fiche}/qui");
        await PremiereAsync(onglet);

        // wide: Tab goes through the panel and out of it
        await onglet.Page.Locator(".epreuve-pages").FocusAsync();
        await onglet.Page.Keyboard.PressAsync("Tab");
        Assert.False(await onglet.Page.EvaluateAsync<bool>("document.querySelector('.epreuve').contains(document.activeElement)"));
        await onglet.CliquerAsync("Masquer");
        await Assertions.Expect(onglet.Page.Locator(".epreuve-page").First).ToBeHiddenAsync();
        await onglet.VerifierAsync("apercu-masque");
        await onglet.CliquerAsync("Afficher");

        foreach (var ecran in new[] { Tablette, Ecran.Telephone })
        {
            await onglet.RedimensionnerAsync(ecran);
            await Assertions.Expect(onglet.Page.Locator(".epreuve-page").First).ToBeHiddenAsync();
            await onglet.VerifierAsync("apercu-ferme");
            var bouton = onglet.Page.GetByRole(AriaRole.Button, new() { Name = "Aperçu", Exact = true });
            await bouton.FocusAsync();
            await onglet.Page.Keyboard.PressAsync("Enter");
            var fenetre = onglet.Page.GetByRole(AriaRole.Dialog, new() { Name = "Aperçu" });
            await Assertions.Expect(fenetre.Locator(".epreuve-page img").First).ToBeVisibleAsync();
            await onglet.CliquerAsync("Zoom");
            await onglet.VerifierAsync("apercu-ouvert");
            await onglet.CliquerAsync("Zoom");
            await onglet.Page.Keyboard.PressAsync("Escape");
            await Assertions.Expect(fenetre).ToBeHiddenAsync();
            await Assertions.Expect(bouton).ToBeFocusedAsync();
        }
    }

    [Fact]
    public async Task L_article_aussi_et_le_fichier_de_ce_qui_est_enregistre_a_un_lien()
    {
        await using var site = await Site.OuvrirAsync(serveur, navigateur);
        var (convention, _) = await Fonds.EnRedactionAsync(site.Portail);
        var onglet = await site.ConnecterAsync(Role.Coordination, convention.Id);
        await onglet.AllerAsync($"/conventions/{convention.Id.Value}/texte");
        await onglet.Page.Locator("form[action*='Commencer'] button").ClickAsync();
        await onglet.AllerAsync($"/conventions/{convention.Id.Value}/texte/passages/objet");
        var premiere = await PremiereAsync(onglet);

        await onglet.EcrireAsync("Texte", "Cette convention engage {{territoire}}.");
        await ApresAsync(onglet, premiere);

        await onglet.VerifierAsync("apercu-article");
        var lien = await onglet.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Aperçu PDF") }).GetAttributeAsync("href");
        var fichier = await onglet.TelechargerAsync(lien!);
        Assert.Equal((200, "application/pdf"), (fichier.Status, fichier.Headers["content-type"]));
    }

    private static ILocator Image(Onglet onglet) => onglet.Page.Locator(".epreuve-page img").First;

    private static async Task<string> PremiereAsync(Onglet onglet)
    {
        await Assertions.Expect(Image(onglet)).ToBeVisibleAsync();
        return (await Image(onglet).GetAttributeAsync("src"))!;
    }

    /// <summary>The picture that takes the place of this one.</summary>
    private static async Task<string> ApresAsync(Onglet onglet, string precedente)
    {
        await Assertions.Expect(Image(onglet)).Not.ToHaveAttributeAsync("src", precedente);
        return await PremiereAsync(onglet);
    }
}
