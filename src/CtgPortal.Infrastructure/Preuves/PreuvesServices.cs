using CtgPortal.Application.Acces;
using CtgPortal.Application.Signatures.Preuves;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Quartz;

namespace CtgPortal.Infrastructure.Preuves;

public static class PreuvesServices
{
    /// <summary>The chains of proof and, unless <c>CtgPortal:Taches</c> is false, their daily timestamp and the end of their IP addresses.</summary>
    public static IServiceCollection AddPreuves(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PreuvesOptions>()
            .Bind(configuration.GetSection(PreuvesOptions.Section))
            .Validate(
                options => options.ConservationIpMois is >= 1 and <= 120,
                "Preuves:ConservationIpMois (environment variable Preuves__ConservationIpMois) must be between 1 and 120 months.")
            .ValidateOnStart();
        services.TryAddScoped<IContexteAppel, AppelHttp>();
        services.TryAddScoped<IPreuves, RegistrePreuves>();
        services.AddScoped<HorodatageDesPreuves>();
        services.AddScoped<HorodaterPreuves>();
        services.AddScoped<EffacementDesAdresses>();
        services.AddScoped<EffacerAdresses>();
        if (configuration.GetValue("CtgPortal:Taches", true))
        {
            services.AddQuartz(quartz =>
            {
                quartz.AddJob<HorodaterPreuves>(job => job.WithIdentity(HorodaterPreuves.Cle).StoreDurably());
                quartz.AddTrigger(trigger => trigger.ForJob(HorodaterPreuves.Cle).WithIdentity("horodater-preuves").WithSimpleSchedule(TimeSpan.FromHours(1)));
                quartz.AddJob<EffacerAdresses>(job => job.WithIdentity(EffacerAdresses.Cle).StoreDurably());
                quartz.AddTrigger(trigger => trigger.ForJob(EffacerAdresses.Cle).WithIdentity("effacer-adresses").WithSimpleSchedule(TimeSpan.FromDays(1)));
            });
        }

        return services;
    }
}
