using CtgPortal.Application.Courriels;
using CtgPortal.Application.Journal;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Common;

/// <summary>For commands: tracked aggregates, saved with their journal in one transaction.</summary>
public interface ICtgDbContext
{
    DbSet<Courriel> Courriels { get; }

    DbSet<T> Set<T>()
        where T : class;

    /// <exception cref="ConcurrencyConflictException">Someone saved one of the aggregates before.</exception>
    Task<int> SaveChangesAsync(CancellationToken cancellationToken = default);
}

/// <summary>For queries: untracked, limited to what the person may see, unable to save.</summary>
public interface ICtgReadContext
{
    IQueryable<EntreeJournal> Journal { get; }
}
