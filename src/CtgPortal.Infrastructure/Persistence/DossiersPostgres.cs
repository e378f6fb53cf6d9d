using System.Security.Cryptography;
using CtgPortal.Infrastructure.Common;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace CtgPortal.Infrastructure.Persistence;

/// <summary>Where the private PostgreSQL keeps its files.</summary>
internal static class DossiersPostgres
{
    public static string[] DeDeveloppement(IConfiguration configuration, IHostEnvironment environnement) =>
        [.. DossiersDeDonnees.De(configuration, environnement).Select(dossier => Path.Combine(dossier, "postgres"))];

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
