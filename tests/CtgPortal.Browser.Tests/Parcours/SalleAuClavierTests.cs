using CtgPortal.Browser.Tests.Common;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CtgPortal.Browser.Tests.Parcours;

/// <summary>Leading a room without ever touching a mouse; and an agenda that changes while it is on the wall.</summary>
public sealed class SalleAuClavierTests(PostgresServer serveur, Navigateur navigateur) : IAsyncLifetime
{
    private readonly Convention _convention = UneConvention.Au(StatutConvention.EnAteliers);
    private Site _site = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await Site.OuvrirAsync(serveur, navigateur);
        await _site.Portail.SauverAsync(_convention, UnDiagnostic.Commence(_convention.Id), UnPlan.Vide(_convention.Id));
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Creer_ouvrir_moderer_ranger_ordonner_faire_voter_et_fermer()
    {
        var animatrice = await _site.ConnecterAsync(Role.Coordination, _convention.Id);
        var clavier = new Clavier(animatrice.Page);
        await animatrice.AllerAsync($"/conventions/{_convention.Id.Value}/ateliers/nouveau");
        await clavier.EcrireAsync("Intitulé", "Se déplacer");
        await clavier.ActiverAsync("Préparer l’atelier");
        await animatrice.TitreAsync("Se déplacer");
        await clavier.ActiverAsync("Salle");
        await animatrice.AdresseAsync("/salle");
        await clavier.ActiverAsync("Régler la salle");
        await animatrice.TitreAsync("Régler la salle");
        await clavier.AllerAsync("Tout de suite, on écarte ensuite ce qui ne convient pas");
        await animatrice.Page.Keyboard.PressAsync("ArrowDown");
        await clavier.ActiverAsync("Enregistrer les réglages");
        await animatrice.AdresseAsync("/salle");
        await clavier.ActiverAsync("Ouvrir la salle");
        await animatrice.AnnonceAsync("La salle est ouverte");

        var telephone = await EntrerAsync(await animatrice.Page.Locator(".salle-code").InnerTextAsync());
        foreach (var texte in (string[])["Une navette", "Un vélo", "Une bêtise"])
        {
            await ContribuerAsync(telephone, texte);
        }

        await Expect(animatrice.Page.Locator("#attente .tableau-carte")).ToHaveCountAsync(3);
        await clavier.ActiverAsync("Afficher : Une navette");
        // the list is drawn again: a key pressed meanwhile would fall on a button that leaves
        await Expect(animatrice.Page.Locator("#tableau .tableau-carte")).ToHaveCountAsync(1);
        await clavier.ActiverAsync("Afficher : Un vélo");
        await Expect(animatrice.Page.Locator("#tableau .tableau-carte")).ToHaveCountAsync(2);
        await clavier.ActiverAsync("Écarter : Une bêtise");
        await Expect(animatrice.Page.Locator("#attente")).ToBeHiddenAsync();

        await clavier.EcrireAsync("Nouveau groupe", "Transports");
        await clavier.EntrerAsync();
        var groupe = animatrice.Page.GetByRole(AriaRole.Region, new() { Name = "Transports" });
        await Expect(groupe).ToBeVisibleAsync();
        foreach (var (texte, n) in new[] { ("Une navette", 1), ("Un vélo", 2) })
        {
            await clavier.ActiverAsync($"Déplacer… : {texte}");
            await clavier.AllerAsync("Groupe");
            await animatrice.Page.Keyboard.PressAsync("t");
            await clavier.ActiverAsync("Déplacer");
            await Expect(groupe.Locator(".tableau-carte")).ToHaveCountAsync(n);
        }

        await Expect(groupe.Locator("[data-texte]")).ToHaveTextAsync(["Une navette", "Un vélo"]);
        await clavier.ActiverAsync("Déplacer… : Un vélo");
        await clavier.ActiverAsync("Monter");
        await Expect(groupe.Locator("[data-texte]")).ToHaveTextAsync(["Un vélo", "Une navette"]);
        await Expect(animatrice.Page.Locator("#dit")).ToHaveTextAsync("Contribution placée en position 1.");
        await clavier.EntrerAsync();
        await Expect(animatrice.Page.Locator("#dit")).ToHaveTextAsync("Cette contribution est déjà la première de son groupe.");
        await animatrice.VerifierAsync("salle-animation-clavier");

        await clavier.ActiverAsync("Points");
        await Expect(telephone.Page.Locator("#points")).ToBeVisibleAsync();
        var pouce = new Clavier(telephone.Page);
        await pouce.ActiverAsync("Donner un point à « Transports »");
        await Expect(animatrice.Page.Locator("#n-points")).ToHaveTextAsync("1");
        await clavier.ActiverAsync("Résultats");
        await Expect(telephone.Page.Locator("#resultats")).ToContainTextAsync("1 point");
        await clavier.ActiverAsync("Fermer la salle");
        await clavier.ActiverAsync("Fermer la salle");
        await animatrice.AnnonceAsync("3 contributions de 1 participant, 1 point donné");
    }

    [Fact]
    public async Task L_ordre_du_jour_change_pendant_la_salle_et_chaque_ecran_le_montre()
    {
        var atelier = UnAtelier.Prevu(null, _convention.Id);
        await _site.Portail.SauverAsync(atelier, UneSalle.Ouverte(atelier));
        var salle = $"/conventions/{_convention.Id.Value}/ateliers/{atelier.Id.Value}/salle";
        var animatrice = await _site.ConnecterAsync(Role.Coordination, _convention.Id);
        await animatrice.AllerAsync(salle);
        await Expect(animatrice.Page.Locator("#dit")).ToHaveTextAsync("Le tableau est en direct.");
        var mur = await _site.ConnecterAsync(Role.Conseiller, _convention.Id);
        await mur.AllerAsync($"{salle}/projection");
        await Expect(mur.Page.Locator("#deroule")).ToHaveCountAsync(0);

        await ChangerAsync(new(null, "Accueil", 15, null, null), new(null, "Pause", 10, null, null));

        await Expect(mur.Page.Locator("#ensuite")).ToContainTextAsync("Ensuite : 1. Accueil, 15 min");
        await Expect(animatrice.Page.Locator("#dit")).ToHaveTextAsync("L’ordre du jour a changé.");
        await animatrice.CliquerAsync("Étape suivante");
        await Expect(mur.Page.Locator("#deroule [aria-current=step]")).ToContainTextAsync("1. Accueil");

        await ChangerAsync(new(null, "Accueil", 15, null, null), new(null, "Mot de la présidente", 5, null, null), new(null, "Pause", 10, null, null));

        await Expect(mur.Page.Locator("#deroule li")).ToHaveCountAsync(3);
        await Expect(mur.Page.Locator("#ensuite")).ToContainTextAsync("Ensuite : 2. Mot de la présidente, 5 min");
        await Expect(animatrice.Page.Locator("[data-suivante-libelle]")).ToHaveTextAsync("2. Mot de la présidente");
        await animatrice.CliquerAsync("Étape suivante");
        await Expect(mur.Page.Locator("#deroule [aria-current=step]")).ToContainTextAsync("2. Mot de la présidente");
        await mur.VerifierAsync("salle-mur-ordre-du-jour-change");

        Task ChangerAsync(params SaisieEtape[] etapes) => _site.Portail.EcrireAsync(async db =>
        {
            (await db.Ateliers.SingleAsync(a => a.Id == atelier.Id)).DefinirAgenda(etapes, StatutConvention.EnAteliers, UnAtelier.Le);
            await db.SaveChangesAsync();
        });
    }

    private async Task<Onglet> EntrerAsync(string code)
    {
        var telephone = await _site.NaviguerAsync(Ecran.Telephone);
        await telephone.AllerAsync($"/salle/{code}");
        await telephone.CliquerAsync("Entrer dans l’atelier");
        await Expect(telephone.Page.Locator("#contribuer")).ToBeVisibleAsync();
        return telephone;
    }

    private static async Task ContribuerAsync(Onglet telephone, string texte)
    {
        await telephone.Page.Locator(".salle-nature", new() { HasText = "Idée d’action" }).ClickAsync();
        await telephone.EcrireAsync("Votre texte", texte);
        await telephone.CliquerAsync("Envoyer");
        await Expect(telephone.Page.Locator("#miennes")).ToContainTextAsync(texte);
    }
}
