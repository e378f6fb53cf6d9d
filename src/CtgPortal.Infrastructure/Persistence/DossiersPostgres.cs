using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace CtgPortal.Infrastructure.Persistence;

/// <summary>Where the private PostgreSQL keeps its files.</summary>
internal static class DossiersPostgres
{
    /// <summary>
    /// <c>.donnees/postgres</c> at the root of the checkout. As root, where that cannot be entered by another account (a checkout
    /// under /root), a folder of the system named after the checkout, so that two checkouts never share their data.
    /// </summary>
    public static string[] DeDeveloppement(IConfiguration configuration, IHostEnvironment environnement)
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

    /// <returns>The first folder where the account that runs PostgreSQL can write; for tests, a new one inside it.</returns>
    /// <exception cref="PostgresPriveException">None can be used.</exception>
    public static async Task<string> PreparerAsync(PostgresPriveOptions options, CompteSysteme compte, CancellationToken cancellationToken)
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
                CreerPrive(dossier);
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

    private static void CreerPrive(string dossier)
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
}
