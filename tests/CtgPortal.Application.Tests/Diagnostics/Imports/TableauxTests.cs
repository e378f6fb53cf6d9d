using System.Text;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Diagnostics.Imports;
using CtgPortal.Domain.Imports;
using CtgPortal.Domain.Territoires;
using CtgPortal.Infrastructure.Imports;

namespace CtgPortal.Application.Tests.Diagnostics.Imports;

/// <summary>From bytes to figures, without a database.</summary>
public class TableauxTests
{
    private const int AnneeMax = 2026;

    private static readonly Encoding Latin1 = Encoding.Latin1;

    internal static readonly TerritoiresConnus Connus = new(
        [
            new(TypeTerritoire.Commune, "02381", "Hirson"), new(TypeTerritoire.Commune, "02684", "Saint-Michel"), new(TypeTerritoire.Epci, "240200600", "CC des Trois Rivières"),
            new(TypeTerritoire.Departement, "02", "Aisne"), new(TypeTerritoire.Region, "32", "Hauts-de-France"), new(TypeTerritoire.France, "FR", "France"),
        ],
        new Dictionary<TypeTerritoire, IReadOnlySet<string>>
        {
            [TypeTerritoire.Commune] = Enumerable.Range(1000, 90_000).Select(c => $"{c:00000}").ToHashSet(),
            [TypeTerritoire.Epci] = new HashSet<string> { "200054781" },
            [TypeTerritoire.Departement] = new HashSet<string> { "75" },
            [TypeTerritoire.Region] = new HashSet<string> { "11" },
        });

    [Fact]
    public async Task Un_fichier_en_Latin_1_garde_ses_accents() =>
        Assert.Equal(
            ["Hirson 2020 Ménages : 4100"],
            await LireAsync(Latin1.GetBytes("Code commune;Année;Ménages\r\n02381;2020;4 100\r\n75056;2020;1")));

    [Fact]
    public async Task Un_accent_en_Latin_1_tard_dans_un_fichier_sans_accent_est_garde()
    {
        var octets = Latin1.GetBytes($"Commune;Année;Ménages\n{string.Concat(Enumerable.Repeat("Paris;2020;12\n", 90_000))}Saint-Michel;2020;é\n"
            .Replace("Année", "Annee", StringComparison.Ordinal).Replace("Ménages", "Menages", StringComparison.Ordinal));

        var resultat = await ResultatAsync(octets);

        Assert.Equal("é", Assert.Single(resultat.Anomalies).Contenu);
        Assert.Equal(90_002, resultat.Anomalies[0].Ligne);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public async Task Une_marque_d_encodage_ne_reste_pas_dans_le_premier_nom(string encodage)
    {
        var texte = Encoding.GetEncoding(encodage);
        byte[] octets = [.. texte.GetPreamble(), .. texte.GetBytes("CODGEO;AN;Foyers aidés\n02381;2021;35\n")];

        Assert.Equal(["Hirson 2021 Foyers aidés : 35"], await LireAsync(octets));
    }

    [Theory]
    [InlineData('\t')]
    [InlineData(',')]
    [InlineData('|')]
    [InlineData(';')]
    public async Task Le_separateur_est_trouve(char separateur)
    {
        var texte = "Code commune;Nom commune;Année;Allocataires\n02381;\"Hirson; ville, haute | basse\";2020;\"1 250\"\n02684;Saint-Michel;2020;310\n".Split('\n')
            .Select(l => string.Join(separateur, Champs(l)));

        Assert.Equal(["Hirson 2020 Allocataires : 1250", "Saint-Michel 2020 Allocataires : 310"], await LireAsync(Encoding.UTF8.GetBytes(string.Join('\n', texte))));

        static IEnumerable<string> Champs(string ligne) => System.Text.RegularExpressions.Regex.Matches(ligne, "\"[^\"]*\"|[^;]+").Select(m => m.Value);
    }

    [Fact]
    public async Task Les_decimales_a_virgule_ne_cachent_pas_le_separateur() =>
        Assert.Equal(
            ["Hirson 2020 Taux de couverture : 54.5"],
            await LireAsync("Code commune;Année;Taux de couverture\n02381;2020;54,5\n75056;2020;60,1\n01004;2020;48,2\n"));

    [Fact]
    public async Task Un_fichier_de_la_Caf_se_lit_sans_retouche()
    {
        // the shape of data.caf.fr: ; separated, a date, the EPCI described beside its code
        var resultat = await ResultatAsync(
            "\uFEFFDate référence;Nom EPCI;Code EPCI;Code département;Nombre de foyers allocataires;Nombre de personnes couvertes\n"
            + "2022-12-31;CC des Trois Rivières;240200600;02;3 105;8 210\n2022-12-31;CA de Cergy;200054781;95;1;2\n2021-12-31;CC des Trois Rivières;240200600;02;3110;s\n");

        Assert.Equal(
            [
                "CC des Trois Rivières 2021 Nombre de foyers allocataires : 3110", "CC des Trois Rivières 2022 Nombre de foyers allocataires : 3105",
                "CC des Trois Rivières 2021 Nombre de personnes couvertes : Secret", "CC des Trois Rivières 2022 Nombre de personnes couvertes : 8210",
            ],
            Textes(resultat));
        Assert.Equal(1, resultat.Comptes.Ailleurs);
    }

    [Fact]
    public async Task Un_fichier_large_de_l_Insee_dit_l_annee_dans_ses_colonnes() =>
        Assert.Equal(
            ["Hirson 2015 Population : 9100", "Hirson 2021 Population : 8800", "Hirson 2021 Naissances : 95"],
            await LireAsync("COM;P21_POP;P15_POP;NAISD21\n01001;800;790;5\n02381;8800;9100;95\n"));

    [Fact]
    public async Task Un_fichier_long_de_l_Insee_separe_les_precisions_et_tait_celles_qui_ne_varient_pas()
    {
        var lignes = from age in (string[])["_T", "Y_LT15"]
                     from geo in (string[])["02381;COM", "02;DEP", "F;FRANCE", "012;AAV2020", "75056;COM"]
                     select $"{geo};{age};_T;POP;A;2021;{(age == "_T" ? 100 : 20)}";

        var resultat = await ResultatAsync($"GEO;GEO_OBJECT;AGE;SEX;RP_MEASURE;OBS_STATUS;TIME_PERIOD;OBS_VALUE\n{string.Join('\n', lignes)}", "DS_RP_POPULATION_data.csv");

        Assert.Equal(["Population", "Population, moins de 15 ans"], resultat.Series.Select(s => s.Nom));
        Assert.Equal(["Hirson", "Aisne", "France"], resultat.Valeurs.Take(3).Select(v => resultat.Territoires[v.Territoire].Nom));
        Assert.Equal((2, 2), (resultat.Comptes.Ailleurs, resultat.Comptes.AutreMaillage));
    }

    [Fact]
    public async Task Un_fichier_long_nomme_ses_indicateurs_dans_une_colonne() =>
        Assert.Equal(
            ["Hirson 2020 Naissances : 90", "Hirson 2020 Population : 8900"],
            (await LireAsync("Territoire;Indicateur;Année;Valeur\nHirson;Population;2020;8900\nHirson;Naissances;2020;90\nLyon;Population;2020;5\n")).Order());

    [Fact]
    public async Task Des_annees_en_colonnes_prennent_le_nom_du_fichier() =>
        Assert.Equal(
            ["Hirson 2019 naissances par commune : 101", "Hirson 2020 naissances par commune : 97"],
            await LireAsync(Encoding.UTF8.GetBytes("Commune;2019;2020\nHirson;101;97\nLyon;5;6\n"), "naissances_par_commune.csv"));

    [Fact]
    public async Task Les_zeros_perdus_par_un_tableur_sont_rendus() =>
        Assert.Equal(["Hirson 2020 Allocataires : 1"], await LireAsync("code_insee,annee,Allocataires\n2381,2020,1\n1004,2020,3\n"));

    [Fact]
    public async Task Un_mois_plus_tardif_parle_pour_son_annee()
    {
        var resultat = await ResultatAsync("Code commune;Mois;Allocataires\n02381;2024-03;10\n02381;2024-06;12\n02381;2024-01;9\n");

        Assert.Equal(["Hirson 2024 Allocataires : 12"], Textes(resultat));
        Assert.Equal(2, resultat.Comptes.DatesAnterieures);
    }

    [Fact]
    public async Task Un_doublon_identique_compte_une_fois_et_un_doublon_contradictoire_pas_du_tout()
    {
        var resultat = await ResultatAsync("Code commune;Année;Allocataires\n02381;2020;10\n02381;2020;10\n02684;2020;5\n02684;2020;7\n02684;2021;6\n");

        Assert.Equal(["Hirson 2020 Allocataires : 10", "Saint-Michel 2021 Allocataires : 6"], Textes(resultat));
        Assert.Equal(1, resultat.Comptes.DoublonsIdentiques);
        var anomalie = Assert.Single(resultat.Anomalies);
        Assert.Equal((NatureAnomalie.DoublonContradictoire, 5L, "Saint-Michel, 2020"), (anomalie.Nature, anomalie.Ligne, anomalie.Contenu));
    }

    [Fact]
    public async Task Chaque_ligne_douteuse_est_dite_avec_son_numero()
    {
        var resultat = await ResultatAsync(
            "Code commune;Année;Allocataires\n02381;2020;dix\n;2020;4\n00000;2020;4\nABCDE;2020;4\n02381;1750;4\n02381;2020\n\n02381;2021;4\n");

        Assert.Equal(
            [
                (NatureAnomalie.NombreIllisible, 2L, "dix"), (NatureAnomalie.TerritoireAbsent, 3L, ""), (NatureAnomalie.CodeInconnu, 4L, "00000"),
                (NatureAnomalie.CodeInconnu, 5L, "ABCDE"), (NatureAnomalie.AnneeInvalide, 6L, "1750"), (NatureAnomalie.LigneIncomplete, 7L, ""),
            ],
            resultat.Anomalies.Select(a => (a.Nature, a.Ligne, a.Contenu)));
        Assert.Equal(7, resultat.Comptes.Lignes);
    }

    [Fact]
    public async Task Les_anomalies_sont_bornees_et_leur_nombre_est_vrai()
    {
        var resultat = await ResultatAsync($"Code commune;Année;Allocataires\n02381;2020;1\n{string.Concat(Enumerable.Repeat("00000;2020;4\n", 3_000))}");

        Assert.Equal((LectureFichier.AnomaliesMax, 3_000), (resultat.Anomalies.Count, resultat.NombresDAnomalies[NatureAnomalie.CodeInconnu]));
    }

    [Fact]
    public async Task Un_guillemet_jamais_ferme_est_dit_avec_sa_ligne()
    {
        var refus = await Assert.ThrowsAsync<BusinessRuleException>(() => ResultatAsync("Code commune;Année;Allocataires\n02381;2020;1\n02684;\"2020;2\n02684;2021;2\n"));

        Assert.Contains("ligne 3", refus.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_texte_sans_colonnes_est_refuse()
    {
        var refus = await Assert.ThrowsAsync<BusinessRuleException>(() => ResultatAsync("Bonjour\nceci est une lettre\nsans tableau\n"));

        Assert.Equal("separateur-introuvable", Assert.Single(refus.Obstacles).Code);
    }

    [Fact]
    public async Task Trop_de_chiffres_pour_un_territoire_est_refuse()
    {
        var colonnes = string.Join(';', Enumerable.Range(0, 450).Select(i => $"Mesure {i:000} bis"));
        var lignes = string.Concat(Enumerable.Range(1960, 60).Select(a => $"02381;{a};{string.Join(';', Enumerable.Repeat("1", 450))}\n"));

        var refus = await Assert.ThrowsAsync<BusinessRuleException>(() => ResultatAsync($"Code commune;Année;{colonnes}\n{lignes}"));

        Assert.Equal("trop-de-valeurs", Assert.Single(refus.Obstacles).Code);
    }

    internal static async Task<ResultatLecture> ResultatAsync(byte[] octets, string fichier = "essai.csv")
    {
        var tableaux = new Tableaux();
        var decoupage = await tableaux.ReconnaitreAsync(() => new MemoryStream(octets), ContenuFichier.Reconnaitre(octets), ReconnaissanceColonnes.Ressemblance, TestContext.Current.CancellationToken);
        var apercu = await tableaux.ApercevoirAsync(new MemoryStream(octets), decoupage, TestContext.Current.CancellationToken);
        var plan = ReconnaissanceColonnes.Proposer(apercu, fichier, AnneeMax);
        var lecture = new LectureFichier(plan with { Source = "Essai" }, Connus, AnneeMax);
        await foreach (var ligne in tableaux.LireAsync(new MemoryStream(octets), decoupage, TestContext.Current.CancellationToken))
        {
            lecture.Lire(ligne);
        }

        return lecture.Terminer();
    }

    internal static async Task<PlanDeLecture> PlanAsync(byte[] octets, string fichier)
    {
        var tableaux = new Tableaux();
        var decoupage = await tableaux.ReconnaitreAsync(() => new MemoryStream(octets), ContenuFichier.Reconnaitre(octets), ReconnaissanceColonnes.Ressemblance, TestContext.Current.CancellationToken);
        return ReconnaissanceColonnes.Proposer(await tableaux.ApercevoirAsync(new MemoryStream(octets), decoupage, TestContext.Current.CancellationToken), fichier, AnneeMax);
    }

    internal static List<string> Textes(ResultatLecture resultat) =>
    [
        .. resultat.Valeurs.Select(v => FormattableString.Invariant(
            $"{resultat.Territoires[v.Territoire].Nom} {v.Annee} {resultat.Series[v.Serie].Nom} : {(v.Etat == EtatValeur.Publiee ? v.Valeur : v.Etat)}")),
    ];

    private static Task<ResultatLecture> ResultatAsync(string texte, string fichier = "essai.csv") => ResultatAsync(Encoding.UTF8.GetBytes(texte), fichier);

    private static async Task<List<string>> LireAsync(byte[] octets, string fichier = "essai.csv") => Textes(await ResultatAsync(octets, fichier));

    private static Task<List<string>> LireAsync(string texte) => LireAsync(Encoding.UTF8.GetBytes(texte));
}
