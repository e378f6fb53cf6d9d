using CtgPortal.Domain.Common;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Comptes;

/// <summary>A convention is opened by the Caf that offers it.</summary>
public static class ReglesOuverture
{
    /// <summary>The Caf for which a person may open a convention: a page offers these, <see cref="Exiger"/> refuses the others.</summary>
    public static IReadOnlyList<string> Cafs(IEnumerable<Habilitation> habilitations) =>
    [
        .. habilitations
            .Where(h => h is { Role: Role.Conseiller or Role.Direction, Portee: Portee.Caf })
            .Select(h => h.Code).Distinct().Order(StringComparer.Ordinal),
    ];

    /// <exception cref="BusinessRuleException">The person works for another Caf.</exception>
    public static void Exiger(IEnumerable<Habilitation> habilitations, string caf) => BusinessRuleException.ThrowIfAny(When(
        !Cafs(habilitations).Contains(caf), "caf-etrangere", "Vous ne pouvez ouvrir une convention que pour votre Caf."));
}
