using CtgPortal.Application.Textes;
using CtgPortal.Browser.Tests.Common;
using CtgPortal.Domain.Plans;
using CtgPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace CtgPortal.Browser.Tests.Parcours;

/// <summary>The editor of long texts, by hand, by keyboard, and with what people paste in it.</summary>
public sealed class EditeurTests(PostgresServer serveur, Navigateur navigateur)
{
    private const string Champ = "Description de l’action";

    private const string Word =
        """
        <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0cm}</style></head><body lang=FR><!--StartFragment-->
        <p class=MsoNormal><b style='mso-bidi-font-weight:normal'><span style='font-size:11.0pt;color:#1F3864'>Constat<o:p></o:p></span></b></p>
        <p class=MsoNormal><span style='mso-spacerun:yes'> </span>Les familles <i>attendent</i> : voir <a href="https://www.caf.fr/etude">l’étude</a>.<o:p></o:p></p>
        <p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;</span></span></span><![endif]>une crèche</p>
        <p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span><![endif]>un relais</p>
        <!--EndFragment--></body></html>
        """;

    [Fact]
    public async Task Le_texte_s_ecrit_et_se_met_en_forme_au_clavier_seul()
    {
        await using var site = await Site.OuvrirAsync(serveur, navigateur);
        var (onglet, adresse, fiche) = await OuvrirAsync(site);
        var clavier = new Clavier(onglet.Page);
        await clavier.AllerAsync(Champ);

        await onglet.Page.Keyboard.PressAsync("Control+A");
        await onglet.Page.Keyboard.PressAsync("Delete");
        await TaperAsync(onglet, "Un *vrai* ");
        await onglet.Page.Keyboard.PressAsync("Control+B");
        await TaperAsync(onglet, "pas");
        await Attendre(onglet, "Gras", enfonce: true);
        await onglet.Page.Keyboard.PressAsync("Control+B");
        await TaperAsync(onglet, " vers ");
        await onglet.Page.Keyboard.PressAsync("Control+I");
        await TaperAsync(onglet, "tous");
        await onglet.Page.Keyboard.PressAsync("Control+I");
        await onglet.Page.Keyboard.PressAsync("Enter");
        await onglet.Page.Keyboard.PressAsync("Control+Shift+8");
        await TaperAsync(onglet, "ouvrir");
        await onglet.Page.Keyboard.PressAsync("Enter");
        await TaperAsync(onglet, "accueillir");
        await Attendre(onglet, "Liste à puces", enfonce: true);
        await onglet.Page.Keyboard.PressAsync("Enter");
        await onglet.Page.Keyboard.PressAsync("Enter");
        await TaperAsync(onglet, "Voir l’étude");
        await onglet.Page.Keyboard.PressAsync("Control+Shift+ArrowLeft");
        await onglet.Page.Keyboard.PressAsync("Control+K");
        await onglet.Page.Keyboard.TypeAsync("www.caf.fr/etude");
        await onglet.VerifierAsync("editeur-lien");
        await onglet.Page.Locator("#Input_Descriptif-adresse").PressAsync("Enter");
        await Assertions.Expect(onglet.Champ(Champ).Locator("a")).ToHaveAttributeAsync("href", "https://www.caf.fr/etude");

        // Tab leaves the editor
        await clavier.ActiverAsync("Enregistrer");

        await onglet.AnnonceAsync("enregistré");
        Assert.Equal(
            "Un \\*vrai\\* **pas** vers *tous*\n- ouvrir\n- accueillir\nVoir [l’étude](https://www.caf.fr/etude)",
            await TexteAsync(site, fiche));
        await onglet.AllerAsync(adresse);
        await onglet.EditeursAsync();
        await Assertions.Expect(onglet.Champ(Champ).Locator("p").First).ToHaveTextAsync("Un *vrai* pas vers tous");
        await onglet.VerifierAsync("editeur");
        await onglet.RedimensionnerAsync(Ecran.Telephone);
        await onglet.VerifierAsync("editeur");
    }

    [Fact]
    public async Task Les_boutons_mettent_en_forme_otent_et_reviennent_en_arriere()
    {
        await using var site = await Site.OuvrirAsync(serveur, navigateur);
        var (onglet, _, fiche) = await OuvrirAsync(site);
        await onglet.EcrireAsync(Champ, "premier");
        await onglet.Champ(Champ).PressAsync("Control+A");

        await Outil(onglet, "Liste numérotée").ClickAsync();
        await Attendre(onglet, "Liste numérotée", enfonce: true);
        await Outil(onglet, "Gras").ClickAsync();
        await Attendre(onglet, "Gras", enfonce: true);
        await Outil(onglet, "Gras").ClickAsync();
        await Attendre(onglet, "Gras", enfonce: false);
        await Outil(onglet, "Annuler").ClickAsync();
        await Attendre(onglet, "Gras", enfonce: true);
        await onglet.CliquerAsync("Enregistrer");

        await onglet.AnnonceAsync("enregistré");
        Assert.Equal("1. **premier**", await TexteAsync(site, fiche));
    }

    [Fact]
    public async Task Un_collage_de_Word_arrive_propre()
    {
        await using var site = await Site.OuvrirAsync(serveur, navigateur);
        var (onglet, _, fiche) = await OuvrirAsync(site);
        await onglet.EcrireAsync(Champ, "Avant ");

        await CollerAsync(onglet, Word, "Constat");

        await Assertions.Expect(onglet.Champ(Champ).Locator("li")).ToHaveTextAsync(["une crèche", "un relais"]);
        await Assertions.Expect(onglet.Champ(Champ).Locator("[style], [class^=Mso], span")).ToHaveCountAsync(0);
        await onglet.VerifierAsync("editeur-word");
        await onglet.CliquerAsync("Enregistrer");
        await onglet.AnnonceAsync("enregistré");
        Assert.Equal(
            "Avant **Constat**\nLes familles *attendent* : voir [l’étude](https://www.caf.fr/etude).\n- une crèche\n- un relais",
            await TexteAsync(site, fiche));
    }

    [Fact]
    public async Task Un_script_colle_ou_glisse_ne_s_execute_pas()
    {
        await using var site = await Site.OuvrirAsync(serveur, navigateur);
        var (onglet, _, fiche) = await OuvrirAsync(site);
        await onglet.EcrireAsync(Champ, "Avant ");

        await CollerAsync(onglet, "<img src=x onerror='document.title=1'><script>document.title=1</script><a href='javascript:document.title=1'>piège</a>", "piège");

        await Assertions.Expect(onglet.Champ(Champ)).ToHaveTextAsync("Avant piège");
        await Assertions.Expect(onglet.Champ(Champ).Locator("a, img, script")).ToHaveCountAsync(0);
        await onglet.VerifierAsync("editeur-script");
        await onglet.CliquerAsync("Enregistrer");
        await onglet.AnnonceAsync("enregistré");
        Assert.Equal("Avant piège", await TexteAsync(site, fiche));
    }

    [Fact]
    public async Task Un_article_s_ecrit_dans_le_meme_editeur_et_ses_champs_s_inserent_ou_est_le_curseur()
    {
        await using var site = await Site.OuvrirAsync(serveur, navigateur);
        var (convention, _) = await Fonds.EnRedactionAsync(site.Portail);
        await site.Portail.EnvoyerAsync(new CommencerTexte.Command(convention.Id), Fonds.Conseil);
        var onglet = await site.ConnecterAsync(Fonds.Conseil);
        await onglet.AllerAsync($"/conventions/{convention.Id.Value}/texte/passages/objet");
        await onglet.EcrireAsync("Texte", "Sur ");

        await onglet.Page.Locator("[data-champs-auto] > summary").ClickAsync();
        await onglet.Page.Locator("[data-inserer='{{territoire}}']").ClickAsync();
        await onglet.Page.Keyboard.TypeAsync(", ");
        await onglet.Page.Keyboard.PressAsync("Control+b");
        await onglet.Page.Keyboard.TypeAsync("ensemble");
        await onglet.VerifierAsync("editeur-article");
        await onglet.CliquerAsync("Enregistrer");

        var article = onglet.Page.Locator("#objet");
        await Assertions.Expect(article.Locator(".champ-auto")).Not.ToContainTextAsync("{{");
        await Assertions.Expect(article.Locator("strong")).ToHaveTextAsync("ensemble");
    }

    [Fact]
    public async Task Sans_reseau_le_collage_garde_ses_mots()
    {
        await using var site = await Site.OuvrirAsync(serveur, navigateur);
        var (onglet, _, _) = await OuvrirAsync(site);
        await onglet.EcrireAsync(Champ, "Avant ");
        await onglet.Page.RouteAsync("**/texte-riche", route => route.AbortAsync("aborted"));

        await CollerAsync(onglet, Word, "Constat\nLes familles");

        await Assertions.Expect(onglet.Champ(Champ)).ToContainTextAsync("Les familles");
        await Assertions.Expect(onglet.Champ(Champ).Locator("b")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Sans_script_les_marques_se_tapent()
    {
        await using var site = await Site.OuvrirAsync(serveur, navigateur);
        var (convention, fiche) = await Fonds.EnRedactionAsync(site.Portail);
        var onglet = await site.ConnecterAsync(Fonds.Conseil, script: false);
        await onglet.AllerAsync($"/conventions/{convention.Id.Value}/fiches/{fiche}/quoi");

        await onglet.Champ(Champ).FillAsync("Un **pas**\n- un\n- deux");
        await onglet.CliquerAsync("Enregistrer");

        await onglet.AnnonceAsync("enregistré");
        await Assertions.Expect(onglet.Page.Locator(".texte-riche strong")).ToHaveTextAsync("pas");
        await Assertions.Expect(onglet.Page.Locator(".texte-riche li")).ToHaveTextAsync(["un", "deux"]);
    }

    private static async Task<(Onglet Onglet, string Adresse, FicheActionId Fiche)> OuvrirAsync(Site site)
    {
        var (convention, fiche) = await Fonds.EnRedactionAsync(site.Portail);
        var onglet = await site.ConnecterAsync(Fonds.Conseil);
        var adresse = $"/conventions/{convention.Id.Value}/fiches/{fiche}/quoi";
        await onglet.AllerAsync(adresse);
        await onglet.EditeursAsync();
        return (onglet, adresse, new FicheActionId(fiche));
    }

    private static Task TaperAsync(Onglet onglet, string texte) => onglet.Page.Keyboard.TypeAsync(texte);

    private static ILocator Outil(Onglet onglet, string nom) =>
        onglet.Page.GetByRole(AriaRole.Toolbar, new() { Name = $"Mise en forme : {Champ}" }).GetByRole(AriaRole.Button, new() { Name = nom, Exact = true });

    private static Task Attendre(Onglet onglet, string outil, bool enfonce) =>
        Assertions.Expect(Outil(onglet, outil)).ToHaveAttributeAsync("aria-pressed", enfonce ? "true" : "false");

    /// <summary>As the browser does it, with both forms on the clipboard.</summary>
    private static async Task CollerAsync(Onglet onglet, string html, string texte) => await onglet.Champ(Champ).EvaluateAsync(
        """
        (editeur, [html, texte]) => {
          const presse = new DataTransfer();
          presse.setData('text/html', html);
          presse.setData('text/plain', texte);
          editeur.dispatchEvent(new ClipboardEvent('paste', { clipboardData: presse, bubbles: true, cancelable: true }));
        }
        """,
        new[] { html, texte });

    private static Task<string?> TexteAsync(Site site, FicheActionId fiche) =>
        site.Portail.LireAsync(db => db.FichesAction.Where(f => f.Id == fiche).Select(f => f.Quoi.Descriptif).SingleAsync());
}
