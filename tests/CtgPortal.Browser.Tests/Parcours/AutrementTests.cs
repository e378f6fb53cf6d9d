using CtgPortal.Browser.Tests.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using Microsoft.Playwright;

namespace CtgPortal.Browser.Tests.Parcours;

/// <summary>The key steps by people who have no mouse, no script, or only a phone.</summary>
public sealed class AutrementTests(PostgresServer serveur, Navigateur navigateur)
{
    private const string Presidente = "president@demo.test";

    [Fact]
    public async Task Au_clavier_seul_on_ouvre_une_convention_et_on_ajoute_un_constat()
    {
        await using var site = await Site.OuvrirAsync(serveur, navigateur, referentiel: true);
        await site.InscrireAsync("conseiller@demo.test", "Charlie", "Conseil", Fonds.Conseil);
        var conseil = await site.NaviguerAsync();
        var clavier = new Clavier(conseil.Page);
        await conseil.AllerAsync("/connexion");
        await clavier.EcrireAsync("Adresse électronique", "conseiller@demo.test");
        await clavier.EcrireAsync("Mot de passe", Site.MotDePasse);
        await clavier.EntrerAsync();
        await conseil.TitreAsync("Bonjour");

        await clavier.ActiverAsync("Ouvrir une convention");
        await conseil.TitreAsync("Ouvrir une convention");
        await clavier.EcrireAsync("Territoire qui porte la convention", "thierache du centre");
        await Assertions.Expect(conseil.Page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
        await conseil.Page.Keyboard.PressAsync("ArrowDown");
        await clavier.EntrerAsync();
        await Assertions.Expect(conseil.Champ("Territoire qui porte la convention")).ToHaveValueAsync("CC de la Thiérache du Centre (240200444)");
        await clavier.EcrireAsync("Intitulé de la convention", "Convention écrite au clavier");
        await clavier.ActiverAsync("Ouvrir la convention");
        await conseil.AnnonceAsync("La convention est ouverte");

        await clavier.ActiverAsync("Diagnostic");
        await conseil.TitreAsync("Diagnostic partagé");
        await clavier.ActiverAsync("Ajouter un premier constat");
        await conseil.TitreAsync("Ajouter un constat");
        await clavier.AllerAsync("Force");
        await conseil.Page.Keyboard.PressAsync("Space");
        await clavier.AllerAsync("Champ d’intervention");
        await conseil.Page.Keyboard.PressAsync("ArrowDown");
        await clavier.EcrireAsync("Constat", "Un réseau d’associations vivant.");
        await clavier.ActiverAsync("Ajouter le constat");
        await conseil.AnnonceAsync("Le constat est ajouté");
        await conseil.VoitAsync("Un réseau d’associations vivant.");
    }

    [Fact]
    public async Task Au_clavier_seul_on_signe()
    {
        await using var site = await Site.OuvrirAsync(serveur, navigateur, referentiel: true);
        var (presidente, adresse) = await PresidenteAsync(site, Ecran.Bureau, script: true);
        var clavier = new Clavier(presidente.Page);

        await presidente.AllerAsync($"{adresse}/signature");
        await clavier.ActiverAsync("Lire et signer");
        await presidente.TitreAsync("Signer la convention");
        await clavier.AllerAsync("J’ai lu le texte de la convention et je la signe");
        await presidente.Page.Keyboard.PressAsync("Space");
        await clavier.EcrireAsync("Votre mot de passe", Site.MotDePasse);
        await clavier.ActiverAsync("Signer la convention");

        await presidente.AnnonceAsync("Votre signature est enregistrée");
    }

    [Fact]
    public async Task Sans_script_on_ouvre_une_convention_et_on_change_son_cadre()
    {
        await using var site = await Site.OuvrirAsync(serveur, navigateur, referentiel: true);
        await site.InscrireAsync("conseiller@demo.test", "Charlie", "Conseil", Fonds.Conseil);
        var conseil = await site.ConnecterAsync("conseiller@demo.test", script: false);

        await conseil.SuivreAsync("Ouvrir une convention");
        await conseil.TitreAsync("Ouvrir une convention");
        await conseil.EcrireAsync("Territoire qui porte la convention", "thierache");
        await conseil.EcrireAsync("Intitulé de la convention", "Convention sans script");
        await conseil.CliquerAsync("Ouvrir la convention");
        await conseil.VoitAsync("choisissez le vôtre");
        await Assertions.Expect(conseil.Champ("Intitulé de la convention")).ToHaveValueAsync("Convention sans script");
        await conseil.Page.GetByRole(AriaRole.Radio, new() { Name = "CC de la Thiérache du Centre" }).CheckAsync();
        await conseil.CliquerAsync("Ouvrir la convention");
        await conseil.AnnonceAsync("La convention est ouverte");

        await conseil.SuivreAsync("Modifier : Cadre");
        await conseil.EcrireAsync("Prend la suite de", "Un contrat enfance jeunesse échu.");
        await conseil.CliquerAsync("Enregistrer le cadre");
        await conseil.AnnonceAsync("Le cadre de la convention est enregistré");
        await conseil.VoitAsync("Un contrat enfance jeunesse échu.");
    }

    [Fact]
    public async Task Sans_script_on_signe()
    {
        await using var site = await Site.OuvrirAsync(serveur, navigateur, referentiel: true);
        var (presidente, adresse) = await PresidenteAsync(site, Ecran.Bureau, script: false);

        await presidente.AllerAsync($"{adresse}/signature");
        await presidente.SuivreAsync("Lire et signer");
        await presidente.CliquerAsync("Signer la convention");
        await presidente.VoitAsync("Vérifiez votre saisie");
        await presidente.CocherAsync("J’ai lu le texte de la convention et je la signe");
        await presidente.EcrireAsync("Votre mot de passe", Site.MotDePasse);
        await presidente.CliquerAsync("Signer la convention");

        await presidente.AnnonceAsync("Votre signature est enregistrée");
    }

    [Fact]
    public async Task Au_telephone_on_trouve_sa_convention_dans_des_cartes_et_on_la_signe()
    {
        await using var site = await Site.OuvrirAsync(serveur, navigateur, referentiel: true);
        var (presidente, _) = await PresidenteAsync(site, Ecran.Telephone, script: true);
        await presidente.Page.Locator(".menu-personne > summary").ClickAsync();
        await Assertions.Expect(presidente.Page.GetByRole(AriaRole.Button, new() { Name = "Se déconnecter" })).ToBeVisibleAsync();
        await presidente.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(presidente.Page.GetByRole(AriaRole.Button, new() { Name = "Se déconnecter" })).ToBeHiddenAsync();

        await presidente.Page.GetByRole(AriaRole.Navigation, new() { Name = "Rubriques du portail" }).GetByRole(AriaRole.Link, new() { Name = "Conventions" }).ClickAsync();
        await presidente.TitreAsync("Conventions");
        Assert.Equal("block", await presidente.Page.Locator("main tbody tr").First.EvaluateAsync<string>("tr => getComputedStyle(tr).display"));
        await presidente.VerifierAsync("telephone-conventions");
        await presidente.Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Convention territoriale globale des Trois Rivières" }).First.ClickAsync();
        await presidente.OuvrirOngletAsync("Signature");
        await presidente.SuivreAsync("Lire et signer");
        await presidente.VerifierAsync("telephone-signer");
        await presidente.CocherAsync("J’ai lu le texte de la convention et je la signe");
        await presidente.EcrireAsync("Votre mot de passe", Site.MotDePasse);
        await presidente.CliquerAsync("Signer la convention");

        await presidente.AnnonceAsync("Votre signature est enregistrée");
        await presidente.VerifierAsync("telephone-signee");
    }

    private static async Task<(Onglet Presidente, string Adresse)> PresidenteAsync(Site site, Ecran ecran, bool script)
    {
        var convention = await Fonds.ASignerAsync(site.Portail);
        await site.InscrireAsync(Presidente, "Claire", "Morel", new Habilitation(Role.Signataire, Portee.Territoire, UneConvention.TroisRivieres.Code));
        return (await site.ConnecterAsync(Presidente, ecran, script), $"/conventions/{convention.Id.Value}");
    }
}
