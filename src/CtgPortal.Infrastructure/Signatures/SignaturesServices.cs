using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace CtgPortal.Infrastructure.Signatures;

public static class SignaturesServices
{
    /// <summary>The weekly reminders of circuits, unless <c>CtgPortal:Taches</c> is false.</summary>
    public static IServiceCollection AddSignatures(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<RelancesDOffice>();
        services.AddScoped<RelancerDOffice>();
        if (configuration.GetValue("CtgPortal:Taches", true))
        {
            services.AddQuartz(quartz =>
            {
                quartz.AddJob<RelancerDOffice>(job => job.WithIdentity(RelancerDOffice.Cle).StoreDurably());
                quartz.AddTrigger(trigger => trigger.ForJob(RelancerDOffice.Cle).WithIdentity("relancer-signataires").WithSimpleSchedule(TimeSpan.FromHours(1)));
            });
        }

        return services;
    }
}
