using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Territoires;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Territoires;

public static class ConsulterTerritoire
{
    [AutoriseConnecte]
    public sealed record Query(TypeTerritoire Type, string Code) : IRequest<Fiche>;

    /// <param name="Siren">Of an EPCI or a commune.</param>
    /// <param name="DisparuDepuis">Year since which it no longer exists.</param>
    /// <param name="Appartient">What it is part of, nearest first: EPCI, département, région.</param>
    /// <param name="Membres">Communes of an EPCI, EPCI of a département, départements of a région; the most populous first.</param>
    /// <param name="Cafs">One in general; both for the Pyrénées-Atlantiques; none for a région.</param>
    public sealed record Fiche(
        TypeTerritoire Type,
        string Code,
        string? Siren,
        string Nom,
        TypeEpci? TypeEpci,
        int? Population,
        int? DisparuDepuis,
        IReadOnlyList<Ligne> Appartient,
        IReadOnlyList<Ligne> Membres,
        IReadOnlyList<Caf> Cafs,
        Millesime? Millesime);

    public sealed record Ligne(TypeTerritoire Type, string Code, string Nom, int? Population);

    internal sealed class Handler(IReferentiel referentiel) : IRequestHandler<Query, Fiche>
    {
        public async Task<Fiche> Handle(Query query, CancellationToken cancellationToken)
        {
            var fiche = query.Type switch
            {
                TypeTerritoire.Epci => await EpciAsync(query.Code, cancellationToken),
                TypeTerritoire.Commune => await CommuneAsync(query.Code, cancellationToken),
                TypeTerritoire.Departement => await DepartementAsync(query.Code, cancellationToken),
                TypeTerritoire.Region => await RegionAsync(query.Code, cancellationToken),
                _ => null,
            };

            return fiche is null
                ? throw new NotFoundException($"No {query.Type} has this code.")
                : fiche with { Millesime = await referentiel.Millesimes.OrderBy(m => m.Source).FirstOrDefaultAsync(cancellationToken) };
        }

        private async Task<Fiche?> EpciAsync(string code, CancellationToken cancellationToken)
        {
            if (await referentiel.Epci.FirstOrDefaultAsync(e => e.Siren == code, cancellationToken) is not { } epci)
            {
                return null;
            }

            var communes = await referentiel.Communes
                .Where(c => referentiel.Appartenances.Any(a => a.EpciSiren == code && a.CommuneInsee == c.Insee))
                .OrderByDescending(c => c.Population).ThenBy(c => c.Nom)
                .Select(c => new Ligne(TypeTerritoire.Commune, c.Insee, c.Nom, c.Population))
                .ToListAsync(cancellationToken);

            return new(
                TypeTerritoire.Epci, epci.Siren, epci.Siren, epci.Nom, epci.Type, epci.PopulationTotale, epci.DisparuDepuis,
                await DepartementEtRegionAsync(epci.DepartementCode, cancellationToken),
                communes,
                await CafsAsync(c => c.Code == epci.CafCode, cancellationToken),
                null);
        }

        private async Task<Fiche?> CommuneAsync(string code, CancellationToken cancellationToken)
        {
            if (await referentiel.Communes.FirstOrDefaultAsync(c => c.Insee == code, cancellationToken) is not { } commune)
            {
                return null;
            }

            var epci = await referentiel.Epci
                .Where(e => e.DisparuDepuis == null
                    && referentiel.Appartenances.Any(a => a.CommuneInsee == code && a.EpciSiren == e.Siren))
                .OrderBy(e => e.Nom)
                .Select(e => new Ligne(TypeTerritoire.Epci, e.Siren, e.Nom, e.PopulationTotale))
                .ToListAsync(cancellationToken);

            return new(
                TypeTerritoire.Commune, commune.Insee, commune.Siren, commune.Nom, null, commune.Population, commune.DisparuDepuis,
                [.. epci, .. await DepartementEtRegionAsync(commune.DepartementCode, cancellationToken)],
                [],
                await CafsAsync(c => c.Code == commune.CafCode, cancellationToken),
                null);
        }

        private async Task<Fiche?> DepartementAsync(string code, CancellationToken cancellationToken)
        {
            if (await referentiel.Departements.FirstOrDefaultAsync(d => d.Code == code, cancellationToken) is not { } departement)
            {
                return null;
            }

            var epci = await referentiel.Epci
                .Where(e => e.DepartementCode == code && e.DisparuDepuis == null)
                .OrderByDescending(e => e.PopulationTotale).ThenBy(e => e.Nom)
                .Select(e => new Ligne(TypeTerritoire.Epci, e.Siren, e.Nom, e.PopulationTotale))
                .ToListAsync(cancellationToken);
            var population = await referentiel.Communes
                .Where(c => c.DepartementCode == code && c.DisparuDepuis == null)
                .SumAsync(c => c.Population, cancellationToken);

            return new(
                TypeTerritoire.Departement, code, null, departement.Nom, null, population, departement.DisparuDepuis,
                (await DepartementEtRegionAsync(code, cancellationToken))[1..],
                epci,
                await CafsAsync(c => c.DepartementCode == code, cancellationToken),
                null);
        }

        private async Task<Fiche?> RegionAsync(string code, CancellationToken cancellationToken)
        {
            if (await referentiel.Regions.FirstOrDefaultAsync(r => r.Code == code, cancellationToken) is not { } region)
            {
                return null;
            }

            var departements = await referentiel.Departements
                .Where(d => d.RegionCode == code && d.DisparuDepuis == null)
                .OrderBy(d => d.Code)
                .Select(d => new Ligne(
                    TypeTerritoire.Departement, d.Code, d.Nom,
                    referentiel.Communes.Where(c => c.DepartementCode == d.Code && c.DisparuDepuis == null).Sum(c => c.Population)))
                .ToListAsync(cancellationToken);

            return new(
                TypeTerritoire.Region, code, null, region.Nom, null, departements.Sum(d => d.Population), region.DisparuDepuis,
                [], departements, [], null);
        }

        private async Task<List<Ligne>> DepartementEtRegionAsync(string code, CancellationToken cancellationToken)
        {
            var (departement, region) = await referentiel.Departements
                .Where(d => d.Code == code)
                .Join(referentiel.Regions, d => d.RegionCode, r => r.Code, (d, r) => new ValueTuple<Departement, Region>(d, r))
                .SingleAsync(cancellationToken);
            return
            [
                new(TypeTerritoire.Departement, departement.Code, departement.Nom, null),
                new(TypeTerritoire.Region, region.Code, region.Nom, null),
            ];
        }

        private async Task<List<Caf>> CafsAsync(
            System.Linq.Expressions.Expression<Func<Caf, bool>> filtre, CancellationToken cancellationToken) =>
            await referentiel.Cafs.Where(filtre).OrderBy(c => c.Code).ToListAsync(cancellationToken);
    }
}
