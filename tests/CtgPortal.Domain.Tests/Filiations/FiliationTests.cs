using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Filiations;
using CtgPortal.Domain.Plans;
using CtgPortal.TestSupport.Builders;
using static CtgPortal.Domain.Conventions.StatutConvention;

namespace CtgPortal.Domain.Tests.Filiations;

public sealed class FiliationTests
{
    private static readonly ConventionId Ici = ConventionId.New();

    private static readonly Dictionary<NatureMaillon, Maillon> UnDeChaque = new()
    {
        [NatureMaillon.Contribution] = Maillon.De(ContributionId.New()),
        [NatureMaillon.Groupe] = Maillon.De(GroupeId.New()),
        [NatureMaillon.Indicateur] = Maillon.De(IndicateurId.New()),
        [NatureMaillon.Constat] = Maillon.De(ConstatId.New()),
        [NatureMaillon.Axe] = Maillon.De(AxeId.New()),
        [NatureMaillon.Orientation] = Maillon.De(OrientationId.New()),
        [NatureMaillon.FicheAction] = Maillon.De(FicheActionId.New()),
    };

    public static TheoryData<NatureMaillon, NatureMaillon> Paires => new(
        from origine in Enum.GetValues<NatureMaillon>() from suite in Enum.GetValues<NatureMaillon>() select (origine, suite));

    public static TheoryData<NatureMaillon, StatutConvention> SuitesEtEtapes => new(
        from suite in new[] { NatureMaillon.Constat, NatureMaillon.FicheAction } from etape in Enum.GetValues<StatutConvention>() select (suite, etape));

    [Theory, MemberData(nameof(Paires))]
    public void Ce_qui_se_dit_et_se_constate_precede_ce_qui_y_repond(NatureMaillon origine, NatureMaillon suite)
    {
        var attendu = suite switch
        {
            NatureMaillon.Contribution or NatureMaillon.Groupe or NatureMaillon.Indicateur => false,
            NatureMaillon.Constat => origine < NatureMaillon.Indicateur,
            _ => origine <= NatureMaillon.Constat,
        };

        if (attendu)
        {
            var filiation = Etablir(origine, suite, EnRedaction);
            var fait = Assert.IsType<FiliationEtablie>(Assert.Single(filiation.Events));
            Assert.Equal((origine, UnDeChaque[origine].Id), (fait.NatureOrigine, fait.Origine));
            Assert.Equal((suite, UnDeChaque[suite].Id), (fait.NatureSuite, fait.Suite));
            Assert.Equal([Ici], fait.Conventions);
        }
        else
        {
            var refus = Assert.Throws<BusinessRuleException>(() => Etablir(origine, suite, EnRedaction));
            Assert.Equal("filiation-impossible", Assert.Single(refus.Obstacles).Code);
        }
    }

    [Theory, MemberData(nameof(SuitesEtEtapes))]
    public void Le_fil_se_fige_avec_ce_a_quoi_il_mene(NatureMaillon suite, StatutConvention etape)
    {
        var modifiable = suite == NatureMaillon.Constat ? CycleDeVie.TexteModifiable(etape) : CycleDeVie.PlanModifiable(etape);
        var etablie = Etablir(NatureMaillon.Contribution, suite, EnAteliers);

        if (modifiable)
        {
            Assert.NotNull(Etablir(NatureMaillon.Contribution, suite, etape));
            etablie.Rompre(etape, UneConvention.Maintenant);
            Assert.IsType<FiliationRompue>(etablie.Events[^1]);
        }
        else
        {
            Assert.Throws<BusinessRuleException>(() => Etablir(NatureMaillon.Contribution, suite, etape));
            Assert.Throws<BusinessRuleException>(() => etablie.Rompre(etape, UneConvention.Maintenant));
            Assert.Single(etablie.Events);
        }
    }

    [Fact]
    public void Un_maillon_se_relit_tel_qu_il_s_ecrit()
    {
        foreach (var maillon in UnDeChaque.Values)
        {
            Assert.True(Maillon.TryParse(maillon.ToString(), out var relu));
            Assert.Equal(maillon, relu);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Constat")]
    [InlineData("Constat-")]
    [InlineData("Constat-pas-un-identifiant")]
    [InlineData("Inconnu-0192f0c1-2222-7333-8444-555566667777")]
    [InlineData("42-0192f0c1-2222-7333-8444-555566667777")]
    public void Un_texte_quelconque_n_est_pas_un_maillon(string? texte) => Assert.False(Maillon.TryParse(texte, out _));

    private static Filiation Etablir(NatureMaillon origine, NatureMaillon suite, StatutConvention etape) =>
        Filiation.Etablir(Ici, UnDeChaque[origine], UnDeChaque[suite], etape, UneConvention.Maintenant);
}
