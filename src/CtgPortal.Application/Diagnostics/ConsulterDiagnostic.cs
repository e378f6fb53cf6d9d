using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Territoires;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Diagnostics;

public static class ConsulterDiagnostic
{
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention) : IRequest<Dossier?>, IRequeteSurConvention;

    /// <param name="Validation">Null while the diagnostic is being written.</param>
    /// <param name="Champs">In the order of the convention, then the others by name; those without anything are left out.</param>
    /// <param name="ObstaclesALaModification">Empty when this diagnostic may be written to.</param>
    public sealed record Dossier(
        EnTeteConvention EnTete,
        int Revision,
        string? Demarche,
        IReadOnlyList<string> Sources,
        ParQui? Validation,
        IReadOnlyList<ChampDiagnostic> Champs,
        IReadOnlyList<Obstacle> ObstaclesALaModification,
        IReadOnlyList<Obstacle> ObstaclesALaValidation,
        IReadOnlyList<Obstacle> ObstaclesALaReouverture)
    {
        public bool EstVide => Demarche is null && Sources.Count == 0 && Champs.Count == 0;

        public bool Permet<TCommand>() => EnTete.Permet<TCommand>() && ObstaclesALaModification.Count == 0;
    }

    /// <param name="Par">As named in the journal; empty when it does not say.</param>
    public sealed record ParQui(DateTimeOffset Le, string Par);

    public sealed record ChampDiagnostic(string Nom, IReadOnlyList<LigneIndicateur> Indicateurs, IReadOnlyList<LigneConstat> Constats);

    /// <param name="Valeurs">Most recent year first, the holders before the territories they are compared with.</param>
    public sealed record LigneIndicateur(IndicateurId Id, string Intitule, string? Unite, IReadOnlyList<LigneValeur> Valeurs);

    /// <param name="Cle">Names the place when a value is removed or corrected.</param>
    public sealed record LigneValeur(int Annee, TypeTerritoire Type, string Cle, string Geographie, EtatValeur Etat, decimal? Valeur, string Source);

    public sealed record LigneConstat(ConstatId Id, NatureConstat Nature, string Texte);

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

            var validation = diagnostic.ValideLe is { } le
                ? await db.Journal
                    .Where(e => e.ConventionId == query.Convention && e.Type == nameof(DiagnosticValide) && e.Le == le)
                    .Select(e => new ParQui(e.Le, e.ParNom)).FirstOrDefaultAsync(cancellationToken) ?? new(le, "")
                : null;
            return new(
                enTete,
                diagnostic.Revision,
                diagnostic.Demarche,
                diagnostic.Sources,
                validation,
                ParChamp(diagnostic, enTete),
                diagnostic.ObstaclesALaModification(enTete.Statut),
                diagnostic.ObstaclesALaValidation(enTete.Statut),
                diagnostic.ObstaclesALaReouverture(enTete.Statut));
        }

        private static IReadOnlyList<ChampDiagnostic> ParChamp(Diagnostic diagnostic, EnTeteConvention enTete)
        {
            var indicateurs = diagnostic.Indicateurs.ToLookup(i => i.Champ, StringComparer.OrdinalIgnoreCase);
            var constats = diagnostic.Constats.ToLookup(c => c.Champ, StringComparer.OrdinalIgnoreCase);
            var noms = indicateurs.Select(g => g.Key).Concat(constats.Select(g => g.Key)).Distinct(StringComparer.OrdinalIgnoreCase);
            return
            [
                .. noms.OrderBy(n => enTete.Champs.TakeWhile(c => !string.Equals(c, n, StringComparison.OrdinalIgnoreCase)).Count())
                    .ThenBy(n => n, StringComparer.Create(new("fr-FR"), ignoreCase: true))
                    .Select(n => new ChampDiagnostic(
                        n,
                        [.. indicateurs[n].OrderBy(i => i.Rang).Select(i => new LigneIndicateur(i.Id, i.Intitule, i.Unite, i.EnOrdre()))],
                        [.. constats[n].OrderBy(c => c.Nature).ThenBy(c => c.Rang).Select(c => new LigneConstat(c.Id, c.Nature, c.Texte))])),
            ];
        }
    }

    /// <summary>From the nearest territory to the widest, so that the eye compares downwards.</summary>
    internal static IReadOnlyList<LigneValeur> EnOrdre(this Indicateur indicateur) =>
    [
        .. indicateur.Valeurs
            .OrderByDescending(v => v.Annee)
            .ThenBy(v => v.Territoire.Type switch
            {
                TypeTerritoire.Epci or TypeTerritoire.Syndicat => 0,
                TypeTerritoire.Commune => 1,
                TypeTerritoire.Autre => 2,
                TypeTerritoire.Departement => 3,
                TypeTerritoire.Region => 4,
                _ => 5,
            })
            .ThenBy(v => v.Territoire.Nom, StringComparer.Create(new("fr-FR"), ignoreCase: true))
            .Select(v => new LigneValeur(v.Annee, v.Territoire.Type, v.Territoire.Cle, v.Territoire.Nom, v.Etat, v.Valeur, v.Source)),
    ];
}
