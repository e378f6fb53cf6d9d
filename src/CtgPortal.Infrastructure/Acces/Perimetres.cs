using System.Globalization;
using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Territoires;
using CtgPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Infrastructure.Acces;

internal sealed class Perimetres(CtgDbContext db) : IPerimetres
{
    public async Task<Perimetre> SituerAsync(Portee portee, string code, CancellationToken cancellationToken) => portee switch
    {
        Portee.Nationale => Perimetre.National,
        Portee.Caf => await db.Set<Caf>().SingleOrDefaultAsync(c => c.Code == code, cancellationToken) is { } caf
            ? new(portee, caf.Code, caf.Nom, [caf.Code], [])
            : null,
        Portee.Territoire => await SituerTerritoireAsync(code, cancellationToken),
        Portee.Convention => await SituerConventionAsync(code, cancellationToken),
        _ => null,
    }
    ?? throw new NotFoundException(string.Create(CultureInfo.InvariantCulture, $"Nothing bears the code {code} for {portee}."));

    private async Task<Perimetre?> SituerTerritoireAsync(string siren, CancellationToken cancellationToken)
    {
        var epci = await db.Set<Epci>().Where(e => e.Siren == siren)
            .Select(e => new { e.Nom, e.CafCode }).SingleOrDefaultAsync(cancellationToken);
        var lieu = epci ?? await db.Set<Commune>().Where(c => c.Siren == siren)
            .Select(c => new { c.Nom, c.CafCode }).SingleOrDefaultAsync(cancellationToken);
        return lieu is null ? null : new(Portee.Territoire, siren, lieu.Nom, lieu.CafCode is null ? [] : [lieu.CafCode], [siren]);
    }

    private async Task<Perimetre?> SituerConventionAsync(string code, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(code, out var valeur))
        {
            return null;
        }

        var id = new ConventionId(valeur);
        var convention = await db.Conventions.AsNoTracking().Where(c => c.Id == id)
            .Select(c => new { c.Intitule, c.CafCode, Territoires = c.Titulaires.Select(t => t.Code).ToList() })
            .SingleOrDefaultAsync(cancellationToken);
        return convention is null ? null : new(Portee.Convention, id.Value.ToString(), convention.Intitule, [convention.CafCode], convention.Territoires);
    }
}
