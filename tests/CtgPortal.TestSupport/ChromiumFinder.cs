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
            await PaquetsDebian.InstallerAsync("chromium fonts-dejavu-core", () => DuSysteme() is not null, cancellationToken);
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
