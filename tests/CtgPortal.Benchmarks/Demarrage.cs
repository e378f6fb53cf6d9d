using System.Diagnostics;

namespace CtgPortal.Benchmarks;

/// <summary>As <c>dotnet run</c> does it: the portal starts its private PostgreSQL, prepares it, and shows its first page.</summary>
internal static class Demarrage
{
    private const int Fois = 3;

    public static async Task MesurerAsync(CancellationToken cancellationToken)
    {
        var dossier = Portail.NouveauDossier();
        try
        {
            var reglages = new Dictionary<string, string> { ["CtgPortal__Donnees"] = dossier };
            var etalon = await HoteMsAsync(cancellationToken);
            Console.WriteLine($"Start to the whole of the first page, PostgreSQL included (ratio: to the start of « dotnet --version », {etalon:0} ms)");
            Banc.Ecrire("nothing there yet", (await DemarrerAsync(reglages, cancellationToken)).TotalMilliseconds, etalon);
            var suivants = new List<double>();
            for (var i = 0; i < Fois; i++)
            {
                suivants.Add((await DemarrerAsync(reglages, cancellationToken)).TotalMilliseconds);
            }

            suivants.Sort();
            Banc.Ecrire($"on existing data, median of {Fois}", Charge.Centile(suivants, 0.5), etalon);
        }
        finally
        {
            Directory.Delete(dossier, recursive: true);
        }
    }

    private static async Task<TimeSpan> DemarrerAsync(IReadOnlyDictionary<string, string> reglages, CancellationToken cancellationToken)
    {
        await using var portail = await Portail.DemarrerAsync(reglages, cancellationToken);
        return portail.PremierePage;
    }

    private static async Task<double> HoteMsAsync(CancellationToken cancellationToken)
    {
        var depart = Stopwatch.GetTimestamp();
        using var hote = Process.Start(new ProcessStartInfo("dotnet", ["--version"]) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("dotnet does not start.");
        await hote.WaitForExitAsync(cancellationToken);
        return Stopwatch.GetElapsedTime(depart).TotalMilliseconds;
    }
}
