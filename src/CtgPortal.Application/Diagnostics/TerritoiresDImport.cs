using CtgPortal.Application.Common;
using CtgPortal.Application.Territoires;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics.Imports;
using CtgPortal.Domain.Territoires;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Diagnostics;

/// <summary>The places whose figures a diagnostic keeps: the territory, and what it is compared with.</summary>
public static class TerritoiresDImport
{
    private static readonly TerritoireRef France = new(TypeTerritoire.France, "FR", "France");

    /// <summary>A fixed number of SQL commands. About 37,000 codes, a few megabytes.</summary>
    public static async Task<TerritoiresConnus> LireAsync(ICtgDbContext db, IReferentiel referentiel, ConventionId id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(referentiel);
        var convention = await db.Conventions.AsNoTracking().Where(c => c.Id == id)
            .Select(c => new { c.Departement, Titulaires = c.Titulaires.ToList(), Perimetre = c.Perimetre.ToList() })
            .SingleOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException("Convention unknown.");
        var communes = await referentiel.Communes.Select(c => c.Insee).ToListAsync(cancellationToken);
        var epci = await referentiel.Epci.Select(e => new { e.Siren, e.Nom }).ToListAsync(cancellationToken);
        var departements = await referentiel.Departements.ToListAsync(cancellationToken);
        var regions = await referentiel.Regions.ToListAsync(cancellationToken);

        var perimetre = convention.Perimetre.Select(c => c.Code).ToList();
        var communs = await referentiel.Appartenances.Where(a => perimetre.Contains(a.CommuneInsee)).Select(a => a.EpciSiren).Distinct().ToListAsync(cancellationToken);
        var voisins = departements.Where(d => d.Code == convention.Departement || perimetre.Any(p => p.StartsWith(d.Code, StringComparison.Ordinal))).ToList();

        IEnumerable<TerritoireRef> retenus =
        [
            .. convention.Titulaires.Where(t => t.Type != TypeTerritoire.Commune || !perimetre.Contains(t.Code)),
            .. convention.Perimetre.Select(c => new TerritoireRef(TypeTerritoire.Commune, c.Code, c.Nom)),
            .. epci.Where(e => communs.Contains(e.Siren)).Select(e => new TerritoireRef(TypeTerritoire.Epci, e.Siren, e.Nom)),
            .. voisins.Select(d => new TerritoireRef(TypeTerritoire.Departement, d.Code, d.Nom)),
            .. regions.Where(r => voisins.Exists(d => d.RegionCode == r.Code)).Select(r => new TerritoireRef(TypeTerritoire.Region, r.Code, r.Nom)),
            France,
        ];
        return new(
            [.. retenus.DistinctBy(t => t.Cle)],
            new Dictionary<TypeTerritoire, IReadOnlySet<string>>
            {
                [TypeTerritoire.Commune] = communes.ToHashSet(),
                [TypeTerritoire.Epci] = epci.Select(e => e.Siren).ToHashSet(),
                [TypeTerritoire.Departement] = departements.Select(d => d.Code).ToHashSet(),
                [TypeTerritoire.Region] = regions.Select(r => r.Code).ToHashSet(),
            });
    }
}
