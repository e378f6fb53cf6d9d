using CtgPortal.Application.Brouillons;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace CtgPortal.Infrastructure.Brouillons;

public static class BrouillonsServices
{
    /// <summary>Unless <c>CtgPortal:Taches</c> is false, the job that forgets old drafts.</summary>
    public static IServiceCollection AddBrouillons(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<PurgeDesBrouillons>();
        services.AddScoped<PurgerBrouillons>();
        if (configuration.GetValue("CtgPortal:Taches", true))
        {
            services.AddQuartz(quartz =>
            {
                quartz.AddJob<PurgerBrouillons>(job => job.WithIdentity(PurgerBrouillons.Cle).StoreDurably());
                quartz.AddTrigger(trigger => trigger
                    .ForJob(PurgerBrouillons.Cle).WithIdentity("purger-brouillons").WithSimpleSchedule(TimeSpan.FromHours(24)));
            });
        }

        return services;
    }
}

/// <summary>Forgets what nobody came back to.</summary>
internal sealed class PurgeDesBrouillons(CtgDbContext db, TimeProvider clock)
{
    /// <returns>How many drafts were forgotten.</returns>
    public Task<int> PurgerAsync(CancellationToken cancellationToken)
    {
        var limite = clock.GetUtcNow().AddDays(-Brouillon.JoursGardes);
        return db.Brouillons.Where(b => b.Le < limite).ExecuteDeleteAsync(cancellationToken);
    }
}

/// <summary>The job: once a day, on one instance of the cluster.</summary>
[DisallowConcurrentExecution]
internal sealed class PurgerBrouillons(PurgeDesBrouillons purge, UtilisateurAmbiant utilisateur) : IJob
{
    public static readonly JobKey Cle = new("purger-brouillons");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        utilisateur.AgirComme(Personne.Systeme("Purge des brouillons"));
        await purge.PurgerAsync(cancellationToken);
    }
}
