using CtgPortal.Application.Acces;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using CtgPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Infrastructure.Acces;

internal sealed class Droits(CtgDbContext db, IUtilisateurCourant utilisateur) : IDroits
{
    private readonly Dictionary<ConventionId, IReadOnlySet<Role>> _connus = [];

    public async Task<IReadOnlySet<Role>> RolesSurAsync(ConventionId convention, CancellationToken cancellationToken)
    {
        // a page sends several requests about one convention: its holders cannot change in between
        if (_connus.TryGetValue(convention, out var connus))
        {
            return connus;
        }

        var cible = await db.Conventions.AsNoTracking().Where(c => c.Id == convention)
            .Select(c => new { c.CafCode, Territoires = c.Titulaires.Select(t => t.Code).ToList() })
            .AsSingleQuery()
            .SingleOrDefaultAsync(cancellationToken);
        var roles = cible is null
            ? []
            : utilisateur.Habilitations
                .Where(h => h.Couvre(new(Portee.Convention, convention.Value.ToString(), "", [cible.CafCode], cible.Territoires)))
                .Select(h => h.Role).ToHashSet();
        return _connus[convention] = roles;
    }

    public Task<bool> PiloteAsync(ConventionId convention, FicheActionId fiche, CancellationToken cancellationToken) =>
        db.FichesAction.AsNoTracking().AnyAsync(
            f => f.Id == fiche && f.ConventionId == convention && f.PiloteUtilisateurId == utilisateur.Id, cancellationToken);
}
