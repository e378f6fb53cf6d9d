using CtgPortal.Application.Plans;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Infrastructure.Comptes;

internal sealed class PilotesPossibles(CtgDbContext db) : IPilotesPossibles
{
    internal static readonly Role[] Redacteurs = [Role.Conseiller, Role.Direction, Role.Coordination, Role.Partenaire];

    public async Task<IReadOnlyList<PilotePossible>> ListerAsync(ConventionId convention, CancellationToken cancellationToken)
    {
        var id = convention.Value.ToString();
        return await db.Users.AsNoTracking()
            .Where(u => u.EstActif && u.Habilitations.Any(h => Redacteurs.Contains(h.Role)
                && ((h.Portee == Portee.Convention && h.Code == id)
                    || db.Conventions.Any(c => c.Id == convention
                        && ((h.Portee == Portee.Caf && c.CafCode == h.Code)
                            || (h.Portee == Portee.Territoire && c.Titulaires.Any(t => t.Code == h.Code)))))))
            .OrderBy(u => u.Nom).ThenBy(u => u.Prenom).ThenBy(u => u.Id)
            .Select(u => new PilotePossible(new UtilisateurId(u.Id), (u.Prenom + " " + u.Nom).Trim(), u.Fonction, u.Email!))
            .ToListAsync(cancellationToken);
    }
}
