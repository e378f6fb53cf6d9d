using System.Text;
using CtgPortal.Application.Diagnostics;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Diagnostics.Imports;
using CtgPortal.TestSupport;

namespace CtgPortal.Application.Tests.Diagnostics.Imports;

/// <summary>The files that people really download go through without being edited.</summary>
public class FormesReellesTests
{
    [Fact]
    public async Task Filosofi_en_long_dit_le_secret_et_ce_qui_manque()
    {
        var resultat = await LireAsync(FichiersDeChiffres.FilosofiLong, "DS_FILOSOFI_CC_2023_data.csv");

        Assert.Equal(
            [
                "Hirson 2023 Niveau de vie médian : 18950", "Saint-Michel 2023 Niveau de vie médian : 19410", "CC des Trois Rivières 2023 Niveau de vie médian : NonDisponible",
                "Aisne 2023 Niveau de vie médian : 20860", "France 2023 Niveau de vie médian : 23990",
                "Hirson 2023 Taux de pauvreté au seuil de 60 % : 27.5", "Saint-Michel 2023 Taux de pauvreté au seuil de 60 % : Secret",
            ],
            TableauxTests.Textes(resultat));
        // the arrondissement, and France without its overseas départements
        Assert.Equal((1, 2), (resultat.Comptes.Ailleurs, resultat.Comptes.AutreMaillage));
        Assert.Empty(resultat.Anomalies);
    }

    [Fact]
    public async Task Le_recensement_en_long_dit_ses_ages_et_ses_sexes_en_francais()
    {
        var resultat = await LireAsync(FichiersDeChiffres.RecensementLong, "DS_RP_POPULATION_PRINC_2022_data.csv");

        Assert.Equal(
            [
                "Population", "Population, femmes", "Population, hommes", "Population, moins de 15 ans", "Population, moins de 15 ans, femmes", "Population, moins de 15 ans, hommes",
                "Population, 15 à 24 ans", "Population, 15 à 24 ans, femmes", "Population, 15 à 24 ans, hommes",
                "Population, 65 ans ou plus", "Population, 65 ans ou plus, femmes", "Population, 65 ans ou plus, hommes",
            ],
            resultat.Series.Select(s => s.Nom));
        Assert.Equal(72, resultat.Valeurs.Count);
        Assert.Equal("population", Catalogue(resultat.Series[0]));
        Assert.Empty(resultat.Anomalies);
    }

    [Fact]
    public async Task La_base_du_comparateur_est_large_et_dit_l_annee_dans_ses_colonnes()
    {
        var resultat = await LireAsync(FichiersDeChiffres.BaseComparateur, "base-cc-evol-struct-pop-2022.CSV");

        Assert.Equal(
            ["Population", "P_POP0002", "Ménages", "Familles monoparentales", "Naissances", "Décès"],
            resultat.Series.Select(s => s.Nom).Distinct());
        Assert.Contains("Hirson 2016 Population : 9050.25", TableauxTests.Textes(resultat));
        Assert.Contains("Saint-Michel 2022 Population : 3391", TableauxTests.Textes(resultat));
        Assert.Equal("enfants-0-2", Catalogue(resultat.Series.Single(s => s.Nom == "P_POP0002")));
    }

    [Fact]
    public async Task Filosofi_en_large_a_ses_virgules_ses_s_et_ses_nd()
    {
        var textes = TableauxTests.Textes(await LireAsync(FichiersDeChiffres.FilosofiLarge, "cc_filosofi_2021_COM.csv"));

        Assert.Contains("Hirson 2021 Taux de pauvreté : 27.0", textes);
        Assert.Contains("Saint-Michel 2021 Part des ménages fiscaux imposés : Secret", textes);
        Assert.Contains("Saint-Michel 2021 Taux de pauvreté : NonDisponible", textes);
    }

    [Fact]
    public async Task Les_prestations_de_la_Caf_se_lisent_avec_leurs_noms_techniques()
    {
        var resultat = await LireAsync(FichiersDeChiffres.CafPrestations, "s_ben_com_f.csv");

        Assert.Equal(
            [
                "Foyers allocataires", "Personnes couvertes", "Foyers allocataires du RSA", "Montant du RSA versé dans le mois", "Foyers allocataires de la prime d’activité",
            ],
            resultat.Series.Select(s => s.Nom));
        Assert.Equal(["allocataires", "personnes-couvertes", "rsa", null, "prime-activite"], resultat.Series.Select(Catalogue));
        Assert.Contains("Hirson 2024 Foyers allocataires du RSA : 505", TableauxTests.Textes(resultat));
        // those whom the Caf cannot place in a commune
        Assert.Equal(NatureAnomalie.TerritoireAbsent, Assert.Single(resultat.Anomalies).Nature);
    }

    [Fact]
    public async Task Les_libelles_de_la_Caf_menent_aux_memes_indicateurs() =>
        Assert.Equal(
            ["allocataires", "personnes-couvertes", "rsa"],
            (await LireAsync(FichiersDeChiffres.CafAvecLibelles, "s_ben_com_f.csv")).Series.Select(Catalogue));

    [Fact]
    public async Task Le_taux_de_couverture_de_la_Caf_dit_ses_modes_d_accueil()
    {
        var resultat = await LireAsync(FichiersDeChiffres.CafCouverture, "txcouv_pe_epci.csv");

        Assert.Equal(["taux-couverture", "taux-couverture-eaje", null, null, "taux-couverture-assistants-maternels"], resultat.Series.Select(Catalogue));
        Assert.Contains("CC des Trois Rivières 2023 Taux de couverture de l’accueil du jeune enfant : 50.6", TableauxTests.Textes(resultat));
        // « XX » stands for the communes of no intercommunalité
        Assert.Equal((NatureAnomalie.CodeInconnu, "XX"), (resultat.Anomalies[^1].Nature, resultat.Anomalies[^1].Contenu));
    }

    [Theory]
    [InlineData("s_ben_com_f.csv", FichiersDeChiffres.CafPrestations, "Cnaf", 5)]
    [InlineData("export.csv", FichiersDeChiffres.CafCouverture, "Cnaf", null)]
    [InlineData("base-cc-evol-struct-pop-2022.CSV", FichiersDeChiffres.BaseComparateur, "Insee", null)]
    [InlineData("data.csv", FichiersDeChiffres.FilosofiLong, "Insee", null)]
    public async Task La_source_est_proposee(string nom, string contenu, string source, int? arrondi)
    {
        var plan = await TableauxTests.PlanAsync(Encoding.UTF8.GetBytes(contenu), nom);

        Assert.Equal((source, (decimal?)arrondi), (plan.Source, plan.Arrondi));
    }

    [Theory]
    [InlineData("3", 12_000)]
    [InlineData("0", 12)]
    [InlineData("", 12)]
    public async Task Une_puissance_de_dix_multiplie(string puissance, int attendu) =>
        Assert.Equal(
            [$"Hirson 2020 essai : {attendu}"],
            TableauxTests.Textes(await LireAsync($"GEO;GEO_OBJECT;UNIT_MULT;TIME_PERIOD;OBS_VALUE\n02381;COM;{puissance};2020;12\n")));

    [Fact]
    public async Task Une_puissance_de_dix_illisible_ecarte_la_ligne() =>
        Assert.Equal(
            (NatureAnomalie.NombreIllisible, "UNIT_MULT", "mille"),
            Assert.Single((await LireAsync("GEO;GEO_OBJECT;UNIT_MULT;TIME_PERIOD;OBS_VALUE\n02381;COM;mille;2020;12\n")).Anomalies) is var a ? (a.Nature, a.Colonne, a.Contenu) : default);

    [Theory]
    [InlineData("C", "A", "Secret")]
    [InlineData("N", "A", "Secret")]
    [InlineData("F", "Q", "Secret")]
    [InlineData("C", "O", "Secret")]
    [InlineData("F", "O", "NonDisponible")]
    [InlineData("F", "M", "NonDisponible")]
    [InlineData("F", "P", "12")]
    [InlineData("", "", "12")]
    public async Task Le_statut_l_emporte_sur_le_nombre(string confidentialite, string observation, string attendu) =>
        Assert.Equal(
            [$"Hirson 2020 essai : {attendu}"],
            TableauxTests.Textes(await LireAsync($"GEO;GEO_OBJECT;CONF_STATUS;OBS_STATUS;TIME_PERIOD;OBS_VALUE\n02381;COM;{confidentialite};{observation};2020;12\n02;DEP;F;A;1950;1\n")));

    [Theory]
    [InlineData("AGE", "Y_LT15", "moins de 15 ans")]
    [InlineData("AGE", "Y_LT1", "moins de 1 an")]
    [InlineData("AGE", "Y_GE80", "80 ans ou plus")]
    [InlineData("AGE", "Y25T39", "25 à 39 ans")]
    [InlineData("AGE", "Y18", "18 ans")]
    [InlineData("AGE", "_T", "ensemble")]
    [InlineData("SEX", "F", "femmes")]
    [InlineData("PCS", "F", "F")]
    [InlineData("EMPSTA_ENQ", "31", "retraités")]
    [InlineData("TPH", "11", "11")]
    [InlineData("NEW_DIM", "Y_NEW", "Y_NEW")]
    public void Un_code_se_dit_en_francais_ou_reste_lui_meme(string colonne, string code, string attendu) =>
        Assert.Equal(attendu, CodesLus.Precision(colonne, code));

    private static Task<ResultatLecture> LireAsync(string texte, string fichier = "essai.csv") => TableauxTests.ResultatAsync(Encoding.UTF8.GetBytes(texte), fichier);

    // as the report proposes it, in a diagnostic that holds nothing yet
    private static string? Catalogue(SerieLue serie) =>
        LiaisonsImport.Proposer([serie], Diagnostic.Commencer(new(Guid.CreateVersion7()), DateTimeOffset.UnixEpoch))[0].Cible.Code;
}
