using System.Data;
using CtgPortal.Infrastructure.Common;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.Infrastructure.Referentiels;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CtgPortal.Infrastructure.Persistence;

/// <summary>
/// Brings a database to what this version of the portal needs: migrations, reference data, the invitation of the first
/// administrator. Run by <c>--preparer</c> before a deployment, and at each start in development; twice, or by two instances at once, does no harm.
/// </summary>
public static class PreparationBase
{
    /// <exception cref="BaseInaccessibleException">PostgreSQL does not answer, or refuses this account.</exception>
    public static async Task PreparerBaseAsync(this IServiceProvider services, CancellationToken cancellationToken = default)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<UtilisateurAmbiant>().AgirComme(Personne.Systeme("Préparation de la base"));

        var database = scope.ServiceProvider.GetRequiredService<CtgDbContext>().Database;
        if (!await EstMigreeAsync(database, cancellationToken))
        {
            await MigrerAsync(database, cancellationToken);
        }

        await scope.ServiceProvider.GetRequiredService<ChargementReferentiel>()
            .ExecuterAsync(PaquetsNpm.Dossier("@etalab/decoupage-administratif"), cancellationToken);
        await scope.ServiceProvider.GetRequiredService<PremierAdministrateur>().InviterAsync(cancellationToken);
    }

    /// <summary>One command, at each start: what EF Core does to find out that it has nothing to do takes ten times longer.</summary>
    private static async Task<bool> EstMigreeAsync(DatabaseFacade database, CancellationToken cancellationToken)
    {
        await using var connexion = new NpgsqlConnection(database.GetConnectionString());
        try
        {
            await connexion.OpenAsync(cancellationToken);
            await using var commande = new NpgsqlCommand("SELECT migration_id FROM migrations", connexion);
            await using var lecteur = await commande.ExecuteReaderAsync(cancellationToken);
            var faites = new HashSet<string>();
            while (await lecteur.ReadAsync(cancellationToken))
            {
                faites.Add(lecteur.GetString(0));
            }

            return faites.IsSupersetOf(database.GetMigrations());
        }
        catch (PostgresException absence) when (absence.SqlState is PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.UndefinedTable)
        {
            // no database yet, or an empty one
            return false;
        }
        catch (NpgsqlException refus) when (connexion.State != ConnectionState.Open)
        {
            throw new BaseInaccessibleException(new(connexion.ConnectionString), refus);
        }
    }

    private static async Task MigrerAsync(DatabaseFacade database, CancellationToken cancellationToken)
    {
        // EF Core looks for its table first, and would log an error not to find it
        var creator = database.GetService<IRelationalDatabaseCreator>();
        if (!await creator.ExistsAsync(cancellationToken))
        {
            await creator.CreateAsync(cancellationToken);
        }

        await using (await SeulAsync(database.GetConnectionString()!, cancellationToken))
        {
            await database.GetService<IHistoryRepository>().CreateIfNotExistsAsync(cancellationToken);
            await database.MigrateAsync(cancellationToken);
        }
    }

    /// <summary>
    /// Waits to be the only instance that migrates; released with the connection. The lock of EF Core lasts one migration: between
    /// two of them another instance, whose list was made before, would begin the second again.
    /// </summary>
    private static async Task<NpgsqlConnection> SeulAsync(string chaine, CancellationToken cancellationToken)
    {
        var connexion = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(chaine) { Pooling = false }.ConnectionString);
        await connexion.OpenAsync(cancellationToken);
        await using var verrou = new NpgsqlCommand("SELECT pg_advisory_lock(hashtextextended('ctgportal-migrations', 0))", connexion) { CommandTimeout = 0 };
        await verrou.ExecuteNonQueryAsync(cancellationToken);
        return connexion;
    }
}
