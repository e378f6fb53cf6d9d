using CtgPortal.Application.Commentaires;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Infrastructure.Comptes;

internal sealed class PersonnesDeConvention(CtgDbContext db) : IPersonnesDeConvention
{
    private static readonly Role[] LisentTout = [Role.Conseiller, Role.Direction, Role.Coordination];

    public async Task<IReadOnlyList<PersonneDeConvention>> ListerAsync(ConventionId convention, CancellationToken cancellationToken)
    {
        var id = convention.Value.ToString();
        return await db.Users.AsNoTracking().Where(u => u.EstActif)
            .Select(u => new
            {
                u.Id,
                u.Prenom,
                u.Nom,
                u.Fonction,
                u.Email,
                Roles = u.Habilitations.Where(h =>
                    (h.Portee == Portee.Convention && h.Code == id)
                    || db.Conventions.Any(c => c.Id == convention
                        && ((h.Portee == Portee.Caf && c.CafCode == h.Code)
                            || (h.Portee == Portee.Territoire && c.Titulaires.Any(t => t.Code == h.Code))))),
            })
            .Where(u => u.Roles.Any())
            .OrderBy(u => u.Nom).ThenBy(u => u.Prenom).ThenBy(u => u.Id)
            .Select(u => new PersonneDeConvention(
                new UtilisateurId(u.Id), (u.Prenom + " " + u.Nom).Trim(), u.Fonction, u.Email!, u.Roles.Any(h => LisentTout.Contains(h.Role)),
                u.Roles.Any(h => PilotesPossibles.Redacteurs.Contains(h.Role))))
            .ToListAsync(cancellationToken);
    }
}
