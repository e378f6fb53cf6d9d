using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace CtgPortal.Infrastructure.Fins;

public static class FinsServices
{
    /// <summary>Unless <c>CtgPortal:Taches</c> is false, conventions end on the day of effect of their act.</summary>
    public static IServiceCollection AddFins(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<FinsEchues>();
        services.AddScoped<AppliquerFins>();
        if (configuration.GetValue("CtgPortal:Taches", true))
        {
            services.AddQuartz(quartz =>
            {
                quartz.AddJob<AppliquerFins>(job => job.WithIdentity(AppliquerFins.Cle).StoreDurably());
                quartz.AddTrigger(trigger => trigger.ForJob(AppliquerFins.Cle).WithIdentity("appliquer-fins").WithSimpleSchedule(TimeSpan.FromHours(1)));
            });
        }

        return services;
    }
}
