using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using CtgPortal.TestSupport.Builders;

namespace CtgPortal.Domain.Tests.Plans;

public sealed class LienFichesTests
{
    private static readonly FicheAction Une = UneFiche.Complete();
    private static readonly FicheAction Autre = UneFiche.Complete();

    public static TheoryData<StatutConvention> Etapes => [.. Enum.GetValues<StatutConvention>()];

    [Fact]
    public void Le_lien_est_le_meme_des_deux_cotes()
    {
        var (d_un, de_l_autre) = (Lier(Une, Autre.Id), Lier(Autre, Une.Id));

        Assert.Equal((d_un.Premiere, d_un.Seconde), (de_l_autre.Premiere, de_l_autre.Seconde));
        Assert.Equal((Autre.Id, Une.Id), (d_un.AutreQue(Une.Id), d_un.AutreQue(Autre.Id)));
        var fait = Assert.IsType<FichesLiees>(Assert.Single(d_un.Events));
        Assert.Equal((Une.ConventionId, Une.Id, Autre.Id), (fait.Convention, fait.Fiche, fait.Autre));
        Assert.Equal("même local", d_un.Raison);
    }

    [Fact]
    public void Une_fiche_ne_se_lie_pas_a_elle_meme() =>
        Assert.Equal("fiche-liee-a-elle-meme", Assert.Single(Assert.Throws<BusinessRuleException>(() => Lier(Une, Une.Id)).Obstacles).Code);

    [Theory, MemberData(nameof(Etapes))]
    public void Les_liens_se_figent_avec_le_plan(StatutConvention etape)
    {
        var lien = Lier(Une, Autre.Id);
        lien.ClearEvents();
        if (CycleDeVie.PlanModifiable(etape))
        {
            Assert.NotNull(Lier(Une, Autre.Id, etape));
            lien.Rompre(Autre, etape, UnPlan.Maintenant);
            Assert.Equal((Autre.Id, Une.Id), (Assert.IsType<FichesDeliees>(Assert.Single(lien.Events)).Fiche, ((FichesDeliees)lien.Events[0]).Autre));
        }
        else
        {
            Assert.Throws<BusinessRuleException>(() => Lier(Une, Autre.Id, etape));
            Assert.Throws<BusinessRuleException>(() => lien.Rompre(Une, etape, UnPlan.Maintenant));
        }
    }

    private static LienFiches Lier(FicheAction une, FicheActionId autre, StatutConvention? etape = null) =>
        LienFiches.Etablir(une, autre, " même local ", etape ?? UnPlan.Etape, UnPlan.Maintenant);
}
