using CtgPortal.Domain.Comptes;

namespace CtgPortal.Web.Common;

public static partial class Libelles
{
    public static string De(Role role) => role switch
    {
        Role.Administrateur => "Administration du portail",
        Role.Conseiller => "Conseil territorial de la Caf",
        Role.Direction => "Direction de la Caf",
        Role.Coordination => "Coordination du territoire",
        Role.Signataire => "Signataire",
        Role.Partenaire => "Partenaire",
        Role.Lecteur => "Lecture seule",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };

    public static string De(Portee portee) => portee switch
    {
        Portee.Nationale => "Tout le portail",
        Portee.Caf => "Une Caf",
        Portee.Territoire => "Un territoire",
        Portee.Convention => "Une convention",
        _ => throw new ArgumentOutOfRangeException(nameof(portee), portee, null),
    };
}
