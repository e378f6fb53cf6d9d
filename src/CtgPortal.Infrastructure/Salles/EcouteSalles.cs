using System.Net.Sockets;
using CtgPortal.Application.Salles;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Infrastructure.Persistence;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CtgPortal.Infrastructure.Salles;

/// <summary>
/// Hears what rooms become, on one connection per node: every node hears what any node kept. What comes within a moment is read once.
/// After a cut nobody knows what was missed, so every screen is told to read the whole again.
/// </summary>
internal sealed class EcouteSalles(
    IConfiguration configuration, IServiceScopeFactory portees, SignauxSalle signaux, ILogger<EcouteSalles> logger) : BackgroundService
{
    // what a room does within this time reaches screens together
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(60);

    // asks the server whether it is still there: a cut cable says nothing
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan DelaiMax = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var delai = TimeSpan.Zero;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await EcouterAsync(() => delai = TimeSpan.Zero, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception coupure)
            {
                // a database that restarts is no failure of the portal; anything else is one, and rooms are heard again all the same
                delai = delai == TimeSpan.Zero ? TimeSpan.FromMilliseconds(250) : TimeSpan.FromTicks(Math.Min(delai.Ticks * 2, DelaiMax.Ticks));
                var niveau = coupure is NpgsqlException or SocketException or IOException or TimeoutException || coupure.InnerException is NpgsqlException
                    ? LogLevel.Warning
                    : LogLevel.Error;
                logger.Log(niveau, coupure, "Rooms are not heard. Listening again in {DelayMs} ms", delai.TotalMilliseconds);
                await Task.Delay(delai, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task EcouterAsync(Action reussi, CancellationToken cancellationToken)
    {
        // not from the pool: a connection that listens is nobody else's
        var chaine = new NpgsqlConnectionStringBuilder(configuration.GetConnectionString(PostgresPrive.ChaineDeConnexion)) { Pooling = false, ApplicationName = "ctg-salles" };
        await using var connexion = new NpgsqlConnection(chaine.ConnectionString);
        var entendues = new Dictionary<AtelierId, HashSet<string>>();
        connexion.Notification += (_, annonce) =>
        {
            var (atelier, quoi) = Annonces.Lire(annonce.Payload);
            if (!entendues.TryGetValue(atelier, out var deja))
            {
                entendues[atelier] = deja = [];
            }

            deja.UnionWith(quoi);
        };
        await connexion.OpenAsync(cancellationToken);
        await using (var listen = new NpgsqlCommand($"LISTEN {Annonces.Canal}", connexion))
        {
            await listen.ExecuteNonQueryAsync(cancellationToken);
        }

        reussi();
        signaux.Publier(null);
        while (true)
        {
            if (!await connexion.WaitAsync(Silence, cancellationToken))
            {
                await using var encore = new NpgsqlCommand("SELECT 1", connexion);
                await encore.ExecuteScalarAsync(cancellationToken);
                continue;
            }

            // the rest of the burst
            var fin = Environment.TickCount64 + (long)Moment.TotalMilliseconds;
            while (fin - Environment.TickCount64 is > 0 and var reste && await connexion.WaitAsync((int)reste, cancellationToken))
            {
            }

            var burst = entendues.ToList();
            entendues.Clear();
            await PublierAsync(burst, cancellationToken);
        }
    }

    private async Task PublierAsync(IReadOnlyList<KeyValuePair<AtelierId, HashSet<string>>> burst, CancellationToken cancellationToken)
    {
        await using var portee = portees.CreateAsyncScope();
        var lecture = portee.ServiceProvider.GetRequiredService<LectureSalle>();
        foreach (var (atelier, quoi) in burst)
        {
            signaux.Publier(await lecture.NouveautesAsync(atelier, quoi, cancellationToken));
        }
    }
}
