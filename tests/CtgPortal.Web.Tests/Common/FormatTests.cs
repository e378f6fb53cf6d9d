using CtgPortal.Web.Common;

namespace CtgPortal.Web.Tests.Common;

/// <summary>« _ » stands for a no-break space and « ' » for a narrow one, so that they can be seen here.</summary>
public sealed class FormatTests
{
    [Theory]
    [InlineData("2026-03-12", "12_mars_2026")]
    [InlineData("2021-01-01", "1er_janvier_2021")]
    [InlineData("2024-08-31", "31_août_2024")]
    public void Une_date_se_lit_en_toutes_lettres(string date, string attendu) =>
        Assert.Equal(Insecables(attendu), Format.Date(DateOnly.Parse(date, null)));

    [Fact]
    public void Une_periode_va_d_une_date_a_l_autre() =>
        Assert.Equal(
            Insecables("1er_janvier_2021 – 31_décembre_2024"),
            Format.Periode(new DateOnly(2021, 1, 1), new DateOnly(2024, 12, 31)));

    [Theory]
    [InlineData("12345.67", "12'345,67_€")]
    [InlineData("1234567", "1'234'567_€")]
    [InlineData("0.5", "0,50_€")]
    [InlineData("-1200", "−1'200_€")]
    public void Un_montant_a_des_espaces_fines_et_une_virgule(string montant, string attendu) =>
        Assert.Equal(Insecables(attendu), Format.Montant(decimal.Parse(montant, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Un_montant_absent_n_est_pas_zero()
    {
        Assert.Equal("–", Format.Montant(null));
        Assert.Equal(Insecables("0_€"), Format.Montant(0m));
    }

    [Theory]
    [InlineData(0, "0_fiche")]
    [InlineData(1, "1_fiche")]
    [InlineData(2, "2_fiches")]
    [InlineData(1200, "1'200_fiches")]
    public void Le_pluriel_commence_a_deux(long nombre, string attendu) =>
        Assert.Equal(Insecables(attendu), Format.Pluriel(nombre, "fiche"));

    [Theory]
    [InlineData(0, "aujourd’hui")]
    [InlineData(1, "demain")]
    [InlineData(-1, "hier")]
    [InlineData(-3, "il y a 3_jours")]
    [InlineData(20, "dans 2_semaines")]
    [InlineData(-90, "il y a 3_mois")]
    [InlineData(400, "le 16_avril_2027")]
    public void Un_jour_proche_se_dit_par_rapport_a_aujourd_hui(int ecart, string attendu)
    {
        var aujourdhui = new DateOnly(2026, 3, 12);

        Assert.Equal(Insecables(attendu), Format.Relatif(aujourdhui.AddDays(ecart), aujourdhui));
    }

    [Fact]
    public void L_heure_est_celle_de_la_France()
    {
        var instant = new DateTimeOffset(2026, 7, 14, 22, 5, 0, TimeSpan.Zero);

        Assert.Equal(Insecables("15_juillet_2026 à 0_h_05"), Format.DateEtHeure(instant));
        Assert.Equal(new DateOnly(2026, 7, 15), Format.JourDe(instant));
    }

    [Theory]
    [InlineData(512, "512_octets")]
    [InlineData(20480, "20_Ko")]
    [InlineData(3355443, "3,2_Mo")]
    public void Une_taille_a_son_unite(long octets, string attendu) => Assert.Equal(Insecables(attendu), Format.Taille(octets));

    [Fact]
    public void Chaque_role_et_chaque_portee_a_son_mot()
    {
        object[] codes = [.. Enum.GetValues<Domain.Comptes.Role>(), .. Enum.GetValues<Domain.Comptes.Portee>()];

        Assert.All(codes, code => Assert.False(string.IsNullOrEmpty(Libelles.DeValeur(code))));
        Assert.Null(Libelles.DeValeur(DayOfWeek.Monday));
    }

    private static string Insecables(string texte) => texte.Replace('_', '\u00A0').Replace('\'', '\u202F');
}
