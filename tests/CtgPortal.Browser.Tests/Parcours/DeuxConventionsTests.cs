using CtgPortal.Browser.Tests.Common;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Filiations;
using CtgPortal.Domain.Suivi;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CtgPortal.Browser.Tests.Parcours;

/// <summary>One workshop of two neighbours: each takes what it wants into its own diagnostic and plan.</summary>
public sealed class DeuxConventionsTests(PostgresServer serveur, Navigateur navigateur) : IAsyncLifetime
{
    private readonly Convention _vans = UneConvention.Au(StatutConvention.EnRedaction, UneConvention.Ouverture(UneConvention.Cadre("CTG Pays des Vans")));
    private readonly Convention _drobie = UneConvention.Au(StatutConvention.EnRedaction, UneConvention.Ouverture(UneConvention.Cadre("CTG Beaume-Drobie")));
    private Site _site = null!;
    private Atelier _atelier = null!;
    private Contribution _navette = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await Site.OuvrirAsync(serveur, navigateur);
        (_atelier, _) = UnAtelier.Clos(_vans.Id, _drobie.Id);
        _navette = UnAtelier.Contribution(_atelier, "Une navette le mercredi", NatureContribution.IdeeAction);
        var (plan, fiches) = UnPlan.Complet(_drobie.Id, axes: 1, orientations: 1, fiches: 1);
        await _site.Portail.SauverAsync(
            _vans, _drobie, UnDiagnostic.Commence(_vans.Id), UnDiagnostic.Commence(_drobie.Id), UnPlan.Vide(_vans.Id), plan, fiches[0],
            SuiviFiche.Commencer(fiches[0]), _atelier, _navette);
        await _site.InscrireAsync("deux@demo.test", "Camille", "Essai", Sur(_vans), Sur(_drobie));
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Une_contribution_devient_un_constat_chez_l_une_et_une_fiche_chez_l_autre()
    {
        var onglet = await _site.ConnecterAsync("deux@demo.test");

        await DonnerUneSuiteAsync(onglet, _vans, "En faire un constat du diagnostic");
        await onglet.ChoisirAsync("Champ", await PremierAsync(onglet, "Champ"));
        await onglet.Page.Locator("[name='Input.Nature'][value=Besoin]").CheckAsync();
        await onglet.CliquerAsync("En faire un constat du diagnostic");
        await onglet.AnnonceAsync("C’est fait");

        await DonnerUneSuiteAsync(onglet, _drobie, "En faire une fiche action");
        await onglet.EcrireAsync("Intitulé", "Navette de la Drobie");
        await onglet.ChoisirAsync("Place dans le plan", await PremierAsync(onglet, "Place dans le plan"));
        await onglet.CliquerAsync("En faire une fiche action");
        await onglet.AnnonceAsync("C’est fait");

        // each thread is its own
        await onglet.AllerAsync($"/conventions/{_vans.Id.Value}/fil?vue=depart");
        await Expect(onglet.Page.Locator(".fil-carte")).ToHaveCountAsync(1);
        await Expect(onglet.Page.Locator(".fil-carte")).ToContainTextAsync("Une navette le mercredi");
        await Expect(onglet.Page.Locator("main")).Not.ToContainTextAsync("Navette de la Drobie");
        await onglet.AllerAsync($"/conventions/{_drobie.Id.Value}/fil");
        var fiche = onglet.Page.Locator(".fil-carte", new() { HasText = "Navette de la Drobie" });
        await Expect(fiche).ToContainTextAsync("Une navette le mercredi");
        await Expect(onglet.Page.Locator(".fil-etapes")).ToContainTextAsync("0 constat");

        // and on the page of the workshop each sees what it made of it
        await fiche.GetByRole(AriaRole.Link, new() { Name = "Une navette le mercredi" }).ClickAsync();
        var ici = onglet.Page.Locator($"[id='{Maillon.De(_navette.Id)}'] .fil-devenue");
        await Expect(ici.GetByRole(AriaRole.Link)).ToHaveTextAsync("Navette de la Drobie");
        await onglet.VerifierAsync("atelier-devenue");
        await onglet.RedimensionnerAsync(Ecran.Telephone);
        await onglet.VerifierAsync("atelier-devenue-telephone");
        await onglet.AllerAsync(Page(_vans));
        await Expect(ici.GetByRole(AriaRole.Link)).ToHaveTextAsync("Une navette le mercredi");
    }

    [Fact]
    public async Task Le_bouton_de_plusieurs_suites_parait_des_qu_une_contribution_est_choisie()
    {
        var onglet = await _site.ConnecterAsync("deux@demo.test");
        await onglet.AllerAsync(Page(_vans));
        var bouton = onglet.Page.GetByRole(AriaRole.Button, new() { Name = "Donner une suite aux contributions choisies" });
        await Expect(bouton).ToBeHiddenAsync();

        await onglet.Page.GetByLabel("Choisir : Une navette le mercredi").CheckAsync();
        await onglet.VerifierAsync("atelier-choisir");
        await bouton.ClickAsync();

        await onglet.TitreAsync("Donner une suite");
        await Expect(onglet.Page.Locator(".fil-rappel")).ToContainTextAsync("Une navette le mercredi");
    }

    private static Habilitation Sur(Convention convention) => new(Role.Coordination, Portee.Convention, convention.Id.Value.ToString());

    private string Page(Convention convention) => $"/conventions/{convention.Id.Value}/ateliers/{_atelier.Id.Value}";

    private async Task DonnerUneSuiteAsync(Onglet onglet, Convention convention, string quoi)
    {
        await onglet.AllerAsync(Page(convention));
        await onglet.Page.Locator($"[id='{Maillon.De(_navette.Id)}']").GetByRole(AriaRole.Link, new() { Name = "Lui donner une suite" }).ClickAsync();
        await onglet.SuivreAsync(quoi);
        await Expect(onglet.Page.Locator("[aria-current=page]", new() { HasText = quoi })).ToBeVisibleAsync();
    }

    /// <summary>The first choice that is not « Choisir… ».</summary>
    private static Task<string> PremierAsync(Onglet onglet, string champ) =>
        onglet.Champ(champ).EvaluateAsync<string>("liste => [...liste.options].find(o => o.value).label");
}
