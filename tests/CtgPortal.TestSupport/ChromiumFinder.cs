using System.Diagnostics;

namespace CtgPortal.TestSupport;

/// <summary>
/// The Chromium that browser tests drive: the one that <c>CHROMIUM_PATH</c> names, the system's, one that Playwright installed, or
/// Debian's package, which is installed when the tests run as root.
/// </summary>
public static class ChromiumFinder
{
    private static readonly string[] Noms = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    private static readonly string[] HorsDuPath =
    [
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
    ];

    private static readonly Lazy<Task<Chromium>> Trouve = new(() => ChercherAsync(CancellationToken.None));

    /// <summary>Looks once per process.</summary>
    /// <exception cref="ChromiumIntrouvableException">The message names the remedy.</exception>
    public static Task<Chromium> FindAsync() => Trouve.Value;

    private static async Task<Chromium> ChercherAsync(CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable("CHROMIUM_PATH") is { Length: > 0 } donne)
        {
            return File.Exists(donne)
                ? new(donne)
                : throw new ChromiumIntrouvableException($"CHROMIUM_PATH names '{donne}', which does not exist: correct it, or unset it to use the system's Chromium.");
        }

        var chemin = DuSysteme() ?? DePlaywright();
        if (chemin is null && OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && DansLePath("apt-get") is not null)
        {
            await InstallerAsync(cancellationToken);
            chemin = DuSysteme();
        }

        return chemin is not null
            ? new(chemin)
            : throw new ChromiumIntrouvableException(
                "Browser tests need Chromium and none was found: install your system's chromium package (as root on Debian the tests do it), or set CHROMIUM_PATH to a Chromium or Chrome.");
    }

    private static string? DuSysteme() => Noms.Select(DansLePath).FirstOrDefault(chemin => chemin is not null)
        ?? HorsDuPath.FirstOrDefault(File.Exists);

    private static string? DansLePath(string nom) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(dossier => Path.Combine(dossier, OperatingSystem.IsWindows() ? nom + ".exe" : nom))
        .FirstOrDefault(File.Exists);

    /// <summary>The newest browser that <c>playwright install chromium</c> left in its usual place.</summary>
    private static string? DePlaywright()
    {
        var personnel = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var dossier = Environment.GetEnvironmentVariable("PLAYWRIGHT_BROWSERS_PATH") is { Length: > 1 } choisi ? choisi
            : OperatingSystem.IsMacOS() ? Path.Combine(personnel, "Library", "Caches", "ms-playwright")
            : OperatingSystem.IsWindows() ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "ms-playwright")
            : Path.Combine(personnel, ".cache", "ms-playwright");
        string[] programmes = OperatingSystem.IsWindows() ? ["chrome.exe"] : OperatingSystem.IsMacOS() ? ["Chromium", "Google Chrome for Testing"] : ["chrome"];
        return !Directory.Exists(dossier)
            ? null
            : Directory.GetDirectories(dossier, "chromium-*")
                .OrderByDescending(d => int.TryParse(d[(d.LastIndexOf('-') + 1)..], out var revision) ? revision : 0)
                .SelectMany(d => programmes.SelectMany(p => Directory.GetFiles(d, p, SearchOption.AllDirectories)))
                .FirstOrDefault();
    }

    /// <summary>One process installs, another that starts meanwhile waits and finds it done.</summary>
    private static async Task InstallerAsync(CancellationToken cancellationToken)
    {
        await using var verrou = await VerrouillerAsync(cancellationToken);
        if (DuSysteme() is not null)
        {
            return;
        }

        foreach (var arguments in new[] { "update", "install -y --no-install-recommends chromium fonts-dejavu-core" })
        {
            var demande = new ProcessStartInfo("apt-get", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
            demande.Environment["DEBIAN_FRONTEND"] = "noninteractive";
            using var apt = Process.Start(demande)!;
            var textes = await Task.WhenAll(apt.StandardOutput.ReadToEndAsync(cancellationToken), apt.StandardError.ReadToEndAsync(cancellationToken));
            await apt.WaitForExitAsync(cancellationToken);
            if (apt.ExitCode != 0)
            {
                throw new ChromiumIntrouvableException(
                    $"Browser tests need Chromium and 'apt-get {arguments}' failed: install it by hand, or set CHROMIUM_PATH.{Environment.NewLine}{string.Concat(textes).Trim()}");
            }
        }
    }

    private static async Task<FileStream> VerrouillerAsync(CancellationToken cancellationToken)
    {
        // a folder that only root writes to
        const string Verrou = "/run/lock-ctgportal-chromium";
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

/// <param name="ExecutablePath">For <c>BrowserTypeLaunchOptions.ExecutablePath</c>.</param>
public sealed record Chromium(string ExecutablePath)
{
    /// <summary>For <c>BrowserTypeLaunchOptions.Args</c>: silent on the network; without its sandbox only as root, where it cannot have one.</summary>
    public IReadOnlyList<string> Args { get; } =
    [
        "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--disable-dev-shm-usage", "--lang=fr-FR",
        .. OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess ? ["--no-sandbox"] : Array.Empty<string>(),
    ];
}

public sealed class ChromiumIntrouvableException(string message) : Exception(message);
