using CtgPortal.Application.Conventions;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Plans;
using CtgPortal.Domain.Territoires;
using CtgPortal.TestSupport;
using static CtgPortal.Application.Conventions.ListerConventions;
using static CtgPortal.Application.Tests.Conventions.Personnes;
using static CtgPortal.TestSupport.Builders.UneConvention;

namespace CtgPortal.Application.Tests.Conventions;

public sealed class ListerConventionsTests(PostgresServer serveur) : IAsyncLifetime
{
    private ApplicationDeTest _app = null!;

    public async ValueTask InitializeAsync() => _app = await ApplicationDeTest.OuvrirAsync(serveur, Maintenant);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData("riviere", "Trois-Rivières")]
    [InlineData("RIVIÈRES trois", "Trois-Rivières")]
    [InlineData("sud", "Avesnois")]
    [InlineData("thierache", "Le Cœur de Thiérache")]
    [InlineData("l’Avesnois", "Avesnois")]
    [InlineData("100 %", "")]
    [InlineData("%", "Avesnois|Le Cœur de Thiérache|Trois-Rivières")]
    [InlineData("'; DROP TABLE conventions; --", "")]
    public async Task Cherche_dans_l_intitule_et_les_titulaires_sans_tenir_aux_accents(string texte, string attendus)
    {
        await SemerAsync();

        Assert.Equal(attendus.Split('|', StringSplitOptions.RemoveEmptyEntries), await IntitulesAsync(new(texte)));
    }

    [Fact]
    public async Task Filtre_par_etape_caf_echeance_et_generation()
    {
        await SemerAsync();

        Assert.Equal(["Avesnois"], await IntitulesAsync(new(Statut: StatutConvention.EnSuivi)));
        Assert.Equal(["Avesnois"], await IntitulesAsync(new(Caf: "59")));
        Assert.Equal(["Le Cœur de Thiérache", "Trois-Rivières"], await IntitulesAsync(new(Caf: "02")));
        Assert.Equal(["Trois-Rivières"], await IntitulesAsync(new(Echeance: 2029)));
        Assert.Equal(["Le Cœur de Thiérache"], await IntitulesAsync(new(Generation: 2)));
        Assert.Empty(await IntitulesAsync(new(Statut: StatutConvention.EnSuivi, Caf: "02")));
    }

    [Theory]
    [InlineData(Tri.Intitule, false, "Avesnois|Le Cœur de Thiérache|Trois-Rivières")]
    [InlineData(Tri.Intitule, true, "Trois-Rivières|Le Cœur de Thiérache|Avesnois")]
    [InlineData(Tri.Statut, false, "Le Cœur de Thiérache|Trois-Rivières|Avesnois")]
    [InlineData(Tri.Statut, true, "Avesnois|Trois-Rivières|Le Cœur de Thiérache")]
    [InlineData(Tri.Echeance, false, "Avesnois|Trois-Rivières|Le Cœur de Thiérache")]
    [InlineData(Tri.Echeance, true, "Trois-Rivières|Avesnois|Le Cœur de Thiérache")]
    [InlineData(Tri.Caf, true, "Avesnois|Le Cœur de Thiérache|Trois-Rivières")]
    [InlineData(Tri.Fiches, true, "Trois-Rivières|Avesnois|Le Cœur de Thiérache")]
    public async Task Trie_par_colonne_dans_les_deux_sens(Tri tri, bool decroissant, string attendus)
    {
        await SemerAsync();

        Assert.Equal(attendus.Split('|'), await IntitulesAsync(new(Tri: tri, Decroissant: decroissant)));
    }

    [Fact]
    public async Task Dit_les_choix_des_filtres_et_les_comptes_de_chaque_ligne()
    {
        await SemerAsync();

        var resultat = await _app.EnvoyerAsync(new ListerConventions.Query(), Admin);

        Assert.Equal(["02", "59"], resultat.Choix.Cafs);
        Assert.Equal([2027, 2029], resultat.Choix.Echeances);
        Assert.Equal([1, 2], resultat.Choix.Generations);
        var ligne = resultat.Rows.Single(r => r.Intitule == "Trois-Rivières");
        Assert.Equal((2, 0, 0, QuatreAns), (ligne.Fiches, ligne.Signees, ligne.Signataires, ligne.Periode));
        Assert.Equal(["CC des Trois Rivières"], ligne.Titulaires);
    }

    [Fact]
    public async Task Chacun_ne_voit_que_les_siennes()
    {
        await SemerAsync();

        Assert.Equal(["Le Cœur de Thiérache", "Trois-Rivières"], await IntitulesAsync(new(), Conseillere));
        Assert.Equal(["Avesnois"], await IntitulesAsync(new(), ConseillerDuNord));
        Assert.Equal(["Trois-Rivières"], await IntitulesAsync(new(), Partenaire));
        var rien = await _app.EnvoyerAsync(new ListerConventions.Query(), ApplicationDeTest.Une("Sans rôle"));
        Assert.Equal((0, true), (rien.Total, rien.Choix.AucuneConvention));
    }

    [Theory]
    [InlineData(-5, 1)]
    [InlineData(2, 2)]
    [InlineData(int.MaxValue, 2)]
    public async Task Une_page_hors_de_la_liste_est_ramenee_dans_la_liste(int demandee, int page)
    {
        await _app.SauverAsync([.. Enumerable.Range(1, PageSize + 3).Select(i => (object)Ouverte(Ouverture(Cadre($"Ctg {i:00}"))))]);

        var resultat = await _app.EnvoyerAsync(new ListerConventions.Query(Page: demandee), Admin);

        Assert.Equal((page, PageSize + 3), (resultat.Page, resultat.Total));
        Assert.Equal(page == 1 ? PageSize : 3, resultat.Rows.Count);
    }

    [Fact]
    public async Task Le_nombre_de_commandes_sql_ne_depend_pas_du_nombre_de_conventions()
    {
        await AjouterAsync(10);
        var avecDix = await _app.Sql.CompterAsync(() => _app.EnvoyerAsync(new ListerConventions.Query(), Conseillere));
        await AjouterAsync(90);
        var avecCent = await _app.Sql.CompterAsync(() => _app.EnvoyerAsync(new ListerConventions.Query(), Conseillere));

        Assert.Equal(avecDix, avecCent);
        Assert.InRange(avecCent, 1, 8);
    }

    private async Task AjouterAsync(int nombre)
    {
        for (var i = 0; i < nombre; i++)
        {
            var convention = Preparee();
            await _app.SauverAsync(convention, Diagnostic.Commencer(convention.Id, Maintenant), Plan.Commencer(convention.Id, Maintenant));
        }
    }

    private async Task SemerAsync()
    {
        var rivieres = Au(StatutConvention.EnRedaction, Ouverture(Cadre("Trois-Rivières")));
        var thierache = Ouverte(Ouverture(
            Cadre("Le Cœur de Thiérache", avecPeriode: false) with { Generation = 2 }, titulaires: [new(TypeTerritoire.Commune, "02738", "Tergnier")]));
        var avesnois = Au(
            StatutConvention.EnSuivi,
            Ouverture(
                Cadre("Avesnois") with { Periode = new(new(2024, 1, 1), new(2027, 12, 31)) }, new("59", "Caf du Nord"), "59",
                [new(TypeTerritoire.Epci, "200043404", "CC Sud-Avesnois")]));
        await _app.SauverAsync(
            rivieres, thierache, avesnois,
            FicheAction.Creer(rivieres.Id, "Une fiche", rivieres.Statut, Maintenant),
            FicheAction.Creer(rivieres.Id, "Une autre", rivieres.Statut, Maintenant));
    }

    private async Task<IEnumerable<string>> IntitulesAsync(ListerConventions.Query query, Infrastructure.Comptes.Personne? par = null) =>
        (await _app.EnvoyerAsync(query, par ?? Admin)).Rows.Select(r => r.Intitule);
}
