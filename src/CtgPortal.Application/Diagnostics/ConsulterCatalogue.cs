using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Diagnostics;

/// <summary>The usual indicators, theme by theme, with those that the diagnostic already has.</summary>
public static class ConsulterCatalogue
{
    /// <param name="Recherche">Words that all have to be found in the title, the definition, the source or the synonyms.</param>
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention, string? Recherche = null) : IRequest<Dossier?>, IRequeteSurConvention;

    public sealed record Dossier(EnTeteConvention EnTete, int Revision, IReadOnlyList<Theme> Themes, IReadOnlyList<Obstacle> ObstaclesALaModification)
    {
        public bool Permet<TCommand>() => EnTete.Permet<TCommand>() && ObstaclesALaModification.Count == 0;
    }

    public sealed record Theme(string Nom, IReadOnlyList<Ligne> Lignes);

    /// <param name="Mots">What a search looks into, in lower case and without accents.</param>
    public sealed record Ligne(EntreeCatalogue Entree, bool DejaLa, string Mots);

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

            var presents = diagnostic.Indicateurs.Select(i => i.CodeCatalogue).OfType<string>().ToHashSet();
            var mots = CatalogueIndicateurs.Normaliser(query.Recherche ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var lignes = CatalogueIndicateurs.Tous
                .Select(e => new Ligne(e, presents.Contains(e.Code), CatalogueIndicateurs.Normaliser(string.Join(' ', [e.Champ, e.Intitule, e.Definition, e.Source, .. e.Synonymes]))))
                .Where(l => Array.TrueForAll(mots, m => l.Mots.Contains(m, StringComparison.Ordinal)))
                .ToLookup(l => l.Entree.Champ);
            var themes = OrdreDesChamps.Trier(lignes.Select(g => g.Key), enTete.Champs).Select(t => new Theme(t, [.. lignes[t]]));
            return new(enTete, diagnostic.Revision, [.. themes], diagnostic.ObstaclesALaModification(enTete.Statut));
        }
    }
}
