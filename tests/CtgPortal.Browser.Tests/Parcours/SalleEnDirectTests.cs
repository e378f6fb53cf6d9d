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

/// <summary>A workshop as it is lived: somebody leads it, a wall shows it, phones take part, one of them loses its network.</summary>
public sealed class SalleEnDirectTests(PostgresServer serveur, Navigateur navigateur) : IAsyncLifetime
{
    private readonly Convention _convention = UneConvention.Au(StatutConvention.EnAteliers);
    private Site _site = null!;
    private Atelier _atelier = null!;

    private string Animation => $"/conventions/{_convention.Id.Value}/ateliers/{_atelier.Id.Value}/salle";

    public async ValueTask InitializeAsync()
    {
        _site = await Site.OuvrirAsync(serveur, navigateur);
        _atelier = UnAtelier.Prevu(null, _convention.Id);
        await _site.Portail.SauverAsync(_convention, UnDiagnostic.Commence(_convention.Id), UnPlan.Vide(_convention.Id), _atelier);
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Du_code_au_resultat_chaque_ecran_suit()
    {
        var animatrice = await _site.ConnecterAsync(Role.Coordination, _convention.Id);
        await animatrice.AllerAsync(Animation);
        await animatrice.CliquerAsync("Ouvrir la salle");
        await animatrice.AnnonceAsync("La salle est ouverte");
        var code = await animatrice.Page.Locator(".salle-code").InnerTextAsync();
        var collegue = await _site.ConnecterAsync(Role.Conseiller, _convention.Id);
        await collegue.AllerAsync($"{Animation}/projection");
        await Expect(collegue.Page.Locator(".mur-code")).ToContainTextAsync(code[..3]);

        var telephone = await EntrerAsync(code);
        await ContribuerAsync(telephone, "Idée d’action", "Une navette entre les bourgs le mercredi");
        await ContribuerAsync(telephone, "Menace", "<b>Les médecins partent</b>");

        // every screen, without anybody reloading
        await Expect(collegue.Page.Locator("#colonnes li")).ToHaveTextAsync(["<b>Les médecins partent</b>", "Une navette entre les bourgs le mercredi"]);
        await Expect(animatrice.Page.Locator("#tableau .tableau-carte")).ToHaveCountAsync(2);
        await Expect(telephone.Page.Locator("#miennes li")).ToHaveCountAsync(2);
        await Expect(telephone.Page.Locator("#miennes")).ToContainTextAsync("Affichée");
        await telephone.VerifierAsync("salle-telephone-contributions");
        await collegue.VerifierAsync("salle-mur-contributions");

        // grouped with the keyboard alone
        await animatrice.EcrireAsync("Nouveau groupe", "Se déplacer");
        await animatrice.Page.Keyboard.PressAsync("Enter");
        var groupe = animatrice.Page.GetByRole(AriaRole.Region, new() { Name = "Se déplacer" });
        await Expect(groupe).ToBeVisibleAsync();
        var carte = animatrice.Page.Locator(".tableau-carte", new() { HasText = "Une navette" });
        await carte.Locator("summary").PressAsync("Enter");
        await carte.Locator("select").PressAsync("s");
        await Expect(carte.Locator("select option:checked")).ToHaveTextAsync("Se déplacer");
        await animatrice.Page.Keyboard.PressAsync("Tab");
        await animatrice.Page.Keyboard.PressAsync("Enter");
        await Expect(groupe.Locator(".tableau-carte")).ToHaveCountAsync(1);
        await Expect(animatrice.Page.Locator("#dit")).ToHaveTextAsync("Contribution déplacée vers « Se déplacer ».");
        await Expect(carte.Locator("summary")).ToBeFocusedAsync();
        await Expect(collegue.Page.Locator(".mur-colonne").First).ToContainTextAsync("Se déplacer");
        await animatrice.VerifierAsync("salle-animation");

        await animatrice.CliquerAsync("Points");
        await Expect(telephone.Page.Locator("#points")).ToBeVisibleAsync();
        var plus = telephone.Page.GetByRole(AriaRole.Button, new() { Name = "Donner un point à « Se déplacer »" });
        for (var i = 0; i < 6; i++)
        {
            await plus.FocusAsync();
            await telephone.Page.Keyboard.PressAsync("Enter");
        }

        await Expect(telephone.Page.Locator("#points-reste")).ToHaveTextAsync("Enregistré. Tous vos points sont donnés.");
        await telephone.VerifierAsync("salle-telephone-points");
        await Expect(animatrice.Page.Locator("#n-points")).ToHaveTextAsync("5");
        await animatrice.CliquerAsync("Résultats");
        await Expect(collegue.Page.Locator("#barres tr").First).ToContainTextAsync("Se déplacer");
        await Expect(collegue.Page.Locator("#barres .nombre").First).ToHaveTextAsync("5");
        await Expect(telephone.Page.Locator("#resultats")).ToContainTextAsync("5 points");
        await collegue.VerifierAsync("salle-mur-resultats");

        await animatrice.Page.GetByText("Fermer la salle", new() { Exact = true }).First.ClickAsync();
        await animatrice.Page.Locator("form[action*=Fermer] .btn-danger").ClickAsync();
        await animatrice.AnnonceAsync("2 contributions de 1 participant, 5 points donnés");
        await Expect(telephone.Page.Locator("#reseau")).ToContainTextAsync("La salle est fermée");
    }

    [Fact]
    public async Task Un_telephone_perd_le_reseau_ecrit_recharge_et_tout_part_une_fois()
    {
        await _site.Portail.SauverAsync(UneSalle.Ouverte(_atelier));
        var telephone = await EntrerAsync(UneSalle.Code);
        await ContribuerAsync(telephone, "Force", "Avant la coupure");
        await Expect(telephone.Page.Locator("#miennes")).ToContainTextAsync("Affichée");
        await telephone.Page.EvaluateAsync("navigator.serviceWorker.ready");
        await telephone.Page.ReloadAsync();

        await telephone.Page.Context.SetOfflineAsync(true);
        await ContribuerAsync(telephone, "Force", "Sans réseau, un");
        await ContribuerAsync(telephone, "Force", "Sans réseau, deux");
        await Expect(telephone.Page.Locator("#reseau")).ToContainTextAsync("2 contributions en attente du réseau");
        await telephone.CapturerAsync("salle-telephone-hors-ligne");
        await telephone.Page.ReloadAsync();
        await Expect(telephone.Page.Locator("#reseau")).ToContainTextAsync("2 contributions en attente du réseau");
        Assert.Equal(1, await _site.Portail.LireAsync(db => db.Contributions.CountAsync()));

        await telephone.Page.Context.SetOfflineAsync(false);
        await Expect(telephone.Page.Locator("#miennes li[data-etat=visible]")).ToHaveCountAsync(3);
        await Expect(telephone.Page.Locator("#reseau")).ToBeEmptyAsync();
        await telephone.Page.ReloadAsync();

        await Expect(telephone.Page.Locator("#miennes li")).ToHaveCountAsync(3);
        Assert.Equal(
            ["Avant la coupure", "Sans réseau, deux", "Sans réseau, un"],
            await _site.Portail.LireAsync(db => db.Contributions.Select(c => c.Texte).Order().ToListAsync()));
    }

    [Fact]
    public async Task Une_reponse_perdue_n_envoie_pas_deux_fois()
    {
        await _site.Portail.SauverAsync(UneSalle.Ouverte(_atelier));
        // its worker may take the page over meanwhile, and what goes through it is not seen by the test
        var telephone = await EntrerAsync(UneSalle.Code, sansReserve: true);
        var perdues = 0;

        // nor does the live channel tell
        await telephone.Page.RouteWebSocketAsync("**/salle/direct", canal => canal.CloseAsync());
        await telephone.Page.ReloadAsync();

        // the portal keeps it, and its answer never comes back
        await telephone.Page.RouteAsync("**/*handler=Contribuer", async route =>
        {
            var reponse = await route.FetchAsync();
            if (Interlocked.Increment(ref perdues) == 1)
            {
                await route.AbortAsync("connectionreset");
            }
            else
            {
                await route.FulfillAsync(new() { Response = reponse });
            }
        });
        await ContribuerAsync(telephone, "Force", "Une seule fois");

        await Expect(telephone.Page.Locator("#miennes li[data-etat=visible]")).ToHaveCountAsync(1);
        Assert.Equal(2, perdues);
        Assert.Equal(1, await _site.Portail.LireAsync(db => db.Contributions.CountAsync()));
    }

    [Fact]
    public async Task Glisser_une_contribution_la_range_et_une_contribution_deplacee_par_un_autre_le_dit()
    {
        var (contribution, autre) = (UnAtelier.Contribution(_atelier), UnAtelier.Contribution(_atelier, "Peu de bus", NatureContribution.Faiblesse, 2));
        var salle = UneSalle.Ouverte(_atelier);
        await _site.Portail.SauverAsync(salle, contribution, autre, Groupe.Creer(salle, UnAtelier.Situation(_atelier), "S’entraider", 0, 0));
        var animatrice = await _site.ConnecterAsync(Role.Coordination, _convention.Id);
        await animatrice.AllerAsync(Animation);
        var groupe = animatrice.Page.GetByRole(AriaRole.Region, new() { Name = "S’entraider" });
        await Expect(animatrice.Page.Locator("#dit")).ToHaveTextAsync("Le tableau est en direct.");

        await animatrice.Page.Locator(".tableau-carte", new() { HasText = "Un réseau de bénévoles" }).Locator("[data-texte]").DragToAsync(groupe.Locator("[data-liste]"));
        await Expect(animatrice.Page.Locator("#dit")).ToHaveTextAsync("Contribution déplacée.");
        await Expect(groupe.Locator(".tableau-carte")).ToHaveCountAsync(1);
        Assert.NotNull(await _site.Portail.LireAsync(db => db.Contributions.Where(c => c.Id == contribution.Id).Select(c => c.GroupeId).SingleAsync()));

        // then above the one that is there already
        await _site.Portail.EcrireAsync(async db =>
        {
            (await db.Contributions.SingleAsync(c => c.Id == autre.Id)).Deplacer(await db.Groupes.SingleAsync(), 8, await db.Salles.SingleAsync(), UnAtelier.Situation(_atelier));
            await db.SaveChangesAsync();
        });
        await Expect(groupe.Locator("[data-texte]")).ToHaveTextAsync(["Un réseau de bénévoles", "Peu de bus"]);
        await groupe.Locator("[data-texte]", new() { HasText = "Peu de bus" }).DragToAsync(
            groupe.Locator("[data-texte]", new() { HasText = "Un réseau de bénévoles" }), new() { TargetPosition = new() { X = 5, Y = 2 } });
        await Expect(animatrice.Page.Locator("#dit")).ToHaveTextAsync("Contribution déplacée dans son groupe.");
        await Expect(groupe.Locator("[data-texte]")).ToHaveTextAsync(["Peu de bus", "Un réseau de bénévoles"]);

        // somebody moved it between what she sees and what she does
        var carte = animatrice.Page.Locator(".tableau-carte", new() { HasText = "Peu de bus" });
        await animatrice.Page.RouteAsync("**/*handler=Ecarter", async route =>
        {
            await _site.Portail.EcrireAsync(async db =>
            {
                var peu = await db.Contributions.SingleAsync(c => c.Id == autre.Id);
                peu.Deplacer(null, 9, await db.Salles.SingleAsync(), UnAtelier.Situation(_atelier));
                await db.SaveChangesAsync();
            });
            await route.ContinueAsync();
        });
        await carte.GetByRole(AriaRole.Button, new() { Name = "Écarter" }).ClickAsync();

        await Expect(animatrice.Page.Locator("#refus")).ToContainTextAsync("Quelqu’un a enregistré une autre modification");
        await Expect(groupe.Locator(".tableau-carte")).ToHaveCountAsync(1);
    }

    /// <param name="sansReserve">A browser that keeps no page for when it is offline.</param>
    private async Task<Onglet> EntrerAsync(string code, bool sansReserve = false)
    {
        var telephone = await _site.NaviguerAsync(Ecran.Telephone);
        if (sansReserve)
        {
            await telephone.Page.AddInitScriptAsync("delete Navigator.prototype.serviceWorker;");
        }

        await telephone.AllerAsync("/salle");
        await telephone.EcrireAsync("Code de la salle", code.ToLowerInvariant());
        await telephone.CliquerAsync("Rejoindre l’atelier");
        await telephone.CliquerAsync("Entrer dans l’atelier");
        await Expect(telephone.Page.Locator("#contribuer")).ToBeVisibleAsync();
        return telephone;
    }

    private static async Task ContribuerAsync(Onglet telephone, string nature, string texte)
    {
        await telephone.Page.Locator(".salle-nature", new() { HasText = nature }).ClickAsync();
        await telephone.EcrireAsync("Votre texte", texte);
        await telephone.CliquerAsync("Envoyer");
        await Expect(telephone.Page.Locator("#miennes")).ToContainTextAsync(texte);
    }
}
