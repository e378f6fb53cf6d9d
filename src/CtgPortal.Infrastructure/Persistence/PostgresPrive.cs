using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace CtgPortal.Infrastructure.Persistence;

/// <summary>
/// A PostgreSQL 18 of the portal's own, from the binaries that npm brings, for development and tests: the same SQL as in
/// production with nothing to install. It listens on the loopback only, on a free port, behind a random password.
/// </summary>
/// <remarks>
/// The folder holds <c>donnees</c> (the cluster), <c>mot-de-passe</c>, <c>postgresql.log</c> and <c>verrou</c>, a file that the
/// owning process keeps locked: the system lets the lock go when that process ends, killed or not.
/// </remarks>
public sealed class PostgresPrive : IAsyncDisposable
{
    public const string ChaineDeConnexion = "CtgPortal";

    private const string Base = "ctgportal";

    private readonly VerrouPostgres _verrou;
    private readonly SuperviseurPostgres _superviseur;
    private readonly string _motDePasse;
    private readonly bool _jetable;
    private readonly bool _neuf;
    private bool _arrete;

    private PostgresPrive(string dossier, VerrouPostgres verrou, SuperviseurPostgres superviseur, int port, string motDePasse, bool jetable, bool neuf) =>
        (Dossier, _verrou, _superviseur, Port, _motDePasse, _jetable, _neuf) = (dossier, verrou, superviseur, port, motDePasse, jetable, neuf);

    public string Dossier { get; }

    public int Port { get; }

    /// <summary>
    /// For the composition root: a server when the configuration names none, to be told by <see cref="Configurer"/>. Null when it does.
    /// </summary>
    /// <exception cref="PostgresPriveException">No server is configured outside development, or the private one cannot start.</exception>
    public static async Task<PostgresPrive?> StartIfNeededAsync(
        IConfiguration configuration, IHostEnvironment environnement, CancellationToken cancellationToken = default)
    {
        if (!string.IsNullOrWhiteSpace(configuration.GetConnectionString(ChaineDeConnexion)))
        {
            return null;
        }

        if (!environnement.IsDevelopment())
        {
            throw new PostgresPriveException(
                "Aucune base de données n’est configurée : donnez la chaîne de connexion PostgreSQL par la variable d’environnement ConnectionStrings__CtgPortal.");
        }

        var postgres = await StartAsync(PostgresPriveOptions.Durable(DossiersPostgres.DeDeveloppement(configuration, environnement)), cancellationToken);
        if (postgres._neuf)
        {
            await postgres.CreerAsync(Base, cancellationToken);
        }

        return postgres;
    }

    /// <summary>Gives the configuration the connection string of the portal.</summary>
    public void Configurer(IConfiguration configuration) => configuration[$"ConnectionStrings:{ChaineDeConnexion}"] = ConnectionString(Base);

    /// <exception cref="PostgresPriveException">The message says why, and what to do.</exception>
    public static async Task<PostgresPrive> StartAsync(PostgresPriveOptions options, CancellationToken cancellationToken = default)
    {
        var compte = await CompteSysteme.TrouverAsync(cancellationToken);
        var binaires = await BinairesPostgres.TrouverAsync(compte, cancellationToken);
        var dossier = await DossiersPostgres.PreparerAsync(options, compte, cancellationToken);
        var verrou = VerrouPostgres.Prendre(dossier);
        try
        {
            var cluster = new ClusterPostgres(compte, binaires, dossier);
            await cluster.ArreterUnSurvivantAsync(cancellationToken);
            var neuf = cluster.EstNeuf;
            var motDePasse = await cluster.InitialiserAsync(options, cancellationToken);
            var (superviseur, port) = await cluster.DemarrerAsync(options, cancellationToken);
            return new(dossier, verrou, superviseur, port, motDePasse, options.Jetable, neuf);
        }
        catch
        {
            if (options.Jetable)
            {
                Directory.Delete(dossier, recursive: true);
            }

            await verrou.DisposeAsync();
            throw;
        }
    }

    // before anything looks for it: the migrations would create it too, after an error in the log
    private async Task CreerAsync(string database, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync(cancellationToken);
        await using var existe = new NpgsqlCommand("SELECT 1 FROM pg_database WHERE datname = $1", connection) { Parameters = { new() { Value = database } } };
        if (await existe.ExecuteScalarAsync(cancellationToken) is null)
        {
            await using var creation = new NpgsqlCommand($"""CREATE DATABASE "{database}" """, connection);
            await creation.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    public string ConnectionString(string database)
    {
        var chaine = new NpgsqlConnectionStringBuilder
        {
            Host = IPAddress.Loopback.ToString(),
            Port = Port,
            Username = ClusterPostgres.Compte,
            Password = _motDePasse,
            Database = database,
            SslMode = SslMode.Disable,
        };
        if (_jetable)
        {
            // hundreds of databases, each with its pool, share the server's connections
            (chaine.MaxPoolSize, chaine.ConnectionIdleLifetime, chaine.ConnectionPruningInterval) = (20, 2, 1);
        }

        return chaine.ConnectionString;
    }

    public async ValueTask DisposeAsync()
    {
        if (_arrete)
        {
            return;
        }

        _arrete = true;
        try
        {
            await _superviseur.DisposeAsync();
            if (_jetable && Directory.Exists(Dossier))
            {
                Directory.Delete(Dossier, recursive: true);
            }
        }
        finally
        {
            await _verrou.DisposeAsync();
        }
    }
}
