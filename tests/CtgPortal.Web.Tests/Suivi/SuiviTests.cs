using System.Net;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.TestSupport;
using CtgPortal.Web.Tests.Common;
using CtgPortal.Web.Tests.Plan;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Web.Tests.Suivi;

public sealed class SuiviTests(PostgresServer serveur)
{
    [Fact]
    public async Task Etat_note_et_releve_s_enregistrent_et_se_relisent()
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur, StatutConvention.EnSuivi);
        var page = await t.LireAsync($"{t.AdresseFiche}/suivi");

        page = await (await page.EnvoyerAsync("#Etat_Motif", ("Etat.Avancement", "Bloquee"), ("Etat.Motif", "Le poste est vacant."))).SuivreAsync();
        page = await (await page.EnvoyerAsync("#Note_Texte", ("Note.Type", "Frein"), ("Note.Date", "2026-11-02"), ("Note.Texte", "Pas de <b>candidat</b>."))).SuivreAsync();
        page = await (await page.EnvoyerAsync(
            "#Releve_Valeur", ("Releve.Indicateur", t.Fiches[0].Indicateurs[0].Id.Value.ToString()), ("Releve.Date", "2026-01-01"), ("Releve.Valeur", "41"))).SuivreAsync();
        page = await (await page.EnvoyerAsync(
            "#Releve_Valeur", ("Releve.Indicateur", t.Fiches[0].Indicateurs[0].Id.Value.ToString()), ("Releve.Date", "2026-11-01"), ("Releve.Valeur", "45,5"))).SuivreAsync();

        Assert.Contains("Bloquée", page.Document.QuerySelector(".suivi-etat")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Pas de <b>candidat</b>.", page.Document.QuerySelector(".note")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["45,5\u00A0places", "41\u00A0places"], page.Document.QuerySelectorAll(".serie tbody td.nombre").Select(c => c.TextContent));
        Assert.Equal(2, page.Document.QuerySelectorAll(".serie-point").Length);
        Assert.Equal("Places ouvertes : de 41 à 45,5", page.Document.QuerySelector(".serie svg")!.GetAttribute("aria-label"));
    }

    [Fact]
    public async Task Chaque_formulaire_dit_ses_erreurs_a_son_champ_et_garde_la_saisie()
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur, StatutConvention.EnSuivi);
        var page = await t.LireAsync($"{t.AdresseFiche}/suivi");

        var sansMotif = await page.EnvoyerAsync("#Etat_Motif", ("Etat.Avancement", "EnPause"));
        var noteVide = await page.EnvoyerAsync("#Note_Texte", ("Note.Date", ""));
        var futur = await page.EnvoyerAsync("#Note_Texte", ("Note.Date", "2026-11-23"), ("Note.Texte", "Demain"));
        var illisible = await page.EnvoyerAsync("#Releve_Valeur", ("Releve.Valeur", "12,5 %%"));
        var sansIndicateur = await page.EnvoyerAsync("#Releve_Valeur", ("Releve.Valeur", "12"));

        Assert.Equal(HttpStatusCode.Conflict, sansMotif.Statut);
        Assert.Contains("Dites pourquoi", sansMotif.Erreurs, StringComparison.Ordinal);
        Assert.Equal("EnPause", sansMotif.Document.QuerySelector("#Etat_Avancement [selected]")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.BadRequest, noteVide.Statut);
        Assert.NotNull(noteVide.Document.QuerySelector("#Note_Texte-erreur"));
        Assert.NotNull(noteVide.Document.QuerySelector("#Note_Date-erreur"));
        Assert.Equal(HttpStatusCode.Conflict, futur.Statut);
        Assert.Contains("Demain", futur.Document.QuerySelector("#Note_Texte")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, illisible.Statut);
        Assert.Equal("12,5 %%", illisible.Document.QuerySelector("#Releve_Valeur")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.BadRequest, sansIndicateur.Statut);
        Assert.NotNull(sansIndicateur.Document.QuerySelector("#Releve_Indicateur-erreur"));
    }

    [Fact]
    public async Task Une_revision_perimee_montre_les_deux_valeurs_et_une_note_renvoyee_passe()
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur, StatutConvention.EnSuivi);
        var page = await t.LireAsync($"{t.AdresseFiche}/suivi");
        await (await page.EnvoyerAsync("#Etat_Motif", ("Etat.Avancement", "EnCours"))).SuivreAsync();

        var etat = await page.EnvoyerAsync("#Etat_Motif", ("Etat.Avancement", "Realisee"));
        var note = await page.EnvoyerAsync("#Note_Texte", ("Note.Texte", "Une note qui ne doit pas se perdre"));

        Assert.Equal(HttpStatusCode.Conflict, etat.Statut);
        Assert.Equal(["En cours", "Réalisée"], etat.Document.QuerySelectorAll("[data-champ='Avancement'] td").Select(c => c.TextContent));
        Assert.Equal(HttpStatusCode.Conflict, note.Statut);
        Assert.Contains("Une note qui ne doit pas se perdre", (await (await note.EnvoyerAsync("#Note_Texte")).SuivreAsync()).Texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task L_ensemble_se_compte_se_filtre_dans_l_adresse_et_alerte()
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur, StatutConvention.EnSuivi, axes: 2);
        await (await (await t.LireAsync($"{t.AdresseFiche}/suivi")).EnvoyerAsync(
            "#Etat_Motif", ("Etat.Avancement", "Bloquee"), ("Etat.Motif", "Le poste est vacant."))).SuivreAsync();

        var tout = await t.LireAsync($"{t.Adresse}/suivi");
        var bloquees = await t.LireAsync($"{t.Adresse}/suivi?etat=Bloquee");
        var second = await t.LireAsync($"{t.Adresse}/suivi?axe={t.Plan.Axes[1].Id.Value}");
        var aucune = await t.LireAsync($"{t.Adresse}/suivi?etat=Realisee");

        Assert.Equal(2, tout.Document.QuerySelectorAll(".suivi-axes svg").Length);
        Assert.Equal("Axe 1 : À venir 1, Bloquée 1", tout.Document.QuerySelector(".suivi-axes svg")!.GetAttribute("aria-label"));
        Assert.Equal(["1", "1"], tout.Document.QuerySelectorAll(".suivi-axes tbody tr:first-child td").Select(c => c.TextContent).Where(c => c != "0"));
        Assert.Contains("Le poste est vacant.", tout.Document.QuerySelector(".suivi-alertes")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(4, Lignes(tout));
        Assert.Equal(1, Lignes(bloquees));
        Assert.Equal("Bloquee", bloquees.Document.QuerySelector("#etat [selected]")!.GetAttribute("value"));
        Assert.Equal(2, Lignes(second));
        Assert.Contains("Aucune fiche ne correspond", aucune.Texte, StringComparison.Ordinal);

        static int Lignes(PageHtml page) => page.Document.QuerySelectorAll("[aria-label='Fiches'] tbody tr").Length;
    }

    [Fact]
    public async Task Un_filtre_mal_ecrit_est_dit_et_la_page_se_lit_quand_meme()
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur, StatutConvention.EnSuivi);

        var page = await t.LireAsync($"{t.Adresse}/suivi?etat=Chose");

        Assert.Equal(HttpStatusCode.BadRequest, page.Statut);
        Assert.Equal("Suivi", page.Document.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Avant_la_signature_le_suivi_se_lit_et_ne_se_saisit_pas()
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur);

        Assert.Contains("Le suivi commence à la signature", (await t.LireAsync($"{t.Adresse}/suivi")).Texte, StringComparison.Ordinal);
        Assert.Empty((await t.LireAsync($"{t.AdresseFiche}/suivi")).Document.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task Sans_fiche_la_page_dit_quoi_faire()
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur, StatutConvention.EnSuivi, axes: 0);

        Assert.Contains("Rien à suivre pour l’instant", (await t.LireAsync($"{t.Adresse}/suivi")).Document.QuerySelector(".etat-vide")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Administrateur)]
    [InlineData(Role.Signataire)]
    [InlineData(Role.Partenaire)]
    [InlineData(Role.Lecteur)]
    public async Task Ceux_qui_lisent_seulement_n_ont_aucun_formulaire_et_sont_refuses(Role role)
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur, StatutConvention.EnSuivi);
        var formulaire = await t.LireAsync($"{t.AdresseFiche}/suivi");
        await t.Portail.EcrireAsync(async db =>
        {
            (await db.Users.SingleAsync()).Habiliter([new(role, Portee.Convention, t.Convention.Value.ToString())]);
            await db.SaveChangesAsync();
        });

        Assert.Empty((await t.LireAsync($"{t.AdresseFiche}/suivi")).Document.QuerySelectorAll("main form"));
        Assert.Equal(HttpStatusCode.Forbidden, (await formulaire.EnvoyerAsync("#Note_Texte", ("Note.Texte", "Trop tard"))).Statut);
        Assert.Equal(HttpStatusCode.Forbidden, (await formulaire.EnvoyerAsync("#Etat_Motif", ("Etat.Avancement", "EnCours"))).Statut);
    }
}
