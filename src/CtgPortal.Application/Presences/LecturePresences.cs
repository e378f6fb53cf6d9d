using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Presences;

/// <summary>Reads who else is there, for the pages of what they have open; one SQL command.</summary>
internal sealed class LecturePresences(ICtgReadContext db, IUtilisateurCourant utilisateur, TimeProvider clock)
{
    /// <summary>One line a person, those who write first: several windows tell the most telling.</summary>
    public async Task<IReadOnlyList<Present>> LireAsync(ConventionId convention, CiblePresence cible, CancellationToken cancellationToken)
    {
        var (moi, limite) = (utilisateur.Id, clock.GetUtcNow() - Presence.Duree);
        var la = await (await db.DansAsync(convention, cancellationToken)).Presences
            .Where(p => p.ConventionId == convention && p.Cle == cible.Cle && p.FicheActionId == cible.Fiche && p.VuLe > limite && p.UtilisateurId != moi)
            .ToListAsync(cancellationToken);
        return
        [
            .. la.GroupBy(p => p.UtilisateurId)
                .Select(g => g.OrderByDescending(p => p.Ecrit).ThenByDescending(p => p.Section.Length > 0).ThenByDescending(p => p.VuLe).First())
                .Select(p => new Present(p.Nom, p.Section.Length == 0 ? null : Enum.Parse<SectionDeFiche>(p.Section), p.Ecrit))
                .OrderByDescending(p => p.Ecrit).ThenByDescending(p => p.Section is not null).ThenBy(p => p.Nom, StringComparer.CurrentCulture),
        ];
    }
}
