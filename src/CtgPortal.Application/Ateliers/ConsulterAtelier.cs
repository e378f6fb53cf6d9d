using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Application.Filiations;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Ateliers;

public static class ConsulterAtelier
{
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention, AtelierId Atelier) : IRequest<Dossier?>, IRequeteSurConvention;

    /// <param name="PartageAvec">The other conventions it belongs to.</param>
    /// <param name="Cloture">Who closed it and when; null while it is open.</param>
    /// <param name="Contributions">In the order they came.</param>
    public sealed record Dossier(
        EnTeteConvention EnTete,
        AtelierId Id,
        int Revision,
        StatutAtelier Statut,
        DescriptionAtelier Description,
        string? CompteRendu,
        IReadOnlyList<Partage> PartageAvec,
        ParQui? Cloture,
        IReadOnlyList<Presence> Organisations,
        IReadOnlyList<LigneContribution> Contributions,
        IReadOnlyList<Obstacle> ObstaclesALaModification,
        IReadOnlyList<Obstacle> ObstaclesALaCloture,
        IReadOnlyList<Obstacle> ObstaclesALaReouverture)
    {
        public required PreparationAtelier Preparation { get; init; }

        /// <summary>Made in the room, in its order; empty without a room.</summary>
        public required IReadOnlyList<LigneGroupe> Groupes { get; init; }

        /// <summary>What this convention made of what was said.</summary>
        public required Fil Fil { get; init; }

        /// <summary>What was said is used afterwards: a closed workshop does not forbid it, a frozen plan does.</summary>
        public bool PeutRelier => EnTete.PeutRelier();

        public bool Permet<TCommand>() => EnTete.Permet<TCommand>() && ObstaclesALaModification.Count == 0;
    }

    /// <param name="Territoire">The holders of the other convention: people of both are in the room, the name is no secret.</param>
    /// <param name="Visible">Whether this person may open it.</param>
    public sealed record Partage(ConventionId Convention, string Territoire, bool Visible);

    /// <param name="Par">As named in the journal; empty when it does not say.</param>
    public sealed record ParQui(DateTimeOffset Le, string Par);

    public sealed record Presence(string Organisation, int? Nombre);

    public sealed record LigneContribution(ContributionId Id, int Revision, NatureContribution Nature, string Texte, string? Organisation, GroupeId? Groupe);

    public sealed record LigneGroupe(GroupeId Id, string Titre);

    internal sealed class Handler(ICtgReadContext db, IDroits droits, TimeProvider clock) : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            var enTete = await db.LireEnTeteAsync(droits, query.Convention, cancellationToken);
            var atelier = await db.Ateliers.SingleOrDefaultAsync(
                a => a.Id == query.Atelier && a.Conventions.Any(c => c.ConventionId == query.Convention), cancellationToken);
            if (enTete is null || atelier is null)
            {
                return null;
            }

            var contributions = await db.Contributions
                .Where(c => c.AtelierId == query.Atelier && c.Etat == EtatContribution.Visible)
                .OrderBy(c => c.Rang).ThenBy(c => c.PosteeLe).ThenBy(c => c.Id)
                .Select(c => new LigneContribution(c.Id, c.Revision, c.Nature, c.Texte, c.Organisation, c.GroupeId))
                .ToListAsync(cancellationToken);
            var voisines = await db.VoisinesAsync(atelier, query.Convention, cancellationToken);
            var etapes = new EtapesAtelier(enTete.Statut, [.. voisines.Select(v => v.Statut)]);
            return new(
                enTete,
                atelier.Id,
                atelier.Revision,
                atelier.Statut,
                atelier.Description,
                atelier.CompteRendu,
                [.. voisines.Select(v => new Partage(v.Id, string.Join(", ", v.Titulaires), v.Visible))],
                atelier.ClosLe is { } le ? await ClotureAsync(query.Convention, le, cancellationToken) : null,
                [.. atelier.Organisations.OrderBy(o => o.Nom, StringComparer.Create(new("fr-FR"), ignoreCase: true)).Select(o => new Presence(o.Nom, o.Nombre))],
                contributions,
                atelier.ObstaclesALaModification(etapes),
                atelier.ObstaclesALaCloture(etapes, clock.GetUtcNow().JourEnFrance()),
                atelier.ObstaclesALaReouverture(etapes))
            {
                Preparation = PreparationAtelier.De(
                    atelier, await db.Assistances.SingleOrDefaultAsync(a => a.AtelierId == atelier.Id, cancellationToken)),
                Groupes = await db.Groupes.Where(g => g.AtelierId == atelier.Id).OrderBy(g => g.Rang).ThenBy(g => g.Id)
                    .Select(g => new LigneGroupe(g.Id, g.Titre)).ToListAsync(cancellationToken),
                Fil = await db.LireFilAsync(query.Convention, [], cancellationToken),
            };
        }

        private async Task<ParQui> ClotureAsync(ConventionId convention, DateTimeOffset le, CancellationToken cancellationToken) =>
            await db.Journal
                .Where(e => e.ConventionId == convention && e.Type == nameof(AtelierClos) && e.Le == le)
                .Select(e => new ParQui(e.Le, e.ParNom))
                .FirstOrDefaultAsync(cancellationToken)
            ?? new(le, "");
    }
}
