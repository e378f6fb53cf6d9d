using CtgPortal.Application.Ateliers;
using CtgPortal.Infrastructure.Documents;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace CtgPortal.Infrastructure.Ateliers;

public static class AteliersServices
{
    /// <summary>Calendar entries, sign-in sheets and, unless <c>CtgPortal:Taches</c> is false, the daily erasure of names.</summary>
    public static IServiceCollection AddAteliers(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ICalendrier, CalendrierIcal>();
        services.AddSingleton<IEmargementPdf, EmargementPdfTypst>();
        services.AddScoped<EffacementDesNoms>();
        services.AddScoped<EffacerNoms>();
        if (configuration.GetValue("CtgPortal:Taches", true))
        {
            services.AddQuartz(quartz =>
            {
                quartz.AddJob<EffacerNoms>(job => job.WithIdentity(EffacerNoms.Cle).StoreDurably());
                quartz.AddTrigger(trigger => trigger
                    .ForJob(EffacerNoms.Cle).WithIdentity("effacer-noms")
                    .WithSimpleSchedule(TimeSpan.FromHours(24)));
            });
        }

        return services;
    }
}
