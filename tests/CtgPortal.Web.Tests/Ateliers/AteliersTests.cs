using System.Net;
using AngleSharp.Html.Dom;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Territoires;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using CtgPortal.Web.Tests.Comptes;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Web.Tests.Ateliers;

public sealed class AteliersTests(PostgresServer serveur) : IAsyncLifetime
{
    private PortailDeTest _portail = null!;
    private Convention _convention = null!;
    private Convention _voisine = null!;
    private NavigateurDeTest _coordination = null!;

    private string Adresse => $"/conventions/{_convention.Id.Value}/ateliers";

    public async ValueTask InitializeAsync()
    {
        _portail = await PortailDeTest.OuvrirAsync(serveur);
        _convention = UneConvention.Au(StatutConvention.EnAteliers);
        _voisine = UneConvention.Au(
            StatutConvention.EnDiagnostic,
            UneConvention.Ouverture(UneConvention.Cadre("CTG Beaume-Drobie"), titulaires: [new(TypeTerritoire.Epci, "240700302", "CC du Pays Beaume-Drobie")]));
        await _portail.SauverAsync(_convention, _voisine);
        _coordination = new(await _portail.ConnecterAsync(SurConvention(_convention), SurConvention(_voisine)));
    }

    public ValueTask DisposeAsync() => _portail.DisposeAsync();

    [Fact]
    public async Task Une_liste_vide_dit_par_quoi_commencer() =>
        Assert.NotNull((await _coordination.LireAsync(Adresse)).Document.QuerySelector($".etat-vide a[href='{Adresse}/nouveau']"));

    [Fact]
    public async Task Un_atelier_partage_se_prepare_et_figure_des_deux_cotes()
    {
        var envoi = await _coordination.EnvoyerAsync(
            $"{Adresse}/nouveau", "", ("Input.Intitule", "Forces et faiblesses"), ("Input.Date", "2026-12-01"), ("Input.Themes", "jeunesse"),
            ("Input.AutresThemes", "mobilité\nsport"), ("PartageAvec", _voisine.Id.Value.ToString()));

        Assert.Equal(HttpStatusCode.Redirect, envoi.Statut);
        var page = await _coordination.LireAsync(envoi.Vers!);
        Assert.Equal("Forces et faiblesses", page.Titre);
        Assert.Contains("jeunesse, mobilité, sport", page.Texte, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector($"dd a[href='/conventions/{_voisine.Id.Value}']"));
        var liste = await _coordination.LireAsync($"/conventions/{_voisine.Id.Value}/ateliers");
        Assert.Equal("Forces et faiblesses", liste.Document.QuerySelector("#a-venir ~ ul .carte-lien")!.TextContent);
    }

    [Fact]
    public async Task Un_atelier_sans_intitule_est_redemande_avec_ce_qui_etait_tape()
    {
        var page = await _coordination.EnvoyerAsync(
            $"{Adresse}/nouveau", "", ("Input.Lieu", "Hirson"), ("Input.Date", "2026-13-45"), ("PartageAvec", _voisine.Id.Value.ToString()));

        Assert.Equal(HttpStatusCode.BadRequest, page.Statut);
        Assert.Equal(("Hirson", true), (Champ(page, "Input.Lieu").Value, Champ(page, "PartageAvec").IsChecked));
        var intitule = await _coordination.EnvoyerAsync($"{Adresse}/nouveau", "", ("Input.Lieu", "Hirson"));
        Assert.Equal((HttpStatusCode.BadRequest, "Donnez un intitulé à l’atelier."), (intitule.Statut, intitule.Erreurs));
    }

    [Fact]
    public async Task Les_contributions_s_enchainent_dans_la_meme_nature()
    {
        var adresse = await TenuAsync();

        var envoi = await _coordination.EnvoyerAsync(
            adresse, f => f.Id == "contribuer", ("Input.Nature", "IdeeAction"), ("Input.Texte", "Une navette"), ("Input.Organisation", "Csac"));
        Assert.Equal(HttpStatusCode.Redirect, envoi.Statut);
        Assert.EndsWith("#contribuer", envoi.Vers, StringComparison.Ordinal);
        var page = await _coordination.LireAsync(envoi.Vers!);

        Assert.True(Assert.IsType<IHtmlInputElement>(page.Document.QuerySelector("[name='Input.Nature'][value=IdeeAction]"), exactMatch: false).IsChecked);
        Assert.Equal("Csac", Champ(page, "Input.Organisation").Value);
        Assert.NotNull(page.Document.QuerySelector("textarea[name='Input.Texte'][autofocus]"));
        Assert.Equal(["Force", "Idée d’action"], page.Document.QuerySelectorAll(".panneau-colonne h3 .pastille").Select(p => p.TextContent.Trim()));
    }

    [Fact]
    public async Task Une_contribution_vide_est_redemandee()
    {
        var page = await _coordination.EnvoyerAsync(await TenuAsync(), f => f.Id == "contribuer", ("Input.Texte", " "), ("Input.Organisation", "Csac"));

        Assert.Equal(HttpStatusCode.BadRequest, page.Statut);
        Assert.Contains("Écrivez votre contribution.", page.Erreurs, StringComparison.Ordinal);
        Assert.Equal("Csac", Champ(page, "Input.Organisation").Value);
    }

    [Fact]
    public async Task Une_contribution_se_retire()
    {
        var adresse = await TenuAsync();

        Assert.Equal(HttpStatusCode.Redirect, (await _coordination.EnvoyerAsync(adresse, "handler=Retirer")).Statut);

        Assert.Empty((await _coordination.LireAsync(adresse)).Document.QuerySelectorAll(".panneau-colonne"));
    }

    [Fact]
    public async Task Les_presences_se_notent_et_se_retirent()
    {
        var adresse = await TenuAsync() + "/presences";

        Assert.Equal(HttpStatusCode.Redirect, (await _coordination.EnvoyerAsync(adresse, "", ("Input.Organisation", "MSA"), ("Input.Nombre", "2"))).Statut);
        Assert.Equal(2, (await _coordination.LireAsync(adresse)).Document.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(HttpStatusCode.Redirect, (await _coordination.EnvoyerAsync(adresse, "handler=Retirer")).Statut);
        Assert.Single((await _coordination.LireAsync(adresse)).Document.QuerySelectorAll("tbody tr"));

        var refus = await _coordination.EnvoyerAsync(adresse, "", ("Input.Organisation", "Csac"), ("Input.Nombre", "0"));
        Assert.Equal((HttpStatusCode.BadRequest, "Csac"), (refus.Statut, Champ(refus, "Input.Organisation").Value));
    }

    [Fact]
    public async Task Se_modifie_et_une_revision_depassee_montre_les_deux_valeurs()
    {
        var adresse = await TenuAsync();

        Assert.Equal(adresse, (await _coordination.EnvoyerAsync($"{adresse}/modifier", "", ("Input.Lieu", "Chambonas"))).Vers);
        var page = await _coordination.EnvoyerAsync($"{adresse}/modifier", "", ("Input.Revision", "1"), ("Input.Lieu", "Hirson"));

        Assert.Equal(HttpStatusCode.Conflict, page.Statut);
        Assert.Equal(["Chambonas", "Hirson"], page.Document.QuerySelectorAll("tr[data-champ=Lieu] td").Select(c => c.TextContent));
    }

    [Fact]
    public async Task Se_clot_avec_son_compte_rendu_et_se_rouvre_avec_un_motif()
    {
        var adresse = await TenuAsync();

        Assert.Equal(adresse, (await _coordination.EnvoyerAsync($"{adresse}/clore", "", ("Input.CompteRendu", "Trois priorités."))).Vers);
        var clos = await _coordination.LireAsync(adresse);
        Assert.Contains("Trois priorités.", clos.Texte, StringComparison.Ordinal);
        Assert.Contains("par Camille Essai", clos.Texte, StringComparison.Ordinal);
        Assert.Null(clos.Document.QuerySelector("#contribuer"));

        Assert.Equal(HttpStatusCode.BadRequest, (await _coordination.EnvoyerAsync($"{adresse}/rouvrir", "")).Statut);
        Assert.Equal(adresse, (await _coordination.EnvoyerAsync($"{adresse}/rouvrir", "", ("Input.Motif", "Une table oubliée"))).Vers);
        Assert.NotNull((await _coordination.LireAsync(adresse)).Document.QuerySelector("#contribuer"));
    }

    [Fact]
    public async Task Ne_se_clot_pas_avant_d_avoir_eu_lieu_et_dit_pourquoi()
    {
        var atelier = UnAtelier.Prevu(new DateOnly(2026, 12, 24), _convention.Id);
        await _portail.SauverAsync(atelier);

        var page = await _coordination.EnvoyerAsync($"{Adresse}/{atelier.Id.Value}/clore", "", ("Input.CompteRendu", "Déjà écrit"));

        Assert.Equal((HttpStatusCode.Conflict, "L’atelier n’a pas encore eu lieu."), (page.Statut, page.Erreurs));
        Assert.Equal("Déjà écrit", ((IHtmlTextAreaElement)page.Document.QuerySelector("textarea")!).Value);
    }

    [Theory]
    [InlineData("/modifier")]
    [InlineData("/presences")]
    [InlineData("/clore")]
    [InlineData("/rouvrir")]
    [InlineData("")]
    public async Task Chaque_page_repond_404_ailleurs_et_refuse_qui_ne_peut_qu_y_lire(string page)
    {
        var adresse = await TenuAsync() + page;
        var lecteur = new NavigateurDeTest(await _portail.ConnecterAsync(Role.Lecteur, _convention.Id));
        var ailleurs = new NavigateurDeTest(await _portail.ConnecterAsync(new Habilitation(Role.Coordination, Portee.Territoire, "999999999")));

        Assert.Equal(HttpStatusCode.OK, (await _coordination.LireAsync(adresse)).Statut);
        Assert.Equal(page.Length == 0 ? HttpStatusCode.OK : HttpStatusCode.Forbidden, (await lecteur.LireAsync(adresse)).Statut);
        Assert.Equal(HttpStatusCode.NotFound, (await ailleurs.LireAsync(adresse)).Statut);
        Assert.Equal(HttpStatusCode.NotFound, (await _coordination.LireAsync($"{Adresse}/{Guid.CreateVersion7()}{page}")).Statut);
    }

    [Fact]
    public async Task La_liste_et_la_preparation_sont_fermees_a_qui_n_y_a_pas_droit()
    {
        var lecteur = new NavigateurDeTest(await _portail.ConnecterAsync(Role.Lecteur, _convention.Id));

        Assert.Equal(HttpStatusCode.OK, (await lecteur.LireAsync(Adresse)).Statut);
        Assert.Equal(HttpStatusCode.Forbidden, (await lecteur.LireAsync($"{Adresse}/nouveau")).Statut);
        Assert.Equal(HttpStatusCode.NotFound, (await lecteur.LireAsync($"/conventions/{_voisine.Id.Value}/ateliers")).Statut);
    }

    [Fact]
    public async Task Une_partenaire_contribue_sans_pouvoir_autre_chose()
    {
        var adresse = await TenuAsync();
        var partenaire = new NavigateurDeTest(await _portail.ConnecterAsync(Role.Partenaire, _convention.Id));

        var envoi = await partenaire.EnvoyerAsync(adresse, f => f.Id == "contribuer", ("Input.Nature", "Constat"), ("Input.Texte", "Vu du terrain"));

        Assert.Equal(HttpStatusCode.Redirect, envoi.Statut);
        var page = await partenaire.LireAsync(adresse);
        Assert.Contains("Vu du terrain", page.Texte, StringComparison.Ordinal);
        Assert.Equal("contribuer", Assert.Single(page.Document.QuerySelectorAll("main form")).Id);
        Assert.Empty(page.Document.QuerySelectorAll(".bloc-modifier, [autofocus]"));
        Assert.Equal(2, await _portail.LireAsync(db => db.Contributions.CountAsync()));
    }

    private static Habilitation SurConvention(Convention convention) => new(Role.Coordination, Portee.Convention, convention.Id.Value.ToString());

    private static IHtmlInputElement Champ(PageLue page, string nom) => (IHtmlInputElement)page.Document.QuerySelector($"input[name='{nom}']")!;

    private async Task<string> TenuAsync()
    {
        var (atelier, contribution) = UnAtelier.Tenu(_convention.Id);
        await _portail.SauverAsync(atelier, contribution);
        return $"{Adresse}/{atelier.Id.Value}";
    }
}
