using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;

namespace CtgPortal.Domain.Tests.Comptes;

public class ReglesOuvertureTests
{
    public static TheoryData<Role, Portee> RolesEtPortees()
    {
        var couples = new TheoryData<Role, Portee>();
        foreach (var role in Enum.GetValues<Role>())
        {
            foreach (var portee in Enum.GetValues<Portee>())
            {
                couples.Add(role, portee);
            }
        }

        return couples;
    }

    [Theory]
    [MemberData(nameof(RolesEtPortees))]
    public void Seuls_le_conseil_et_la_direction_d_une_caf_ouvrent_une_convention(Role role, Portee portee)
    {
        var permis = role is Role.Conseiller or Role.Direction && portee == Portee.Caf;

        Assert.Equal(permis ? ["02"] : [], ReglesOuverture.Cafs([new(role, portee, "02")]));
    }

    [Fact]
    public void Une_autre_caf_est_refusee()
    {
        Habilitation[] habilitations = [new(Role.Conseiller, Portee.Caf, "02"), new(Role.Coordination, Portee.Territoire, "240200600")];

        ReglesOuverture.Exiger(habilitations, "02");
        var refus = Assert.Throws<BusinessRuleException>(() => ReglesOuverture.Exiger(habilitations, "59"));

        Assert.Equal("caf-etrangere", Assert.Single(refus.Obstacles).Code);
    }
}
