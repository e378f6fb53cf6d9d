using CtgPortal.Browser.Tests.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Suivi;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using Microsoft.Playwright;

namespace CtgPortal.Browser.Tests.Parcours;

/// <summary>Two people on one convention, and somebody who has no business there.</summary>
public sealed class AplusieursTests(PostgresServer serveur, Navigateur navigateur)
{
    [Fact]
    public async Task Qui_enregistre_second_le_cadre_voit_les_deux_valeurs_et_garde_sa_saisie()
    {
        await using var site = await Site.OuvrirAsync(serveur, navigateur);
        var (convention, _) = await Fonds.EnRedactionAsync(site.Portail);
        await DeuxPersonnesAsync(
            await site.ConnecterAsync(Fonds.Conseil),
            await site.ConnecterAsync(Role.Coordination, convention.Id),
            $"/conventions/{convention.Id.Value}/cadre", "Prend la suite de", "Enregistrer le cadre", "cadre");
    }

    [Fact]
    public async Task Qui_enregistre_second_une_fiche_voit_les_deux_valeurs_et_garde_sa_saisie()
    {
        await using var site = await Site.OuvrirAsync(serveur, navigateur);
        var (convention, fiche) = await Fonds.EnRedactionAsync(site.Portail);
        var adresse = $"/conventions/{convention.Id.Value}/fiches/{fiche}/qui";
        var (premiere, seconde) = (await site.ConnecterAsync(Fonds.Conseil), await site.ConnecterAsync(Role.Coordination, convention.Id));
        await premiere.AllerAsync(adresse);
        await seconde.AllerAsync(adresse);
        await premiere.EcrireAsync("Instance ou groupe de travail", "Deux réunions par an.");
        await premiere.CliquerAsync("Enregistrer");
        await premiere.AnnonceAsync("enregistré");

        await seconde.EcrireAsync("Instance ou groupe de travail", "Trois réunions par an.");
        await seconde.EcrireAsync("Service", "Un compte rendu.");
        await seconde.CliquerAsync("Enregistrer");

        var choix = seconde.Page.GetByRole(AriaRole.Group, new() { Name = "Instance ou groupe de travail" });
        await Assertions.Expect(choix).ToContainTextAsync("Deux réunions par an.");
        await Assertions.Expect(choix).ToContainTextAsync("Trois réunions par an.");
        await Assertions.Expect(seconde.Champ("Instance ou groupe de travail")).ToHaveValueAsync("Trois réunions par an.");
        await seconde.VerifierAsync("heurt-fiche");
        await seconde.RedimensionnerAsync(Ecran.Telephone);
        await seconde.VerifierAsync("heurt-fiche");
        await seconde.RedimensionnerAsync(Ecran.Bureau);

        // by keyboard: the first radio, then the second
        await choix.GetByRole(AriaRole.Radio).First.FocusAsync();
        await seconde.Page.Keyboard.PressAsync("Space");
        await seconde.Page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(choix.GetByRole(AriaRole.Radio).Last).ToBeCheckedAsync();
        await seconde.Page.Keyboard.PressAsync("ArrowUp");
        await seconde.CliquerAsync("Enregistrer");
        await seconde.AnnonceAsync("enregistré");
        await seconde.VoitAsync("Trois réunions par an.");
        await seconde.VoitAsync("Un compte rendu.");
        await seconde.VerifierAsync("fiche-lue");
        await seconde.RedimensionnerAsync(Ecran.Telephone);
        await seconde.VerifierAsync("fiche-lue");
        await seconde.RedimensionnerAsync(Ecran.Bureau);
        await seconde.SuivreAsync("Qui a changé quoi, quand");
        await seconde.VoitAsync("Deux réunions par an.");
        await seconde.VerifierAsync("fiche-historique");
        await seconde.RedimensionnerAsync(Ecran.Telephone);
        await seconde.VerifierAsync("fiche-historique");
    }

    [Fact]
    public async Task Deux_navigateurs_ecrivent_la_fiche_et_l_arbre_a_travers_une_coupure_et_tout_ce_qui_est_confirme_est_la()
    {
        await using var site = await Site.OuvrirAsync(serveur, navigateur);
        var convention = UneConvention.Au(StatutConvention.EnRedaction);
        var (plan, fiches) = UnPlan.Complet(convention.Id, axes: 1, orientations: 1, fiches: 3);
        object[] tout = [convention, plan, .. fiches, .. fiches.Select(SuiviFiche.Commencer)];
        await site.Portail.SauverAsync(tout);
        var (adresse, fiche) = ($"/conventions/{convention.Id.Value}/plan", $"/conventions/{convention.Id.Value}/fiches/{fiches[0].Id.Value}");
        var (premiere, seconde) = (await site.ConnecterAsync(Fonds.Conseil), await site.ConnecterAsync(Role.Coordination, convention.Id));
        await premiere.AllerAsync(adresse);
        await seconde.AllerAsync(adresse);

        // the first moves while the second is cut off: the move of the second fails and says so, then is refused as too old, then is done
        await seconde.Page.Context.SetOfflineAsync(true);
        await seconde.CliquerAsync("Descendre : Fiche 1.1.1");
        await seconde.AnnonceAsync("ne répond pas");
        await premiere.CliquerAsync("Monter : Fiche 1.1.3");
        await premiere.AnnonceAsync("à sa nouvelle place");
        await seconde.Page.Context.SetOfflineAsync(false);
        await seconde.CliquerAsync("Descendre : Fiche 1.1.1");
        await Assertions.Expect(seconde.Page.Locator("#refus")).ToContainTextAsync("Rien n’a été déplacé");
        await seconde.AllerAsync(adresse);
        await seconde.CliquerAsync("Descendre : Fiche 1.1.1");
        await seconde.AnnonceAsync("à sa nouvelle place");

        // both write on the fiche that moved, and one of them comments it meanwhile
        await premiere.AllerAsync($"{fiche}/qui");
        await seconde.AllerAsync($"{fiche}/qui");
        await premiere.EcrireAsync("Service", "Petite enfance");
        await premiere.CliquerAsync("Enregistrer");
        await premiere.AnnonceAsync("enregistré");
        await seconde.EcrireAsync("Personne pilote", "Leïla Haddad");
        await seconde.CliquerAsync("Enregistrer");
        await seconde.AnnonceAsync("c’est gardé aussi");
        await seconde.Page.Locator(".commentaire-nouveau > summary").ClickAsync();
        await seconde.EcrireAsync("Votre commentaire", "Est-ce le bon service ?");
        await seconde.CliquerAsync("Publier le commentaire");
        await seconde.AnnonceAsync("publié");

        await premiere.AllerAsync(fiche);
        foreach (var confirme in new[] { "Petite enfance", "Leïla Haddad", "Est-ce le bon service ?" })
        {
            await premiere.VoitAsync(confirme);
        }

        await premiere.AllerAsync(adresse);
        Assert.Equal(["Fiche 1.1.3", "Fiche 1.1.1", "Fiche 1.1.2"], await premiere.Page.Locator(".plan-fiche-titre").AllInnerTextsAsync());
    }

    [Fact]
    public async Task Une_conseillere_d_une_autre_Caf_trouve_une_page_qui_n_existe_pas()
    {
        await using var site = await Site.OuvrirAsync(serveur, navigateur);
        var (convention, fiche) = await Fonds.EnRedactionAsync(site.Portail);
        var etrangere = await site.ConnecterAsync(new Habilitation(Role.Conseiller, Portee.Caf, "59"));

        foreach (var page in new[] { "", "/plan", "/cadre", $"/fiches/{fiche}", "/signature", "/documents", "/historique" })
        {
            var reponse = await etrangere.AllerAsync($"/conventions/{convention.Id.Value}{page}");
            Assert.Equal(404, reponse!.Status);
            await etrangere.TitreAsync("Cette page n’existe pas");
        }

        await etrangere.VerifierAsync("page-etrangere");
        Assert.DoesNotContain("Trois Rivières", await etrangere.Page.ContentAsync(), StringComparison.Ordinal);
        Assert.Equal(404, (await etrangere.TelechargerAsync($"/conventions/{convention.Id.Value}/convention.pdf")).Status);
    }

    private static async Task DeuxPersonnesAsync(Onglet premiere, Onglet seconde, string adresse, string champ, string bouton, string nom)
    {
        await premiere.AllerAsync(adresse);
        await seconde.AllerAsync(adresse);
        await premiere.EcrireAsync(champ, "Deux réunions par an.");
        await premiere.CliquerAsync(bouton);
        await premiere.AnnonceAsync("enregistré");

        await seconde.EcrireAsync(champ, "Trois réunions par an.");
        await seconde.CliquerAsync(bouton);

        var ligne = seconde.Page.Locator(".conflits tbody tr").Filter(new() { HasText = champ });
        await Assertions.Expect(ligne).ToContainTextAsync("Deux réunions par an.");
        await Assertions.Expect(ligne).ToContainTextAsync("Trois réunions par an.");
        await seconde.ContientAsync(champ, "Trois réunions par an.");
        await seconde.VerifierAsync($"conflit-{nom}");
        await seconde.RedimensionnerAsync(Ecran.Telephone);
        await seconde.VerifierAsync($"conflit-{nom}");
        await seconde.RedimensionnerAsync(Ecran.Bureau);

        await seconde.CliquerAsync(bouton);
        await seconde.AnnonceAsync("enregistré");
        await seconde.VoitAsync("Trois réunions par an.");
    }
}
