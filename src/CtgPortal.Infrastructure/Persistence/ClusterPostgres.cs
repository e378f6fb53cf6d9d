using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace CtgPortal.Infrastructure.Persistence;

/// <summary>The folder while this process holds its lock: nobody else starts, stops or fills it.</summary>
internal sealed class ClusterPostgres(CompteSysteme compte, string binaires, string dossier)
{
    /// <summary>The account of PostgreSQL that owns everything in it.</summary>
    public const string Compte = "ctg";

    private const int EssaisDePort = 10;

    private readonly string _donnees = Path.Combine(dossier, "donnees");
    private readonly string _journal = Path.Combine(dossier, "postgresql.log");
    private readonly string _motDePasse = Path.Combine(dossier, "mot-de-passe");

    /// <summary>Whether nothing was ever kept here: <see cref="InitialiserAsync"/> will make it.</summary>
    public bool EstNeuf => !Directory.Exists(_donnees);

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
        if (!EstNeuf)
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
            await EcrirePriveAsync(_journal, "", cancellationToken);
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
