using System.Diagnostics;

namespace CtgPortal.TestSupport;

/// <summary>Installs what the tests need, as root on Debian. One process installs; another that starts meanwhile waits and finds it done.</summary>
internal static class PaquetsDebian
{
    public static async Task InstallerAsync(string paquets, Func<bool> estLa, CancellationToken cancellationToken)
    {
        await using var verrou = await VerrouillerAsync(cancellationToken);
        if (estLa())
        {
            return;
        }

        foreach (var arguments in new[] { "update", $"install -y --no-install-recommends {paquets}" })
        {
            var demande = new ProcessStartInfo("apt-get", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
            demande.Environment["DEBIAN_FRONTEND"] = "noninteractive";
            using var apt = Process.Start(demande)!;
            var textes = await Task.WhenAll(apt.StandardOutput.ReadToEndAsync(cancellationToken), apt.StandardError.ReadToEndAsync(cancellationToken));
            await apt.WaitForExitAsync(cancellationToken);
            if (apt.ExitCode != 0)
            {
                throw new PaquetsDebianException($"The tests need the packages '{paquets}' and 'apt-get {arguments}' failed: install them by hand.{Environment.NewLine}{string.Concat(textes).Trim()}");
            }
        }
    }

    private static async Task<FileStream> VerrouillerAsync(CancellationToken cancellationToken)
    {
        // a folder that only root writes to
        const string Verrou = "/run/lock-ctgportal-paquets";
        while (true)
        {
            try
            {
                return new(Verrou, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
            }
            catch (IOException) when (File.Exists(Verrou))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(500), cancellationToken);
            }
        }
    }
}

public sealed class PaquetsDebianException(string message) : Exception(message);
