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

    /// <summary>
    /// Commands that each connection keeps prepared when the connection string does not say: PostgreSQL spends more time planning the commands
    /// of a page than running them. Enough for the pages that people open most.
    /// </summary>
    private const int CommandesPreparees = 100;

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
            .UseNpgsql(Completer(connectionString), npgsql => npgsql
                .UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)
                .MigrationsHistoryTable("migrations"))
            .UseSnakeCaseNamingConvention();

    /// <summary>Adds what the connection string does not say; Npgsql's own builder cannot tell.</summary>
    private static string Completer(string connectionString)
    {
        var dit = new DbConnectionStringBuilder { ConnectionString = connectionString };
        var complete = new NpgsqlConnectionStringBuilder(connectionString);
        if (!dit.ContainsKey("Maximum Pool Size") && !dit.ContainsKey("MaxPoolSize"))
        {
            complete.MaxPoolSize = ConnexionsMax;
        }

        if (!dit.ContainsKey("Max Auto Prepare") && !dit.ContainsKey("MaxAutoPrepare"))
        {
            complete.MaxAutoPrepare = CommandesPreparees;
        }

        return complete.ConnectionString;
    }
}
