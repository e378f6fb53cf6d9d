using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Territoires;
using CtgPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Infrastructure.Acces;

/// <summary>
/// Reads the reference data and the conventions; what one may give is decided by the domain. A commune bears its INSEE code, as
/// among the holders of a convention.
/// </summary>
internal sealed class Perimetres(CtgDbContext db) : IPerimetres
{
    public async Task<Perimetre> SituerAsync(Portee portee, string code, CancellationToken cancellationToken) => portee switch
    {
        Portee.Nationale => Perimetre.National,
        Portee.Caf => await SituerCafAsync(code, cancellationToken),
        Portee.Territoire => await SituerTerritoireAsync(code, cancellationToken),
        Portee.Convention => await SituerConventionAsync(code, cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(portee), portee, null),
    };

    private async Task<Perimetre> SituerCafAsync(string code, CancellationToken cancellationToken)
    {
        var caf = await db.Set<Caf>().AsNoTracking().SingleOrDefaultAsync(c => c.Code == code, cancellationToken) ?? throw Inconnu(Portee.Caf, code);
        return new(Portee.Caf, caf.Code, caf.Nom, [caf.Code], []);
    }

    // a syndicat is not in the reference data: the conventions it holds make it known
    private async Task<Perimetre> SituerTerritoireAsync(string code, CancellationToken cancellationToken)
    {
        var connus = await db.Set<Epci>().AsNoTracking().Where(e => e.Siren == code).Select(e => new { e.Nom, Caf = e.CafCode })
            .Concat(db.Set<Commune>().AsNoTracking().Where(c => c.Insee == code).Select(c => new { c.Nom, Caf = c.CafCode }))
            .Concat(db.Conventions.AsNoTracking().SelectMany(
                c => c.Titulaires.Where(t => t.Code == code), (c, t) => new { t.Nom, Caf = (string?)c.CafCode }))
            .ToListAsync(cancellationToken);
        return connus.Count == 0 || code.Length == 0
            ? throw Inconnu(Portee.Territoire, code)
            : new(Portee.Territoire, code, connus[0].Nom, [.. connus.Select(c => c.Caf).OfType<string>().Distinct()], [code]);
    }

    private async Task<Perimetre> SituerConventionAsync(string code, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(code, out var guid))
        {
            throw Inconnu(Portee.Convention, code);
        }

        var id = ConventionId.From(guid);
        var convention = await db.Conventions.AsNoTracking().Where(c => c.Id == id)
            .Select(c => new { c.Intitule, c.CafCode, Territoires = c.Titulaires.Select(t => t.Code).ToList() })
            .AsSingleQuery()
            .SingleOrDefaultAsync(cancellationToken) ?? throw Inconnu(Portee.Convention, code);
        return new(
            Portee.Convention, guid.ToString(), convention.Intitule, [convention.CafCode], [.. convention.Territoires.Where(t => t.Length > 0)]);
    }

    private static NotFoundException Inconnu(Portee portee, string code) => new($"{portee} « {code} » is unknown.");
}
