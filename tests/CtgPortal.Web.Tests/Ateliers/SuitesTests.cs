using AngleSharp.Html.Dom;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Filiations;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using CtgPortal.Web.Tests.Comptes;

namespace CtgPortal.Web.Tests.Ateliers;

/// <summary>What was said in a workshop, and what it became, on the pages of the workshop and of the constat.</summary>
public sealed class SuitesTests(PostgresServer serveur) : IAsyncLifetime
{
    private PortailDeTest _portail = null!;
    private Convention _convention = null!;
    private Atelier _atelier = null!;
    private Maillon _benevoles = null!;
    private Maillon _bus = null!;
    private Maillon _groupe = null!;
    private NavigateurDeTest _coordination = null!;

    private string Convention => $"/conventions/{_convention.Id.Value}";

    private string Adresse => $"{Convention}/ateliers/{_atelier.Id.Value}";

    public async ValueTask InitializeAsync()
    {
        _portail = await PortailDeTest.OuvrirAsync(serveur);
        await PreparerAsync(StatutConvention.EnRedaction);
        _coordination = new(await _portail.ConnecterAsync(Role.Coordination, _convention.Id));
    }

    public ValueTask DisposeAsync() => _portail.DisposeAsync();

    [Fact]
    public async Task Un_atelier_clos_laisse_donner_une_suite_a_une_contribution_et_dit_ce_qu_elle_est_devenue()
    {
        var page = await _coordination.LireAsync(Adresse);
        var suite = ((IHtmlAnchorElement)page.Document.QuerySelector($"[id='{_bus}'] a[href*='/fil/suite']")!).GetAttribute("href")!;
        Assert.Null(page.Document.QuerySelector(".fil-devenue"));

        var envoi = await _coordination.EnvoyerAsync($"{suite}&en=Constat", "", ("Input.Champ", "jeunesse"), ("Input.Nature", "Faiblesse"));

        Assert.NotNull(envoi.Vers);
        var devenue = (await _coordination.LireAsync(Adresse)).Document.QuerySelector($"[id='{_bus}'] .fil-devenue")!;
        Assert.StartsWith("Devenue :", devenue.TextContent.Trim(), StringComparison.Ordinal);
        var constat = await _coordination.LireAsync(((IHtmlAnchorElement)devenue.QuerySelector("a")!).PathName);
        Assert.NotNull(constat.Document.QuerySelector($"a[href='{Adresse}#{_bus}']"));
        Assert.Contains("Aucun axe ni aucune fiche ne répond encore à ce constat.", constat.Texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_constat_dit_ce_qu_il_est_devenu()
    {
        var envoi = await _coordination.EnvoyerAsync(
            $"{Convention}/fil/suite?origines={_bus}&en=Constat", "", ("Input.Champ", "jeunesse"), ("Input.Nature", "Faiblesse"));
        var adresse = ((IHtmlAnchorElement)(await _coordination.LireAsync(envoi.Vers!)).Document.QuerySelector(".fil-depart a[href*='/constats/']")!).PathName;
        var suite = (await _coordination.LireAsync(adresse)).Document.QuerySelector("main a[href*='/fil/suite']")!.GetAttribute("href")!;

        await _coordination.EnvoyerAsync($"{suite}&en=Axe", "", ("Input.Texte", "Se déplacer"));

        var constat = await _coordination.LireAsync(adresse);
        Assert.DoesNotContain("Aucun axe ni aucune fiche", constat.Texte, StringComparison.Ordinal);
        Assert.Contains("Se déplacer", constat.Texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plusieurs_contributions_cochees_et_un_groupe_partent_ensemble()
    {
        var page = await _coordination.LireAsync(Adresse);
        var formulaire = (IHtmlFormElement)page.Document.QuerySelector("form#suite")!;
        Assert.Equal(("get", $"{Convention}/fil/suite"), (formulaire.Method, formulaire.GetAttribute("action")));
        var cases = page.Document.QuerySelectorAll("input[type=checkbox][form=suite][name=origines]").Select(c => c.GetAttribute("value")!).ToList();
        Assert.Equivalent(new[] { _groupe.ToString(), _benevoles.ToString(), _bus.ToString() }, cases, strict: true);

        var choisies = $"{Convention}/fil/suite?{string.Join('&', cases.Select(c => $"origines={c}"))}&en=Axe";
        var suite = await _coordination.LireAsync(choisies);

        Assert.Equal(3, suite.Document.QuerySelectorAll(".fil-rappel > li").Length);
        await _coordination.EnvoyerAsync(choisies, "", ("Input.Texte", "Se déplacer"));
        var apres = await _coordination.LireAsync(Adresse);
        Assert.Equal(3, apres.Document.QuerySelectorAll(".fil-devenue").Length);
        Assert.StartsWith("Devenu :", apres.Document.QuerySelector($"[id='{_groupe}'] .fil-devenue")!.TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Qui_ne_fait_que_lire_ou_un_plan_fige_n_offrent_aucune_suite()
    {
        var lecteur = new NavigateurDeTest(await _portail.ConnecterAsync(Role.Lecteur, _convention.Id));
        Assert.Null((await lecteur.LireAsync(Adresse)).Document.QuerySelector("#suite, .fil-choisir"));

        await PreparerAsync(StatutConvention.EnSignature);
        var conseil = new NavigateurDeTest(await _portail.ConnecterAsync(Role.Conseiller, _convention.Id));
        var page = await conseil.LireAsync(Adresse);
        Assert.NotNull(page.Document.QuerySelector($"[id='{_bus}']"));
        Assert.Null(page.Document.QuerySelector("#suite, .fil-choisir"));
    }

    private async Task PreparerAsync(StatutConvention etape)
    {
        _convention = UneConvention.Au(etape);
        var (atelier, contribution) = UnAtelier.Tenu(_convention.Id);
        var bus = UnAtelier.Contribution(atelier, "Peu de bus", NatureContribution.Faiblesse, 2);
        var salle = UneSalle.Ouverte(atelier);
        var groupe = Groupe.Creer(salle, UnAtelier.Situation(atelier), "Se déplacer", 0, 0);
        bus.Deplacer(groupe, 1, salle, UnAtelier.Situation(atelier));
        salle.Fermer(new(2, 0, 0), UnAtelier.Situation(atelier), UnAtelier.Le);
        atelier.Clore("Trois priorités.", StatutConvention.EnAteliers, UnAtelier.Le);
        await _portail.SauverAsync(_convention, UnDiagnostic.Commence(_convention.Id), UnPlan.Vide(_convention.Id), atelier, salle, groupe, contribution, bus);
        (_atelier, _benevoles, _bus, _groupe) = (atelier, Maillon.De(contribution.Id), Maillon.De(bus.Id), Maillon.De(groupe.Id));
    }
}
