using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Infrastructure.Common;
using CtgPortal.Infrastructure.Persistence;
using CtgPortal.Infrastructure.Referentiels;
using CtgPortal.TestSupport;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CtgPortal.Application.Tests.Territoires;

/// <summary>What a use case needs to run on one database, as a person signed in without any role.</summary>
internal static class BaseReferentiel
{
    public static string Dossier { get; } = PaquetsNpm.Dossier(DecoupageAdministratif.Source);

    /// <summary>Reference tables empty.</summary>
    public static async Task<ServiceProvider> CreerVideAsync(this PostgresServer serveur) => Services(await serveur.CreateDatabaseAsync());

    /// <summary>Reference tables as the npm package has them.</summary>
    public static async Task<ServiceProvider> CreerChargeeAsync(this PostgresServer serveur) =>
        Services(await serveur.CreateDatabaseAvecReferentielAsync());

    public static async Task<ChargementReferentiel.Resultat> ChargerAsync(this ServiceProvider services, string? dossier = null)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ChargementReferentiel>().ExecuterAsync(dossier ?? Dossier, TestContext.Current.CancellationToken);
    }

    public static async Task<T> EnvoyerAsync<T>(this ServiceProvider services, IRequest<T> requete)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(requete, TestContext.Current.CancellationToken);
    }

    public static async Task<int> CompterAsync(this ServiceProvider services, FormattableString sql)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CtgDbContext>().Database.SqlQuery<int>(sql).SingleAsync(TestContext.Current.CancellationToken);
    }

    public static async Task ExecuterAsync(this ServiceProvider services, FormattableString sql)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CtgDbContext>().Database.ExecuteSqlAsync(sql, TestContext.Current.CancellationToken);
    }

    private static ServiceProvider Services(string connectionString) => new ServiceCollection()
        .AddLogging()
        .AddSingleton(TimeProvider.System)
        .AddApplication()
        .AddReferentiels()
        .AddScoped<IUtilisateurCourant, Connecte>()
        .AddScoped<IDroits, AucunDroit>()
        .AddDbContext<CtgDbContext>(o => o.UseCtgPostgres(connectionString))
        .AddScoped<ICtgDbContext>(provider => provider.GetRequiredService<CtgDbContext>())
        .BuildServiceProvider();

    private sealed class Connecte : IUtilisateurCourant
    {
        public UtilisateurId? Id { get; } = UtilisateurId.New();

        public string Nom => "Camille Essai";

        public string? Courriel => null;

        public IReadOnlyList<Habilitation> Habilitations => [];
    }

    private sealed class AucunDroit : IDroits
    {
        public Task<IReadOnlySet<Role>> RolesSurAsync(Domain.Conventions.ConventionId convention, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlySet<Role>>(new HashSet<Role>());

        public Task<bool> PiloteAsync(
            Domain.Conventions.ConventionId convention, Domain.Plans.FicheActionId fiche, CancellationToken cancellationToken) =>
            Task.FromResult(false);
    }
}
