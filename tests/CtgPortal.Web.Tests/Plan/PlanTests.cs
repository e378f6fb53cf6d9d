using System.Net;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Web.Tests.Plan;

public sealed class PlanTests(PostgresServer serveur)
{
    [Fact]
    public async Task Le_plan_montre_ses_axes_dans_leurs_couleurs_et_ses_fiches_avec_leurs_numeros()
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur, axes: 2);

        var page = await t.LireAsync($"{t.Adresse}/plan");

        Assert.Equal(HttpStatusCode.OK, page.Statut);
        Assert.Equal("Plan d’actions", page.Document.QuerySelector("h1")!.TextContent);
        Assert.Single(page.Document.QuerySelectorAll("h1"));
        Assert.Equal(["couleur-canard", "couleur-terracotta"], page.Document.QuerySelectorAll(".plan-axe").Select(a => a.ClassList[1]));
        Assert.Equal(["1", "2", "3", "4"], page.Document.QuerySelectorAll(".plan-fiche-numero").Select(n => n.LastChild!.TextContent));
        Assert.Contains("2 axes et 4 fiches action, 288 000 € prévus", Lisse(page.Texte), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_plan_vide_propose_le_premier_pas_dans_les_mots_du_territoire()
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur, axes: 0);
        var niveaux = await t.LireAsync($"{t.Adresse}/plan/niveaux");
        var plan = await (await niveaux.EnvoyerAsync(
            "form[data-garde]", ("Input.Niveaux[0]", "Enjeu"), ("Input.Niveaux[1]", "Action"), ("Input.Niveaux[2]", ""))).SuivreAsync();

        Assert.Equal("Ajouter un enjeu", Lisse(plan.Document.QuerySelector(".etat-vide .btn-primary")!.TextContent));
        Assert.DoesNotContain("axe", plan.Document.QuerySelector("main")!.TextContent, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Les_niveaux_refusent_de_retirer_ce_qui_sert()
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur);
        var page = await t.LireAsync($"{t.Adresse}/plan/niveaux");

        var refus = await page.EnvoyerAsync("form[data-garde]", ("Input.Niveaux[1]", ""));
        var trop = await page.EnvoyerAsync("form[data-garde]", ("Input.Niveaux[0]", new string('x', 41)));

        Assert.Equal(HttpStatusCode.Conflict, refus.Statut);
        Assert.Contains("Le plan contient des éléments au niveau que vous retirez", refus.Erreurs, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, trop.Statut);
        Assert.NotNull(trop.Document.QuerySelector("[id='Input_Niveaux_0_-erreur']"));
    }

    [Fact]
    public async Task Un_axe_s_ajoute_se_modifie_se_deplace_et_se_supprime()
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur);

        var nouveau = await t.LireAsync($"{t.Adresse}/plan/axes/nouveau");
        var plan = await (await nouveau.EnvoyerAsync("form[data-garde]", ("Input.Intitule", "Jeunesse <b>"), ("Input.Icone", "bicycle"))).SuivreAsync();
        Assert.Contains("Jeunesse <b>", plan.Document.QuerySelectorAll(".plan-axe h2")[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("couleur-terracotta", plan.Document.QuerySelectorAll(".plan-axe")[1].ClassName, StringComparison.Ordinal);

        plan = await (await plan.EnvoyerAsync(".plan-axe:last-child .plan-axe-tete form")).SuivreAsync();
        Assert.Contains("Jeunesse", plan.Document.QuerySelectorAll(".plan-axe h2")[0].TextContent, StringComparison.Ordinal);

        var axe = await t.LireAsync(plan.Document.QuerySelector(".plan-axe .plan-outils a")!.GetAttribute("href")!);
        plan = await (await axe.EnvoyerAsync("form[data-garde]", ("Input.Intitule", "Jeunesses"), ("Input.Couleur", "Ocean"))).SuivreAsync();
        Assert.Contains("couleur-ocean", plan.Document.QuerySelectorAll(".plan-axe")[0].ClassName, StringComparison.Ordinal);

        axe = await t.LireAsync(plan.Document.QuerySelector(".plan-axe .plan-outils a")!.GetAttribute("href")!);
        plan = await (await axe.EnvoyerAsync(".confirmation form")).SuivreAsync();
        Assert.Single(plan.Document.QuerySelectorAll(".plan-axe"));
    }

    [Fact]
    public async Task Un_axe_sans_intitule_est_dit_au_champ_et_un_axe_plein_ne_se_supprime_pas()
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur);

        var vide = await (await t.LireAsync($"{t.Adresse}/plan/axes/nouveau")).EnvoyerAsync("form[data-garde]", ("Input.Intitule", ""));
        var plein = await (await t.LireAsync($"{t.Adresse}/plan/axes/{t.Plan.Axes[0].Id.Value}")).EnvoyerAsync(".confirmation form");

        Assert.Equal(HttpStatusCode.BadRequest, vide.Statut);
        Assert.Contains("Donnez un intitulé.", vide.Document.QuerySelector("#Input_Intitule-erreur")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, plein.Statut);
        Assert.Contains("n’est pas vide", plein.Erreurs, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Une_orientation_s_ajoute_se_renomme_et_se_supprime_quand_elle_est_vide()
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur);
        var axe = t.Plan.Axes[0].Id.Value;

        var nouvelle = await t.LireAsync($"{t.Adresse}/plan/orientations/nouvelle?place={axe}");
        Assert.Equal("Nouvelle orientation", nouvelle.Document.QuerySelector("h1")!.TextContent);
        var plan = await (await nouvelle.EnvoyerAsync("form[data-garde]", ("Input.Intitule", "Aller vers"))).SuivreAsync();
        var lien = plan.Document.QuerySelectorAll(".plan-branche .plan-outils > a")[1].GetAttribute("href")!;
        var renommee = await (await (await t.LireAsync(lien)).EnvoyerAsync("form[data-garde]", ("Input.Intitule", "Aller vers les familles"))).SuivreAsync();
        Assert.Contains("Aller vers les familles", renommee.Texte, StringComparison.Ordinal);

        var pleine = await (await t.LireAsync($"{t.Adresse}/plan/orientations/{t.Plan.Orientations[0].Id.Value}")).EnvoyerAsync(".confirmation form");
        var supprimee = await (await (await t.LireAsync(lien)).EnvoyerAsync(".confirmation form")).SuivreAsync();

        Assert.Equal(HttpStatusCode.Conflict, pleine.Statut);
        Assert.Single(supprimee.Document.QuerySelectorAll(".plan-branche"));
    }

    [Fact]
    public async Task Une_revision_perimee_montre_les_deux_valeurs_et_garde_la_saisie()
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur);
        var axe = await t.LireAsync($"{t.Adresse}/plan/axes/{t.Plan.Axes[0].Id.Value}");
        await (await axe.EnvoyerAsync("form[data-garde]", ("Input.Intitule", "Premier"))).SuivreAsync();

        var conflit = await axe.EnvoyerAsync("form[data-garde]", ("Input.Intitule", "Second"));

        Assert.Equal(HttpStatusCode.Conflict, conflit.Statut);
        Assert.Equal(["Premier", "Second"], conflit.Document.QuerySelectorAll("[data-champ='Intitule'] td").Select(c => c.TextContent));
        Assert.Contains("Second", conflit.Document.QuerySelector("#Input_Intitule")!.TextContent, StringComparison.Ordinal);
        var plan = await (await conflit.EnvoyerAsync("form[data-garde]")).SuivreAsync();
        Assert.Contains("Second", plan.Texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Les_fleches_deplacent_une_fiche_et_les_numeros_suivent()
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur, fiches: 3);
        var plan = await t.LireAsync($"{t.Adresse}/plan");

        plan = await (await plan.EnvoyerAsync($"[id='fiche-{t.Fiches[2].Id.Value}'] form")).SuivreAsync();

        Assert.Equal(
            [t.Fiches[0].Intitule, t.Fiches[2].Intitule, t.Fiches[1].Intitule],
            plan.Document.QuerySelectorAll(".plan-fiche-titre").Select(f => f.TextContent));
        Assert.Equal(
            ["Descendre : " + t.Fiches[0].Intitule],
            plan.Document.QuerySelectorAll($"[id='fiche-{t.Fiches[0].Id.Value}'] button").Select(b => b.TextContent));
    }

    [Fact]
    public async Task L_affiche_montre_tout_le_plan()
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur, axes: 2);

        var page = await t.LireAsync($"{t.Adresse}/plan/affiche");

        Assert.Equal(2, page.Document.QuerySelectorAll(".affiche-axe").Length);
        Assert.Equal(t.Fiches.Select(f => f.Intitule), page.Document.QuerySelectorAll(".affiche-fiches a > span:last-child").Select(f => f.TextContent));
    }

    [Theory]
    [InlineData(Role.Administrateur)]
    [InlineData(Role.Signataire)]
    [InlineData(Role.Partenaire)]
    [InlineData(Role.Lecteur)]
    public async Task Ceux_qui_lisent_seulement_ne_voient_aucun_bouton_et_sont_refuses(Role role)
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur, role: role);

        var plan = await t.LireAsync($"{t.Adresse}/plan");
        Assert.Equal(HttpStatusCode.OK, plan.Statut);
        Assert.Empty(plan.Document.QuerySelectorAll("main form[method='post'], .plan-outils, .plan-ajouts, .page-tete .btn-primary"));
        foreach (var adresse in new[] { "plan/niveaux", "plan/axes/nouveau", "plan/orientations/nouvelle", "fiches/nouvelle" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await t.LireAsync($"{t.Adresse}/{adresse}")).Statut);
        }
    }

    [Fact]
    public async Task Un_plan_fige_se_lit_et_refuse_la_saisie_avec_la_raison()
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur, StatutConvention.EnSignature);

        Assert.Empty((await t.LireAsync($"{t.Adresse}/plan")).Document.QuerySelectorAll("main form[method='post']"));
        var refus = await (await t.LireAsync($"{t.Adresse}/plan/axes/nouveau")).EnvoyerAsync("form[data-garde]", ("Input.Intitule", "Trop tard"));

        Assert.Equal(HttpStatusCode.Conflict, refus.Statut);
        Assert.Contains("Le plan d’actions est figé", refus.Erreurs, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plan/axes/0198aaaa-0000-7000-8000-000000000000")]
    [InlineData("plan/orientations/0198aaaa-0000-7000-8000-000000000000")]
    [InlineData("fiches/0198aaaa-0000-7000-8000-000000000000")]
    [InlineData("fiches/0198aaaa-0000-7000-8000-000000000000/quoi")]
    [InlineData("fiches/0198aaaa-0000-7000-8000-000000000000/suivi")]
    [InlineData("fiches/pas-un-identifiant")]
    public async Task Ce_qui_n_existe_pas_est_introuvable(string suite)
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur);

        Assert.Equal(HttpStatusCode.NotFound, (await t.LireAsync($"{t.Adresse}/{suite}")).Statut);
    }

    [Theory]
    [InlineData("plan")]
    [InlineData("plan/affiche")]
    [InlineData("plan/niveaux")]
    [InlineData("suivi")]
    public async Task Une_convention_etrangere_est_introuvable(string suite)
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur);
        var etrangere = UneConvention.Ouverte();
        await t.Portail.SauverAsync(etrangere, UnPlan.Vide(etrangere.Id));

        Assert.Equal(HttpStatusCode.NotFound, (await t.LireAsync($"/conventions/{etrangere.Id.Value}/{suite}")).Statut);
    }

    [Fact]
    public async Task Un_formulaire_ouvert_avant_de_perdre_son_role_est_refuse()
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur);
        var plan = await t.LireAsync($"{t.Adresse}/plan");
        var axe = await t.LireAsync($"{t.Adresse}/plan/axes/{t.Plan.Axes[0].Id.Value}");
        await t.Portail.EcrireAsync(async db =>
        {
            (await db.Users.SingleAsync()).Habiliter([new(Role.Lecteur, Portee.Convention, t.Convention.Value.ToString())]);
            await db.SaveChangesAsync();
        });

        Assert.Equal(HttpStatusCode.Forbidden, (await axe.EnvoyerAsync("form[data-garde]", ("Input.Intitule", "Trop tard"))).Statut);
        Assert.Equal(HttpStatusCode.Forbidden, (await plan.EnvoyerAsync($"[id='fiche-{t.Fiches[1].Id.Value}'] form")).Statut);
        Assert.Equal(t.Plan.Revision, await t.Portail.LireAsync(db => db.Plans.Select(p => p.Revision).SingleAsync()));
    }

    /// <summary>One kind of space between words.</summary>
    private static string Lisse(string texte) =>
        string.Join(' ', texte.Split([' ', '\n', '\r', '\t', '\u00A0', '\u202F'], StringSplitOptions.RemoveEmptyEntries));
}
