using System.Diagnostics;

namespace CtgPortal.Benchmarks;

/// <param name="ParSeconde">How many per second, all clients together.</param>
internal sealed record Debit(double ParSeconde, double MedianeMs, double P99Ms, int Nombre);

/// <summary>A bounded load: so many clients, for so long, so many times at most.</summary>
internal static class Charge
{
    private const int Clients = 8;
    private const int Echauffement = 100;
    private const int NombreMax = 20_000;

    private static readonly TimeSpan Duree = TimeSpan.FromSeconds(5);

    public static Task<Debit> PageAsync(HttpClient client, string adresse, CancellationToken cancellationToken) => MesurerAsync(
        async () =>
        {
            using var reponse = await client.GetAsync(new Uri(adresse, UriKind.Relative), cancellationToken);
            if (!reponse.IsSuccessStatusCode)
            {
                throw new InvalidOperationException($"{adresse} answered {(int)reponse.StatusCode}.");
            }
        },
        cancellationToken);

    public static async Task<Debit> MesurerAsync(Func<Task> geste, CancellationToken cancellationToken)
    {
        for (var i = 0; i < Echauffement; i++)
        {
            await geste();
        }

        var faits = 0;
        var chrono = Stopwatch.StartNew();
        var durees = (await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(
            async () =>
            {
                var miennes = new List<double>();
                while (chrono.Elapsed < Duree && Interlocked.Increment(ref faits) <= NombreMax)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    var depart = Stopwatch.GetTimestamp();
                    await geste();
                    miennes.Add(Stopwatch.GetElapsedTime(depart).TotalMilliseconds);
                }

                return miennes;
            },
            cancellationToken)))).SelectMany(d => d).Order().ToList();
        var secondes = chrono.Elapsed.TotalSeconds;
        return new(durees.Count / secondes, Centile(durees, 0.5), Centile(durees, 0.99), durees.Count);
    }

    /// <param name="triees">In increasing order.</param>
    public static double Centile(IReadOnlyList<double> triees, double part) => triees[Math.Max(0, (int)Math.Ceiling(triees.Count * part) - 1)];
}
