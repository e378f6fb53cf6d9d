using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Infrastructure.Persistence;

internal static class PostgresOptions
{
    /// <summary>The same provider settings for the portal, the tests and the migrations tool.</summary>
    public static DbContextOptionsBuilder<TContext> UseCtgPostgres<TContext>(
        this DbContextOptionsBuilder<TContext> builder, string connectionString)
        where TContext : DbContext
    {
        UseCtgPostgres((DbContextOptionsBuilder)builder, connectionString);
        return builder;
    }

    public static DbContextOptionsBuilder UseCtgPostgres(this DbContextOptionsBuilder builder, string connectionString) =>
        builder
            .UseNpgsql(connectionString, npgsql => npgsql
                .UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)
                .MigrationsHistoryTable("migrations"))
            .UseSnakeCaseNamingConvention();
}
