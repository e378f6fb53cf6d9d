using CtgPortal.Application.Common;
using CtgPortal.Application.Territoires;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Territoires;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Diagnostics;

/// <summary>A place that a figure may be about, as a form offers it.</summary>
/// <param name="Cle">What the form sends back.</param>
public sealed record Geographie(string Cle, TerritoireRef Territoire);

internal static class LectureGeographies
{
    private static readonly TerritoireRef France = new(TypeTerritoire.France, "FR", "France");

    /// <summary>The holders, the communes of the perimeter, then what one compares them with: département, région, France. A fixed number of SQL commands.</summary>
    public static async Task<IReadOnlyList<Geographie>> LireGeographiesAsync(
        this ICtgReadContext db, IReferentiel referentiel, ConventionId id, CancellationToken cancellationToken)
    {
        var convention = await db.Conventions.Where(c => c.Id == id)
            .Select(c => new { c.Departement, Titulaires = c.Titulaires.ToList(), Perimetre = c.Perimetre.ToList() })
            .SingleOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException("Convention unknown.");
        var departement = await referentiel.Departements.SingleOrDefaultAsync(d => d.Code == convention.Departement, cancellationToken);
        var region = departement is null
            ? null
            : await referentiel.Regions.SingleOrDefaultAsync(r => r.Code == departement.RegionCode, cancellationToken);

        IEnumerable<TerritoireRef> territoires =
        [
            .. convention.Titulaires,
            .. convention.Perimetre.OrderBy(c => c.Nom, StringComparer.Create(new("fr-FR"), ignoreCase: true))
                .Select(c => new TerritoireRef(TypeTerritoire.Commune, c.Code, c.Nom)),
            .. departement is null ? [] : new[] { new TerritoireRef(TypeTerritoire.Departement, departement.Code, departement.Nom) },
            .. region is null ? [] : new[] { new TerritoireRef(TypeTerritoire.Region, region.Code, region.Nom) },
            France,
        ];
        return [.. territoires.Distinct().Select(t => new Geographie(t.Cle, t)).DistinctBy(g => g.Cle)];
    }
}
