using System.ComponentModel;
using System.Diagnostics;

namespace CtgPortal.Infrastructure.Persistence;

/// <summary>
/// Starts the postmaster and stops it when the portal ends, however it ends. A shell holds the other end of a pipe whose
/// writing end only this process has: the kernel closes it on dispose, on exit and on kill -9 alike, and the shell then asks
/// for a fast shutdown. The shell has a session of its own (where setsid exists) and ignores the terminal's signals, as
/// pg_ctl does for the postmaster, so that Ctrl-C lets the portal finish its requests before its database goes.
/// </summary>
internal sealed class SuperviseurPostgres : IAsyncDisposable
{
    // $1 programs, $2 data, $3 log, $4 options of postgres, $5 folder to remove at the end or nothing
    private const string Script = """
        trap '' HUP INT TERM
        "$1/pg_ctl" start -s -w -t 120 -D "$2" -l "$3" -o "$4" || exit 1
        pid=$(head -n 1 "$2/postmaster.pid")
        echo pret
        read -r _
        code=0
        if [ "$(head -n 1 "$2/postmaster.pid" 2>/dev/null)" = "$pid" ] && kill -0 "$pid" 2>/dev/null; then
          "$1/pg_ctl" stop -s -w -t 60 -m fast -D "$2" || code=1
        fi
        if [ -n "$5" ]; then rm -rf "$5"; fi
        exit $code
        """;

    private readonly Process? _shell;
    private readonly Task<string> _erreurs;
    private readonly Func<Task<(int Code, string Sortie)>> _arreter;

    private SuperviseurPostgres(Process? shell, Task<string> erreurs, Func<Task<(int Code, string Sortie)>> arreter) =>
        (_shell, _erreurs, _arreter) = (shell, erreurs, arreter);

    /// <returns>Null when the postmaster did not start; its log says why.</returns>
    public static async Task<(SuperviseurPostgres? Superviseur, string Erreurs)> DemarrerAsync(
        CompteSysteme compte, string binaires, string donnees, string journal, string options, string? aSupprimer, CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsWindows())
        {
            return await DemarrerSousWindowsAsync(binaires, donnees, journal, options, cancellationToken);
        }

        string[] shell = ["/bin/sh", "-c", Script, "postgres-prive", binaires, donnees, journal, options, aSupprimer ?? ""];
        var (setsid, _) = await Commande.ExecuterAsync("setsid", ["true"], cancellationToken);
        var (fichier, arguments) = setsid == 0 ? compte.Ligne("setsid", shell) : compte.Ligne(shell[0], shell[1..]);
        var process = new Process { StartInfo = Commande.Preparer(fichier, arguments) };
        process.Start();
        var erreurs = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var superviseur = new SuperviseurPostgres(process, erreurs, () => Task.FromResult((0, "")));
        try
        {
            if (await process.StandardOutput.ReadLineAsync(cancellationToken) is "pret")
            {
                return (superviseur, "");
            }
        }
        catch (OperationCanceledException)
        {
            await superviseur.DisposeAsync();
            throw;
        }

        await process.WaitForExitAsync(cancellationToken);
        process.Dispose();
        return (null, await erreurs);
    }

    /// <summary>The end of the pipe: what happens to it when the portal is killed.</summary>
    internal void FermerLeTube() => _shell?.StandardInput.Close();

    public async ValueTask DisposeAsync()
    {
        var (code, sortie) = await _arreter();
        if (_shell is not null)
        {
            FermerLeTube();
            await _shell.WaitForExitAsync();
            (code, sortie) = (_shell.ExitCode, await _erreurs);
            _shell.Dispose();
        }

        if (code != 0)
        {
            throw new PostgresPriveException("Le PostgreSQL privé ne s’est pas arrêté : terminez son processus avant de relancer le portail.", sortie);
        }
    }

    /// <summary>No shell there: the postmaster of a killed portal stays until the next start, which stops it.</summary>
    private static async Task<(SuperviseurPostgres? Superviseur, string Erreurs)> DemarrerSousWindowsAsync(
        string binaires, string donnees, string journal, string options, CancellationToken cancellationToken)
    {
        var pgCtl = Path.Combine(binaires, "pg_ctl.exe");
        // outputs are not redirected: the postmaster would inherit them and keep them open
        using var start = new Process
        {
            StartInfo = new(pgCtl, ["start", "-s", "-w", "-t", "120", "-D", donnees, "-l", journal, "-o", options]) { UseShellExecute = false },
        };
        try
        {
            start.Start();
        }
        catch (Win32Exception cause)
        {
            return (null, cause.Message);
        }

        await start.WaitForExitAsync(cancellationToken);
        return start.ExitCode == 0
            ? (new(null, Task.FromResult(""), () => Commande.ExecuterAsync(pgCtl, ["stop", "-s", "-w", "-t", "60", "-m", "fast", "-D", donnees], CancellationToken.None)), "")
            : (null, "");
    }
}
