using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CtgPortal.Infrastructure.Persistence;

/// <summary>Ready when the database answers and holds every migration of this version.</summary>
internal sealed class BaseDisponible(CtgDbContext db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var attendues = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
        return attendues.Count == 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy($"{attendues.Count} migration(s) to apply: run the portal once with --preparer.");
    }
}
