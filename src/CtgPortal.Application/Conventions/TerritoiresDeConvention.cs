using CtgPortal.Application.Territoires;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Territoires;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Conventions;

/// <summary>From the codes of a form to the names and populations of the reference data.</summary>
internal static class TerritoiresDeConvention
{
    /// <summary>The communes of the holders: the members of an EPCI, a commune itself, none for a body outside the reference data.</summary>
    public static async Task<IReadOnlyList<CommunePerimetre>> CommunesDesAsync(
        this IReferentiel referentiel, IReadOnlyCollection<TerritoireRef> titulaires, CancellationToken cancellationToken)
    {
        List<string> epci = [.. titulaires.Where(t => t.Type == TypeTerritoire.Epci).Select(t => t.Code)];
        List<string> communes = [.. titulaires.Where(t => t.Type == TypeTerritoire.Commune).Select(t => t.Code)];
        return await referentiel.Communes
            .Where(c => communes.Contains(c.Insee) || referentiel.Appartenances.Any(a => epci.Contains(a.EpciSiren) && a.CommuneInsee == c.Insee))
            .OrderBy(c => c.Nom)
            .Select(c => new CommunePerimetre(c.Insee, c.Nom, c.Population))
            .ToListAsync(cancellationToken);
    }

    /// <param name="connues">Already in the perimeter: kept as they were named, even when they no longer exist.</param>
    /// <exception cref="ValidationException">A code that is no commune.</exception>
    public static async Task<IReadOnlyList<CommunePerimetre>> CommunesAsync(
        this IReferentiel referentiel, IReadOnlyCollection<string> codes, IReadOnlyCollection<CommunePerimetre> connues, string champ, CancellationToken cancellationToken)
    {
        var nouveaux = codes.Except(connues.Select(c => c.Code)).ToList();
        var trouvees = await referentiel.Communes.Where(c => nouveaux.Contains(c.Insee))
            .Select(c => new CommunePerimetre(c.Insee, c.Nom, c.Population))
            .ToListAsync(cancellationToken);
        return trouvees.Count == nouveaux.Count
            ? [.. connues.Where(c => codes.Contains(c.Code)), .. trouvees]
            : throw Inconnu(champ, "Une de ces communes n’existe pas dans le référentiel.");
    }

    public static ValidationException Inconnu(string champ, string message) => new([new ValidationFailure(champ, message)]);
}
