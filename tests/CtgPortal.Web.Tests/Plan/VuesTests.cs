using System.Net;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.TestSupport;
using CtgPortal.Web.Tests.Common;

namespace CtgPortal.Web.Tests.Plan;

public sealed class VuesTests(PostgresServer serveur)
{
    private static readonly string[] Toutes = ["", "/tableau", "/calendrier", "/avancement", "/schemas", "/affiche"];

    [Fact]
    public async Task Chaque_vue_garde_les_filtres_de_l_autre_et_montre_les_memes_fiches()
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur, axes: 2);

        foreach (var vue in Toutes)
        {
            var page = await t.LireAsync($"{t.Adresse}/plan{vue}?champ=petite%20enfance&annee=2027&q=1.1.2");

            Assert.Equal(HttpStatusCode.OK, page.Statut);
            var liens = page.Document.QuerySelectorAll(".plan-vues a").Select(a => a.GetAttribute("href")!).ToList();
            Assert.Equal(Toutes.Length, liens.Count);
            Assert.All(liens, l => Assert.EndsWith("?champ=petite%20enfance&annee=2027&q=1.1.2", l, StringComparison.Ordinal));
            Assert.Equal("Plan d’actions", page.Document.QuerySelector("nav[aria-label='Parties du plan'] [aria-current='page']")!.TextContent.Trim());
            Assert.Contains("1 fiche action sur 4", Lisse(page.Document.QuerySelector(".plan-filtre-compte")!.TextContent), StringComparison.Ordinal);
            var main = page.Document.QuerySelector("main")!.TextContent;
            Assert.Contains("Fiche 1.1.2", main, StringComparison.Ordinal);
            Assert.DoesNotContain("Fiche 2.1.1", main, StringComparison.Ordinal);
            Assert.Equal("petite enfance", page.Document.QuerySelector("#filtre-champ option[selected]")!.GetAttribute("value"));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("/tableau")]
    [InlineData("/calendrier")]
    [InlineData("/avancement")]
    [InlineData("/schemas")]
    [InlineData("/affiche")]
    public async Task Un_filtre_sans_resultat_le_dit_et_propose_de_tout_montrer(string vue)
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur);

        var page = await t.LireAsync($"{t.Adresse}/plan{vue}?etat=Bloquee");

        Assert.Contains("Aucune fiche ne correspond", page.Texte, StringComparison.Ordinal);
        Assert.Equal($"{t.Adresse}/plan{vue}", page.Document.QuerySelector(".etat-vide a")!.GetAttribute("href"));
        Assert.Empty(page.Document.QuerySelectorAll(".plan-fiche, .tableau tbody tr, .kanban, .schemas, .affiche"));
    }

    [Fact]
    public async Task Le_tableau_trie_choisit_ses_colonnes_totalise_et_se_telecharge()
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur, fiches: 3);

        var page = await t.LireAsync($"{t.Adresse}/plan/tableau?colonnes=prevu&colonnes=priorite&tri=-numero");

        Assert.Equal(["3", "2", "1"], page.Document.QuerySelectorAll("tbody .suivi-axe-numero").Select(n => n.TextContent));
        Assert.Equal(["Priorité", "Prévu"], page.Document.QuerySelectorAll("thead th .tri").Skip(2).Select(h => h.TextContent.Trim()));
        Assert.Contains("216 000 €", Lisse(page.Document.QuerySelector("tfoot")!.TextContent), StringComparison.Ordinal);
        var lien = page.Document.QuerySelector(".page-tete .actions a[href*='tableau.csv']")!.GetAttribute("href")!;
        var csv = await t.Navigateur.GetAsync(new Uri(lien, UriKind.Relative), TestContext.Current.CancellationToken);
        var lignes = (await csv.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split("\r\n");
        Assert.Equal("Numéro;Fiche action;Priorité;Prévu", lignes[0].TrimStart('\uFEFF'));
        Assert.Equal("3;Fiche 1.1.3;Élevée;72000", lignes[1]);
    }

    [Fact]
    public async Task Un_schema_mene_aux_fiches_qui_y_repondent_et_la_fiche_a_son_schema()
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur);
        Assert.Contains("Aucune fiche ne dit encore", (await t.LireAsync($"{t.Adresse}/plan/schemas")).Texte, StringComparison.Ordinal);
        var fiche = await (await (await t.LireAsync($"{t.AdresseFiche}/pourquoi")).EnvoyerAsync(
            "form[data-garde]", ("Input.Schemas", "Contrat de ville"), ("Input.AutresSchemas", "Plan vélo & marche"))).SuivreAsync();

        var schemas = await t.LireAsync($"{t.Adresse}/plan/schemas");
        var dansLePlan = await t.LireAsync(schemas.Document.QuerySelectorAll(".schemas .schema")[^1].QuerySelector("p a")!.GetAttribute("href")!);
        var depuisLaFiche = await t.LireAsync(fiche.Document.QuerySelectorAll("a[href*='plan/schemas']")[^1].GetAttribute("href")!);

        Assert.Equal(["Contrat de ville", "Plan vélo & marche", "Sans schéma ni contrat"], schemas.Document.QuerySelectorAll(".schema h2").Select(h => h.TextContent));
        Assert.Contains("Aucune fiche ne cite : Schéma départemental", Lisse(schemas.Texte), StringComparison.Ordinal);
        Assert.Equal(["Fiche 1.1.1"], Titres(dansLePlan));
        Assert.Equal("Plan vélo & marche", dansLePlan.Document.QuerySelector("#filtre-schema option[selected]")!.TextContent);
        Assert.All(dansLePlan.Document.QuerySelectorAll(".plan-vues a"), a => Assert.EndsWith("?schema=Plan%20v%C3%A9lo%20%26%20marche", a.GetAttribute("href"), StringComparison.Ordinal));
        Assert.Equal(["Plan vélo & marche"], depuisLaFiche.Document.QuerySelectorAll(".schema h2").Select(h => h.TextContent));
    }

    [Fact]
    public async Task Le_calendrier_dit_dans_son_tableau_les_echeances_des_operations()
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur);
        await (await (await t.LireAsync($"{t.AdresseFiche}/operations")).EnvoyerAsync("form[data-garde]", ("Input.Operations[0].Echeance", "2027-03-12"))).SuivreAsync();

        var page = await t.LireAsync($"{t.Adresse}/plan/calendrier");

        Assert.Equal("12 mars 2027 : Recruter", Lisse(page.Document.QuerySelector(".calendrier-echeances")!.TextContent));
        Assert.Equal(2, page.Document.QuerySelectorAll(".g-echeance").Length);
        Assert.Contains("Échéance d’une opération", page.Document.QuerySelector(".calendrier-legende")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task La_liste_des_places_mene_une_fiche_dans_un_autre_axe_et_annuler_la_ramene()
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur, axes: 2);
        var lien = (await t.LireAsync($"{t.Adresse}/plan")).Document.QuerySelector($"[id='Deplacer-{t.Fiches[0].Id.Value}']")!.GetAttribute("href")!;
        var choix = await t.LireAsync(lien);
        Assert.Contains("sa place actuelle", choix.Document.QuerySelector("#vers option[selected]")!.TextContent, StringComparison.Ordinal);

        var plan = await (await choix.EnvoyerAsync("#vers", ("vers", $"{t.Plan.Axes[1].Id.Value}#1"))).SuivreAsync();
        Assert.Equal(["Fiche 1.1.2", "Fiche 1.1.1", "Fiche 2.1.1", "Fiche 2.1.2"], Titres(plan));
        Assert.Contains("« Fiche 1.1.1 » est à sa nouvelle place", plan.Document.QuerySelector("#annonce")!.TextContent, StringComparison.Ordinal);

        plan = await (await plan.EnvoyerAsync(".plan-annuler")).SuivreAsync();
        Assert.Equal(["Fiche 1.1.1", "Fiche 1.1.2", "Fiche 2.1.1", "Fiche 2.1.2"], Titres(plan));
    }

    [Fact]
    public async Task Une_orientation_change_d_axe_et_un_axe_change_de_rang_par_la_meme_liste()
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur, axes: 2);
        var (orientation, axe) = (t.Plan.Orientations[0].Id.Value, t.Plan.Axes[1].Id.Value);

        var choix = await t.LireAsync($"{t.Adresse}/plan/deplacer/orientation/{orientation}");
        await (await choix.EnvoyerAsync("#vers", ("vers", $"{axe}#2"))).SuivreAsync();
        choix = await t.LireAsync($"{t.Adresse}/plan/deplacer/axe/{axe}");
        var plan = await (await choix.EnvoyerAsync("#vers", ("vers", "#1"))).SuivreAsync();

        Assert.Equal(["Fiche 2.1.1", "Fiche 2.1.2", "Fiche 1.1.1", "Fiche 1.1.2"], Titres(plan));
        Assert.Equal(4, plan.Document.QuerySelectorAll(".plan-axe")[0].QuerySelectorAll(".plan-fiche").Length);
    }

    [Fact]
    public async Task Un_deplacement_vers_un_axe_supprime_est_refuse_avec_la_raison_et_l_arbre_a_jour()
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur);
        var nouveau = await t.LireAsync($"{t.Adresse}/plan/axes/nouveau");
        await (await nouveau.EnvoyerAsync("form[data-garde]", ("Input.Intitule", "Éphémère"))).SuivreAsync();
        var choix = await t.LireAsync($"{t.Adresse}/plan/deplacer/fiche/{t.Fiches[0].Id.Value}");
        var vers = choix.Document.QuerySelectorAll("#vers optgroup")[^1].QuerySelector("option")!.GetAttribute("value")!;
        var axe = await t.LireAsync($"{t.Adresse}/plan/axes/{vers.Split('#')[0]}");
        await (await axe.EnvoyerAsync(".confirmation form")).SuivreAsync();

        var refus = await choix.EnvoyerAsync("#vers", ("vers", vers));

        Assert.Equal(HttpStatusCode.Conflict, refus.Statut);
        Assert.Contains("Rien n’a été déplacé", refus.Erreurs, StringComparison.Ordinal);
        Assert.Contains("la partie du plan où vous vouliez la mettre vient d’être supprimée", refus.Document.QuerySelector("#refus")!.TextContent, StringComparison.Ordinal);
        Assert.Single(refus.Document.QuerySelectorAll(".plan-axe"));
        Assert.Equal(["Fiche 1.1.1", "Fiche 1.1.2"], Titres(refus));
    }

    [Fact]
    public async Task Un_lot_se_choisit_se_relit_et_s_ecrit_en_trois_pas()
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur, fiches: 3);
        var adresse = $"{t.Adresse}/plan/lot?{string.Join('&', t.Fiches.Take(2).Select(f => $"fiches={f.Id.Value}"))}&retour=%3Fq%3Dfiche";

        var quoi = await t.LireAsync(adresse);
        Assert.Contains("Modifier 2 fiches action", Lisse(quoi.Document.QuerySelector("h1")!.TextContent), StringComparison.Ordinal);
        Assert.Equal(8, quoi.Document.QuerySelectorAll(".lot-choix button").Length);
        var valeur = await t.LireAsync($"{adresse}&quoi=priorite");
        Assert.Contains(valeur.Document.QuerySelectorAll("#valeur option"), o => o.TextContent == "Basse");
        var revue = await t.LireAsync($"{adresse}&quoi=priorite&valeur=Basse&revue=true");
        Assert.Equal(["Basse", "Basse"], revue.Document.QuerySelectorAll("tbody strong").Select(s => s.TextContent));

        var tableau = await (await revue.EnvoyerAsync("main form[method='post']")).SuivreAsync();

        Assert.Contains("Les 2 fiches sont modifiées", tableau.Texte, StringComparison.Ordinal);
        Assert.Equal("fiche", tableau.Document.QuerySelector("#q")!.GetAttribute("value"));
        var conflit = await revue.EnvoyerAsync("main form[method='post']");
        Assert.Equal(HttpStatusCode.Conflict, conflit.Statut);
        Assert.Contains("« Fiche 1.1.1 » a été modifiée entre-temps", conflit.Erreurs, StringComparison.Ordinal);
    }

    [Fact]
    public async Task La_selection_se_deplace_et_un_lecteur_ne_fait_que_l_exporter()
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur, axes: 2);
        using var lecteur = await t.Portail.ConnecterAsync(Role.Lecteur, t.Convention);

        var revue = await t.LireAsync($"{t.Adresse}/plan/lot?fiches={t.Fiches[0].Id.Value}&quoi=deplacer&valeur={t.Plan.Axes[1].Id.Value}&revue=true");
        var tableau = await (await revue.EnvoyerAsync("main form[method='post']")).SuivreAsync();
        Assert.Equal(["Fiche 1.1.2", "Fiche 1.1.1", "Fiche 2.1.1", "Fiche 2.1.2"], tableau.Document.QuerySelectorAll("tbody th a").Select(a => a.TextContent));

        Assert.Equal(2, tableau.Document.QuerySelectorAll(".plan-selection button").Length);
        var lu = await PageHtml.OuvrirAsync(lecteur, $"{t.Adresse}/plan/tableau");
        Assert.Equal(4, lu.Document.QuerySelectorAll("input[name='fiches']").Length);
        Assert.Equal("Exporter la sélection", Assert.Single(lu.Document.QuerySelectorAll(".plan-selection button")).TextContent.Trim());
    }

    [Fact]
    public async Task Une_vue_s_enregistre_depuis_les_filtres_et_le_plan_peut_s_ouvrir_dessus()
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur);
        var lien = (await t.LireAsync($"{t.Adresse}/plan/tableau?q=1.1.2&tri=intitule")).Document.QuerySelectorAll(".filtres a")[^1].GetAttribute("href")!;

        var vues = await (await (await t.LireAsync(lien)).EnvoyerAsync(".bloc form", ("Input.Nom", "La deuxième"))).SuivreAsync();
        vues = await (await vues.EnvoyerAsync("form[action*='Ouvrir']")).SuivreAsync();
        Assert.Contains("le plan s’ouvre sur cette vue", vues.Texte, StringComparison.Ordinal);

        var ouverture = await t.LireAsync($"{t.Adresse}/plan");
        Assert.Equal(HttpStatusCode.Redirect, ouverture.Statut);
        Assert.Equal($"{t.Adresse}/plan/tableau?q=1.1.2&tri=intitule", ouverture.Reponse.Headers.Location!.ToString());
        var tableau = await ouverture.SuivreAsync();
        Assert.Contains("La deuxième", tableau.Document.QuerySelector(".vues-gardees")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await t.LireAsync($"{t.Adresse}/plan?vue=arbre")).Statut);

        vues = await (await vues.EnvoyerAsync("form[action*='Supprimer']")).SuivreAsync();
        Assert.Contains("Aucune vue enregistrée", vues.Texte, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await t.LireAsync($"{t.Adresse}/plan")).Statut);
    }

    [Theory]
    [InlineData("tableau", "Tableau du plan")]
    [InlineData("calendrier", "Calendrier du plan")]
    [InlineData("avancement", "Avancement du plan")]
    [InlineData("schemas", "Schémas et contrats du plan")]
    [InlineData("affiche", "Affiche du plan")]
    public async Task Un_plan_vide_le_dit_dans_chaque_vue(string vue, string titre)
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur, axes: 0);

        var page = await t.LireAsync($"{t.Adresse}/plan/{vue}");

        Assert.Equal(titre, page.Document.QuerySelector("h1")!.TextContent);
        Assert.Contains("Le plan est encore vide", page.Texte, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll(".plan-vues, .page-tete .actions a"));
    }

    [Fact]
    public async Task L_affiche_est_un_PDF_et_un_plan_fige_se_regarde_sans_se_modifier()
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur, StatutConvention.EnSignature);

        var affiche = await t.Navigateur.GetAsync(new Uri((await t.LireAsync($"{t.Adresse}/plan/affiche")).Document.QuerySelector(".page-tete .actions a[href*='affiche.pdf']")!.GetAttribute("href")!, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal("application/pdf", affiche.Content.Headers.ContentType!.MediaType);
        Assert.DoesNotContain("Modifier", (await t.LireAsync($"{t.Adresse}/plan/tableau")).Document.QuerySelector(".plan-selection")!.TextContent, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Titres(PageHtml page) => page.Document.QuerySelectorAll(".plan-fiche-titre").Select(f => f.TextContent);

    private static string Lisse(string texte) =>
        string.Join(' ', texte.Split([' ', '\n', '\r', '\t', '\u00A0', '\u202F'], StringSplitOptions.RemoveEmptyEntries));
}
