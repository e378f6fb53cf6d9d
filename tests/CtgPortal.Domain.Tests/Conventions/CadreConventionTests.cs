using CsCheck;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using static CtgPortal.TestSupport.Builders.UneConvention;

namespace CtgPortal.Domain.Tests.Conventions;

public class CadreConventionTests
{
    [Theory]
    [InlineData("2026-01-01", "2025-12-31", "periode-inversee")]
    [InlineData("2026-01-01", "2026-01-01", "periode-inversee")]
    [InlineData("2026-01-01", "2031-01-01", "periode-trop-longue")]
    [InlineData("2007-12-31", "2010-12-31", "periode-hors-limites")]
    [InlineData("2058-01-01", "2061-12-31", "periode-hors-limites")]
    [InlineData("0001-01-01", "9999-12-31", "periode-hors-limites")]
    public void Une_periode_impossible_est_refusee(string debut, string fin, string code)
    {
        var refus = Assert.Throws<BusinessRuleException>(() => new Periode(Jour(debut), Jour(fin)));

        Assert.Contains(code, refus.Obstacles.Select(o => o.Code));
    }

    [Theory]
    [InlineData("2026-01-01", "2030-12-31")]
    [InlineData("2010-03-01", "2010-12-31")]
    [InlineData("2024-02-29", "2029-02-27")]
    public void Une_periode_d_un_jour_a_cinq_ans_est_acceptee(string debut, string fin)
    {
        var periode = new Periode(Jour(debut), Jour(fin));

        Assert.Equal((Jour(debut), Jour(fin)), (periode.Debut, periode.Fin));
    }

    [Fact]
    public void Une_periode_acceptee_est_toujours_a_l_endroit_et_d_au_plus_cinq_ans() =>
        Gen.Select(Gen.Int[2000, 2070], Gen.Int[1, 365], Gen.Int[-400, 3_000]).Sample((annee, jour, duree) =>
        {
            var debut = new DateOnly(annee, 1, 1).AddDays(jour - 1);
            var fin = debut.AddDays(duree);
            var attendue = duree > 0 && fin < debut.AddYears(5) && debut.Year >= 2008 && fin.Year <= 2060;
            return attendue == EstAcceptee(debut, fin);
        });

    [Theory]
    [InlineData(0)]
    [InlineData(21)]
    public void Une_generation_hors_de_1_a_20_est_refusee(int generation) =>
        Assert.Equal("generation-invalide", Code(Cadre() with { Generation = generation }));

    [Fact]
    public void Plus_de_trente_champs_sont_refuses() =>
        Assert.Equal("champs-trop-nombreux", Code(Cadre() with { Champs = [.. Enumerable.Range(1, 31).Select(i => $"champ {i}")] }));

    [Theory]
    [InlineData("", "intitule-absent")]
    [InlineData("   ", "intitule-absent")]
    public void Un_intitule_vide_est_refuse(string intitule, string code) => Assert.Equal(code, Code(Cadre(intitule)));

    [Fact]
    public void Des_textes_trop_longs_sont_refuses()
    {
        Assert.Equal("intitule-trop-long", Code(Cadre(new string('a', 10_000))));
        Assert.Equal("remplace-trop-long", Code(Cadre() with { Remplace = new string('a', CadreConvention.RemplaceLongueurMax + 1) }));
        Assert.Equal("champ-trop-long", Code(Cadre() with { Champs = [new string('a', CadreConvention.ChampLongueurMax + 1)] }));
    }

    [Fact]
    public void Les_textes_sont_gardes_tels_que_tapes_sans_blancs_autour()
    {
        var convention = Ouverte(Ouverture(Cadre("  <b>Ctg</b> « des Trois Rivières » ") with { Champs = [" jeunesse ", "Jeunesse", "", "santé"] }));

        Assert.Equal("<b>Ctg</b> « des Trois Rivières »", convention.Intitule);
        Assert.Equal(["jeunesse", "santé"], convention.Champs);
    }

    private static string Code(CadreConvention cadre) =>
        Assert.Single(Assert.Throws<BusinessRuleException>(() => Ouverte(Ouverture(cadre))).Obstacles).Code;

    private static DateOnly Jour(string texte) => DateOnly.Parse(texte, System.Globalization.CultureInfo.InvariantCulture);

    private static bool EstAcceptee(DateOnly debut, DateOnly fin)
    {
        try
        {
            _ = new Periode(debut, fin);
            return true;
        }
        catch (BusinessRuleException)
        {
            return false;
        }
    }
}
