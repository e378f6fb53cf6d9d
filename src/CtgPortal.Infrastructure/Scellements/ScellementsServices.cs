using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace CtgPortal.Infrastructure.Scellements;

public static class ScellementsServices
{
    /// <summary>Unless <c>CtgPortal:Taches</c> is false, seals what is signed by all.</summary>
    public static IServiceCollection AddScellements(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<ScellementDesCircuits>();
        services.AddScoped<ScellerDocuments>();
        if (configuration.GetValue("CtgPortal:Taches", true))
        {
            services.AddQuartz(quartz =>
            {
                quartz.AddJob<ScellerDocuments>(job => job.WithIdentity(ScellerDocuments.Cle).StoreDurably());
                quartz.AddTrigger(trigger => trigger.ForJob(ScellerDocuments.Cle).WithIdentity("sceller-documents").WithSimpleSchedule(TimeSpan.FromMinutes(1)));
            });
            services.AddHostedService<EcouteScellements>();
        }

        return services;
    }
}
