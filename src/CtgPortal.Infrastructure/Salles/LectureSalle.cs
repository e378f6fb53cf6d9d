using CtgPortal.Application.Salles;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Infrastructure.Salles;

internal sealed class LectureSalle(CtgDbContext db, TimeProvider clock) : ILectureSalle
{
    public async Task<TableauSalle> TableauAsync(AtelierId atelier, CancellationToken cancellationToken)
    {
        var salle = await SalleAsync(atelier, cancellationToken);
        return new(
            Vue(salle),
            salle.Moderation,
            salle.Code,
            await db.ParticipantsSalle.CountAsync(p => p.AtelierId == atelier, cancellationToken),
            await GroupesAsync(atelier, cancellationToken),
            await ContributionsAsync(db.Contributions.Where(c => c.AtelierId == atelier), cancellationToken),
            await PointsAsync(salle, cancellationToken));
    }

    public async Task<Participation?> ParticipationAsync(string code, string? jeton, CancellationToken cancellationToken)
    {
        var salle = await db.Salles.AsNoTracking().SingleOrDefaultAsync(s => s.Code == code, cancellationToken);
        if (salle is null)
        {
            return null;
        }

        var atelier = salle.AtelierId;
        var lu = await db.Ateliers.Where(a => a.Id == atelier).Select(a => new { a.Statut, a.Description.Intitule }).SingleAsync(cancellationToken);
        return lu.Statut == StatutAtelier.Clos
            ? null
            : new(atelier, code, lu.Intitule, await PourTousAsync(salle, cancellationToken), await MoiAsync(salle, jeton, cancellationToken));
    }

    /// <param name="quoi">Words of <see cref="Annonces"/>, of one workshop, gathered over a moment.</param>
    public async Task<NouveautesSalle> NouveautesAsync(AtelierId atelier, IReadOnlySet<string> quoi, CancellationToken cancellationToken)
    {
        ContributionId[] ids = [.. quoi.Where(q => q.Length > 1).Select(q => ContributionId.From(Guid.Parse(q)))];
        var salle = await SalleAsync(atelier, cancellationToken);
        var changees = db.Contributions.Where(c => ids.Contains(c.Id));
        var contributions = ids.Length == 0 ? [] : await ContributionsAsync(changees, cancellationToken);
        var siennes = ids.Length == 0 ? [] : await changees.AsNoTracking().Where(c => c.ParticipantId != null)
            .Select(c => new { Participant = c.ParticipantId!.Value, Sienne = new MaContribution(c.Id.Value, c.Nature, c.Texte, c.Etat) })
            .ToListAsync(cancellationToken);

        // what participants choose among changes with the groups, and when a contribution leaves the screen
        var laSalle = quoi.Contains(Annonces.Salle) || quoi.Contains(Annonces.Atelier);
        var pourTous = laSalle
            || (salle.VoteEnCours && (quoi.Contains(Annonces.Groupes) || contributions.Count < ids.Length || contributions.Any(c => c.Etat != EtatContribution.EnAttente)));
        return new(
            atelier,
            salle.Code,
            Vue(salle),
            await db.ParticipantsSalle.CountAsync(p => p.AtelierId == atelier, cancellationToken),
            contributions,
            [.. ids.Select(i => i.Value).Except(contributions.Select(c => c.Id))],
            quoi.Contains(Annonces.Groupes) ? await GroupesAsync(atelier, cancellationToken) : null,
            quoi.Contains(Annonces.Points) || laSalle ? await PointsAsync(salle, cancellationToken) : null,
            pourTous ? await PourTousAsync(salle, cancellationToken) : null,
            siennes.GroupBy(s => s.Participant).ToDictionary(g => g.Key, g => (IReadOnlyList<MaContribution>)[.. g.Select(s => s.Sienne)]))
        {
            Agenda = quoi.Contains(Annonces.Atelier),
        };
    }

    private async Task<Salle> SalleAsync(AtelierId atelier, CancellationToken cancellationToken) =>
        await db.Salles.AsNoTracking().SingleOrDefaultAsync(s => s.AtelierId == atelier, cancellationToken) ?? Salle.Preparer(atelier);

    private Task<List<GroupeVu>> GroupesAsync(AtelierId atelier, CancellationToken cancellationToken) =>
        db.Groupes.Where(g => g.AtelierId == atelier).OrderBy(g => g.Rang).ThenBy(g => g.Id)
            .Select(g => new GroupeVu(g.Id.Value, g.Revision, g.Titre, g.Rang)).ToListAsync(cancellationToken);

    private static Task<List<ContributionVue>> ContributionsAsync(IQueryable<Contribution> contributions, CancellationToken cancellationToken) =>
        contributions.OrderBy(c => c.Rang).ThenBy(c => c.PosteeLe).ThenBy(c => c.Id)
            .Select(c => new ContributionVue(
                c.Id.Value, c.Revision, c.Nature, c.Texte, c.Organisation, c.Etat, c.GroupeId == null ? null : c.GroupeId.Value.Value, c.Rang))
            .ToListAsync(cancellationToken);

    private async Task<PointsVus> PointsAsync(Salle salle, CancellationToken cancellationToken)
    {
        var lignes = await db.Bulletins.Where(b => b.AtelierId == salle.AtelierId && b.Tour == salle.Tour)
            .SelectMany(b => b.Lignes, (b, l) => new { b.ParticipantId, l.Sujet, l.Nombre }).ToListAsync(cancellationToken);
        return new(
            lignes.GroupBy(l => l.Sujet.Value).ToDictionary(g => g.Key, g => g.Sum(l => l.Nombre)),
            lignes.Sum(l => l.Nombre),
            lignes.DistinctBy(l => l.ParticipantId).Count());
    }

    private async Task<SallePourTous> PourTousAsync(Salle salle, CancellationToken cancellationToken) =>
        new(Vue(salle), salle.VoteEnCours ? await SujetsAsync(salle, cancellationToken) : []);

    private async Task<IReadOnlyList<SujetVu>> SujetsAsync(Salle salle, CancellationToken cancellationToken)
    {
        var resultats = salle.Phase == PhaseSalle.Restitution ? await PointsAsync(salle, cancellationToken) : null;
        var parGroupe = await db.Contributions
            .Where(c => c.AtelierId == salle.AtelierId && c.Etat == EtatContribution.Visible && c.GroupeId != null)
            .GroupBy(c => c.GroupeId!.Value).Select(g => new { Groupe = g.Key, Nombre = g.Count() })
            .ToDictionaryAsync(g => g.Groupe.Value, g => g.Nombre, cancellationToken);
        var groupes = await GroupesAsync(salle.AtelierId, cancellationToken);
        var libres = await ContributionsAsync(
            db.Contributions.Where(c => c.AtelierId == salle.AtelierId && c.Etat == EtatContribution.Visible && c.GroupeId == null), cancellationToken);
        return
        [
            .. groupes.Select(g => new SujetVu(g.Id, g.Titre, parGroupe.GetValueOrDefault(g.Id), null, Points(g.Id))),
            .. libres.OrderBy(c => c.Nature).Select(c => new SujetVu(c.Id, c.Texte, null, c.Nature, Points(c.Id))),
        ];

        int? Points(Guid sujet) => resultats?.ParSujet.GetValueOrDefault(sujet);
    }

    private async Task<ParticipantVu?> MoiAsync(Salle salle, string? jeton, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(jeton))
        {
            return null;
        }

        var empreinte = JetonSalle.Empreinte(salle.AtelierId, jeton);
        var moi = await db.ParticipantsSalle.AsNoTracking().SingleOrDefaultAsync(
            p => p.AtelierId == salle.AtelierId && p.Empreinte == empreinte, cancellationToken);
        if (moi is null)
        {
            return null;
        }

        var contributions = await db.Contributions.Where(c => c.ParticipantId == moi.Id).OrderByDescending(c => c.PosteeLe).ThenByDescending(c => c.Id)
            .Select(c => new MaContribution(c.Id.Value, c.Nature, c.Texte, c.Etat)).ToListAsync(cancellationToken);
        var points = await db.Bulletins.AsNoTracking().Where(b => b.AtelierId == salle.AtelierId && b.Tour == salle.Tour && b.ParticipantId == moi.Id)
            .SelectMany(b => b.Lignes).ToDictionaryAsync(l => l.Sujet.Value, l => l.Nombre, cancellationToken);
        return new(moi.Id, moi.Prenom, moi.Organisation, contributions, points);
    }

    private SalleVue Vue(Salle salle) => new(
        salle.Revision, salle.Etat, salle.Phase, salle.Natures, salle.PointsParParticipant, salle.MaxParSujet, salle.Tour, salle.Minuteur, clock.GetUtcNow());
}
