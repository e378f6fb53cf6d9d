using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CtgPortal.Application.Ateliers;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using CtgPortal.Web.Common;
using CtgPortal.Web.Tests.Comptes;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Web.Tests.Ateliers;

public sealed class PreparationTests(PostgresServer serveur) : IAsyncLifetime
{
    private PortailDeTest _portail = null!;
    private Convention _convention = null!;
    private Convention _voisine = null!;
    private NavigateurDeTest _coordination = null!;
    private Atelier _atelier = null!;

    private string Liste => $"/conventions/{_convention.Id.Value}/ateliers";

    private string Adresse => $"{Liste}/{_atelier.Id.Value}";

    public async ValueTask InitializeAsync()
    {
        _portail = await PortailDeTest.OuvrirAsync(serveur);
        _convention = UneConvention.Au(StatutConvention.EnAteliers);
        _voisine = UneConvention.Au(StatutConvention.EnDiagnostic, UneConvention.Ouverture(UneConvention.Cadre("CTG voisine")));
        (_atelier, var assistance) = UnAtelier.AvecInvites(new DateOnly(2026, 12, 1), _convention.Id);
        await _portail.SauverAsync(_convention, _voisine, _atelier, assistance);
        _coordination = new(await _portail.ConnecterAsync(SurConvention(_convention), SurConvention(_voisine)));
    }

    public ValueTask DisposeAsync() => _portail.DisposeAsync();

    [Fact]
    public async Task Une_serie_se_planifie_et_se_renomme_depuis_la_liste()
    {
        var envoi = await _coordination.EnvoyerAsync(
            $"{Liste}/serie", f => f.Id != "x", ("Input.Serie", "Cycle 2026"), ("Input.Intitule", "Jeunesse"),
            ("Seances[0].Date", "2026-12-02"), ("Seances[1].Date", "2026-12-09"), ("Seances[1].Lieu", "Hirson"));
        Assert.Equal(Liste, envoi.Vers);

        var liste = await _coordination.LireAsync(Liste);
        Assert.Equal(2, liste.Document.QuerySelectorAll(".cycle").Length);
        Assert.Equal("Renommer la série Cycle 2026", liste.Document.QuerySelectorAll(".cycle .bloc-modifier")[1].TextContent);
        Assert.Equal(["Jeunesse (1/2)", "Jeunesse (2/2)"], liste.Document.QuerySelectorAll(".cycle")[1].QuerySelectorAll("ol a").Select(a => a.TextContent));

        Assert.Equal(Liste, (await _coordination.EnvoyerAsync($"{Liste}/serie/renommer?nom=Cycle%202026", "", ("Nouveau", "Cycle 2027"))).Vers);
        Assert.Contains("Cycle 2027", (await _coordination.LireAsync(Liste)).Texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Une_serie_incomplete_est_redemandee_avec_ce_qui_etait_tape()
    {
        var page = await _coordination.EnvoyerAsync($"{Liste}/serie", f => f.Id != "x", ("Input.Intitule", "Jeunesse"), ("Seances[0].Date", "2026-12-02"));

        Assert.Equal(HttpStatusCode.BadRequest, page.Statut);
        Assert.Contains("Donnez un nom à la série.", page.Erreurs, StringComparison.Ordinal);
        Assert.Contains("au moins deux séances", page.Erreurs, StringComparison.Ordinal);
        Assert.Equal("2026-12-02", page.Document.QuerySelector<IHtmlInputElement>("[name='Seances[0].Date']")!.Value);
    }

    [Fact]
    public async Task Les_etapes_se_deplacent_sans_rien_perdre_de_ce_qui_est_tape()
    {
        var page = await _coordination.LireAsync($"{Adresse}/agenda");
        page = await PosterAsync(page, "handler=Ajouter", ("Input.Etapes[0].Intitule", "Accueil"), ("Input.Etapes[0].Duree", "15"));
        Assert.Equal(2, page.Document.QuerySelectorAll(".agenda-saisie > li").Length);

        page = await PosterAsync(page, "handler=Descendre", ("Input.Etapes[1].Intitule", "Tables"), ("Input.Etapes[1].Duree", "90"));
        Assert.Equal(["Tables", "Accueil"], Intitules(page));
        Assert.Contains("Durée totale", page.Texte, StringComparison.Ordinal);
        Assert.Contains("Monter : Accueil", Assert.Single(page.Document.QuerySelectorAll("button[autofocus]")).TextContent, StringComparison.Ordinal);

        Assert.Equal(Adresse, (await PosterAsync(page, "")).Vers);
        Assert.Equal(["Tables", "Accueil"], (await _portail.LireAsync(db => db.Ateliers.SingleAsync())).Agenda.Select(e => e.Intitule));
    }

    [Fact]
    public async Task L_agenda_se_lit_en_image_et_en_tableau()
    {
        await _portail.EcrireAsync(async db =>
        {
            var atelier = await db.Ateliers.SingleAsync();
            atelier.Decrire(atelier.Description with { Heure = new(9, 0) }, StatutConvention.EnAteliers, UnAtelier.Le);
            atelier.DefinirAgenda([new(null, "Accueil", 15, null, null), new(null, "Tables", 45, "Csac", null)], StatutConvention.EnAteliers, UnAtelier.Le);
            await db.SaveChangesAsync();
        });

        var page = await _coordination.LireAsync(Adresse);

        Assert.Equal(["178", "538"], page.Document.QuerySelectorAll(".agenda-part").Select(r => r.GetAttribute("width")));
        Assert.Equal(["9 h", "9 h 15"], page.Document.QuerySelectorAll("td[data-label=Heure]").Select(c => c.TextContent.Replace('\u00A0', ' ')));
        Assert.Contains("1 h, de 9 h à 10 h", page.Texte.Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Le_partage_demande_une_confirmation_et_se_retire()
    {
        var refus = await _coordination.EnvoyerAsync($"{Adresse}/partage", f => f.QuerySelector("select") is not null, ("Input.Avec", _voisine.Id.Value.ToString()));
        Assert.Equal((HttpStatusCode.BadRequest, "Cochez cette case pour confirmer le partage."), (refus.Statut, refus.Erreurs));

        var envoi = await _coordination.EnvoyerAsync(
            $"{Adresse}/partage", f => f.QuerySelector("select") is not null, ("Input.Avec", _voisine.Id.Value.ToString()), ("Input.Confirme", "true"));
        Assert.Equal(HttpStatusCode.Redirect, envoi.Statut);
        Assert.Equal(HttpStatusCode.OK, (await _coordination.LireAsync($"/conventions/{_voisine.Id.Value}/ateliers/{_atelier.Id.Value}")).Statut);

        Assert.Equal(HttpStatusCode.Redirect, (await _coordination.EnvoyerAsync($"{Adresse}/partage", "handler=Retirer")).Statut);
        Assert.Equal(HttpStatusCode.NotFound, (await _coordination.LireAsync($"/conventions/{_voisine.Id.Value}/ateliers/{_atelier.Id.Value}")).Statut);
    }

    [Fact]
    public async Task Les_invites_s_ajoutent_un_a_un_ou_par_une_liste_collee()
    {
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await _coordination.EnvoyerAsync($"{Adresse}/invitations", f => !f.Action.Contains("handler", StringComparison.Ordinal), ("Input.Personnes[0].Organisation", "Csac"))).Statut);
        var refus = await _coordination.EnvoyerAsync($"{Adresse}/invitations", "handler=Coller", ("Coller", "CCAS ; Anne Petit ; anne@exemple.fr\nHabitants ; ; x@"));
        Assert.Equal((HttpStatusCode.BadRequest, "« x@ » n’est pas une adresse de courriel."), (refus.Statut, refus.Erreurs));
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await _coordination.EnvoyerAsync($"{Adresse}/invitations", "handler=Coller", ("Coller", "CCAS\tAnne Petit\tanne@exemple.fr\nHabitants"))).Statut);

        var page = await _coordination.LireAsync($"{Adresse}/invitations");
        Assert.Equal(6, page.Document.QuerySelectorAll("tbody tr").Count(r => r.QuerySelector("form") is not null));
        Assert.Contains("anne@exemple.fr", page.Texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task L_invitation_part_apres_apercu_et_on_y_repond_sans_compte()
    {
        var avant = await _coordination.LireAsync($"{Adresse}/invitations");
        Assert.Contains("Bonjour Claire Morel", avant.Document.QuerySelector(".message")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await _coordination.EnvoyerAsync($"{Adresse}/invitations", "handler=Envoyer")).Statut);
        Assert.Null((await _coordination.LireAsync($"{Adresse}/invitations")).Document.QuerySelector("form[action*=Envoyer]"));

        var lien = await LienAsync();
        var invitee = new NavigateurDeTest(_portail.Anonyme());
        Assert.Equal("Grandir et bien vivre", (await invitee.LireAsync(lien)).Titre);
        Assert.Null(await ReponseAsync());

        Assert.Equal(HttpStatusCode.Redirect, (await invitee.EnvoyerAsync(lien, "", ("Reponse", "Absent"))).Statut);
        Assert.Equal(ReponseInvitation.Absent, await ReponseAsync());
        Assert.Contains("Vous ne viendrez pas", (await invitee.LireAsync(lien)).Texte, StringComparison.Ordinal);
        var refus = await invitee.EnvoyerAsync(lien, "", ("Reponse", "Autre"));
        Assert.Equal(HttpStatusCode.BadRequest, refus.Statut);
    }

    [Fact]
    public async Task Un_lien_inconnu_le_dit_sans_rien_montrer()
    {
        var page = await new NavigateurDeTest(_portail.Anonyme()).LireAsync($"/invitations/{_convention.Id.Value}/{_atelier.Id.Value}?jeton=autre");

        Assert.Equal((HttpStatusCode.NotFound, "Ce lien n’est plus valable"), (page.Statut, page.Titre));
        Assert.DoesNotContain("Grandir", page.Texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_l_entree_un_geste_pour_les_invites_une_ligne_pour_les_autres()
    {
        Assert.Equal(HttpStatusCode.Redirect, (await _coordination.EnvoyerAsync($"{Adresse}/entree", "handler=Arrivee")).Statut);
        var envoi = await _coordination.EnvoyerAsync(
            $"{Adresse}/entree", f => !f.Action.Contains("handler", StringComparison.Ordinal), ("Input.Personnes[0].Organisation", "Habitants"));

        var page = await _coordination.LireAsync(envoi.Vers!);

        Assert.Equal("2", page.Document.QuerySelector(".compteur-presents strong")!.TextContent);
        var suivante = page.Document.QuerySelector<IHtmlInputElement>("[name='Input.Personnes[0].Organisation']")!;
        Assert.Equal(("Habitants", true), (suivante.Value, suivante.HasAttribute("autofocus")));
    }

    [Fact]
    public async Task Les_noms_s_effacent_maintenant_apres_confirmation()
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await _coordination.EnvoyerAsync($"{Adresse}/donnees", "handler=Effacer")).Statut);
        Assert.Equal(HttpStatusCode.Redirect, (await _coordination.EnvoyerAsync($"{Adresse}/donnees", "handler=Effacer", ("Confirme", "true"))).Statut);

        Assert.DoesNotContain("Claire", (await _coordination.LireAsync($"{Adresse}/invitations")).Texte, StringComparison.Ordinal);
        Assert.Contains("Conseil de développement", (await _coordination.LireAsync(Adresse)).Texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task S_annule_avec_un_motif_et_se_rouvre()
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await _coordination.EnvoyerAsync($"{Adresse}/annuler", "")).Statut);
        Assert.Equal(Adresse, (await _coordination.EnvoyerAsync($"{Adresse}/annuler", "", ("Input.Motif", "Neige"))).Vers);
        Assert.Contains("Annulé", (await _coordination.LireAsync(Adresse)).Texte, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _coordination.LireAsync($"{Adresse}/atelier.ics")).Statut);
        Assert.Equal(Adresse, (await _coordination.EnvoyerAsync($"{Adresse}/rouvrir", "", ("Input.Motif", "Dégel"))).Vers);
    }

    [Theory]
    [InlineData("/agenda")]
    [InlineData("/partage")]
    [InlineData("/annuler")]
    [InlineData("/invitations")]
    [InlineData("/entree")]
    [InlineData("/donnees")]
    [InlineData("/emargement.pdf")]
    public async Task Chaque_page_est_fermee_a_qui_ne_prepare_pas(string page)
    {
        var partenaire = new NavigateurDeTest(await _portail.ConnecterAsync(Role.Partenaire, _convention.Id));
        var ailleurs = new NavigateurDeTest(await _portail.ConnecterAsync(new Habilitation(Role.Coordination, Portee.Territoire, "999999999")));

        Assert.Equal(HttpStatusCode.OK, (await _coordination.LireAsync(Adresse + page)).Statut);
        Assert.Equal(HttpStatusCode.Forbidden, (await partenaire.LireAsync(Adresse + page)).Statut);
        Assert.Equal(HttpStatusCode.NotFound, (await ailleurs.LireAsync(Adresse + page)).Statut);
        Assert.Equal(HttpStatusCode.NotFound, (await _coordination.LireAsync($"{Liste}/{Guid.CreateVersion7()}{page}")).Statut);
    }

    [Fact]
    public async Task Le_rendez_vous_se_telecharge()
    {
        var page = await _coordination.LireAsync($"{Adresse}/atelier.ics");

        Assert.Equal("text/calendar", page.Reponse.Content.Headers.ContentType!.MediaType);
        Assert.Contains("METHOD:PUBLISH", await page.Reponse.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public void Sur_la_frise_les_numeros_ne_se_couvrent_jamais_et_tiennent_dans_l_image()
    {
        var memeJour = Enumerable.Range(0, 12).Select(_ => Ligne(new(2026, 3, 1))).Append(Ligne(new(2026, 3, 2))).Append(Ligne(null)).ToList();

        var x = FriseSerie.Placer(memeJour).Select(p => p.X).ToList();

        Assert.All(x.Zip(x.Skip(1)), paire => Assert.True(paire.Second - paire.First >= 39.9m, $"{paire}"));
        Assert.InRange(x[0], 16, FriseSerie.Largeur - 16);
        Assert.InRange(x[^1], 16, FriseSerie.Largeur - 16);

        static ListerAteliers.Row Ligne(DateOnly? date) =>
            new(AtelierId.New(), "Atelier", "Cycle", [], date, null, null, null, StatutAtelier.Prevu, 0, 0, 0);
    }

    private static Habilitation SurConvention(Convention convention) => new(Role.Coordination, Portee.Convention, convention.Id.Value.ToString());

    private static IEnumerable<string> Intitules(PageLue page) =>
        page.Document.QuerySelectorAll<IHtmlInputElement>("input[name$='.Intitule']").Select(i => i.Value);

    /// <summary>Posts the form of a page already read, by one of its buttons.</summary>
    private async Task<PageLue> PosterAsync(PageLue page, string bouton, params (string Nom, string Valeur)[] saisie)
    {
        var form = page.Document.QuerySelector<IHtmlFormElement>("#agenda")!;
        var cible = bouton.Length == 0
            ? $"{Adresse}/agenda"
            : form.QuerySelectorAll("button").Select(b => b.GetAttribute("formaction")).First(a => a?.Contains(bouton, StringComparison.Ordinal) == true)!;
        return await _coordination.PosterAsync(cible, form, saisie);
    }

    private Task<string> LienAsync() => _portail.LireAsync(async db =>
    {
        var texte = (await db.Courriels.SingleAsync(c => c.Destinataire == "claire.morel@exemple.fr")).Texte;
        return new Uri(texte.Split('\n').First(l => l.Contains("jeton=", StringComparison.Ordinal)).Trim()).PathAndQuery;
    });

    private Task<ReponseInvitation?> ReponseAsync() => _portail.LireAsync(async db => (await db.Assistances.SingleAsync()).Personnes[0].Reponse);
}
