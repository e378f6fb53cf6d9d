using System.ComponentModel;
using System.Diagnostics;

namespace CtgPortal.Infrastructure.Persistence;

/// <summary>Runs a short command to its end; both its outputs are kept as one text.</summary>
internal static class Commande
{
    public static async Task<(int Code, string Sortie)> ExecuterAsync(
        string fichier, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        using var process = new Process { StartInfo = Preparer(fichier, arguments) };
        try
        {
            process.Start();
        }
        catch (Win32Exception cause)
        {
            return (127, cause.Message);
        }

        process.StandardInput.Close();
        var textes = await Task.WhenAll(
            process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
        await process.WaitForExitAsync(cancellationToken);
        return (process.ExitCode, string.Concat(textes));
    }

    public static ProcessStartInfo Preparer(string fichier, IEnumerable<string> arguments) =>
        new(fichier, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            // a folder that the unprivileged account can enter
            WorkingDirectory = Path.GetPathRoot(Environment.CurrentDirectory)!,
        };
}
