using CtgPortal.Application.Acces;
using CtgPortal.Domain.Comptes;

namespace CtgPortal.Application.Comptes;

/// <summary>How messages name the roles, as pages do.</summary>
public static class LibellesRoles
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

    internal static Task<Perimetre> ChargerAsync(
        this IPerimetres perimetres, Portee portee, string code, CancellationToken cancellationToken) =>
        portee == Portee.Nationale ? Task.FromResult(Perimetre.National) : perimetres.SituerAsync(portee, code.Trim(), cancellationToken);
}
