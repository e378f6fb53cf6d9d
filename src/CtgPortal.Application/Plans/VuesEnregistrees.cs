using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Plans;

/// <summary>A view kept under a name, as those who may open it see it.</summary>
/// <param name="ALaMain">The person may rename it, delete it, or open the plan on it.</param>
public sealed record VueEnregistree(VuePlanId Id, int Revision, string Nom, string Vue, string Reglages, bool Partagee, bool ParDefaut, bool EstMienne, bool ALaMain)
{
    /// <summary>Below the address of the plan.</summary>
    public string Suite => (Vue.Length == 0 ? "" : $"/{Vue}") + (Reglages.Length == 0 ? "" : $"?{Reglages}");
}

internal static class VuesEnregistrees
{
    /// <summary>Mine and those of the team, by name; one SQL command.</summary>
    public static async Task<IReadOnlyList<VueEnregistree>> LireVuesAsync(
        this ICtgReadContext db, ConventionId convention, UtilisateurId? moi, bool prepare, CancellationToken cancellationToken) =>
    [
        .. (await db.VuesPlan.Where(v => v.ConventionId == convention).OrderBy(v => v.Nom).ThenBy(v => v.CreeeLe).ToListAsync(cancellationToken))
            .Select(v => new VueEnregistree(
                v.Id, v.Revision, v.Nom, v.Vue, v.Reglages, v.Partagee, v.ParDefaut, v.Auteur == moi, v.Auteur == moi || (v.Partagee && prepare))),
    ];

    /// <summary>The view on which the plan opens: one’s own choice, else that of the team.</summary>
    public static VueEnregistree? ParDefaut(this IReadOnlyList<VueEnregistree> vues) =>
        vues.FirstOrDefault(v => v.ParDefaut && v.EstMienne && !v.Partagee) ?? vues.FirstOrDefault(v => v.ParDefaut && v.Partagee);

    /// <summary>A view that the person may change.</summary>
    /// <exception cref="NotFoundException">Unknown, of another convention, or of somebody else.</exception>
    /// <exception cref="ConcurrencyConflictException">Somebody changed it since.</exception>
    public static async Task<VuePlan> LoadVueAsync(
        this ICtgDbContext db, ConventionId convention, VuePlanId id, int revision, IUtilisateurCourant utilisateur, IDroits droits, CancellationToken cancellationToken)
    {
        var vue = await db.VuesPlan.SingleOrDefaultAsync(v => v.Id == id && v.ConventionId == convention, cancellationToken);
        if (vue is null || (vue.Auteur != utilisateur.Id && !(vue.Partagee && DroitsPlan.PeutModifier(await droits.RolesSurAsync(convention, cancellationToken)))))
        {
            throw new NotFoundException("No such view, or not for this person.");
        }

        return vue.Revision == revision ? vue : throw new ConcurrencyConflictException();
    }
}
