using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CtgPortal.Infrastructure.Persistence;

internal static class PostgresOptions
{
    /// <summary>
    /// Connections of one instance when the connection string does not say: two instances stay below what PostgreSQL accepts unless told
    /// otherwise. A room of 150 that acts at once waits some milliseconds for one, instead of being refused by the server.
    /// </summary>
    private const int ConnexionsMax = 40;

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
            .UseNpgsql(Borner(connectionString), npgsql => npgsql
                .UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)
                .MigrationsHistoryTable("migrations"))
            .UseSnakeCaseNamingConvention();

    private static string Borner(string connectionString)
    {
        var dit = new DbConnectionStringBuilder { ConnectionString = connectionString };
        return dit.ContainsKey("Maximum Pool Size") || dit.ContainsKey("MaxPoolSize")
            ? connectionString
            : new NpgsqlConnectionStringBuilder(connectionString) { MaxPoolSize = ConnexionsMax }.ConnectionString;
    }
}
