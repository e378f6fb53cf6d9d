using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using static CtgPortal.Domain.Comptes.Role;

namespace CtgPortal.Domain.Tests.Comptes;

public class ReglesInvitationTests
{
    private const string MaConvention = "0190b0c0-0000-7000-8000-000000000001";
    private const string AutreConvention = "0190b0c0-0000-7000-8000-000000000002";

    private static readonly Perimetre MonTerritoire = new(Portee.Territoire, "200071991", "CC des Trois Rivières", ["021"], ["200071991"]);
    private static readonly Perimetre AutreTerritoire = new(Portee.Territoire, "200072031", "Ailleurs", ["591"], ["200072031"]);

    private static readonly Dictionary<Role, Role[]> Table = new()
    {
        [Administrateur] = [Administrateur, Conseiller, Direction, Coordination, Signataire, Partenaire, Lecteur],
        [Conseiller] = [Coordination, Signataire, Partenaire, Lecteur],
        [Direction] = [Coordination, Signataire, Partenaire, Lecteur],
        [Coordination] = [Signataire, Partenaire, Lecteur],
        [Signataire] = [],
        [Partenaire] = [],
        [Lecteur] = [],
    };

    public static TheoryData<Role, Role, Portee, bool> Cas()
    {
        var cas = new TheoryData<Role, Role, Portee, bool>();
        foreach (var invitant in Enum.GetValues<Role>())
        {
            foreach (var role in Enum.GetValues<Role>())
            {
                foreach (var portee in Habilitation.PorteesDe(role))
                {
                    cas.Add(invitant, role, portee, true);
                    cas.Add(invitant, role, portee, false);
                }
            }
        }

        return cas;
    }

    [Theory, MemberData(nameof(Cas))]
    public void Chaque_role_invite_selon_la_table(Role invitant, Role role, Portee portee, bool chezSoi)
    {
        var seulUnAdministrateur = portee is Portee.Nationale or Portee.Caf;
        var attendu = Table[invitant].Contains(role) && (invitant == Administrateur || (chezSoi && !seulUnAdministrateur));

        var obstacles = ReglesInvitation.Obstacles([Detient(invitant)], role, Cible(portee, chezSoi));

        Assert.Equal(attendu, obstacles.Count == 0);
    }

    [Fact]
    public void Le_role_et_la_portee_doivent_s_accorder()
    {
        var refus = Assert.Throws<BusinessRuleException>(
            () => ReglesInvitation.Exiger([Habilitation.Nationale(Administrateur)], Conseiller, MonTerritoire));

        Assert.Equal("portee-incoherente", Assert.Single(refus.Obstacles).Code);
    }

    [Fact]
    public void Le_perimetre_compte_pour_le_role_qui_invite_pas_pour_un_autre()
    {
        Habilitation[] invitant = [new(Lecteur, Portee.Territoire, AutreTerritoire.Code), new(Coordination, Portee.Territoire, MonTerritoire.Code)];

        Assert.Equal("perimetre-etranger", Assert.Single(ReglesInvitation.Obstacles(invitant, Partenaire, AutreTerritoire)).Code);
        Assert.Empty(ReglesInvitation.Obstacles(invitant, Partenaire, MonTerritoire));
    }

    [Fact]
    public void Habilite_sur_une_convention_on_n_invite_que_sur_elle()
    {
        Habilitation[] invitant = [new(Coordination, Portee.Convention, MaConvention)];

        Assert.Empty(ReglesInvitation.Obstacles(invitant, Lecteur, Cible(Portee.Convention, chezSoi: true)));
        Assert.NotEmpty(ReglesInvitation.Obstacles(invitant, Lecteur, Cible(Portee.Convention, chezSoi: false)));
        Assert.NotEmpty(ReglesInvitation.Obstacles(invitant, Lecteur, MonTerritoire));
    }

    private static Habilitation Detient(Role role) => role switch
    {
        Administrateur => Habilitation.Nationale(role),
        Conseiller or Direction => new(role, Portee.Caf, "021"),
        _ => new(role, Portee.Territoire, MonTerritoire.Code),
    };

    private static Perimetre Cible(Portee portee, bool chezSoi) => portee switch
    {
        Portee.Nationale => Perimetre.National,
        Portee.Caf => new(portee, chezSoi ? "021" : "591", "Caf", [chezSoi ? "021" : "591"], []),
        Portee.Territoire => chezSoi ? MonTerritoire : AutreTerritoire,
        _ => new(
            portee, chezSoi ? MaConvention : AutreConvention, "Convention",
            chezSoi ? MonTerritoire.Cafs : AutreTerritoire.Cafs, chezSoi ? MonTerritoire.Territoires : AutreTerritoire.Territoires),
    };
}
