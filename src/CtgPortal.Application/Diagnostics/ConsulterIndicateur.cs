using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Application.Filiations;
using CtgPortal.Application.Territoires;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Filiations;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Diagnostics;

/// <summary>One indicator with its values, and the places a new value may be about.</summary>
public static class ConsulterIndicateur
{
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention, IndicateurId Indicateur) : IRequest<Dossier?>, IRequeteSurConvention;

    /// <param name="Sources">Already cited in this diagnostic, offered while typing.</param>
    public sealed record Dossier(
        EnTeteConvention EnTete,
        int Revision,
        VueIndicateur Indicateur,
        IReadOnlyList<Geographie> Geographies,
        IReadOnlyList<string> Sources,
        IReadOnlyList<Obstacle> ObstaclesALaModification)
    {
        /// <summary>The parts of the plan that rest on it.</summary>
        public required IReadOnlyList<MaillonLu> Suites { get; init; }

        public bool PeutRelier => EnTete.PeutRelier();

        public bool Permet<TCommand>() => EnTete.Permet<TCommand>() && ObstaclesALaModification.Count == 0;
    }

    internal sealed class Handler(ICtgReadContext db, IReferentiel referentiel, IDroits droits) : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            var enTete = await db.LireEnTeteAsync(droits, query.Convention, cancellationToken);
            var diagnostic = await db.Diagnostics.SingleOrDefaultAsync(d => d.ConventionId == query.Convention, cancellationToken);
            if (enTete is null || diagnostic is null)
            {
                return null;
            }

            var vues = await db.LireChiffresAsync(referentiel, diagnostic, cancellationToken);
            var indicateur = vues.FirstOrDefault(i => i.Id == query.Indicateur);
            return indicateur is null
                ? null
                : new(
                    enTete,
                    diagnostic.Revision,
                    indicateur,
                    await db.LireGeographiesAsync(referentiel, query.Convention, cancellationToken),
                    [
                        .. new[] { indicateur.SourceUsuelle }.OfType<string>().Concat(diagnostic.Sources)
                            .Concat(vues.SelectMany(i => i.Valeurs).Select(v => v.Source)).Distinct(),
                    ],
                    diagnostic.ObstaclesALaModification(enTete.Statut))
                {
                    Suites = await db.LireSuitesAsync(query.Convention, Maillon.De(query.Indicateur), cancellationToken),
                };
        }
    }
}
