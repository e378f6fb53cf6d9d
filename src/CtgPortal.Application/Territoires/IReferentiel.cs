using CtgPortal.Domain.Territoires;

namespace CtgPortal.Application.Territoires;

/// <summary>Reference data: the same for everybody signed in, untracked, read-only.</summary>
public interface IReferentiel
{
    IQueryable<Region> Regions { get; }

    IQueryable<Departement> Departements { get; }

    IQueryable<Commune> Communes { get; }

    IQueryable<Epci> Epci { get; }

    IQueryable<AppartenanceEpci> Appartenances { get; }

    IQueryable<Caf> Cafs { get; }

    IQueryable<Millesime> Millesimes { get; }

    /// <summary>Best first: exact name or code, then beginning of the name, then all words, then the nearest spelling.</summary>
    Task<IReadOnlyList<ListerTerritoires.Row>> RechercherAsync(ListerTerritoires.Query query, CancellationToken cancellationToken);
}
