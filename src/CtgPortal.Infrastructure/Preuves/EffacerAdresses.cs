using CtgPortal.Infrastructure.Comptes;
using CtgPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Quartz;

namespace CtgPortal.Infrastructure.Preuves;

internal sealed class PreuvesOptions
{
    public const string Section = "Preuves";

    /// <summary>Months during which the IP address of an act is kept.</summary>
    public int ConservationIpMois { get; set; } = 12;
}

/// <summary>Erases the IP addresses whose time is over, with the keys of their HMAC; the chains stay whole.</summary>
internal sealed class EffacementDesAdresses(CtgDbContext db, IOptions<PreuvesOptions> options, TimeProvider clock, ILogger<EffacementDesAdresses> logger)
{
    /// <returns>How many were erased.</returns>
    public async Task<int> EffacerAsync(CancellationToken cancellationToken)
    {
        var limite = clock.GetUtcNow().AddMonths(-options.Value.ConservationIpMois);
        var effacees = await db.Preuves.Where(e => e.Ip != null && e.Le < limite)
            .ExecuteUpdateAsync(e => e.SetProperty(x => x.Ip, (string?)null).SetProperty(x => x.IpCle, (byte[]?)null), cancellationToken);
        if (effacees > 0)
        {
            logger.LogInformation("{Count} addresses erased from the proof", effacees);
        }

        return effacees;
    }
}

/// <summary>The job: once a day, on one instance of the cluster.</summary>
[DisallowConcurrentExecution]
internal sealed class EffacerAdresses(EffacementDesAdresses effacement, UtilisateurAmbiant utilisateur) : IJob
{
    public static readonly JobKey Cle = new("effacer-adresses");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        utilisateur.AgirComme(Personne.Systeme("Effacement des adresses"));
        await effacement.EffacerAsync(cancellationToken);
    }
}
