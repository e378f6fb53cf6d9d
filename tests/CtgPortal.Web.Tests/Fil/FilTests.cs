using System.Net;
using AngleSharp.Html.Dom;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Filiations;
using CtgPortal.Domain.Suivi;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using CtgPortal.Web.Tests.Comptes;

namespace CtgPortal.Web.Tests.Fil;

public sealed class FilTests(PostgresServer serveur) : IAsyncLifetime
{
    private PortailDeTest _portail = null!;
    private Convention _convention = null!;
    private Maillon _constat = null!;
    private Maillon _fiche = null!;
    private string _place = "";
    private NavigateurDeTest _coordination = null!;

    private string Adresse => $"/conventions/{_convention.Id.Value}/fil";

    public async ValueTask InitializeAsync()
    {
        _portail = await PortailDeTest.OuvrirAsync(serveur);
        _convention = UneConvention.Au(StatutConvention.EnRedaction);
        var diagnostic = UnDiagnostic.Commence(_convention.Id);
        _constat = Maillon.De(diagnostic.AjouterConstat("jeunesse", NatureConstat.Besoin, "Peu de bus le soir", StatutConvention.EnRedaction, UnPlan.Maintenant));
        var (plan, fiches) = UnPlan.Complet(_convention.Id, axes: 1, orientations: 1, fiches: 1);
        _fiche = Maillon.De(fiches[0].Id);
        _place = $"{plan.Axes[0].Id.Value}/{plan.Orientations[0].Id.Value}";
        await _portail.SauverAsync(_convention, diagnostic, plan, fiches[0], SuiviFiche.Commencer(fiches[0]));
        _coordination = new(await _portail.ConnecterAsync(Role.Coordination, _convention.Id));
    }

    public ValueTask DisposeAsync() => _portail.DisposeAsync();

    [Fact]
    public async Task Dit_ce_qui_est_sans_suite_et_sans_origine()
    {
        var actions = await _coordination.LireAsync(Adresse);
        var depart = await _coordination.LireAsync($"{Adresse}?vue=depart");

        Assert.Equal((HttpStatusCode.OK, "Du constat à l’action"), (actions.Statut, actions.Titre));
        Assert.Contains("dont 1 sans suite", actions.Texte, StringComparison.Ordinal);
        Assert.Contains("dont 1 sans origine", actions.Texte, StringComparison.Ordinal);
        Assert.NotNull(actions.Document.QuerySelector($"a[href='{Adresse}/relier/{_fiche}']"));
        Assert.NotNull(depart.Document.QuerySelector($"a[href='{Adresse}/suite?origines={_constat}']"));
    }

    [Fact]
    public async Task Un_constat_devient_une_fiche_qui_dit_d_ou_elle_vient()
    {
        var envoi = await _coordination.EnvoyerAsync(
            $"{Adresse}/suite?origines={_constat}&en=FicheAction", "", ("Input.Texte", "Une navette du soir"), ("Input.Place", _place));

        Assert.Equal(HttpStatusCode.Redirect, envoi.Statut);
        var fil = await _coordination.LireAsync(envoi.Vers!);
        var carte = fil.Document.QuerySelectorAll(".fil-carte").Single(c => c.TextContent.Contains("Une navette du soir", StringComparison.Ordinal));
        Assert.Contains("Peu de bus le soir", carte.TextContent, StringComparison.Ordinal);
        var fiche = await _coordination.LireAsync(((IHtmlAnchorElement)carte.QuerySelector(".fil-depart a")!).PathName);
        Assert.Contains("Issue de", fiche.Texte, StringComparison.Ordinal);
        Assert.Contains("Peu de bus le soir", fiche.Texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sans_rien_de_choisi_on_choisit_d_abord_un_constat()
    {
        var page = await _coordination.LireAsync($"{Adresse}/suite");

        Assert.Equal(HttpStatusCode.OK, page.Statut);
        Assert.Equal(_constat.ToString(), ((IHtmlInputElement)page.Document.QuerySelector("input[name=origines]")!).Value);
        Assert.Null(page.Document.QuerySelector("form[method=post] [name='Input.Texte']"));
    }

    [Fact]
    public async Task La_suite_est_preremplie_avec_ce_qui_a_ete_dit()
    {
        var page = await _coordination.LireAsync($"{Adresse}/suite?origines={_constat}&en=Axe");

        Assert.Equal("Peu de bus le soir", ((IHtmlTextAreaElement)page.Document.QuerySelector("textarea[name='Input.Texte']")!).Value);
        Assert.Null(page.Document.QuerySelector("[name='Input.Place']"));
    }

    [Fact]
    public async Task Sans_intitule_rien_n_est_fait_et_la_page_le_dit()
    {
        var envoi = await _coordination.EnvoyerAsync(
            $"{Adresse}/suite?origines={_constat}&en=FicheAction", "", ("Input.Texte", ""), ("Input.Place", _place));

        Assert.Equal(HttpStatusCode.BadRequest, envoi.Statut);
        Assert.Contains("Donnez un intitulé.", envoi.Texte, StringComparison.Ordinal);
        Assert.Contains("dont 1 sans suite", (await _coordination.LireAsync(Adresse)).Texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Une_fiche_se_relie_a_un_constat_puis_le_lien_se_retire()
    {
        var envoi = await _coordination.EnvoyerAsync($"{Adresse}/relier/{_fiche}", "", ("Origines", _constat.ToString()));
        Assert.Equal(HttpStatusCode.Redirect, envoi.Statut);
        var apres = await _coordination.LireAsync(Adresse);
        Assert.DoesNotContain("sans origine", apres.Texte, StringComparison.Ordinal);

        var lien = ((IHtmlInputElement)apres.Document.QuerySelector("input[name=filiation]")!).Value;
        var retrait = await _coordination.EnvoyerAsync(Adresse, "Delier", ("filiation", lien));

        Assert.Equal(HttpStatusCode.Redirect, retrait.Statut);
        Assert.Contains("dont 1 sans origine", (await _coordination.LireAsync(Adresse)).Texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sans_rien_choisir_la_page_le_dit()
    {
        var envoi = await _coordination.EnvoyerAsync($"{Adresse}/relier/{_fiche}", "");

        Assert.Equal(HttpStatusCode.BadRequest, envoi.Statut);
        Assert.Contains("Choisissez au moins une contribution ou un constat.", envoi.Texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_plan_fige_se_lit_et_ne_se_relie_plus()
    {
        var signee = UneConvention.Au(StatutConvention.EnSignature);
        var (plan, fiches) = UnPlan.Complet(signee.Id, axes: 1, orientations: 1, fiches: 1);
        await _portail.SauverAsync(signee, UnDiagnostic.Commence(signee.Id), plan, fiches[0], SuiviFiche.Commencer(fiches[0]));
        var conseil = new NavigateurDeTest(await _portail.ConnecterAsync(Role.Conseiller, signee.Id));
        var fil = $"/conventions/{signee.Id.Value}/fil";

        Assert.Null((await conseil.LireAsync(fil)).Document.QuerySelector(".fil-agir"));
        Assert.Equal(HttpStatusCode.Forbidden, (await conseil.LireAsync($"{fil}/relier/{Maillon.De(fiches[0].Id)}")).Statut);
    }

    [Theory]
    [InlineData("/suite?origines=n-importe-quoi")]
    [InlineData("/suite?origines=Constat-0192f0c1-2222-7333-8444-555566667777")]
    [InlineData("/relier/n-importe-quoi")]
    [InlineData("/relier/FicheAction-0192f0c1-2222-7333-8444-555566667777")]
    public async Task Ce_qui_n_existe_pas_est_introuvable(string chemin) =>
        Assert.Equal(HttpStatusCode.NotFound, (await _coordination.LireAsync(Adresse + chemin)).Statut);

    [Fact]
    public async Task Un_lecteur_lit_le_fil_sans_pouvoir_le_nouer()
    {
        var lecteur = new NavigateurDeTest(await _portail.ConnecterAsync(Role.Lecteur, _convention.Id));

        var page = await lecteur.LireAsync(Adresse);

        Assert.Equal(HttpStatusCode.OK, page.Statut);
        Assert.Null(page.Document.QuerySelector(".fil-agir"));
        Assert.Equal(HttpStatusCode.Forbidden, (await lecteur.LireAsync($"{Adresse}/relier/{_fiche}")).Statut);
        Assert.Equal(HttpStatusCode.Forbidden, (await lecteur.LireAsync($"{Adresse}/suite?origines={_constat}")).Statut);
    }
}
