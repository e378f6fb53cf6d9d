using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Application.Territoires;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Diagnostics;

public static class ConsulterDiagnostic
{
    /// <param name="Recherche">Words of the indicators to show; findings are left out then.</param>
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention, string? Recherche = null) : IRequest<Dossier?>, IRequeteSurConvention;

    /// <param name="Validation">Null while the diagnostic is being written.</param>
    /// <param name="Champs">The population, then in the order of the convention, then the others by name; those without anything are left out.</param>
    /// <param name="Indicateurs">How many there are, whatever was searched for.</param>
    /// <param name="ObstaclesALaModification">Empty when this diagnostic may be written to.</param>
    public sealed record Dossier(
        EnTeteConvention EnTete,
        int Revision,
        string? Demarche,
        IReadOnlyList<string> Sources,
        ParQui? Validation,
        ReperesDiagnostic Reperes,
        IReadOnlyList<ChampDiagnostic> Champs,
        int Indicateurs,
        IReadOnlyList<Obstacle> ObstaclesALaModification,
        IReadOnlyList<Obstacle> ObstaclesALaValidation,
        IReadOnlyList<Obstacle> ObstaclesALaReouverture)
    {
        public bool EstVide => Demarche is null && Sources.Count == 0 && Champs.Count == 0 && Indicateurs == 0;

        public bool Permet<TCommand>() => EnTete.Permet<TCommand>() && ObstaclesALaModification.Count == 0;
    }

    /// <param name="Par">As named in the journal; empty when it does not say.</param>
    public sealed record ParQui(DateTimeOffset Le, string Par);

    public sealed record ChampDiagnostic(string Nom, IReadOnlyList<VueIndicateur> Indicateurs, IReadOnlyList<LigneConstat> Constats);

    /// <param name="Appuis">How many things of the diagnostic it rests on.</param>
    public sealed record LigneConstat(ConstatId Id, NatureConstat Nature, string Texte, PrioriteConstat? Priorite, int Appuis);

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
                await db.LireReperesAsync(query.Convention, cancellationToken),
                ParChamp(await db.LireChiffresAsync(referentiel, diagnostic, cancellationToken), diagnostic, enTete, query.Recherche),
                diagnostic.Indicateurs.Count,
                diagnostic.ObstaclesALaModification(enTete.Statut),
                diagnostic.ObstaclesALaValidation(enTete.Statut),
                diagnostic.ObstaclesALaReouverture(enTete.Statut));
        }

        private static IReadOnlyList<ChampDiagnostic> ParChamp(
            IReadOnlyList<VueIndicateur> vues, Diagnostic diagnostic, EnTeteConvention enTete, string? recherche)
        {
            var mots = CatalogueIndicateurs.Normaliser(recherche ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var indicateurs = vues.Where(v => mots.Length == 0 || Repond(v, mots)).ToLookup(i => i.Champ, StringComparer.OrdinalIgnoreCase);
            var constats = diagnostic.Constats.Where(_ => mots.Length == 0).EnLignes();
            return
            [
                .. OrdreDesChamps.Trier(indicateurs.Select(g => g.Key).Concat(constats.Select(g => g.Key)), enTete.Champs)
                    .Select(n => new ChampDiagnostic(n, [.. indicateurs[n]], [.. constats[n]])),
            ];
        }

        private static bool Repond(VueIndicateur vue, string[] mots)
        {
            var texte = CatalogueIndicateurs.Normaliser($"{vue.Champ} {vue.Intitule} {vue.Definition}");
            return Array.TrueForAll(mots, m => texte.Contains(m, StringComparison.Ordinal));
        }
    }

    /// <summary>By theme; the most urgent findings of each nature first.</summary>
    internal static ILookup<string, LigneConstat> EnLignes(this IEnumerable<Constat> constats) => constats
        .OrderBy(c => c.Nature).ThenBy(c => c.Priorite is null).ThenBy(c => c.Priorite).ThenBy(c => c.Rang)
        .ToLookup(
            c => c.Champ, c => new LigneConstat(c.Id, c.Nature, c.Texte, c.Priorite, c.Appuis.Count), StringComparer.OrdinalIgnoreCase);
}
