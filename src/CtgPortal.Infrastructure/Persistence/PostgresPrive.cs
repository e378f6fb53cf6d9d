using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
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
    private const string Compte = "ctg";
    private const int EssaisDePort = 10;

    private readonly FileStream _verrou;
    private readonly SuperviseurPostgres _superviseur;
    private readonly string _motDePasse;
    private readonly bool _jetable;
    private bool _arrete;

    private PostgresPrive(string dossier, FileStream verrou, SuperviseurPostgres superviseur, int port, string motDePasse, bool jetable) =>
        (Dossier, _verrou, _superviseur, Port, _motDePasse, _jetable) = (dossier, verrou, superviseur, port, motDePasse, jetable);

    public string Dossier { get; }

    public int Port { get; }

    /// <summary>
    /// For the composition root: gives the configuration a connection string when it has none. Null when a server is configured.
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

        var postgres = await StartAsync(PostgresPriveOptions.Durable(DossiersDeDeveloppement(configuration, environnement)), cancellationToken);
        await postgres.CreerAsync(Base, cancellationToken);
        configuration[$"ConnectionStrings:{ChaineDeConnexion}"] = postgres.ConnectionString(Base);
        return postgres;
    }

    /// <exception cref="PostgresPriveException">The message says why, and what to do.</exception>
    public static async Task<PostgresPrive> StartAsync(PostgresPriveOptions options, CancellationToken cancellationToken = default)
    {
        var compte = await CompteSysteme.TrouverAsync(cancellationToken);
        var binaires = await BinairesPostgres.TrouverAsync(compte, cancellationToken);
        var dossier = await PreparerDossierAsync(options, compte, cancellationToken);
        var verrou = Verrouiller(dossier);
        try
        {
            var cluster = new Cluster(compte, binaires, dossier);
            await cluster.ArreterUnSurvivantAsync(cancellationToken);
            var motDePasse = await cluster.InitialiserAsync(options, cancellationToken);
            var (superviseur, port) = await cluster.DemarrerAsync(options, cancellationToken);
            return new(dossier, verrou, superviseur, port, motDePasse, options.Jetable);
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
            Username = Compte,
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

    /// <summary>
    /// <c>.donnees/postgres</c> at the root of the checkout. As root, where that cannot be entered by another account (a checkout
    /// under /root), a folder of the system named after the checkout, so that two checkouts never share their data.
    /// </summary>
    private static string[] DossiersDeDeveloppement(IConfiguration configuration, IHostEnvironment environnement)
    {
        if (configuration["CtgPortal:Donnees"] is { Length: > 0 } choisi)
        {
            return [Path.Combine(Path.GetFullPath(choisi, environnement.ContentRootPath), "postgres")];
        }

        var racine = new DirectoryInfo(environnement.ContentRootPath);
        while (racine.Parent is not null && !File.Exists(Path.Combine(racine.FullName, "CtgPortal.sln")))
        {
            racine = racine.Parent;
        }

        var depot = racine.Parent is null ? environnement.ContentRootPath : racine.FullName;
        var nom = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(depot)))[..12];
        var dansLeDepot = Path.Combine(depot, ".donnees", "postgres");
        return OperatingSystem.IsWindows() ? [dansLeDepot] : [dansLeDepot, $"/var/lib/ctgportal/{nom}/postgres"];
    }

    private static async Task<string> PreparerDossierAsync(PostgresPriveOptions options, CompteSysteme compte, CancellationToken cancellationToken)
    {
        Exception? dernier = null;
        foreach (var candidat in options.Dossiers.Distinct())
        {
            try
            {
                var dossier = options.Jetable
                    ? Path.Combine(candidat, $"ctgportal-pg-{RandomNumberGenerator.GetHexString(16, lowercase: true)}")
                    : candidat;
                dossier = Path.GetFullPath(dossier);
                var neuf = !Directory.Exists(dossier);
                CreerDossierPrive(dossier);
                await compte.DonnerAsync(dossier, cancellationToken);
                if (await compte.PeutEcrireDansAsync(dossier, cancellationToken))
                {
                    return dossier;
                }

                if (neuf)
                {
                    Directory.Delete(dossier);
                }
            }
            catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or PostgresPriveException)
            {
                dernier = cause;
            }
        }

        throw new PostgresPriveException(
            $"Le PostgreSQL privé ne peut pas ranger ses données dans « {string.Join(" », « ", options.Dossiers)} » : donnez le droit d’y écrire, ou indiquez un autre dossier par le paramètre CtgPortal:Donnees.",
            dernier?.Message, dernier);
    }

    private static void CreerDossierPrive(string dossier)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(dossier);
            return;
        }

        if (Path.GetDirectoryName(dossier) is { } parent)
        {
            Directory.CreateDirectory(parent);
        }

        Directory.CreateDirectory(dossier, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static FileStream Verrouiller(string dossier)
    {
        var chemin = Path.Combine(dossier, "verrou");
        try
        {
            return new(chemin, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
        }
        catch (IOException cause) when (File.Exists(chemin))
        {
            throw new PostgresPriveException(
                $"Une autre instance du portail se sert déjà des données de « {dossier} » : arrêtez-la, ou indiquez un autre dossier par le paramètre CtgPortal:Donnees.", cause: cause);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new PostgresPriveException($"« {dossier} » n’est pas accessible en écriture : donnez le droit d’y écrire ou libérez de la place.", cause.Message, cause);
        }
    }

    /// <summary>The folder while this process holds its lock: nobody else starts, stops or fills it.</summary>
    private sealed class Cluster(CompteSysteme compte, string binaires, string dossier)
    {
        private readonly string _donnees = Path.Combine(dossier, "donnees");
        private readonly string _journal = Path.Combine(dossier, "postgresql.log");
        private readonly string _motDePasse = Path.Combine(dossier, "mot-de-passe");

        /// <summary>The lock is ours, so the portal that started this postmaster is dead: stop it if it lives, forget it if it does not.</summary>
        public async Task ArreterUnSurvivantAsync(CancellationToken cancellationToken)
        {
            var fichier = Path.Combine(_donnees, "postmaster.pid");
            if (Lire(fichier) is not [var ligne, ..] || !int.TryParse(ligne, NumberStyles.None, CultureInfo.InvariantCulture, out var pid))
            {
                return;
            }

            if (!EstUnPostmasterIci(pid))
            {
                // after a restart of the machine another program may have this number, and PostgreSQL would then refuse to start
                File.Delete(fichier);
                return;
            }

            var (code, sortie) = await compte.ExecuterAsync(
                Programme("pg_ctl"), ["stop", "-s", "-w", "-t", "60", "-m", "fast", "-D", _donnees], cancellationToken);
            if (code != 0 && EstUnPostmasterIci(pid))
            {
                throw new PostgresPriveException(
                    $"Le PostgreSQL d’un portail interrompu tourne encore (processus {pid}) sur « {dossier} » et ne s’arrête pas : terminez ce processus.", sortie);
            }
        }

        /// <returns>The password of the cluster, new or kept.</returns>
        public async Task<string> InitialiserAsync(PostgresPriveOptions options, CancellationToken cancellationToken)
        {
            if (Directory.Exists(_donnees))
            {
                var version = Lire(Path.Combine(_donnees, "PG_VERSION")) is [var v, ..] ? v : "inconnue";
                return version != "18"
                    ? throw new PostgresPriveException(
                        $"Les données de « {_donnees} » viennent d’un PostgreSQL de version {version}, le portail apporte la 18 : déplacez ce dossier pour repartir de données neuves.")
                    : Lire(_motDePasse) is [var connu, ..]
                        ? connu
                        : throw new PostgresPriveException($"« {_motDePasse} » manque : sans lui les données ne s’ouvrent plus ; remettez-le, ou déplacez « {dossier} » pour repartir de données neuves.");
            }

            var motDePasse = RandomNumberGenerator.GetHexString(64, lowercase: true);
            await EcrirePriveAsync(_motDePasse, motDePasse, cancellationToken);

            // under its final name only when complete: an interrupted initdb is started again
            var provisoire = _donnees + ".nouveau";
            if (Directory.Exists(provisoire))
            {
                Directory.Delete(provisoire, recursive: true);
            }

            var (code, sortie) = await compte.ExecuterAsync(
                Programme("initdb"),
                [
                    "-D", provisoire, "-U", Compte, "-E", "UTF8", "--locale-provider=icu", "--icu-locale=fr", $"--locale={LocaleDuSysteme()}", "--lc-messages=C",
                    "-A", "scram-sha-256", $"--pwfile={_motDePasse}", "--no-instructions",
                    // 256 random bits need no slow hash, and each test database opens several connections
                    "--set", "scram_iterations=1",
                    .. options.Jetable ? ["--no-sync"] : Array.Empty<string>(),
                ],
                cancellationToken);
            if (code != 0)
            {
                throw new PostgresPriveException(
                    $"PostgreSQL n’a pas pu préparer ses données dans « {dossier} » : vérifiez la place libre et les droits de ce dossier.", Fin(sortie));
            }

            Directory.Move(provisoire, _donnees);
            return motDePasse;
        }

        public async Task<(SuperviseurPostgres Superviseur, int Port)> DemarrerAsync(PostgresPriveOptions options, CancellationToken cancellationToken)
        {
            for (var essai = 1; ; essai++)
            {
                await RecommencerLeJournalAsync(cancellationToken);
                var port = PortLibre();
                var (superviseur, erreurs) = await SuperviseurPostgres.DemarrerAsync(
                    compte, binaires, _donnees, _journal, Options(port, options), options.Jetable ? dossier : null, cancellationToken);
                if (superviseur is not null)
                {
                    return (superviseur, port);
                }

                var journal = Fin(string.Join(Environment.NewLine, Lire(_journal) ?? []));
                // the port went to another program meanwhile; or the last backends of a killed postmaster are still leaving
                var passager = journal.Contains("could not bind", StringComparison.Ordinal)
                    || journal.Contains("could not create any TCP/IP sockets", StringComparison.Ordinal)
                    || journal.Contains("pre-existing shared memory block", StringComparison.Ordinal);
                if (!passager || essai == EssaisDePort)
                {
                    throw new PostgresPriveException(
                        $"Le PostgreSQL privé n’a pas démarré sur « {dossier} » : corrigez ce que dit la fin de son journal, ci-dessous.",
                        string.IsNullOrWhiteSpace(journal) ? erreurs : journal);
                }

                await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
            }
        }

        private static string Options(int port, PostgresPriveOptions options)
        {
            List<string> reglages =
            [
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                $"max_connections={options.Connexions}",
                "logging_collector=off",
                .. options.Jetable ? ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "wal_level=minimal", "max_wal_senders=0", "autovacuum=off"] : Array.Empty<string>(),
            ];
            return $"-p {port} {string.Join(' ', reglages.Select(r => $"-c {r}"))}";
        }

        private static int PortLibre()
        {
            using var ecoute = new TcpListener(IPAddress.Loopback, 0);
            ecoute.Start();
            return ((IPEndPoint)ecoute.LocalEndpoint).Port;
        }

        /// <summary>What is a letter, for pg_trgm; sorting is ICU's.</summary>
        private static string LocaleDuSysteme() =>
            OperatingSystem.IsLinux() ? "C.UTF-8" : OperatingSystem.IsMacOS() ? "fr_FR.UTF-8" : "French_France";

        private static string[]? Lire(string fichier)
        {
            try
            {
                return File.ReadAllLines(fichier);
            }
            catch (Exception absence) when (absence is FileNotFoundException or DirectoryNotFoundException)
            {
                return null;
            }
        }

        private static string Fin(string texte) =>
            string.Join(Environment.NewLine, texte.Split('\n').Select(l => l.TrimEnd()).Where(l => l.Length > 0).TakeLast(15));

        private bool EstUnPostmasterIci(int pid)
        {
            try
            {
                using var process = Process.GetProcessById(pid);
                if (!process.ProcessName.StartsWith("postgres", StringComparison.Ordinal))
                {
                    return false;
                }
            }
            catch (ArgumentException)
            {
                return false;
            }

            if (!OperatingSystem.IsLinux())
            {
                return true;
            }

            // a postmaster works in its data folder
            try
            {
                return File.ResolveLinkTarget($"/proc/{pid}/cwd", returnFinalTarget: false)?.FullName == CheminReel(_donnees);
            }
            catch (UnauthorizedAccessException)
            {
                // of another account, hence not ours
                return false;
            }
            catch (IOException)
            {
                // it ended meanwhile
                return false;
            }
        }

        private static string CheminReel(string chemin)
        {
            var parent = Path.GetDirectoryName(chemin);
            if (parent is null)
            {
                return chemin;
            }

            var ici = Path.Combine(CheminReel(parent), Path.GetFileName(chemin));
            return Directory.ResolveLinkTarget(ici, returnFinalTarget: true)?.FullName ?? ici;
        }

        private async Task RecommencerLeJournalAsync(CancellationToken cancellationToken)
        {
            await EcrirePriveAsync(_journal, "", cancellationToken);
        }

        private async Task EcrirePriveAsync(string fichier, string texte, CancellationToken cancellationToken)
        {
            var acces = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                acces.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            try
            {
                await using var flux = new FileStream(fichier, acces);
                await flux.WriteAsync(Encoding.UTF8.GetBytes(texte), cancellationToken);
            }
            catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
            {
                throw new PostgresPriveException($"« {fichier} » ne peut pas être écrit : libérez de la place ou donnez le droit d’écrire dans ce dossier.", cause.Message, cause);
            }

            await compte.DonnerAsync(fichier, cancellationToken);
        }

        private string Programme(string nom) => Path.Combine(binaires, OperatingSystem.IsWindows() ? nom + ".exe" : nom);
    }
}
