using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace CtgPortal.Infrastructure.Common;

/// <summary>Where the portal keeps what it makes for itself in development: the private PostgreSQL, the private authority of seals.</summary>
internal static class DossiersDeDonnees
{
    /// <summary>
    /// <c>.donnees</c> at the root of the checkout. As root, where that cannot be entered by another account (a checkout under /root), a
    /// folder of the system named after the checkout, so that two checkouts never share their data.
    /// </summary>
    /// <returns>Candidates, the first that can be written to is meant.</returns>
    public static string[] De(IConfiguration configuration, IHostEnvironment environnement)
    {
        if (configuration["CtgPortal:Donnees"] is { Length: > 0 } choisi)
        {
            return [Path.GetFullPath(choisi, environnement.ContentRootPath)];
        }

        var racine = new DirectoryInfo(environnement.ContentRootPath);
        while (racine.Parent is not null && !File.Exists(Path.Combine(racine.FullName, "CtgPortal.sln")))
        {
            racine = racine.Parent;
        }

        var depot = racine.Parent is null ? environnement.ContentRootPath : racine.FullName;
        var nom = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(depot)))[..12];
        var dansLeDepot = Path.Combine(depot, ".donnees");
        return OperatingSystem.IsWindows() ? [dansLeDepot] : [dansLeDepot, $"/var/lib/ctgportal/{nom}"];
    }
}
