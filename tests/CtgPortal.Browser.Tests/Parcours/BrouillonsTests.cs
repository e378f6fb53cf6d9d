using CtgPortal.Browser.Tests.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.TestSupport;
using Microsoft.Playwright;

namespace CtgPortal.Browser.Tests.Parcours;

/// <summary>What is typed is not lost, whatever happens to the network, to the window or to the machine.</summary>
public sealed class BrouillonsTests(PostgresServer serveur, Navigateur navigateur)
{
    [Fact]
    public async Task Ce_qui_est_tape_sans_etre_enregistre_est_propose_depuis_un_autre_navigateur()
    {
        await using var site = await Site.OuvrirAsync(serveur, navigateur);
        var (convention, fiche) = await Fonds.EnRedactionAsync(site.Portail);
        var adresse = $"/conventions/{convention.Id.Value}/fiches/{fiche}/quoi";
        await site.InscrireAsync("sophie@demo.test", "Sophie", "Martin", Fonds.Conseil);
        var bureau = await site.ConnecterAsync("sophie@demo.test");
        await bureau.AllerAsync(adresse);
        await bureau.EcrireAsync("Livrables", "Les familles attendent");
        await EtatAsync(bureau, "Brouillon enregistré");

        await bureau.Page.Context.SetOfflineAsync(true);
        await bureau.Champ("Livrables").PressSequentiallyAsync(" dix mois");
        await EtatAsync(bureau, "Hors connexion : votre saisie est gardée dans ce navigateur.");
        await bureau.Page.Context.SetOfflineAsync(false);
        await EtatAsync(bureau, "Brouillon enregistré");
        await bureau.Page.CloseAsync();

        var ailleurs = await site.ConnecterAsync("sophie@demo.test");
        await ailleurs.AllerAsync(adresse);
        await ailleurs.VoitAsync("Vous aviez commencé une saisie");
        await ailleurs.VerifierAsync("brouillon-offert");
        await ailleurs.RedimensionnerAsync(Ecran.Telephone);
        await ailleurs.VerifierAsync("brouillon-offert");
        await ailleurs.CliquerAsync("Reprendre ma saisie");
        await Assertions.Expect(ailleurs.Champ("Livrables")).ToContainTextAsync("Les familles attendent dix mois");
        await ailleurs.CliquerAsync("Enregistrer");
        await ailleurs.AnnonceAsync("enregistré");

        await ailleurs.AllerAsync("/brouillons");
        await ailleurs.VoitAsync("Aucun brouillon");
        await ailleurs.AllerAsync(adresse);
        await Assertions.Expect(ailleurs.Page.Locator(".brouillon-offre")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Des_lignes_ajoutees_se_reprennent_aussi_et_personne_d_autre_ne_les_voit()
    {
        await using var site = await Site.OuvrirAsync(serveur, navigateur);
        var (convention, fiche) = await Fonds.EnRedactionAsync(site.Portail);
        var adresse = $"/conventions/{convention.Id.Value}/fiches/{fiche}/operations";
        var moi = await site.ConnecterAsync(Fonds.Conseil);
        await moi.AllerAsync(adresse);
        var lignes = moi.Page.GetByRole(AriaRole.Group, new() { NameRegex = new("^Opération") });
        var nombre = await lignes.CountAsync() + 1;
        await moi.CliquerAsync("Ajouter une opération");
        await Assertions.Expect(lignes).ToHaveCountAsync(nombre);
        await Onglet.EcrireAsync(lignes.Last.GetByLabel("Intitulé"), "Former les équipes");
        await EtatAsync(moi, "Brouillon enregistré");

        await moi.AllerAsync(adresse);
        await moi.CliquerAsync("Reprendre ma saisie");
        await Assertions.Expect(lignes).ToHaveCountAsync(nombre + 1);
        await Assertions.Expect(lignes.Nth(nombre - 1).GetByLabel("Intitulé")).ToHaveValueAsync("Former les équipes");

        // moved without a key pressed in a field: kept too
        await moi.Page.GetByRole(AriaRole.Button, new() { Name = "Monter : Former les équipes" }).ClickAsync();
        await Assertions.Expect(moi.Page.GetByRole(AriaRole.Button, new() { Name = "Descendre : Former les équipes" })).ToBeVisibleAsync();
        await EtatAsync(moi, "Brouillon enregistré");

        var autre = await site.ConnecterAsync(Role.Coordination, convention.Id);
        await autre.AllerAsync("/brouillons");
        await autre.VoitAsync("Aucun brouillon");
        await moi.AllerAsync("/brouillons");
        await moi.VerifierAsync("brouillons");
        await moi.RedimensionnerAsync(Ecran.Telephone);
        await moi.VerifierAsync("brouillons");
        await moi.RedimensionnerAsync(Ecran.Bureau);
        await moi.CliquerAsync("Abandonner");
        await moi.VoitAsync("Aucun brouillon");
    }

    [Fact]
    public async Task Deux_navigateurs_ecrivent_la_meme_fiche_a_travers_une_coupure_et_tout_ce_qui_est_confirme_est_la()
    {
        await using var site = await Site.OuvrirAsync(serveur, navigateur);
        var (convention, fiche) = await Fonds.EnRedactionAsync(site.Portail);
        var adresse = $"/conventions/{convention.Id.Value}/fiches/{fiche}";
        var premiere = await site.ConnecterAsync(Fonds.Conseil);
        var seconde = await site.ConnecterAsync(Role.Coordination, convention.Id);
        await premiere.AllerAsync($"{adresse}/qui");
        await seconde.AllerAsync($"{adresse}/qui");

        await seconde.EcrireAsync("Service", "Petite enfance");
        await EtatAsync(seconde, "Brouillon enregistré");
        await seconde.Page.Context.SetOfflineAsync(true);
        await seconde.Champ("Service").PressSequentiallyAsync(" et jeunesse");
        await premiere.EcrireAsync("Personne pilote", "Leïla Haddad");
        await premiere.CliquerAsync("Enregistrer");
        await premiere.AnnonceAsync("enregistré");
        await EtatAsync(seconde, "Hors connexion");
        await seconde.Page.Context.SetOfflineAsync(false);
        await EtatAsync(seconde, "Brouillon enregistré");
        await seconde.CliquerAsync("Enregistrer");
        await seconde.AnnonceAsync("c’est gardé aussi");

        await premiere.AllerAsync(adresse);
        await premiere.VoitAsync("Leïla Haddad");
        await premiere.VoitAsync("Petite enfance et jeunesse");
    }

    private static Task EtatAsync(Onglet onglet, string texte) =>
        Assertions.Expect(onglet.Page.Locator(".brouillon-etat [role=status]")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^" + System.Text.RegularExpressions.Regex.Escape(texte)));
}
