using CtgPortal.Infrastructure.Persistence;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Quartz;

namespace CtgPortal.Infrastructure.Scellements;

/// <summary>Wakes the job when a seal is asked for, so that nobody waits for the minute. What is not heard is done within it all the same.</summary>
internal sealed class EcouteScellements(IConfiguration configuration, ISchedulerFactory planificateurs, ILogger<EcouteScellements> logger) : BackgroundService
{
    // asks the server whether it is still there: a cut cable says nothing
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan ApresCoupure = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await EcouterAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception coupure)
            {
                logger.LogWarning(coupure, "Requests for seals are not heard: they wait for the minute. Listening again in {DelayMs} ms", ApresCoupure.TotalMilliseconds);
                await Task.Delay(ApresCoupure, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task EcouterAsync(CancellationToken cancellationToken)
    {
        // not from the pool: a connection that listens is nobody else's
        var chaine = new NpgsqlConnectionStringBuilder(configuration.GetConnectionString(PostgresPrive.ChaineDeConnexion)) { Pooling = false, ApplicationName = "ctg-scellements" };
        await using var connexion = new NpgsqlConnection(chaine.ConnectionString);
        await connexion.OpenAsync(cancellationToken);
        await using (var listen = new NpgsqlCommand($"LISTEN {Annonces.CanalScellements}", connexion))
        {
            await listen.ExecuteNonQueryAsync(cancellationToken);
        }

        while (true)
        {
            if (await connexion.WaitAsync(Silence, cancellationToken))
            {
                var planificateur = await planificateurs.GetScheduler(cancellationToken);
                await planificateur.TriggerJob(ScellerDocuments.Cle, cancellationToken);
                continue;
            }

            await using var encore = new NpgsqlCommand("SELECT 1", connexion);
            await encore.ExecuteScalarAsync(cancellationToken);
        }
    }
}
