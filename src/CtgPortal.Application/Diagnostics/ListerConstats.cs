using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Diagnostics;

/// <summary>The findings theme by theme, the most urgent first, to look at as strengths, weaknesses, opportunities and threats.</summary>
public static class ListerConstats
{
    public enum FiltrePriorite
    {
        Haute,
        Moyenne,
        Basse,
        Aucune,
    }

    /// <param name="Theme">Null for all of them.</param>
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention, string? Theme = null, FiltrePriorite? Priorite = null) : IRequest<Dossier?>, IRequeteSurConvention;

    /// <param name="Tous">Every theme that has findings, whatever the filter.</param>
    /// <param name="Themes">Those shown, with the findings shown.</param>
    public sealed record Dossier(
        EnTeteConvention EnTete,
        int Revision,
        ReperesDiagnostic Reperes,
        IReadOnlyList<string> Tous,
        IReadOnlyList<ThemeConstats> Themes,
        IReadOnlyList<Obstacle> ObstaclesALaModification)
    {
        public bool Permet<TCommand>() => EnTete.Permet<TCommand>() && ObstaclesALaModification.Count == 0;
    }

    public sealed record ThemeConstats(string Nom, IReadOnlyList<ConsulterDiagnostic.LigneConstat> Constats);

    internal sealed class Handler(ICtgReadContext db, IDroits droits) : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            var enTete = await db.LireEnTeteAsync(droits, query.Convention, cancellationToken);
            var diagnostic = await db.Diagnostics.SingleOrDefaultAsync(d => d.ConventionId == query.Convention, cancellationToken);
            if (enTete is null || diagnostic is null)
            {
                return null;
            }

            var constats = diagnostic.Constats.EnLignes();
            var themes = OrdreDesChamps.Trier(constats.Select(g => g.Key), enTete.Champs).ToList();
            return new(
                enTete, diagnostic.Revision, await db.LireReperesAsync(query.Convention, cancellationToken),
                themes,
                [
                    .. themes.Where(t => string.IsNullOrEmpty(query.Theme) || string.Equals(t, query.Theme, StringComparison.OrdinalIgnoreCase))
                        .Select(t => new ThemeConstats(t, [.. constats[t].Where(c => Retenu(c.Priorite, query.Priorite))]))
                        .Where(t => t.Constats.Count > 0),
                ],
                diagnostic.ObstaclesALaModification(enTete.Statut));
        }

        private static bool Retenu(PrioriteConstat? priorite, FiltrePriorite? filtre) => filtre switch
        {
            null => true,
            FiltrePriorite.Haute => priorite == PrioriteConstat.Haute,
            FiltrePriorite.Moyenne => priorite == PrioriteConstat.Moyenne,
            FiltrePriorite.Basse => priorite == PrioriteConstat.Basse,
            _ => priorite is null,
        };
    }
}
