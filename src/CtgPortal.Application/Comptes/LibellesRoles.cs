using CtgPortal.Application.Acces;
using CtgPortal.Domain.Comptes;

namespace CtgPortal.Application.Comptes;

/// <summary>How messages and pages name the roles.</summary>
public static class LibellesRoles
{
    public static string De(Role role) => role switch
    {
        Role.Administrateur => "Administration du portail",
        Role.Conseiller => "Conseil territorial (Caf)",
        Role.Direction => "Direction (Caf)",
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

    internal static Task<Perimetre> ChargerAsync(
        this IPerimetres perimetres, Portee portee, string code, CancellationToken cancellationToken) =>
        portee == Portee.Nationale ? Task.FromResult(Perimetre.National) : perimetres.SituerAsync(portee, code.Trim(), cancellationToken);
}
