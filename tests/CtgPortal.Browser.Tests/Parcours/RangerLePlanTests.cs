using CtgPortal.Application.Plans;
using CtgPortal.Browser.Tests.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using CtgPortal.Domain.Suivi;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CtgPortal.Browser.Tests.Parcours;

/// <summary>The tree is put in order by mouse or by keyboard: each move is saved, said, and leaves nothing wrong in the page.</summary>
public sealed class RangerLePlanTests(PostgresServer serveur, Navigateur navigateur)
{
    // the pointer crosses the page as a hand moves it: the tree answers on the way
    private const int PasDeLaSouris = 12;

    [Fact]
    public async Task Un_axe_une_orientation_et_une_fiche_se_tirent_a_la_souris()
    {
        await using var site = await Site.OuvrirAsync(serveur, navigateur);
        var (onglet, plan, fiches) = await OuvrirAsync(site);

        await TirerAsync(onglet, "axe", plan.Axes[0].Id.Value, plan.Axes[1].Id.Value);
        await onglet.AnnonceAsync("« Axe 1 » est à sa nouvelle place");
        await TirerAsync(onglet, "orientation", Orientation("1.1"), Orientation("1.2"));
        await onglet.AnnonceAsync("« Orientation 1.1 » est à sa nouvelle place");
        await TirerAsync(onglet, "fiche", fiches[0].Id.Value, fiches[1].Id.Value);
        await onglet.AnnonceAsync("« Fiche 1.1.1 » est à sa nouvelle place");
        await onglet.VerifierAsync("plan-souris");

        await ResteAsync(onglet, plan);

        Guid Orientation(string numero) => plan.Orientations.Single(o => o.Intitule == $"Orientation {numero}").Id.Value;
    }

    [Fact]
    public async Task Un_axe_une_orientation_et_une_fiche_se_rangent_au_clavier_sans_perdre_sa_place()
    {
        await using var site = await Site.OuvrirAsync(serveur, navigateur);
        var (onglet, plan, fiches) = await OuvrirAsync(site);
        var clavier = new Clavier(onglet.Page);

        await DescendreAsync("Axe 1", plan.Axes[0].Id.Value);
        await DescendreAsync("Orientation 1.1", plan.Orientations[0].Id.Value);
        await DescendreAsync("Fiche 1.1.1", fiches[0].Id.Value);
        await onglet.VerifierAsync("plan-clavier");

        await ResteAsync(onglet, plan);

        async Task DescendreAsync(string intitule, Guid id)
        {
            await clavier.ActiverAsync($"Descendre : {intitule}");
            await onglet.AnnonceAsync($"« {intitule} » est à sa nouvelle place");
            await Expect(onglet.Page.Locator($"[id='Monter-{id}']")).ToBeFocusedAsync();
        }
    }

    [Fact]
    public async Task La_liste_des_places_s_ouvre_sur_l_arbre_dit_ses_refus_et_rend_le_clavier()
    {
        await using var site = await Site.OuvrirAsync(serveur, navigateur);
        var (onglet, plan, fiches) = await OuvrirAsync(site);
        var clavier = new Clavier(onglet.Page);
        var (dialogue, lien) = (onglet.Page.Locator("#deplacer"), onglet.Page.Locator($"[id='Deplacer-{fiches[0].Id.Value}']"));

        await clavier.ActiverAsync("Déplacer ailleurs : Fiche 1.1.1");
        await Expect(onglet.Champ("Nouvelle place")).ToBeFocusedAsync();
        await Expect(dialogue).ToContainTextAsync("Fiche 1.1.1");
        await onglet.VerifierAsync("plan-deplacer-dialogue");
        await onglet.Page.Keyboard.PressAsync("Escape");
        await Expect(dialogue).ToBeHiddenAsync();
        await Expect(lien).ToBeFocusedAsync();

        // somebody else changes the plan between the list and the choice
        await clavier.EntrerAsync();
        await Expect(onglet.Champ("Nouvelle place")).ToBeFocusedAsync();
        await site.Portail.EnvoyerAsync(new DeplacerAxe.Command(plan.ConventionId, plan.Revision, plan.Axes[0].Id, 2), Fonds.Conseil);
        await onglet.Champ("Nouvelle place").SelectOptionAsync(new SelectOptionValue { Label = "Après 2 – Fiche 1.1.2" });
        await dialogue.GetByRole(AriaRole.Button, new() { Name = "Déplacer", Exact = true }).ClickAsync();
        await Expect(dialogue).ToContainTextAsync("Rien n’a été déplacé");
        await Expect(onglet.Page.Locator(".plan-axe h2")).ToContainTextAsync(["Axe 2", "Axe 1"]);
        await onglet.VerifierAsync("plan-deplacer-refus");

        await onglet.Champ("Nouvelle place").SelectOptionAsync(new SelectOptionValue { Label = "Après 6 – Fiche 1.1.2" });
        await dialogue.GetByRole(AriaRole.Button, new() { Name = "Déplacer", Exact = true }).ClickAsync();
        await onglet.AnnonceAsync("« Fiche 1.1.1 » est à sa nouvelle place");
        await Expect(dialogue).ToBeHiddenAsync();
        await Expect(lien).ToBeFocusedAsync();
        await Expect(onglet.Page.Locator(".plan-fiche-titre")).ToHaveTextAsync(
            ["Fiche 2.1.1", "Fiche 2.1.2", "Fiche 2.2.1", "Fiche 2.2.2", "Fiche 1.1.2", "Fiche 1.1.1", "Fiche 1.2.1", "Fiche 1.2.2"]);
    }

    private static async Task<(Onglet Onglet, Plan Plan, IReadOnlyList<FicheAction> Fiches)> OuvrirAsync(Site site)
    {
        var convention = UneConvention.Au(StatutConvention.EnRedaction);
        var (plan, fiches) = UnPlan.Complet(convention.Id, axes: 2, orientations: 2, fiches: 2);
        await site.Portail.SauverAsync([convention, plan, .. fiches, .. fiches.Select(SuiviFiche.Commencer)]);
        var onglet = await site.ConnecterAsync(Fonds.Conseil);
        await onglet.AllerAsync($"/conventions/{convention.Id.Value}/plan");
        return (onglet, plan, fiches);
    }

    /// <summary>Holds one by its handle and drops it on the other.</summary>
    private static async Task TirerAsync(Onglet onglet, string quoi, Guid tire, Guid sur)
    {
        var (souris, poignee, cible) = (onglet.Page.Mouse, Poignee(tire), Poignee(sur));
        // near an edge of the window, the page would go on scrolling under the pointer
        await poignee.EvaluateAsync("poignee => poignee.scrollIntoView({ block: 'center' })");
        var (x, y) = await CentreAsync(poignee);
        await souris.MoveAsync(x, y);
        await souris.DownAsync();
        await souris.MoveAsync(x + 8, y + 8, new() { Steps = 2 });

        // the rest of the plan folds once the move has begun
        await Expect(onglet.Page.Locator($"#plan.plan-tire-{quoi}")).ToBeVisibleAsync();
        var (versX, versY) = await CentreAsync(cible);
        await souris.MoveAsync(versX, versY, new() { Steps = PasDeLaSouris });
        await souris.UpAsync();

        ILocator Poignee(Guid id) => onglet.Page.Locator($"[id='{quoi}-{id}'] > :is(.plan-axe-tete, .plan-branche-tete, .plan-fiche-numero)");
    }

    private static async Task<(float X, float Y)> CentreAsync(ILocator element)
    {
        var cadre = (await element.BoundingBoxAsync())!;
        return (cadre.X + (cadre.Width / 2), cadre.Y + (cadre.Height / 2));
    }

    /// <summary>Asks for the page again: what it shows is kept.</summary>
    private static async Task ResteAsync(Onglet onglet, Plan plan)
    {
        await onglet.AllerAsync($"/conventions/{plan.ConventionId.Value}/plan");
        await Expect(onglet.Page.Locator(".plan-axe h2")).ToContainTextAsync(["Axe 2", "Axe 1"]);
        await Expect(onglet.Page.Locator(".plan-branche h3")).ToContainTextAsync(["Orientation 2.1", "Orientation 2.2", "Orientation 1.2", "Orientation 1.1"]);
        await Expect(onglet.Page.Locator(".plan-fiche-titre")).ToHaveTextAsync(
            ["Fiche 2.1.1", "Fiche 2.1.2", "Fiche 2.2.1", "Fiche 2.2.2", "Fiche 1.2.1", "Fiche 1.2.2", "Fiche 1.1.2", "Fiche 1.1.1"]);
    }
}
