using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Application.Filiations;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Diagnostics;

/// <summary>One finding, what it rests on, and what else it could rest on.</summary>
public static class ConsulterConstat
{
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention, ConstatId Constat) : IRequest<Dossier?>, IRequeteSurConvention;

    /// <param name="Appuis">Named as they are called today.</param>
    public sealed record Dossier(
        EnTeteConvention EnTete,
        int Revision,
        ConstatId Id,
        string Champ,
        NatureConstat Nature,
        string Texte,
        PrioriteConstat? Priorite,
        IReadOnlyList<AppuiPossible> Appuis,
        IReadOnlyList<AppuiPossible> AppuisPossibles,
        IReadOnlyList<Obstacle> ObstaclesALaModification)
    {
        /// <summary>What came of it, and the contributions it comes from.</summary>
        public required Fil Fil { get; init; }

        /// <summary>A validated finding still leads to actions: only a frozen plan forbids it.</summary>
        public bool PeutRelier => EnTete.PeutRelier();

        public bool Permet<TCommand>() => EnTete.Permet<TCommand>() && ObstaclesALaModification.Count == 0;
    }

    internal sealed class Handler(ICtgReadContext db, IDroits droits) : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            var enTete = await db.LireEnTeteAsync(droits, query.Convention, cancellationToken);
            var diagnostic = await db.Diagnostics.SingleOrDefaultAsync(d => d.ConventionId == query.Convention, cancellationToken);
            var constat = diagnostic?.Constats.FirstOrDefault(c => c.Id == query.Constat);
            if (enTete is null || diagnostic is null || constat is null)
            {
                return null;
            }

            var possibles = await db.LireAppuisPossiblesAsync(diagnostic, cancellationToken);
            return new(
                enTete, diagnostic.Revision, constat.Id, constat.Champ, constat.Nature, constat.Texte, constat.Priorite,
                [.. possibles.Where(p => constat.Appuis.Any(a => a.Vise(p.Nature, p.Cible)))], possibles,
                diagnostic.ObstaclesALaModification(enTete.Statut))
            {
                Fil = await db.LireFilAsync(query.Convention, [], cancellationToken),
            };
        }
    }
}
