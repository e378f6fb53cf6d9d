using CtgPortal.Domain.Common;
using static CtgPortal.Domain.Common.Conditions;
using static CtgPortal.Domain.Comptes.Role;

namespace CtgPortal.Domain.Comptes;

/// <summary>Who may give which role, and where.</summary>
public static class ReglesInvitation
{
    /// <summary>The roles that a holder of <paramref name="role"/> may give inside their own scope.</summary>
    public static IReadOnlyList<Role> RolesInvitables(Role role) => role switch
    {
        Administrateur => Enum.GetValues<Role>(),
        Conseiller or Direction => [Coordination, Signataire, Partenaire, Lecteur],
        Coordination => [Signataire, Partenaire, Lecteur],
        Signataire or Partenaire or Lecteur => [],
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };

    /// <summary>The page shows this list, <see cref="Exiger"/> enforces it.</summary>
    public static IReadOnlyList<Obstacle> Obstacles(IReadOnlyCollection<Habilitation> invitant, Role role, Perimetre perimetre)
    {
        var competents = invitant.Where(h => RolesInvitables(h.Role).Contains(role)).ToList();
        return
        [
            .. When(
                !Habilitation.PorteesDe(role).Contains(perimetre.Portee),
                "portee-incoherente", "Ce rôle ne s’exerce pas à cette échelle."),
            .. When(competents.Count == 0, "role-non-invitable", "Votre rôle ne permet pas d’inviter une personne avec ce rôle."),
            .. When(
                competents.Count > 0 && !competents.Any(h => PeutInviterSur(h, perimetre)),
                "perimetre-etranger", "Vous ne pouvez inviter que sur vos propres territoires et conventions."),
        ];
    }

    /// <exception cref="BusinessRuleException">The person may not give this role there.</exception>
    public static void Exiger(IReadOnlyCollection<Habilitation> invitant, Role role, Perimetre perimetre) =>
        BusinessRuleException.ThrowIfAny(Obstacles(invitant, role, perimetre));

    // a whole Caf is given by an administrator only
    private static bool PeutInviterSur(Habilitation competente, Perimetre perimetre) =>
        competente.Role == Administrateur
        || (perimetre.Portee is Portee.Territoire or Portee.Convention && competente.Couvre(perimetre));
}
