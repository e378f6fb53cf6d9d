using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace CtgPortal.TestSupport;

/// <summary>As many portals as tests run at the same time, started when first needed and stopped with the test process.</summary>
internal sealed class ReserveHotes : IAsyncDisposable
{
    private readonly ConcurrentBag<HoteDeTest> _libres = [];

    public async Task<HoteDeTest> PrendreAsync(string connexion, FakeTimeProvider horloge)
    {
        if (!_libres.TryTake(out var hote))
        {
            return HoteDeTest.Partage(connexion, horloge);
        }

        await hote.BrancherAsync(connexion, horloge);
        return hote;
    }

    public void Rendre(HoteDeTest hote) => _libres.Add(hote);

    public async ValueTask DisposeAsync()
    {
        while (_libres.TryTake(out var hote))
        {
            await hote.DisposeAsync();
        }
    }
}
