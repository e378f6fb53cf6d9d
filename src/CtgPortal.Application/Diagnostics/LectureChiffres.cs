using CtgPortal.Application.Common;
using CtgPortal.Application.Territoires;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Territoires;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Diagnostics;

/// <summary>What figures must be read with: whose they are, and which add up to which.</summary>
internal sealed record CadreChiffres(IReadOnlyList<string> Titulaires, IReadOnlyList<Composition> Compositions);

/// <summary>The figures of a diagnostic, through <see cref="SecretStatistique"/>: no query and no document reads them otherwise.</summary>
internal static class LectureChiffres
{
    /// <summary>A fixed number of SQL commands.</summary>
    public static async Task<IReadOnlyList<VueIndicateur>> LireChiffresAsync(
        this ICtgReadContext db, IReferentiel referentiel, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var convention = await db.Conventions.Where(c => c.Id == diagnostic.ConventionId)
            .Select(c => new { Titulaires = c.Titulaires.ToList(), Perimetre = c.Perimetre.Select(p => p.Code).ToList() })
            .SingleOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException("Convention unknown or foreign.");
        return await LireChiffresAsync(referentiel, diagnostic, convention.Titulaires, convention.Perimetre, cancellationToken);
    }

    /// <summary>The same, for who has loaded the convention.</summary>
    public static async Task<IReadOnlyList<VueIndicateur>> LireChiffresAsync(
        IReferentiel referentiel, Diagnostic diagnostic, IReadOnlyList<TerritoireRef> titulaires, IReadOnlyList<string> perimetre, CancellationToken cancellationToken)
    {
        var sirens = titulaires.Where(t => t.Type == TypeTerritoire.Epci).Select(t => t.Code).ToList();
        var membres = (await referentiel.Appartenances.Where(a => sirens.Contains(a.EpciSiren)).ToListAsync(cancellationToken))
            .ToLookup(a => a.EpciSiren, a => a.CommuneInsee);

        // all the communes of an EPCI, even those that stay out of the convention; of any other holder, those of the convention
        var cadre = new CadreChiffres(
            [.. titulaires.Select(t => t.Cle)],
            [
                .. titulaires.Where(t => t.Type != TypeTerritoire.Commune)
                    .Select(t => new Composition(t.Cle, [.. (membres.Contains(t.Code) ? membres[t.Code] : perimetre).Select(Commune)])),
            ]);
        var montrables = SecretStatistique.Appliquer(diagnostic.Indicateurs, cadre.Compositions, CatalogueIndicateurs.Numerateurs);
        return [.. diagnostic.Indicateurs.OrderBy(i => i.Rang).Select(i => VueIndicateur.De(i, montrables, cadre))];
    }

    private static string Commune(string insee) => $"{TypeTerritoire.Commune}:{insee}";
}
