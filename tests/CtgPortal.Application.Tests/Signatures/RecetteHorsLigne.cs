using System.Diagnostics;
using System.Text.RegularExpressions;

namespace CtgPortal.Application.Tests.Signatures;

/// <summary>Takes the commands of a page of documentation and runs them as they stand.</summary>
internal static class RecetteHorsLigne
{
    /// <summary>The blocks of a language, in their order.</summary>
    public static IReadOnlyList<string> Blocs(string markdown, string langage) =>
        [.. Regex.Matches(markdown, $"^```{langage}\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline).Select(m => m.Groups[1].Value)];

    public static async Task<(int Code, string Sortie)> LancerAsync(string commandes, string dossier, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("sh") { WorkingDirectory = dossier, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("-ec");
        start.ArgumentList.Add(commandes);
        start.Environment["PYTHONIOENCODING"] = "utf-8";
        using var processus = Process.Start(start)!;
        var (sortie, erreurs) = (processus.StandardOutput.ReadToEndAsync(cancellationToken), processus.StandardError.ReadToEndAsync(cancellationToken));
        await processus.WaitForExitAsync(cancellationToken);
        return (processus.ExitCode, await sortie + await erreurs);
    }
}
