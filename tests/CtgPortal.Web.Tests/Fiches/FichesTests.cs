using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Reflection;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using CtgPortal.Web.Pages.Fiches;
using CtgPortal.Web.Tests.Common;
using CtgPortal.Web.Tests.Plan;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Web.Tests.Fiches;

public sealed class FichesTests(PostgresServer serveur)
{
    /// <summary>Each section: a field to fill, a value that the read page then shows, and one that the form refuses.</summary>
    public static TheoryData<string, string, string, string, string?> Sections => new()
    {
        { "identite", "Input.Intitule", "Un nouveau titre", "Un nouveau titre", "" },
        { "pourquoi", "Input.Constat", "Peu de places", "Peu de places", new string('x', 20_001) },
        { "quoi", "Input.Livrables", "Un guide", "Un guide", new string('x', 20_001) },
        { "objectifs", "Input.ObjectifsOperationnels[2].Texte", "Former les agents", "Former les agents", new string('x', 20_001) },
        { "pour-qui", "Input.NombreVise", "1250", "1 250", "-1" },
        { "qui", "Input.EluReferent", "Mme la vice-présidente", "Mme la vice-présidente", new string('x', 301) },
        { "quand", "Input.Debut", "2027-01-05", "5 janvier 2027", "pas une date" },
        { "moyens", "Input.CoutPrevisionnel", "12 345,67", "12 345,67 €", "douze" },
        { "resultats", "Input.ResultatsAttendus", "Des familles écoutées", "Des familles écoutées", new string('x', 20_001) },
        { "operations", "Input.Operations[2].Intitule", "Évaluer", "Évaluer", new string('x', 301) },
        { "financements", "Input.Financements[0].Cellules[0].Prevu", "0,777 k€", "777 €", "-5" },
        { "indicateurs", "Input.Indicateurs[0].Cible", "62,5", "62,5 places", "beaucoup" },
    };

    [Theory, MemberData(nameof(Sections))]
    public async Task Une_section_s_enregistre_et_se_relit(string section, string champ, string valeur, string attendu, string? refusee)
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur);
        var formulaire = await t.LireAsync($"{t.AdresseFiche}/{section}");
        Assert.Single(formulaire.Document.QuerySelectorAll("h1"));

        var refus = await formulaire.EnvoyerAsync("form[data-garde]", (champ, refusee!));
        var fiche = await (await formulaire.EnvoyerAsync("form[data-garde]", (champ, valeur))).SuivreAsync();

        Assert.Equal(HttpStatusCode.BadRequest, refus.Statut);
        Assert.NotNull(refus.Document.QuerySelector(".champ-erreur"));
        Assert.Contains(attendu, Lisse(fiche.Texte), StringComparison.Ordinal);
        Assert.Contains("c’est enregistré", fiche.Document.QuerySelector("#annonce")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Sections))]
    public async Task Ce_qu_un_autre_a_ecrit_ailleurs_entre_temps_est_garde_et_dit(string section, string champ, string valeur, string attendu, string? refusee)
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur);
        var formulaire = await t.LireAsync($"{t.AdresseFiche}/{section}");
        await EcrireAsync(t, f => f.Rediger(new(Qui: f.Qui with { Service = "Jeunesse" }), UnPlan.Etape, UnPlan.Maintenant));

        var fiche = await (await formulaire.EnvoyerAsync("form[data-garde]", (champ, valeur))).SuivreAsync();

        Assert.Contains(attendu, Lisse(fiche.Texte), StringComparison.Ordinal);
        Assert.Contains("Jeunesse", fiche.Texte, StringComparison.Ordinal);
        Assert.Contains("a changé « Service » : c’est gardé aussi", Lisse(fiche.Document.QuerySelector("#annonce")!.TextContent), StringComparison.Ordinal);
        Assert.NotEqual(refusee, valeur);
    }

    [Fact]
    public async Task Le_meme_champ_ecrit_par_deux_personnes_montre_les_deux_valeurs_et_garde_la_saisie()
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur);
        var formulaire = await t.LireAsync($"{t.AdresseFiche}/quoi");
        await EcrireAsync(t, f => f.Rediger(new(Quoi: f.Quoi with { Livrables = "Un local neuf" }), UnPlan.Etape, UnPlan.Maintenant));

        var conflit = await formulaire.EnvoyerAsync("form[data-garde]", ("Input.Livrables", "Un guide"));
        Assert.Equal(HttpStatusCode.Conflict, conflit.Statut);
        var choix = Assert.Single(conflit.Document.QuerySelectorAll(".heurt-choix"));
        Assert.Equal("Livrables", choix.QuerySelector("legend")!.TextContent);
        Assert.Equal("Un guide", conflit.Document.QuerySelector("[name='Input.Livrables']")!.TextContent.Trim());

        var encore = await conflit.EnvoyerAsync("form[data-garde]");
        var fiche = await (await conflit.EnvoyerAsync("form[data-garde]", ("Arbitrage.Choix[0].Camp", "Mien"))).SuivreAsync();
        Assert.Equal(HttpStatusCode.Conflict, encore.Statut);
        Assert.Contains("Un guide", fiche.Texte, StringComparison.Ordinal);

        var histoire = await t.LireAsync($"{t.AdresseFiche}/historique");
        Assert.Contains(histoire.Document.QuerySelectorAll(".mots"), m => m.TextContent == "Un local neuf");
        var retablie = await (await histoire.EnvoyerAsync(".moment-champ form")).SuivreAsync();
        Assert.Contains("l’ancienne version est rétablie", retablie.Texte, StringComparison.Ordinal);
        Assert.Contains("Un local neuf", retablie.Texte, StringComparison.Ordinal);
    }

    [Fact]
    public void Un_champ_porte_le_meme_nom_dans_les_formulaires_et_partout_ailleurs()
    {
        var saisis = typeof(IPageDeSection).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(SaisieDeSection)) && !t.IsAbstract)
            .SelectMany(t => t.GetProperties()).Where(p => p.PropertyType != typeof(bool))
            .Select(p => (Code: string.Concat(p.Name.Select((c, i) => i > 0 && char.IsUpper(c) ? $"-{c}" : $"{c}")).ToLowerInvariant(), p.GetCustomAttribute<DisplayAttribute>()?.Name))
            .Where(p => ChampsFiche.Tous.Any(c => c.Code == p.Code && c.Nature != NatureChamp.Lignes)).ToList();

        Assert.True(saisis.Count > 25, "The forms of the fiche were not found.");
        Assert.All(saisis, p => Assert.Equal(LibellesFiche.De(p.Code).Libelle, p.Name));
    }

    [Fact]
    public async Task La_fiche_se_lit_comme_sur_le_papier()
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur);

        var page = await t.LireAsync(t.AdresseFiche);

        Assert.Equal("Fiche action 1 Fiche 1.1.1", Lisse(page.Document.QuerySelector("h1")!.TextContent));
        Assert.Contains("couleur-canard", page.Document.QuerySelector("article")!.ClassName, StringComparison.Ordinal);
        Assert.Equal(
            ["Identité", "Pourquoi", "Quoi", "Objectifs opérationnels", "Résultats et évaluation", "Quand", "Pour qui et où", "Qui", "Compte du pilote", "Moyens", "Opérations", "Financements", "Indicateurs", "Fiches liées", "Suivi", "Pièces jointes"],
            page.Document.QuerySelectorAll(".bloc-titre").Select(b => b.TextContent));
        var totaux = page.Document.QuerySelectorAll(".financements tfoot td").Select(c => Lisse(c.TextContent));
        Assert.Equal(["42 000 € réalisé 28 500,50 €", "30 000 €", "72 000 € réalisé 28 500,50 €"], totaux);
        Assert.Equal(["Caf", "CC des Trois Rivières"], page.Document.QuerySelectorAll(".tableau-etroit tbody th").Select(c => c.TextContent));
    }

    [Fact]
    public async Task Une_fiche_nait_a_la_place_demandee()
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur);
        var place = $"{t.Plan.Axes[0].Id.Value}/{t.Plan.Orientations[0].Id.Value}";
        var page = await t.LireAsync($"{t.Adresse}/fiches/nouvelle?place={place}");

        var vide = await page.EnvoyerAsync("form[data-garde]");
        var ailleurs = await page.EnvoyerAsync("form[data-garde]", ("Input.Intitule", "Une fiche"), ("Input.Place", ""));
        var fiche = await (await page.EnvoyerAsync("form[data-garde]", ("Input.Intitule", "Le <script>relais</script>"))).SuivreAsync();

        Assert.Equal("Nouvelle fiche action", page.Document.QuerySelector("h1")!.TextContent);
        Assert.Equal(HttpStatusCode.BadRequest, vide.Statut);
        Assert.Equal(HttpStatusCode.Conflict, ailleurs.Statut);
        Assert.Equal("Fiche action 3 Le <script>relais</script>", Lisse(fiche.Document.QuerySelector("h1")!.TextContent));
    }

    [Theory]
    [InlineData("objectifs", "Input.ObjectifsOperationnels[3].Texte")]
    [InlineData("operations", "Input.Operations[3].Intitule")]
    [InlineData("financements", "Input.Financements[3].Financeur")]
    [InlineData("indicateurs", "Input.Indicateurs[3].Intitule")]
    public async Task Une_ligne_s_ajoute_sans_script_et_ce_qui_est_tape_reste(string section, string nouvelle)
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur);
        var page = await t.LireAsync($"{t.AdresseFiche}/{section}");
        Assert.Null(page.Document.QuerySelector($"[name='{nouvelle}']"));

        using var contenu = new FormUrlEncodedContent(
            page.Document.QuerySelectorAll("form[data-garde] input, form[data-garde] select, form[data-garde] textarea").Where(e => e.GetAttribute("type") is not "checkbox")
                .Select(e => KeyValuePair.Create(e.GetAttribute("name")!, e.GetAttribute("value") ?? e.QuerySelector("[selected]")?.GetAttribute("value") ?? "")));
        var reponse = await t.Navigateur.PostAsync(
            new Uri(page.Document.QuerySelector("[formaction$='handler=Ajouter']")!.GetAttribute("formaction")!, UriKind.Relative), contenu, TestContext.Current.CancellationToken);
        var html = await reponse.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, reponse.StatusCode);
        Assert.Contains($"name=\"{nouvelle}\"", html, StringComparison.Ordinal);
        Assert.Equal(t.Fiches[0].Revision, await t.Portail.LireAsync(db => db.FichesAction.Where(f => f.Id == t.Fiches[0].Id).Select(f => f.Revision).SingleAsync()));
    }

    [Fact]
    public async Task Une_ligne_est_retiree_et_les_indicateurs_gardes_restent_les_memes()
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur);
        var page = await t.LireAsync($"{t.AdresseFiche}/indicateurs");

        var sans = await page.EnvoyerAsync("[formaction*='handler=Retirer']");
        await (await sans.EnvoyerAsync("form[data-garde]")).SuivreAsync();

        var restants = await t.Portail.LireAsync(db => db.FichesAction.Where(f => f.Id == t.Fiches[0].Id).SelectMany(f => f.Indicateurs).Select(i => i.Id).ToListAsync());
        Assert.Equal([t.Fiches[0].Indicateurs[1].Id], restants);
    }

    [Fact]
    public async Task Les_objectifs_s_ajoutent_changent_d_ordre_se_collent_et_se_relient_a_un_indicateur_sans_script()
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur);
        var page = await t.LireAsync($"{t.AdresseFiche}/objectifs");
        var avant = t.Fiches[0].Objectifs.Select(o => o.Id).ToList();
        var places = t.Fiches[0].Indicateurs[0].Id;

        var monte = await page.EnvoyerAsync("[formaction*='handler=Monter'][formaction*='ligne=1']");
        Assert.Equal("Des horaires élargis.", monte.Document.QuerySelector("[name='Input.ObjectifsOperationnels[0].Texte']")!.TextContent.Trim());
        var fiche = await (await monte.EnvoyerAsync(
            "form[data-garde]", ("Input.ObjectifsOperationnels[1].Indicateur", $"{places.Value}"), ("Input.ObjectifsOperationnels[2].Texte", "- Former\n- Accueillir"))).SuivreAsync();

        Assert.Equal(
            ["Des horaires élargis.", "Dix places par an. Mesuré par : Places ouvertes", "Former", "Accueillir"],
            fiche.Document.QuerySelectorAll(".objectifs > li").Select(li => Lisse(li.TextContent)));
        var lue = await t.Portail.LireAsync(db => db.FichesAction.SingleAsync(f => f.Id == t.Fiches[0].Id));
        Assert.Equal([avant[1], avant[0]], lue.Objectifs.Take(2).Select(o => o.Id));
        var histoire = await t.LireAsync($"{t.AdresseFiche}/historique");
        Assert.Contains("Dix places par an. : indicateur", Lisse(histoire.Texte), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deux_lignes_du_meme_financeur_sont_refusees_et_la_saisie_reste()
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur);
        var page = await t.LireAsync($"{t.AdresseFiche}/financements");

        var refus = await page.EnvoyerAsync("form[data-garde]", ("Input.Financements[1].Financeur", "CAF"), ("Input.Financements[1].Nature", "Fonctionnement"));

        Assert.Equal(HttpStatusCode.Conflict, refus.Statut);
        Assert.Contains("Deux lignes portent le même financeur", refus.Erreurs, StringComparison.Ordinal);
        Assert.Equal("CAF", refus.Document.QuerySelector("[name='Input.Financements[1].Financeur']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Une_annee_s_ajoute_et_un_financeur_sans_montant_est_dit()
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur);
        var page = await t.LireAsync($"{t.AdresseFiche}/financements");
        const string Annee = "[formaction$='handler=Annee']";

        var hors = await page.EnvoyerAsync(Annee, ("Input.AutreAnnee", "1850"));
        var plus = await page.EnvoyerAsync(Annee, ("Input.AutreAnnee", "2035"), ("Input.Financements[0].Cellules[0].Prevu", "12,5 k€"));
        var sansMontant = await plus.EnvoyerAsync("form[data-garde]", ("Input.Financements[2].Financeur", "MSA"));
        var derniere = plus.Document.QuerySelectorAll("[data-ligne]:first-of-type [data-prevu]").Length - 1;
        var fiche = await (await plus.EnvoyerAsync("form[data-garde]", ($"Input.Financements[0].Cellules[{derniere}].Prevu", "100"))).SuivreAsync();

        Assert.Contains("Indiquez une année de 2000 à 2060.", hors.Texte, StringComparison.Ordinal);
        Assert.Contains("2035", plus.Document.QuerySelector(".grille thead")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("54 500 €", Lisse(plus.Document.QuerySelector("tfoot strong[data-somme=prevu]")!.TextContent));
        Assert.Equal(HttpStatusCode.BadRequest, sansMontant.Statut);
        Assert.Contains("Indiquez au moins un montant, ou retirez cette ligne.", sansMontant.Texte, StringComparison.Ordinal);
        Assert.Contains("2035", fiche.Document.QuerySelector(".financements thead")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("54 600 €", Lisse(fiche.Document.QuerySelector(".financements tfoot")!.TextContent), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Des_dates_inversees_sont_refusees_avec_la_raison()
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur);

        var refus = await (await t.LireAsync($"{t.AdresseFiche}/quand")).EnvoyerAsync("form[data-garde]", ("Input.Debut", "2029-01-01"));

        Assert.Equal(HttpStatusCode.Conflict, refus.Statut);
        Assert.Contains("La fin de l’action doit suivre son début.", refus.Erreurs, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Une_fiche_change_de_branche_et_se_supprime_apres_confirmation()
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur, axes: 2);
        var deplacer = await t.LireAsync($"{t.AdresseFiche}/deplacer");

        var nullePart = await deplacer.EnvoyerAsync("form[data-garde]", ("Input.Place", Guid.Empty.ToString()));
        var fiche = await (await deplacer.EnvoyerAsync("form[data-garde]", ("Input.Place", $"{t.Plan.Axes[1].Id.Value}"))).SuivreAsync();
        var plan = await (await fiche.EnvoyerAsync(".confirmation form")).SuivreAsync();

        Assert.Equal(HttpStatusCode.Conflict, nullePart.Statut);
        Assert.Contains("Fiche action 2", fiche.Document.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(3, plan.Document.QuerySelectorAll(".plan-fiche").Length);
        Assert.Equal(HttpStatusCode.NotFound, (await t.LireAsync(t.AdresseFiche)).Statut);
    }

    [Fact]
    public async Task Une_suppression_apres_une_modification_est_un_conflit()
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur);
        var fiche = await t.LireAsync(t.AdresseFiche);
        await (await (await t.LireAsync($"{t.AdresseFiche}/quoi")).EnvoyerAsync("form[data-garde]", ("Input.Livrables", "Un guide"))).SuivreAsync();

        Assert.Equal(HttpStatusCode.Conflict, (await fiche.EnvoyerAsync(".confirmation form")).Statut);
        Assert.Equal(HttpStatusCode.OK, (await t.LireAsync(t.AdresseFiche)).Statut);
    }

    [Theory]
    [InlineData("liens")]
    [InlineData("confier")]
    [InlineData("deplacer")]
    public async Task Les_pages_autour_de_la_fiche_disent_aussi_qui_est_la(string page)
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur);

        var presences = (await t.LireAsync($"{t.AdresseFiche}/{page}")).Document.QuerySelector("[data-presence]")!;

        Assert.Equal((t.Fiches[0].Id.Value.ToString(), $"{t.Fiches[0].Revision}"), (presences.GetAttribute("data-fiche"), presences.GetAttribute("data-revision")));
    }

    [Fact]
    public async Task Deux_fiches_se_lient_se_montrent_l_une_l_autre_et_se_delient()
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur);
        var page = await t.LireAsync($"{t.AdresseFiche}/liens");

        var rien = await page.EnvoyerAsync("form[data-garde]", ("Input.Raison", "même public"));
        var liee = await (await page.EnvoyerAsync("form[data-garde]", ("Input.Autre", t.Fiches[1].Id.Value.ToString()), ("Input.Raison", "même <b>public"))).SuivreAsync();
        var autre = await t.LireAsync($"{t.Adresse}/fiches/{t.Fiches[1].Id.Value}");
        var sans = await (await liee.EnvoyerAsync(".liens-fiches form")).SuivreAsync();

        Assert.Equal(HttpStatusCode.BadRequest, rien.Statut);
        Assert.Contains("Choisissez une fiche.", rien.Erreurs, StringComparison.Ordinal);
        Assert.Contains("même <b>public", liee.Document.QuerySelector(".liens-fiches")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(t.Fiches[0].Intitule, autre.Document.QuerySelectorAll(".maillon").Select(m => m.QuerySelector("a")!.TextContent));
        Assert.Contains("Tomberont avec elle : 1 lien avec", Lisse(autre.Document.QuerySelector(".confirmation")!.TextContent), StringComparison.Ordinal);
        Assert.Null(sans.Document.QuerySelector(".liens-fiches"));
        Assert.Contains("Aucune fiche ne répond", (await t.LireAsync($"{t.AdresseFiche}/liens?q=introuvable")).Texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Les_schemas_se_cochent_et_s_ajoutent_en_toutes_lettres()
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur);
        var page = await t.LireAsync($"{t.AdresseFiche}/pourquoi");

        var fiche = await (await page.EnvoyerAsync(
            "form[data-garde]", ("Input.Schemas", "Contrat de ville"), ("Input.AutresSchemas", "Plan vélo\nContrat local"))).SuivreAsync();
        var encore = await t.LireAsync($"{t.AdresseFiche}/pourquoi");

        Assert.Equal(["Contrat de ville", "Plan vélo", "Contrat local"], fiche.Document.QuerySelectorAll("a[href*='plan/schemas']").Select(a => a.TextContent));
        Assert.Equal("Plan vélo\nContrat local", encore.Document.QuerySelector("[name='Input.AutresSchemas']")!.TextContent.Trim());
        Assert.Single(encore.Document.QuerySelectorAll("[name='Input.Schemas'][checked]"));
    }

    [Fact]
    public async Task Une_fiche_se_confie_a_un_compte_de_la_liste()
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur);
        using var partenaire = await t.Portail.ConnecterAsync(
            "Marie", "Petit", "marie@demo.test", new Habilitation(Role.Partenaire, Portee.Convention, t.Convention.Value.ToString()));
        Assert.Equal(HttpStatusCode.Forbidden, (await PageHtml.OuvrirAsync(partenaire, $"{t.AdresseFiche}/quoi")).Statut);

        var page = await t.LireAsync($"{t.AdresseFiche}/confier");
        var marie = page.Document.QuerySelectorAll("option").Single(o => o.TextContent.StartsWith("Marie Petit", StringComparison.Ordinal)).GetAttribute("value")!;
        var inconnu = await page.EnvoyerAsync("form[data-garde]", ("Input.Pilote", Guid.CreateVersion7().ToString()));
        var fiche = await (await page.EnvoyerAsync("form[data-garde]", ("Input.Pilote", marie))).SuivreAsync();

        Assert.Equal(HttpStatusCode.BadRequest, inconnu.Statut);
        Assert.Contains("Marie Petit écrit sur cette fiche", fiche.Texte, StringComparison.Ordinal);
        var sienne = await PageHtml.OuvrirAsync(partenaire, $"{t.AdresseFiche}/identite");
        Assert.Null(sienne.Document.QuerySelector("[name='Input.Confidentielle']"));
        Assert.Contains("Son titre", (await (await sienne.EnvoyerAsync("form[data-garde]", ("Input.Intitule", "Son titre"))).SuivreAsync()).Texte, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await PageHtml.OuvrirAsync(partenaire, $"{t.AdresseFiche}/confier")).Statut);
    }

    [Theory]
    [InlineData(Role.Administrateur)]
    [InlineData(Role.Signataire)]
    [InlineData(Role.Partenaire)]
    [InlineData(Role.Lecteur)]
    public async Task Ceux_qui_lisent_seulement_n_ont_aucun_lien_et_sont_refuses(Role role)
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur, role: role);

        var fiche = await t.LireAsync(t.AdresseFiche);
        Assert.Equal(HttpStatusCode.OK, fiche.Statut);
        Assert.Equal(["Voir le suivi : Suivi"], fiche.Document.QuerySelectorAll(".bloc-modifier").Select(l => Lisse(l.TextContent)));
        Assert.Empty(fiche.Document.QuerySelectorAll(".papier-entier form"));
        Assert.Equal(role != Role.Administrateur, fiche.Document.QuerySelector(".commentaire-nouveau form") is not null);
        foreach (var section in Sections.Select(s => s.Data.Item1).Concat(["confier", "deplacer", "liens"]))
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await t.LireAsync($"{t.AdresseFiche}/{section}")).Statut);
        }
    }

    [Fact]
    public async Task Une_fiche_figee_refuse_la_saisie_avec_la_raison()
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur, StatutConvention.EnSignature);

        var refus = await (await t.LireAsync($"{t.AdresseFiche}/quoi")).EnvoyerAsync("form[data-garde]", ("Input.Livrables", "Trop tard"));

        Assert.Equal(HttpStatusCode.Conflict, refus.Statut);
        Assert.Contains("Le plan d’actions est figé", refus.Erreurs, StringComparison.Ordinal);
        Assert.Contains("Trop tard", refus.Document.QuerySelector("#Input_Livrables")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Les_communes_se_choisissent_dans_le_perimetre()
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur);
        var page = await t.LireAsync($"{t.AdresseFiche}/pour-qui");

        var ailleurs = await page.EnvoyerAsync("form[data-garde]", ("Input.Communes", "75056"));
        var fiche = await (await page.EnvoyerAsync("form[data-garde]", ("Input.Communes", "02381"), ("Input.Communes", "02053"))).SuivreAsync();

        Assert.Equal(HttpStatusCode.BadRequest, ailleurs.Statut);
        Assert.Contains("Hirson, Aubenton", fiche.Texte, StringComparison.Ordinal);
    }

    /// <summary>One kind of space between words.</summary>
    private static Task EcrireAsync(PlanWeb t, Action<FicheAction> ecrire) => t.Portail.EcrireAsync(async db =>
    {
        var fiche = await db.FichesAction.SingleAsync(f => f.Id == t.Fiches[0].Id);
        ecrire(fiche);
        await db.SaveChangesAsync();
    });

    private static string Lisse(string texte) =>
        string.Join(' ', texte.Split([' ', '\n', '\r', '\t', '\u00A0', '\u202F'], StringSplitOptions.RemoveEmptyEntries));
}
