using System.Collections.Concurrent;
using System.Security.Cryptography;
using CtgPortal.Application.Acces;
using CtgPortal.Domain.Comptes;
using CtgPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CtgPortal.TestSupport;

/// <summary>
/// One PostgreSQL per test process, started by the first test that needs it: <c>[assembly: AssemblyFixture(typeof(PostgresServer))]</c>.
/// The database is migrated once into a template; each test gets a copy of its own, in tens of milliseconds.
/// </summary>
/// <remarks>The environment variable <c>CTG_TEST_POSTGRES</c> (a connection string whose account may create databases) names a server to use instead.</remarks>
public sealed class PostgresServer : IAsyncDisposable
{
    private const string Migre = "migre";

    private readonly Lazy<Task<(PostgresPrive? Prive, string Admin)>> _serveur = new(StartAsync);
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _modeles = new();
    private readonly ConcurrentDictionary<string, byte> _bases = new();

    /// <summary>Portals that wait for the next test of this server.</summary>
    internal ReserveHotes Hotes { get; } = new();

    /// <returns>The connection string of a new migrated database.</returns>
    public async Task<string> CreateDatabaseAsync() => await CopyAsync(await ModeleAsync(Migre, db => db.Database.MigrateAsync()));

    /// <summary>As above, with more in it: the first call for a name fills the template that all calls for that name copy.</summary>
    /// <param name="modele">A word for what is in it, the same for the same content: <c>referentiels</c>.</param>
    internal async Task<string> CreateDatabaseAsync(string modele, Func<CtgDbContext, Task> remplir) =>
        await CopyAsync(await ModeleAsync(modele, remplir));

    /// <summary>A database with nothing in it, for tests about migrations.</summary>
    public async Task<string> CreateEmptyDatabaseAsync() => await CopyAsync("template1");

    /// <param name="connectionString">One that this server gave, of a database that nobody uses any more.</param>
    /// <returns>The connection string of a copy of it.</returns>
    public async Task<string> CopyDatabaseAsync(string connectionString)
    {
        var nom = new NpgsqlConnectionStringBuilder(connectionString).Database!;
        // what a pool keeps open would forbid the copy
        await AdminAsync($"SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = '{nom}'");
        return await CopyAsync(nom);
    }

    /// <param name="connectionString">One that this server gave.</param>
    public async Task DropDatabaseAsync(string connectionString)
    {
        await using (var connection = new NpgsqlConnection(connectionString))
        {
            NpgsqlConnection.ClearPool(connection);
        }

        var nom = new NpgsqlConnectionStringBuilder(connectionString).Database!;
        await AdminAsync($"""DROP DATABASE IF EXISTS "{nom}" WITH (FORCE)""");
        _bases.TryRemove(nom, out _);
    }

    public async ValueTask DisposeAsync()
    {
        await Hotes.DisposeAsync();
        if (!_serveur.IsValueCreated)
        {
            return;
        }

        var (prive, _) = await _serveur.Value;
        if (prive is not null)
        {
            NpgsqlConnection.ClearAllPools();
            await prive.DisposeAsync();
            return;
        }

        foreach (var nom in _bases.Keys)
        {
            await DropDatabaseAsync(await ConnectionStringAsync(nom));
        }
    }

    private static async Task<(PostgresPrive? Prive, string Admin)> StartAsync()
    {
        if (Environment.GetEnvironmentVariable("CTG_TEST_POSTGRES") is { Length: > 0 } donne)
        {
            return (null, donne);
        }

        var prive = await PostgresPrive.StartAsync(PostgresPriveOptions.PourLesTests());
        return (prive, prive.ConnectionString("postgres"));
    }

    private Task<string> ModeleAsync(string modele, Func<CtgDbContext, Task> remplir) =>
        _modeles.GetOrAdd(modele, _ => new(() => CreerModeleAsync(modele, remplir))).Value;

    private async Task<string> CreerModeleAsync(string modele, Func<CtgDbContext, Task> remplir)
    {
        var source = modele == Migre ? "template1" : await ModeleAsync(Migre, db => db.Database.MigrateAsync());
        var chaine = await CopyAsync(source);
        // no pool: a template that someone is connected to cannot be copied
        var sansReserve = new NpgsqlConnectionStringBuilder(chaine) { Pooling = false };
        await using var db = new CtgDbContext(
            new DbContextOptionsBuilder<CtgDbContext>().UseCtgPostgres(sansReserve.ConnectionString).Options, new Preparation());
        await remplir(db);
        return sansReserve.Database!;
    }

    private async Task<string> CopyAsync(string modele)
    {
        var nom = $"ctg_test_{RandomNumberGenerator.GetHexString(16, lowercase: true)}";
        // copying files takes half the time of writing each page to the log first
        await AdminAsync($"""CREATE DATABASE "{nom}" TEMPLATE "{modele}" STRATEGY file_copy""");
        _bases.TryAdd(nom, 0);
        return await ConnectionStringAsync(nom);
    }

    private async Task<string> ConnectionStringAsync(string nom) =>
        new NpgsqlConnectionStringBuilder((await _serveur.Value).Admin) { Database = nom }.ConnectionString;

    private async Task AdminAsync(string sql)
    {
        await using var admin = new NpgsqlConnection((await _serveur.Value).Admin);
        await admin.OpenAsync();
        await using var command = new NpgsqlCommand(sql, admin);
        await command.ExecuteNonQueryAsync();
    }

    private sealed class Preparation : IUtilisateurCourant
    {
        public UtilisateurId? Id => null;

        public string Nom => "Préparation des tests";

        public string? Courriel => null;

        public IReadOnlyList<Habilitation> Habilitations => [];
    }
}
