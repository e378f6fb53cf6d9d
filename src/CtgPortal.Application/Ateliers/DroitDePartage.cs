using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Conventions;

namespace CtgPortal.Application.Ateliers;

internal static class DroitDePartage
{
    /// <summary>The access behaviour checked one convention; the same rule holds for each of the others.</summary>
    /// <exception cref="NotFoundException">Unknown or foreign.</exception>
    /// <exception cref="AccesRefuseException">Seen, but not prepared, by this person.</exception>
    public static async Task ExigerPartageAsync(this IDroits droits, ConventionId convention, CancellationToken cancellationToken)
    {
        var roles = await droits.RolesSurAsync(convention, cancellationToken);
        if (roles.Count == 0)
        {
            throw new NotFoundException($"Convention {convention.Value} is unknown or foreign.");
        }

        if (RegleAcces.Pour(typeof(PlanifierAtelier.Command))?.Admet(roles) != true)
        {
            throw new AccesRefuseException("Votre rôle ne permet pas de partager un atelier avec cette convention.");
        }
    }
}
