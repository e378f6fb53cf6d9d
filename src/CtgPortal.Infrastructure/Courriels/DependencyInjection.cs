using CtgPortal.Application.Acces;
using CtgPortal.Application.Courriels;
using CtgPortal.Application.Signatures.Preuves;
using CtgPortal.Infrastructure.Persistence;
using CtgPortal.Infrastructure.Persistence.Quartz;
using CtgPortal.Infrastructure.Preuves;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Quartz;

namespace CtgPortal.Infrastructure.Courriels;

public static class CourrielsServices
{
    /// <summary>The outbox and, unless <c>CtgPortal:Taches</c> is false, the scheduler that empties it; several instances share the work.</summary>
    public static IServiceCollection AddCourriels(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SmtpOptions>()
            .Bind(configuration.GetSection(SmtpOptions.Section))
            .Validate(
                smtp => !smtp.EstConfigure || MimeKit.MailboxAddress.TryParse(smtp.Expediteur, out _),
                "Smtp:Expediteur (environment variable Smtp__Expediteur) must be the sender's address when Smtp:Hote is set.")
            .ValidateOnStart();
        services.AddSingleton<IEtatMessagerie, EtatMessagerie>();
        services.AddSingleton<ILiensPortail, LiensPortail>();
        // a message that carries a link or a code is part of a proof, wherever messages leave from
        services.TryAddScoped<IContexteAppel, AppelHttp>();
        services.TryAddScoped<IPreuves, RegistrePreuves>();
        services.AddScoped<Signatures.SecretsDeSignature>();
        services.AddScoped<Distribution>();
        services.AddScoped<EnvoyerCourriels>();

        if (configuration.GetValue("CtgPortal:Taches", true))
        {
            services.AddQuartz(quartz =>
            {
                quartz.ConfigureScheduler(options =>
                {
                    options.InstanceName = "ctgportal";
                    options.ShutdownJobInterruption = ShutdownJobInterruption.Always;
                });
                quartz.UsePersistentStore(store =>
                {
                    // read when the scheduler starts: a private PostgreSQL gives its own meanwhile
                    store.UsePostgres(source => source.ConnectionStringName = PostgresPrive.ChaineDeConnexion);
                    store.ConfigureStore(options => options.TablePrefix = QuartzSql.Prefixe);
                    store.UseClustering();
                    store.UseSystemTextJsonSerializer();
                });
                quartz.AddJob<EnvoyerCourriels>(job => job.WithIdentity(EnvoyerCourriels.Cle).StoreDurably());
                quartz.AddTrigger(trigger => trigger
                    .ForJob(EnvoyerCourriels.Cle).WithIdentity("envoyer-courriels")
                    .WithSimpleSchedule(TimeSpan.FromSeconds(15)));
            });
            services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        }

        return services;
    }
}
