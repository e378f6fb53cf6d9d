using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;

namespace CtgPortal.TestSupport.Sceaux;

/// <summary>
/// A program that checks sealed files independently of the portal: found on the PATH, else installed as a Debian package when the tests
/// run as root, else one failure that names the package.
/// </summary>
public sealed class OutilExterne
{
    public static readonly OutilExterne PdfSig = new("pdfsig", "poppler-utils");
    public static readonly OutilExterne PdfInfo = new("pdfinfo", "poppler-utils");
    public static readonly OutilExterne PdfFonts = new("pdffonts", "poppler-utils");
    public static readonly OutilExterne PdfToPpm = new("pdftoppm", "poppler-utils");
    public static readonly OutilExterne CertUtil = new("certutil", "libnss3-tools");
    public static readonly OutilExterne Qpdf = new("qpdf", "qpdf");
    public static readonly OutilExterne OpenSsl = new("openssl", "openssl");
    public static readonly OutilExterne Bash = new("bash", "bash");

    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Trouves = new();

    private readonly string _nom;
    private readonly string _paquet;

    private OutilExterne(string nom, string paquet) => (_nom, _paquet) = (nom, paquet);

    /// <exception cref="OutilAbsentException">The message names the package to install.</exception>
    public async Task<Resultat> LancerAsync(IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(await TrouverAsync())
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start) ?? throw new OutilAbsentException($"'{_nom}' did not start.");
        var textes = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
        await process.WaitForExitAsync(cancellationToken);
        return new(process.ExitCode, textes[0], textes[1]);
    }

    public Task<string> TrouverAsync() => Trouves.GetOrAdd(_nom, _ => new(ChercherAsync)).Value;

    private async Task<string> ChercherAsync()
    {
        if (DansLePath(_nom) is { } deja)
        {
            return deja;
        }

        if (OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && DansLePath("apt-get") is not null)
        {
            await PaquetsDebian.InstallerAsync(_paquet, () => DansLePath(_nom) is not null, CancellationToken.None);
        }

        return DansLePath(_nom) ?? throw new OutilAbsentException(
            $"The tests of seals need '{_nom}', which is not on the PATH: install the Debian package {_paquet} (as root on Debian the tests do it).");
    }

    private static string? DansLePath(string nom) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(dossier => Path.Combine(dossier, OperatingSystem.IsWindows() ? nom + ".exe" : nom))
        .FirstOrDefault(File.Exists);

    public sealed record Resultat(int Code, string Sortie, string Erreurs);
}

public sealed class OutilAbsentException(string message) : Exception(message);
