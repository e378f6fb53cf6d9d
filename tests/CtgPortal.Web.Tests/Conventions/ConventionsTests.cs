using System.Net;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.TestSupport;
using CtgPortal.Web.Tests.Common;
using Microsoft.EntityFrameworkCore;
using static CtgPortal.TestSupport.Builders.UneConvention;

namespace CtgPortal.Web.Tests.Conventions;

public sealed class ConventionsTests(PostgresServer serveur) : IAsyncLifetime
{
    private static readonly Habilitation Aisne = new(Role.Conseiller, Portee.Caf, "02");
    private static readonly Habilitation Nord = new(Role.Conseiller, Portee.Caf, "59");

    private PortailDeTest _portail = null!;

    public async ValueTask InitializeAsync() => _portail = await PortailDeTest.OuvrirAsync(serveur, referentiel: true, maintenant: Maintenant);

    public ValueTask DisposeAsync() => _portail.DisposeAsync();

    [Fact]
    public async Task L_accueil_dit_ce_qui_attend_et_ou_le_faire()
    {
        var convention = Preparee();
        await _portail.SauverAsync(convention);
        using var navigateur = await _portail.ConnecterAsync(Aisne);

        var accueil = await PageHtml.OuvrirAsync(navigateur, "/");

        Assert.Equal(HttpStatusCode.OK, accueil.Statut);
        Assert.Equal($"/conventions/{convention.Id.Value}/diagnostic", accueil.Document.QuerySelector(".taches a")!.GetAttribute("href"));
        Assert.Contains("1 chose vous attend", accueil.Texte.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.NotNull(accueil.Document.QuerySelector("a[href='/conventions/nouvelle']"));
    }

    [Fact]
    public async Task L_accueil_d_une_personne_sans_convention_le_dit()
    {
        using var navigateur = await _portail.ConnecterAsync(new Habilitation(Role.Partenaire, Portee.Territoire, "240200600"));

        var accueil = await PageHtml.OuvrirAsync(navigateur, "/");

        Assert.Contains("Rien n’attend de vous", accueil.Texte, StringComparison.Ordinal);
        Assert.Contains("Aucune convention pour l’instant", accueil.Texte, StringComparison.Ordinal);
        Assert.Null(accueil.Document.QuerySelector("a[href='/conventions/nouvelle']"));
    }

    [Fact]
    public async Task La_liste_se_cherche_se_filtre_et_garde_ses_filtres_dans_l_adresse()
    {
        await _portail.SauverAsync(Ouverte(Ouverture(Cadre("Ctg des Trois-Rivières"))), Au(StatutConvention.EnSuivi, Ouverture(Cadre("Ctg signée"))));
        using var navigateur = await _portail.ConnecterAsync(Aisne);

        Assert.Equal(["Ctg des Trois-Rivières", "Ctg signée"], await IntitulesAsync("/conventions"));
        Assert.Equal(["Ctg des Trois-Rivières"], await IntitulesAsync("/conventions?q=riviere+trois&statut=EnDiagnostic"));
        Assert.Equal(["Ctg signée"], await IntitulesAsync("/conventions?statut=EnSuivi"));
        Assert.Equal(["Ctg signée", "Ctg des Trois-Rivières"], await IntitulesAsync("/conventions?tri=-intitule"));
        var vide = await PageHtml.OuvrirAsync(navigateur, "/conventions?q=introuvable");
        Assert.Contains("Aucune convention ne correspond", vide.Texte, StringComparison.Ordinal);
        var page = await PageHtml.OuvrirAsync(navigateur, "/conventions?statut=EnSuivi&tri=-echeance");
        Assert.Contains("statut=EnSuivi", page.Document.QuerySelector("th a.tri")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await PageHtml.OuvrirAsync(navigateur, "/conventions?statut=chose")).Statut);

        async Task<IEnumerable<string>> IntitulesAsync(string adresse) =>
            (await PageHtml.OuvrirAsync(navigateur, adresse)).Document.QuerySelectorAll("tbody th a").Select(a => a.TextContent);
    }

    [Fact]
    public async Task Une_convention_s_ouvre_pour_un_territoire_tape_a_la_main()
    {
        using var navigateur = await _portail.ConnecterAsync(Aisne);
        var formulaire = await PageHtml.OuvrirAsync(navigateur, "/conventions/nouvelle");

        var reponse = await formulaire.EnvoyerAsync(
            "main form", ("Input.Titulaire", "cc des trois rivieres"), ("Input.Intitule", "Ctg « Trois Rivières » <2026>"),
            ("Input.Debut", "2026-01-01"), ("Input.Fin", "2030-12-31"), ("Input.Champs", "jeunesse"), ("Input.AutresChamps", "ruralité\nlecture publique"));
        var vue = await reponse.SuivreAsync();

        Assert.Equal(HttpStatusCode.OK, vue.Statut);
        Assert.Contains("Ctg « Trois Rivières » <2026>", vue.Document.QuerySelector(".tete-intitule")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("La convention est ouverte", vue.Document.QuerySelector("#annonce")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("À vous : écrire le diagnostic", vue.Texte, StringComparison.Ordinal);
        var convention = await _portail.LireAsync(db => db.Conventions.AsNoTracking().SingleAsync());
        Assert.Equal(("240200600", 26), (convention.Titulaires[0].Code, convention.Perimetre.Count));
        Assert.Equal(["jeunesse", "ruralité", "lecture publique"], convention.Champs);
    }

    [Fact]
    public async Task Un_nom_porte_par_plusieurs_territoires_propose_de_choisir_sans_script()
    {
        using var navigateur = await _portail.ConnecterAsync(Aisne);
        var formulaire = await PageHtml.OuvrirAsync(navigateur, "/conventions/nouvelle");

        var doute = await formulaire.EnvoyerAsync("main form", ("Input.Titulaire", "Saint-Michel"), ("Input.Intitule", "Ctg"));
        Assert.Equal(HttpStatusCode.BadRequest, doute.Statut);
        Assert.Contains("Plusieurs territoires répondent à ce nom", doute.Erreurs, StringComparison.Ordinal);
        Assert.Equal("Saint-Michel", doute.Document.QuerySelector("#Input_Titulaire")!.GetAttribute("value"));
        var choix = doute.Document.QuerySelectorAll("[data-autocomplete-choix] input").Select(i => i.GetAttribute("value")!).First(v => v.Contains("(02684)", StringComparison.Ordinal)
            || v.StartsWith("Saint-Michel (", StringComparison.Ordinal));

        var reponse = await doute.EnvoyerAsync("main form", ("Input.Titulaire", choix), ("Input.Titulaire", "Saint-Michel"));

        Assert.Equal(HttpStatusCode.Found, reponse.Statut);
        Assert.Equal("Saint-Michel", (await _portail.LireAsync(db => db.Conventions.AsNoTracking().SingleAsync())).Titulaires[0].Nom);
    }

    [Fact]
    public async Task Une_saisie_malformee_dit_son_message_au_champ_et_garde_le_reste()
    {
        using var navigateur = await _portail.ConnecterAsync(Aisne);
        var formulaire = await PageHtml.OuvrirAsync(navigateur, "/conventions/nouvelle");

        var sansTerritoire = await formulaire.EnvoyerAsync("main form", ("Input.Intitule", "Ctg"));
        var inversee = await formulaire.EnvoyerAsync(
            "main form", ("Input.Titulaire", "240200600"), ("Input.Intitule", "Ctg"), ("Input.Debut", "2030-01-01"), ("Input.Fin", "2026-01-01"));
        var date = await formulaire.EnvoyerAsync("main form", ("Input.Titulaire", "240200600"), ("Input.Intitule", "Ctg"), ("Input.Debut", "hier"));

        Assert.Equal(HttpStatusCode.BadRequest, sansTerritoire.Statut);
        Assert.Contains("Choisissez le territoire", sansTerritoire.Document.QuerySelector("#Input_Titulaire-erreur")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Ctg", sansTerritoire.Document.QuerySelector("#Input_Intitule")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.BadRequest, inversee.Statut);
        Assert.Contains("La fin de la convention doit suivre son début", inversee.Document.QuerySelector("#Input_Fin-erreur")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, date.Statut);
        Assert.NotNull(date.Document.QuerySelector("#Input_Debut-erreur"));
        Assert.Equal(0, await _portail.LireAsync(db => db.Conventions.CountAsync()));
    }

    [Theory]
    [InlineData(Role.Coordination)]
    [InlineData(Role.Partenaire)]
    [InlineData(Role.Lecteur)]
    public async Task Seule_une_caf_ouvre_une_convention(Role role)
    {
        using var navigateur = await _portail.ConnecterAsync(new Habilitation(role, Portee.Territoire, "240200600"));

        var page = await PageHtml.OuvrirAsync(navigateur, "/conventions/nouvelle");

        Assert.Equal(HttpStatusCode.Forbidden, page.Statut);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/cadre")]
    [InlineData("/perimetre")]
    [InlineData("/parties")]
    [InlineData("/parties/0198c2d4-0000-7000-8000-000000000000")]
    [InlineData("/etape")]
    [InlineData("/historique")]
    public async Task Une_convention_inconnue_ou_etrangere_est_introuvable(string page)
    {
        var convention = Preparee();
        await _portail.SauverAsync(convention);
        using var navigateur = await _portail.ConnecterAsync(Nord);
        using var anonyme = _portail.Anonyme();

        Assert.Equal(HttpStatusCode.NotFound, (await PageHtml.OuvrirAsync(navigateur, $"/conventions/{Guid.CreateVersion7()}{page}")).Statut);
        Assert.Equal(HttpStatusCode.NotFound, (await PageHtml.OuvrirAsync(navigateur, $"/conventions/{convention.Id.Value}{page}")).Statut);
        Assert.Equal(HttpStatusCode.Found, (await PageHtml.OuvrirAsync(anonyme, $"/conventions/{convention.Id.Value}{page}")).Statut);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/cadre")]
    [InlineData("/perimetre")]
    [InlineData("/parties")]
    [InlineData("/etape")]
    [InlineData("/historique")]
    public async Task Chaque_page_a_un_titre_un_seul_h1_et_aucun_identifiant_double(string page)
    {
        foreach (var statut in Enum.GetValues<StatutConvention>())
        {
            var convention = Au(statut);
            await _portail.SauverAsync(convention);
            foreach (var role in (Role[])[Role.Coordination, Role.Partenaire])
            {
                using var navigateur = await _portail.ConnecterAsync(role, convention.Id);
                var lue = await PageHtml.OuvrirAsync(navigateur, $"/conventions/{convention.Id.Value}{page}");

                Assert.Equal(HttpStatusCode.OK, lue.Statut);
                Assert.Single(lue.Document.QuerySelectorAll("h1"));
                Assert.NotEmpty(lue.Document.Title!);
                Assert.Empty(lue.Document.QuerySelectorAll("[id]").GroupBy(e => e.Id).Where(g => g.Count() > 1).Select(g => g.Key));
            }
        }
    }
}
