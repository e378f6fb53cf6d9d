namespace CtgPortal.Infrastructure.Common;

/// <summary>
/// Finds what npm brought. In a checkout, <c>node_modules</c> lies at the root and is found by walking up from the binaries;
/// in a published portal it lies beside them. The setting <c>CtgPortal:Npm</c> (environment: <c>CtgPortal__Npm</c>) names another place.
/// </summary>
internal static class PaquetsNpm
{
    public const string Parametre = "CtgPortal__Npm";

    /// <param name="package">As npm names it: <c>@etalab/decoupage-administratif</c>.</param>
    /// <exception cref="PaquetNpmAbsentException">Not installed, or not where the setting says.</exception>
    public static string Dossier(string package) => Dossier(package, Environment.GetEnvironmentVariable(Parametre));

    /// <param name="racine">The folder that holds <c>node_modules</c>, or that folder itself; null to walk up from the binaries.</param>
    public static string Dossier(string package, string? racine)
    {
        var chemin = Path.Combine(package.Split('/'));
        var essais = string.IsNullOrWhiteSpace(racine) ? DepuisLesBinaires() : [Path.Combine(racine, "node_modules"), racine];
        return essais.Select(dossier => Path.GetFullPath(Path.Combine(dossier, chemin)))
                .FirstOrDefault(dossier => File.Exists(Path.Combine(dossier, "package.json")))
            ?? throw new PaquetNpmAbsentException(package, racine);
    }

    /// <summary>The folder that holds the <c>node_modules</c> where a package is.</summary>
    /// <exception cref="PaquetNpmAbsentException">Not installed, or not where the setting says.</exception>
    public static string Racine(string package)
    {
        var dossier = new DirectoryInfo(Dossier(package));
        while (dossier is { Name: not "node_modules" })
        {
            dossier = dossier.Parent;
        }

        return dossier?.Parent?.FullName ?? throw new PaquetNpmAbsentException(package, null);
    }

    private static IEnumerable<string> DepuisLesBinaires()
    {
        for (var dossier = new DirectoryInfo(AppContext.BaseDirectory); dossier is not null; dossier = dossier.Parent)
        {
            yield return Path.Combine(dossier.FullName, "node_modules");
        }
    }
}

/// <summary>The message names the remedy.</summary>
internal sealed class PaquetNpmAbsentException(string package, string? racine) : Exception(
    string.IsNullOrWhiteSpace(racine)
        ? $"Le paquet npm {package} est absent : lancez « npm ci » à la racine du dépôt (Node 20 ou plus), ou indiquez le dossier qui contient node_modules par le paramètre CtgPortal:Npm."
        : $"Le paquet npm {package} n’est pas sous « {racine} », le dossier que donne le paramètre CtgPortal:Npm : corrigez ce paramètre ou lancez-y « npm ci ».");
