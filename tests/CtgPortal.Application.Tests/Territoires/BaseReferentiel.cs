using CtgPortal.Application.Acces;
using CtgPortal.Domain.Comptes;
using CtgPortal.Infrastructure.Persistence;
using CtgPortal.Infrastructure.Referentiels;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CtgPortal.Application.Tests.Territoires;

/// <summary>Databases with the reference tables, empty; each test that writes asks for its own.</summary>
internal static class BaseReferentiel
{
    public static string Dossier => Environment.GetEnvironmentVariable("CTG_NPM_TMP")!;

    public static async Task<ServiceProvider> CreerAsync()
    {
        var serveur = Environment.GetEnvironmentVariable("CTG_TEST_POSTGRES")!;
        var nom = $"t{Guid.CreateVersion7():N}";
        await using (var admin = new NpgsqlConnection(serveur))
        {
            await admin.OpenAsync();
            await using var create = new NpgsqlCommand($"CREATE DATABASE {nom}", admin);
            await create.ExecuteNonQueryAsync();
        }

        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddApplication()
            .AddReferentiels()
            .AddScoped<IUtilisateurCourant, Connecte>()
            .AddScoped<IDroits, AucunDroit>()
            .AddDbContext<CtgDbContext>(o => o.UseCtgPostgres(new NpgsqlConnectionStringBuilder(serveur) { Database = nom }.ConnectionString))
            .BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<CtgDbContext>().Database;
        await using var connection = new NpgsqlConnection(database.GetConnectionString());
        await connection.OpenAsync();
        foreach (var sql in new[] { database.GenerateCreateScript(), ReferentielSql.Up })
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        }

        return services;
    }

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
