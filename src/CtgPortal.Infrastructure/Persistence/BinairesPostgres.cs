using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using CtgPortal.Infrastructure.Common;

namespace CtgPortal.Infrastructure.Persistence;

/// <summary>
/// Finds initdb, pg_ctl and postgres in the npm package of this platform. The package's library links are made here when npm
/// did not run its script, and the whole is copied where the account that runs PostgreSQL can read when it cannot read
/// node_modules (a checkout under /root).
/// </summary>
internal static class BinairesPostgres
{
    public const string Remede = "lancez « npm ci » à la racine du dépôt, ou donnez la chaîne de connexion ConnectionStrings__CtgPortal";

    private const string Cache = "/var/cache/ctgportal";

    /// <returns>The folder of the programs.</returns>
    public static async Task<string> TrouverAsync(CompteSysteme compte, CancellationToken cancellationToken)
    {
        var paquet = PaquetsNpm.Dossier($"@embedded-postgres/{Plateforme()}");
        var natif = Path.Combine(paquet, "native");
        CompleterLesLiens(natif);

        var essai = await EssayerAsync(natif);
        if (essai.Code != 0 && compte.EstUnAutre)
        {
            natif = Copier(natif, Path.Combine(Cache, $"postgresql-{Version(paquet)}-{Plateforme()}"));
            essai = await EssayerAsync(natif);
        }

        return essai.Code == 0
            ? Path.Combine(natif, "bin")
            : throw new PostgresPriveException($"Les programmes de PostgreSQL apportés par npm ne démarrent pas sur cette machine : {Remede}.", essai.Sortie);

        Task<(int Code, string Sortie)> EssayerAsync(string dossier) =>
            compte.ExecuterAsync(Path.Combine(dossier, "bin", "postgres"), ["--version"], cancellationToken);
    }

    /// <summary>npm packages hold no links: a list says which to make. A script of the package does it, unless npm was told to run none.</summary>
    internal static void CompleterLesLiens(string natif)
    {
        var liste = Path.Combine(natif, "pg-symlinks.json");
        if (!File.Exists(liste))
        {
            return;
        }

        foreach (var lien in JsonSerializer.Deserialize<List<Lien>>(File.ReadAllText(liste), JsonSerializerOptions.Web)!)
        {
            var source = Path.Combine(natif, "..", lien.Source);
            var cible = Path.Combine(natif, "..", lien.Target);
            if (File.Exists(cible))
            {
                continue;
            }

            try
            {
                File.CreateSymbolicLink(cible, Path.GetRelativePath(Path.GetDirectoryName(cible)!, source));
            }
            catch (IOException) when (File.Exists(cible))
            {
                // another process made the same link meanwhile
            }
            catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
            {
                throw new PostgresPriveException(
                    $"Il manque à PostgreSQL le lien « {cible} » et il ne peut pas être créé : lancez « npm ci » à la racine du dépôt sous un compte qui peut y écrire.", cause.Message, cause);
            }
        }
    }

    /// <summary>The copy takes its name when it is whole: two processes may do it at once, one result stays.</summary>
    internal static string Copier(string natif, string destination)
    {
        if (Directory.Exists(destination))
        {
            return destination;
        }

        var provisoire = $"{destination}.{RandomNumberGenerator.GetHexString(8, lowercase: true)}";
        try
        {
            CopierDossier(new DirectoryInfo(natif), provisoire);
            Directory.Move(provisoire, destination);
        }
        catch (IOException) when (Directory.Exists(destination))
        {
            Directory.Delete(provisoire, recursive: true);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new PostgresPriveException(
                $"Les programmes de PostgreSQL ne peuvent pas être copiés dans « {destination} » : libérez de la place ou donnez le droit d’y écrire.", cause.Message, cause);
        }

        return destination;
    }

    private static void CopierDossier(DirectoryInfo source, string destination)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(destination);
        }
        else
        {
            const UnixFileMode LuParTous = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
                | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
            Directory.CreateDirectory(destination, LuParTous);
            File.SetUnixFileMode(destination, LuParTous);
        }

        foreach (var fichier in source.EnumerateFiles())
        {
            var cible = Path.Combine(destination, fichier.Name);
            if (fichier.LinkTarget is { } lien)
            {
                File.CreateSymbolicLink(cible, lien);
            }
            else
            {
                fichier.CopyTo(cible);
                if (!OperatingSystem.IsWindows())
                {
                    File.SetUnixFileMode(cible, fichier.UnixFileMode | UnixFileMode.GroupRead | UnixFileMode.OtherRead
                        | (fichier.UnixFileMode.HasFlag(UnixFileMode.UserExecute) ? UnixFileMode.GroupExecute | UnixFileMode.OtherExecute : 0));
                }
            }
        }

        foreach (var dossier in source.EnumerateDirectories())
        {
            CopierDossier(dossier, Path.Combine(destination, dossier.Name));
        }
    }

    private static string Version(string paquet)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(paquet, "package.json")));
        return json.RootElement.GetProperty("version").GetString()!;
    }

    private static string Plateforme()
    {
        var systeme = OperatingSystem.IsLinux() ? "linux" : OperatingSystem.IsMacOS() ? "darwin" : OperatingSystem.IsWindows() ? "windows" : null;
        var architecture = RuntimeInformation.ProcessArchitecture switch
        {
            Architecture.X64 => "x64",
            Architecture.Arm64 when systeme is not "windows" => "arm64",
            _ => null,
        };
        return systeme is null || architecture is null
            ? throw new PostgresPriveException("Aucun PostgreSQL privé n’existe pour cette machine : donnez la chaîne de connexion d’un serveur par ConnectionStrings__CtgPortal.")
            : $"{systeme}-{architecture}";
    }

    private sealed record Lien(string Source, string Target);
}
