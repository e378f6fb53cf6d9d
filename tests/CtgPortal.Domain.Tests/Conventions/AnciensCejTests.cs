using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.TestSupport.Builders;

namespace CtgPortal.Domain.Tests.Conventions;

public class AnciensCejTests
{
    private static readonly AncienCej Finissant = new("CEJ 2022-2026", ["Hirson", "hirson"], new(2026, 12, 31));

    public static TheoryData<StatutConvention> Statuts => [.. Enum.GetValues<StatutConvention>()];

    [Fact]
    public void Se_rangent_par_leur_fin_et_l_histoire_les_dit()
    {
        var convention = UneConvention.Au(StatutConvention.EnDiagnostic);
        convention.ClearEvents();

        convention.DefinirAnciensCej([new("Sans fin connue", [], null), Finissant], UneConvention.Maintenant);
        convention.DefinirAnciensCej([Finissant, new("Sans fin connue", [], null)], UneConvention.Maintenant);

        Assert.Equal(["CEJ 2022-2026", "Sans fin connue"], convention.AnciensCej.Select(c => c.Intitule));
        Assert.Equal(["Hirson"], convention.AnciensCej[0].Collectivites);
        Assert.IsType<AnciensCejModifies>(Assert.Single(convention.Events));
    }

    [Fact]
    public void Un_cej_impossible_est_refuse() => Assert.Equal(
        "fin-de-cej-invalide",
        Assert.Single(Assert.Throws<BusinessRuleException>(
            () => UneConvention.Au(StatutConvention.EnDiagnostic).DefinirAnciensCej([Finissant with { Fin = new(1998, 1, 1) }], UneConvention.Maintenant)).Obstacles).Code);

    [Fact]
    public void Une_fois_le_texte_fige_ils_ne_changent_plus() => Assert.Throws<BusinessRuleException>(
        () => UneConvention.Au(StatutConvention.EnSignature).DefinirAnciensCej([Finissant], UneConvention.Maintenant));

    [Theory]
    [MemberData(nameof(Statuts))]
    public void Une_fin_proche_n_alerte_que_tant_que_la_convention_n_est_pas_signee(StatutConvention statut)
    {
        var alerte = statut is StatutConvention.EnDiagnostic or StatutConvention.EnAteliers or StatutConvention.EnRedaction or StatutConvention.EnSignature;

        Assert.Equal(alerte ? [Finissant] : [], Convention.CejEnAlerte(statut, [Finissant, new("Sans fin", [], null)], new(2026, 3, 12)));
        Assert.Empty(Convention.CejEnAlerte(statut, [Finissant], new(2025, 3, 12)));
        Assert.Equal(alerte ? 1 : 0, Convention.CejEnAlerte(statut, [Finissant], new(2028, 1, 1)).Count);
    }
}
