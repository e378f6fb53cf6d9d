using CtgPortal.Application.Diagnostics;
using CtgPortal.Application.Imports;
using CtgPortal.Application.Tableurs;
using CtgPortal.Infrastructure.Comptes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace CtgPortal.Infrastructure.Imports;

public static class ImportsServices
{
    /// <summary>Imported files and, unless <c>CtgPortal:Taches</c> is false, the jobs that read and forget them.</summary>
    public static IServiceCollection AddImports(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ITableaux, Tableaux>();
        services.AddSingleton<ITableurs, Tableurs.Tableurs>();
        services.AddScoped<IFichiersImportes, FichiersImportes>();
        services.AddScoped<LectureImports>();
        services.AddScoped<LireImports>();
        services.AddScoped<PurgerImports>();

        if (configuration.GetValue("CtgPortal:Taches", true))
        {
            services.AddQuartz(quartz =>
            {
                quartz.AddJob<LireImports>(job => job.WithIdentity(LireImports.Cle).StoreDurably().RequestRecovery());
                quartz.AddTrigger(trigger => trigger.ForJob(LireImports.Cle).WithIdentity("lire-imports").WithSimpleSchedule(TimeSpan.FromSeconds(3)));
                quartz.AddJob<PurgerImports>(job => job.WithIdentity(PurgerImports.Cle).StoreDurably());
                quartz.AddTrigger(trigger => trigger.ForJob(PurgerImports.Cle).WithIdentity("purger-imports").WithSimpleSchedule(TimeSpan.FromHours(1)));
            });
        }

        return services;
    }
}

/// <summary>The job that reads files, on one instance at a time: what it holds in memory is bounded for the whole cluster.</summary>
[DisallowConcurrentExecution]
internal sealed class LireImports(LectureImports lecture, UtilisateurAmbiant utilisateur) : IJob
{
    public static readonly JobKey Cle = new("lire-imports");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        utilisateur.AgirComme(Personne.Systeme("Lecture des imports"));
        await lecture.LireAsync(cancellationToken);
    }
}

[DisallowConcurrentExecution]
internal sealed class PurgerImports(LectureImports lecture, UtilisateurAmbiant utilisateur) : IJob
{
    public static readonly JobKey Cle = new("purger-imports");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        utilisateur.AgirComme(Personne.Systeme("Purge des imports"));
        await lecture.PurgerAsync(cancellationToken);
    }
}
