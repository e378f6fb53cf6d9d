using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace CtgPortal.Infrastructure.Textes;

public static class TextesServices
{
    /// <summary>Unless <c>CtgPortal:Taches</c> is false, the reminders of the opinions that are awaited.</summary>
    public static IServiceCollection AddTextes(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<RappelsAvis>();
        services.AddScoped<RappelerAvis>();
        if (configuration.GetValue("CtgPortal:Taches", true))
        {
            services.AddQuartz(quartz =>
            {
                quartz.AddJob<RappelerAvis>(job => job.WithIdentity(RappelerAvis.Cle).StoreDurably());
                quartz.AddTrigger(trigger => trigger.ForJob(RappelerAvis.Cle).WithIdentity("rappeler-avis").WithSimpleSchedule(TimeSpan.FromHours(1)));
            });
        }

        return services;
    }
}
