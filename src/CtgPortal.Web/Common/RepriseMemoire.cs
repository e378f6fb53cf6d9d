namespace CtgPortal.Web.Common;

/// <summary>
/// Gives memory back when the portal rests. The collector runs on allocation only: after a start, or a burst of documents, what it has
/// emptied stays with the process for as long as nobody comes, beside a PostgreSQL and typesetters that could use it.
/// </summary>
public sealed class RepriseMemoire(TimeProvider clock, ILogger<RepriseMemoire> logger) : BackgroundService
{
    public static readonly TimeSpan Periode = TimeSpan.FromSeconds(20);
    private const long Repos = 8 << 20;
    private const long Travail = 48 << 20;
    private long _alloueAuDernierTour;
    private long _alloueALaDerniereReprise;

    /// <summary>Whether little was asked for since the last turn, and much since the last time memory was given back.</summary>
    /// <param name="alloue">Bytes allocated since the process began.</param>
    public bool EstVenue(long alloue)
    {
        var auRepos = alloue - _alloueAuDernierTour < Repos;
        _alloueAuDernierTour = alloue;
        if (!auRepos || alloue - _alloueALaDerniereReprise < Travail)
        {
            return false;
        }

        _alloueALaDerniereReprise = alloue;
        return true;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var rythme = new PeriodicTimer(Periode, clock);
        try
        {
            while (await rythme.WaitForNextTickAsync(stoppingToken))
            {
                if (EstVenue(GC.GetTotalAllocatedBytes()))
                {
                    var avant = Environment.WorkingSet;
                    GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                    logger.LogDebug("At rest, {Megaoctets} MB given back to the system", (avant - Environment.WorkingSet) >> 20);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // the portal stops
        }
    }
}
