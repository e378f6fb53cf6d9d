using CtgPortal.Application.Common;
using CtgPortal.Application.Territoires;
using CtgPortal.Domain.Territoires;
using CtgPortal.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace CtgPortal.Application.Tests.Territoires;

/// <summary>One database for the class: these tests only read.</summary>
public sealed class TerritoiresTests(TerritoiresTests.Charge charge) : IClassFixture<TerritoiresTests.Charge>
{
    [Theory]
    [InlineData("cc trois rivieres", "240200600")]
    [InlineData("Communauté de communes des Trois-Rivières", "240200600")]
    [InlineData("TROIS RIVIÈRES hirson", "")]
    [InlineData("hirson", "02381")]
    [InlineData("  Hirson ", "02381")]
    [InlineData("240200600", "240200600")]
    [InlineData("240 200 600", "240200600")]
    [InlineData("2402006", "240200600")]
    [InlineData("02381", "02381")]
    [InlineData("2a004", "2A004")]
    [InlineData("214900078", "49007")]
    [InlineData("lannion tregor", "200065928")]
    [InlineData("Lannion-Trégor Communauté", "200065928")]
    [InlineData("caussess dordogne", "200066371")]
    [InlineData("cause vallee dordogne", "200066371")]
    [InlineData("anger", "244900015")]
    [InlineData("hrison", "02381")]
    [InlineData("quimprelé", "242900694")]
    [InlineData("st quentin", "02691")]
    [InlineData("Saint-Quentin (02691)", "02691")]
    [InlineData("Mond’Arverne", "200069177")]
    [InlineData("mond arvern", "200069177")]
    [InlineData("agglo lamballe", "200069391")]
    [InlineData("angers", "49007")]
    [InlineData("angers loire", "244900015")]
    [InlineData("cote d'or", "21")]
    [InlineData("Aude (département 11)", "11")]
    [InlineData("Île-de-France (région 11)", "11")]
    [InlineData("ancenis-saint-gereon", "44003")]
    [InlineData("L'Haÿ-les-Roses", "94038")]
    [InlineData("voeuil giget", "16418")]
    public async Task Le_premier_resultat_est_le_bon(string texte, string code)
    {
        var resultats = await Lister(new(texte));

        Assert.Equal(code, resultats.Count == 0 ? "" : resultats[0].Code);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("%%%___")]
    [InlineData("'; DROP TABLE epci; --")]
    [InlineData("\" OR 1=1")]
    [InlineData(".*(?!+[")]
    [InlineData("$1 @nom {0} \\")]
    [InlineData("\0\u0001\ud800")]
    [InlineData("()")]
    [InlineData("(999999999)")]
    [InlineData("zzzzzzzzzz qqqqqq")]
    [InlineData("東京")]
    [InlineData("000000000")]
    public async Task Une_saisie_sans_rapport_ne_trouve_rien_et_ne_casse_rien(string? texte)
    {
        Assert.Empty(await Lister(new(texte)));
        Assert.NotEmpty(await Lister(new("hirson")));
    }

    [Fact]
    public async Task Dix_mille_caracteres_sont_une_recherche_comme_une_autre()
    {
        Assert.Empty(await Lister(new(new string('x', 10_000))));
        Assert.Empty(await Lister(new(new string('2', 10_000))));
        Assert.Equal("02381", (await Lister(new(string.Concat(Enumerable.Repeat("hirson ", 1_500)))))[0].Code);
        Assert.Equal(12, (await Lister(new(string.Concat(Enumerable.Repeat("é% '", 2_500))))).Count);
    }

    [Fact]
    public async Task A_egalite_l_epci_precede_la_commune_puis_la_population_departage()
    {
        var resultats = await Lister(new("trois rivieres"));

        Assert.Equal([TypeTerritoire.Epci, TypeTerritoire.Commune, TypeTerritoire.Commune], resultats.Take(3).Select(r => r.Type));
        Assert.Equal(["240200600", "97132", "80625"], resultats.Take(3).Select(r => r.Code));
        Assert.All(resultats.Take(3), r => Assert.True(r.EstExact));
    }

    [Fact]
    public async Task Le_type_et_le_departement_filtrent()
    {
        Assert.All(await Lister(new("saint", TypeTerritoire.Commune, "02", 100)), r => Assert.Equal((TypeTerritoire.Commune, "02"), (r.Type, r.Departement)));
        Assert.Equal(["240200600"], (await Lister(new("trois rivieres", TypeTerritoire.Epci))).Select(r => r.Code));
        Assert.Equal("2B033", (await Lister(new("bastia", TypeTerritoire.Commune, "2b")))[0].Code);
        Assert.Empty(await Lister(new("hirson", Departement: "99' OR '1'='1")));
    }

    [Fact]
    public async Task Sans_texte_un_departement_donne_tout_ce_qu_il_contient()
    {
        var resultats = await Lister(new("", TypeTerritoire.Epci, "02", 100));

        Assert.Contains(resultats, r => r.Code == "240200600");
        Assert.All(resultats, r => Assert.Equal((TypeTerritoire.Epci, "02"), (r.Type, r.Departement)));
        Assert.Equal(resultats.Select(r => r.Population).OrderDescending(), resultats.Select(r => r.Population));
    }

    [Theory]
    [InlineData(5, 5)]
    [InlineData(0, 1)]
    [InlineData(-3, 1)]
    [InlineData(1_000_000, 100)]
    public async Task Le_nombre_de_resultats_est_borne(int demande, int recu) =>
        Assert.Equal(recu, (await Lister(new("saint", Max: demande))).Count);

    [Fact]
    public async Task Une_ligne_dit_ce_qui_distingue_le_territoire()
    {
        var epci = Assert.Single(await Lister(new("200069391")));

        Assert.Equal(
            new ListerTerritoires.Row(TypeTerritoire.Epci, "200069391", "CA Lamballe Terre et Mer", "22", 70_807, 38, "22", true), epci);
        Assert.Equal("CA Lamballe Terre et Mer (200069391)", epci.Saisie);
    }

    [Theory]
    [InlineData("hirson")]
    [InlineData("aude")]
    [InlineData("bretagne")]
    [InlineData("cauvaldor causses")]
    [InlineData("trois rivieres")]
    public async Task Ce_qu_un_choix_ecrit_dans_le_champ_est_retrouve(string texte)
    {
        foreach (var ligne in await Lister(new(texte)))
        {
            var resultat = await charge.Services.EnvoyerAsync(new ConsulterTerritoireSaisi.Query(ligne.Saisie));

            Assert.Equal(ligne.Reference, resultat.Trouve);
            Assert.Empty(resultat.Choix);
        }
    }

    [Fact]
    public async Task Une_saisie_ambigue_ou_approchee_propose_sans_choisir()
    {
        var ambigue = await charge.Services.EnvoyerAsync(new ConsulterTerritoireSaisi.Query("Saint-Denis"));
        var approchee = await charge.Services.EnvoyerAsync(new ConsulterTerritoireSaisi.Query("hrison"));
        var inconnue = await charge.Services.EnvoyerAsync(new ConsulterTerritoireSaisi.Query("zzzzzzzzzz"));

        Assert.Null(ambigue.Trouve);
        Assert.True(ambigue.Choix.Count > 1);
        Assert.Null(approchee.Trouve);
        Assert.Contains(approchee.Choix, c => c.Code == "02381");
        Assert.Null(inconnue.Trouve);
        Assert.Empty(inconnue.Choix);
    }

    [Theory]
    [InlineData(TypeTerritoire.Epci, "240200600", "CC des Trois Rivières", "02", 26)]
    [InlineData(TypeTerritoire.Epci, "200039832", "CC Pays des Vans en Cévennes", "07", 15)]
    [InlineData(TypeTerritoire.Epci, "240700302", "CC du Pays Beaume-Drobie", "07", 19)]
    [InlineData(TypeTerritoire.Epci, "243200409", "CC du Bas Armagnac", "32", 26)]
    [InlineData(TypeTerritoire.Epci, "243200599", "CC du Saves", "32", 32)]
    [InlineData(TypeTerritoire.Epci, "200069177", "CC Mond'Arverne Communauté", "63", 27)]
    [InlineData(TypeTerritoire.Epci, "200069391", "CA Lamballe Terre et Mer", "22", 38)]
    [InlineData(TypeTerritoire.Epci, "200065928", "CA Lannion-Trégor Communauté", "22", 57)]
    [InlineData(TypeTerritoire.Epci, "200066371", "CC Causses et Vallée de la Dordogne", "46", 77)]
    [InlineData(TypeTerritoire.Commune, "49007", "Angers", "49", 0)]
    [InlineData(TypeTerritoire.Commune, "97418", "Sainte-Marie", "974", 0)]
    public async Task Les_territoires_de_reference_y_sont(TypeTerritoire type, string code, string nom, string departement, int membres)
    {
        var fiche = await charge.Services.EnvoyerAsync(new ConsulterTerritoire.Query(type, code));

        Assert.Equal(nom, fiche.Nom);
        Assert.Equal(departement, Assert.Single(fiche.Appartient, a => a.Type == TypeTerritoire.Departement).Code);
        Assert.Equal(departement, Assert.Single(fiche.Cafs).Code);
        Assert.Equal(membres, fiche.Membres.Count);
        Assert.Equal(2026, fiche.Millesime!.Annee);
    }

    [Fact]
    public async Task Une_commune_dit_son_siren_et_son_epci()
    {
        var angers = await charge.Services.EnvoyerAsync(new ConsulterTerritoire.Query(TypeTerritoire.Commune, "49007"));

        Assert.Equal("214900078", angers.Siren);
        Assert.Equal(["244900015", "49", "52"], angers.Appartient.Select(a => a.Code));
        Assert.Equal("Caf de Maine-et-Loire", Assert.Single(angers.Cafs).Nom);
    }

    [Fact]
    public async Task Une_commune_sans_epci_et_une_commune_sans_caf_se_consultent()
    {
        var ouessant = await charge.Services.EnvoyerAsync(new ConsulterTerritoire.Query(TypeTerritoire.Commune, "29155"));
        var noumea = await charge.Services.EnvoyerAsync(new ConsulterTerritoire.Query(TypeTerritoire.Commune, "98818"));

        Assert.DoesNotContain(ouessant.Appartient, a => a.Type == TypeTerritoire.Epci);
        Assert.Null(noumea.Siren);
        Assert.Empty(noumea.Cafs);
    }

    [Fact]
    public async Task Un_departement_et_une_region_disent_ce_qu_ils_contiennent()
    {
        var pyrenees = await charge.Services.EnvoyerAsync(new ConsulterTerritoire.Query(TypeTerritoire.Departement, "64"));
        var bretagne = await charge.Services.EnvoyerAsync(new ConsulterTerritoire.Query(TypeTerritoire.Region, "53"));

        Assert.Equal(2, pyrenees.Cafs.Count);
        Assert.Equal("Nouvelle-Aquitaine", Assert.Single(pyrenees.Appartient).Nom);
        Assert.Equal(["22", "29", "35", "56"], bretagne.Membres.Select(m => m.Code));
        Assert.Equal(bretagne.Population, bretagne.Membres.Sum(m => m.Population));
    }

    [Theory]
    [InlineData(TypeTerritoire.Epci, "999999999")]
    [InlineData(TypeTerritoire.Commune, "240200600")]
    [InlineData(TypeTerritoire.Departement, "20")]
    [InlineData(TypeTerritoire.Region, "' OR 1=1 --")]
    [InlineData(TypeTerritoire.Syndicat, "200000172")]
    [InlineData(TypeTerritoire.Autre, "")]
    public async Task Un_code_inconnu_est_introuvable(TypeTerritoire type, string code) =>
        await Assert.ThrowsAsync<NotFoundException>(() => charge.Services.EnvoyerAsync(new ConsulterTerritoire.Query(type, code)));

    [Fact]
    public async Task Les_caf_et_les_departements_se_listent()
    {
        var cafs = await charge.Services.EnvoyerAsync(new ListerCafs.Query());
        var departements = await charge.Services.EnvoyerAsync(new ListerDepartements.Query());

        Assert.Equal(Cafs.Toutes.OrderBy(c => c.Code), cafs.OrderBy(c => c.Code));
        Assert.Equal(109, departements.Count);
        Assert.Equal("01", departements[0].Code);
    }

    private Task<IReadOnlyList<ListerTerritoires.Row>> Lister(ListerTerritoires.Query query) => charge.Services.EnvoyerAsync(query);

    public sealed class Charge(PostgresServer serveur) : IAsyncLifetime
    {
        public ServiceProvider Services { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Services = await serveur.CreerChargeeAsync();
        }

        public ValueTask DisposeAsync() => Services.DisposeAsync();
    }
}
