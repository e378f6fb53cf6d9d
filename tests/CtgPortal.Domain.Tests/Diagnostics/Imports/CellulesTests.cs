using CtgPortal.Domain.Common;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Diagnostics.Imports;
using CtgPortal.Domain.Imports;
using CtgPortal.Domain.Territoires;

namespace CtgPortal.Domain.Tests.Diagnostics.Imports;

public class CellulesTests
{
    private static readonly TerritoiresConnus Connus = new(
        [
            new(TypeTerritoire.Commune, "02381", "Hirson"), new(TypeTerritoire.Commune, "2A004", "Ajaccio"), new(TypeTerritoire.Epci, "240200600", "CC des Trois Rivières"),
            new(TypeTerritoire.Departement, "02", "Aisne"), new(TypeTerritoire.Region, "32", "Hauts-de-France"), new(TypeTerritoire.France, "FR", "France"),
        ],
        new Dictionary<TypeTerritoire, IReadOnlySet<string>>
        {
            [TypeTerritoire.Commune] = new HashSet<string> { "75056", "02381" },
            [TypeTerritoire.Epci] = new HashSet<string> { "200054781" },
            [TypeTerritoire.Departement] = new HashSet<string> { "75" },
            [TypeTerritoire.Region] = new HashSet<string> { "11" },
        });

    [Theory]
    [InlineData("12345", 12345)]
    [InlineData("12 345,6", 12345.6)]
    [InlineData("12\u00A0345", 12345)]
    [InlineData("1\u202F234\u202F567,25", 1234567.25)]
    [InlineData("12345.67", 12345.67)]
    [InlineData("1.234.567", 1234567)]
    [InlineData("1,234,567", 1234567)]
    [InlineData("1.234,5", 1234.5)]
    [InlineData("1,234.5", 1234.5)]
    [InlineData("12,5 %", 12.5)]
    [InlineData("\u221212", -12)]
    [InlineData("1.5E3", 1500)]
    [InlineData("0", 0)]
    [InlineData("0.33333333", 0.3333)]
    public void Un_nombre_se_lit_comme_les_fichiers_l_ecrivent(string cellule, double attendu)
    {
        Assert.True(NombreLu.Essayer(cellule, out var nombre));
        Assert.Equal(new(EtatValeur.Publiee, (decimal)attendu), nombre);
    }

    [Theory]
    [InlineData("s", EtatValeur.Secret)]
    [InlineData("C", EtatValeur.Secret)]
    [InlineData("***", EtatValeur.Secret)]
    [InlineData("<5", EtatValeur.Secret)]
    [InlineData("N/A - secret statistique", EtatValeur.Secret)]
    [InlineData("nd", EtatValeur.NonDisponible)]
    [InlineData("n.d.", EtatValeur.NonDisponible)]
    [InlineData("", EtatValeur.NonDisponible)]
    [InlineData("  ", EtatValeur.NonDisponible)]
    public void Le_secret_et_l_absence_se_disent_autrement_qu_un_nombre(string cellule, EtatValeur attendu)
    {
        Assert.True(NombreLu.Essayer(cellule, out var nombre));
        Assert.Equal(new(attendu, null), nombre);
    }

    [Theory]
    [InlineData("12 34")]
    [InlineData("douze")]
    [InlineData("1,2,3")]
    [InlineData("2020-12-31")]
    [InlineData("12a")]
    [InlineData("=1+1")]
    [InlineData("--5")]
    [InlineData("99999999999999999999999999999999")]
    public void Ce_qui_n_est_pas_un_nombre_est_douteux(string cellule) => Assert.False(NombreLu.Essayer(cellule, out _));

    [Theory]
    [InlineData("2020", 2020, 0)]
    [InlineData("2020-12-31", 2020, 12)]
    [InlineData("31/12/2021", 2021, 12)]
    [InlineData("06/2021", 2021, 6)]
    [InlineData("202106", 2021, 6)]
    [InlineData("20211231", 2021, 12)]
    [InlineData("2022-12-31T00:00:00", 2022, 12)]
    [InlineData("31DEC2014", 2014, 12)]
    [InlineData("au 31 décembre 2019", 2019, 12)]
    [InlineData("Année 2018", 2018, 0)]
    public void L_annee_se_lit_dans_une_date(string cellule, int annee, int mois)
    {
        Assert.True(DateLue.Essayer(cellule, out var date));
        Assert.Equal(new(annee, mois), date);
    }

    [Theory]
    [InlineData("")]
    [InlineData("20")]
    [InlineData("2020/2021 et 2022")]
    [InlineData("hier")]
    public void Une_annee_illisible_l_est(string cellule) => Assert.False(DateLue.Essayer(cellule, out _));

    [Theory]
    [InlineData("P21_POP", 2021, "P_POP")]
    [InlineData("NAISD21", 2021, "NAISD")]
    [InlineData("C99_MEN", 1999, "C_MEN")]
    [InlineData("Population en 2019", 2019, "Population")]
    [InlineData("Naissances (2021)", 2021, "Naissances")]
    [InlineData("2019", 2019, "")]
    [InlineData("pop_2019", 2019, "pop")]
    [InlineData("Part des 75 ans", null, "Part des 75 ans")]
    [InlineData("Objectif 2099", null, "Objectif 2099")]
    public void Le_nom_d_une_colonne_dit_son_annee(string nom, int? annee, string reste) =>
        Assert.Equal((annee, reste), EnTete.Separer(nom, 2026));

    [Theory]
    [InlineData(RoleColonne.CodeCommune, "02381", null, "Hirson")]
    [InlineData(RoleColonne.CodeCommune, "2381", null, "Hirson")]
    [InlineData(RoleColonne.CodeCommune, "2a004", null, "Ajaccio")]
    [InlineData(RoleColonne.CodeTerritoire, "240200600", null, "CC des Trois Rivières")]
    [InlineData(RoleColonne.CodeTerritoire, "02", "DEP", "Aisne")]
    [InlineData(RoleColonne.CodeTerritoire, "2", null, "Aisne")]
    [InlineData(RoleColonne.CodeTerritoire, "32", "REG", "Hauts-de-France")]
    [InlineData(RoleColonne.CodeTerritoire, "F", "FRANCE", "France")]
    [InlineData(RoleColonne.CodeTerritoire, "FRANCE", null, "France")]
    [InlineData(RoleColonne.CodeTerritoire, "2025-COM-02381", null, "Hirson")]
    [InlineData(RoleColonne.CodeTerritoire, "R32", null, "Hauts-de-France")]
    [InlineData(RoleColonne.CodeDepartement, "002", null, "Aisne")]
    [InlineData(RoleColonne.NomTerritoire, "HIRSON", null, "Hirson")]
    [InlineData(RoleColonne.NomTerritoire, "cc des trois rivieres", null, "CC des Trois Rivières")]
    public void Un_territoire_se_reconnait_a_son_code(RoleColonne role, string code, string? niveau, string attendu)
    {
        Assert.Equal(Situation.Retenue, new Situeur(Connus).Situer(role, code, niveau, null, out var territoire));
        Assert.Equal(attendu, territoire!.Nom);
    }

    [Theory]
    [InlineData(RoleColonne.CodeCommune, "75056", null, Situation.Ailleurs)]
    [InlineData(RoleColonne.CodeCommune, "99999", null, Situation.Inconnue)]
    [InlineData(RoleColonne.CodeTerritoire, "XX", "COM", Situation.Inconnue)]
    [InlineData(RoleColonne.CodeTerritoire, "012", "AAV2020", Situation.AutreMaillage)]
    [InlineData(RoleColonne.CodeTerritoire, "FM", "FRANCE", Situation.AutreMaillage)]
    [InlineData(RoleColonne.CodeCommune, "", null, Situation.Absente)]
    [InlineData(RoleColonne.NomTerritoire, "Lyon", null, Situation.Ailleurs)]
    public void Les_autres_lignes_sont_situees(RoleColonne role, string code, string? niveau, Situation attendue) =>
        Assert.Equal(attendue, new Situeur(Connus).Situer(role, code, niveau, null, out _));

    [Fact]
    public void Une_commune_en_trois_chiffres_se_complete_de_son_departement() =>
        Assert.Equal(Situation.Retenue, new Situeur(Connus).Situer(RoleColonne.CodeCommune, "381", null, "2", out _));

    [Theory]
    [InlineData("%PDF-1.7", "PDF")]
    [InlineData("<!DOCTYPE html>", "page web")]
    [InlineData("\u001f\u008b\b", "compressé")]
    [InlineData("{\"a\":1}", "JSON")]
    [InlineData("a\0b;c", "tableau lisible")]
    public void Un_fichier_qui_ment_sur_ce_qu_il_est_est_refuse(string debut, string raison)
    {
        var refus = Assert.Throws<BusinessRuleException>(() => { ContenuFichier.Reconnaitre(System.Text.Encoding.Latin1.GetBytes(debut)); });

        Assert.Contains(raison, refus.Message, StringComparison.Ordinal);
    }
}
