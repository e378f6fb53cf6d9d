using CtgPortal.Application.Common;
using CtgPortal.Application.Territoires;
using CtgPortal.Domain.Conventions;
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
        var cadre = await CadreAsync(db.Conventions, referentiel, diagnostic.ConventionId, cancellationToken);
        return Vues(diagnostic, cadre);
    }

    /// <summary>The same, for who has loaded the convention.</summary>
    public static async Task<IReadOnlyList<VueIndicateur>> LireChiffresAsync(
        IReferentiel referentiel, Diagnostic diagnostic, IReadOnlyList<TerritoireRef> titulaires, IReadOnlyList<string> perimetre, CancellationToken cancellationToken) =>
        Vues(diagnostic, await CadreAsync(referentiel, titulaires, perimetre, cancellationToken));

    /// <summary>The values alone, for what is frozen.</summary>
    /// <param name="conventions">Those where the convention is looked for.</param>
    public static async Task<ChiffresMontrables> MontrablesAsync(
        IQueryable<Convention> conventions, IReferentiel referentiel, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        Montrables(diagnostic, await CadreAsync(conventions, referentiel, diagnostic.ConventionId, cancellationToken));

    private static ChiffresMontrables Montrables(Diagnostic diagnostic, CadreChiffres cadre) =>
        SecretStatistique.Appliquer(diagnostic.Indicateurs, cadre.Compositions, CatalogueIndicateurs.Numerateurs);

    private static IReadOnlyList<VueIndicateur> Vues(Diagnostic diagnostic, CadreChiffres cadre)
    {
        var montrables = Montrables(diagnostic, cadre);
        return [.. diagnostic.Indicateurs.OrderBy(i => i.Rang).Select(i => VueIndicateur.De(i, montrables, cadre))];
    }

    private static async Task<CadreChiffres> CadreAsync(
        IQueryable<Convention> conventions, IReferentiel referentiel, ConventionId id, CancellationToken cancellationToken)
    {
        var convention = await conventions.Where(c => c.Id == id)
            .Select(c => new { Titulaires = c.Titulaires.ToList(), Perimetre = c.Perimetre.Select(p => p.Code).ToList() })
            .AsNoTracking().SingleOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException("Convention unknown or foreign.");
        return await CadreAsync(referentiel, convention.Titulaires, convention.Perimetre, cancellationToken);
    }

    private static async Task<CadreChiffres> CadreAsync(
        IReferentiel referentiel, IReadOnlyList<TerritoireRef> titulaires, IReadOnlyList<string> perimetre, CancellationToken cancellationToken)
    {
        var sirens = titulaires.Where(t => t.Type == TypeTerritoire.Epci).Select(t => t.Code).ToList();
        var membres = (await referentiel.Appartenances.Where(a => sirens.Contains(a.EpciSiren)).ToListAsync(cancellationToken))
            .ToLookup(a => a.EpciSiren, a => a.CommuneInsee);

        // all the communes of an EPCI, even those that stay out of the convention; of any other holder, those of the convention
        return new(
            [.. titulaires.Select(t => t.Cle)],
            [
                .. titulaires.Where(t => t.Type != TypeTerritoire.Commune)
                    .Select(t => new Composition(t.Cle, [.. (membres.Contains(t.Code) ? membres[t.Code] : perimetre).Select(Commune)])),
            ]);
    }

    private static string Commune(string insee) => $"{TypeTerritoire.Commune}:{insee}";
}
