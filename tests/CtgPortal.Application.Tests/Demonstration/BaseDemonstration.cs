using CtgPortal.Application.Documents;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Deliberations;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Plans;
using CtgPortal.Domain.Suivi;
using CtgPortal.Domain.Textes;
using CtgPortal.Infrastructure;
using CtgPortal.Infrastructure.Demonstration;
using CtgPortal.Infrastructure.Persistence;
using CtgPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace CtgPortal.Application.Tests.Demonstration;

/// <summary>The application as composed, in an environment and with a setting of one’s choice.</summary>
internal static class BaseDemonstration
{
    public static ServiceProvider Services(string connexion, string environnement, string? reglage = null, IConventionPdf? pdf = null)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
            [
                new("CtgPortal:Taches", "false"), new("CtgPortal:AdressePublique", "http://localhost"),
                new("ConnectionStrings:CtgPortal", connexion), new(DemonstrationServices.Reglage, reglage),
            ])
            .Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = environnement });
        services.AddApplication().AddInfrastructure(configuration, "test");
        if (pdf is not null)
        {
            services.AddSingleton(pdf);
        }

        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    public static async Task<T> LireAsync<T>(this ServiceProvider services, Func<CtgDbContext, Task<T>> lire)
    {
        await using var scope = services.CreateAsyncScope();
        return await lire(scope.ServiceProvider.GetRequiredService<CtgDbContext>());
    }

    /// <summary>Rows of every table that the demonstration writes to.</summary>
    public static Task<int> CompterAsync(this ServiceProvider services) => services.LireAsync(async db =>
        await db.Conventions.CountAsync() + await db.Diagnostics.CountAsync() + await db.Plans.CountAsync() + await db.Ateliers.CountAsync()
        + await db.FichesAction.CountAsync() + await db.Suivis.CountAsync() + await db.Signatures.CountAsync() + await db.Pieces.CountAsync() + await db.Versions.CountAsync()
        + await db.Enquetes.CountAsync() + await db.Entretiens.CountAsync() + await db.ValidationsDiagnostic.CountAsync()
        + await db.Contributions.CountAsync() + await db.Groupes.CountAsync() + await db.Salles.CountAsync() + await db.ParticipantsSalle.CountAsync()
        + await db.Bulletins.CountAsync() + await db.Filiations.CountAsync()
        + await db.Users.CountAsync() + await db.Courriels.CountAsync() + await db.Journal.CountAsync());
}

/// <summary>The demonstration data, created once for the tests that read them.</summary>
public sealed class DonneesDeDemonstration(PostgresServer serveur) : IAsyncLifetime
{
    private ServiceProvider? _services;

    internal ServiceProvider Services => _services!;

    internal IReadOnlyList<Convention> Conventions { get; private set; } = [];

    internal IReadOnlyList<Deliberation> Deliberations { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        _services = BaseDemonstration.Services(await serveur.CreateDatabaseAvecReferentielAsync(), Environments.Development);
        await _services.CreerDemonstrationAsync();
        Deliberations = await _services.LireAsync(db => db.Deliberations.AsNoTracking().ToListAsync());
        Conventions = await _services.LireAsync(db => db.Conventions.AsNoTracking().ToListAsync());
    }

    public Task<List<Contribution>> ContributionsAsync() => Services.LireAsync(db => db.Contributions.AsNoTracking().ToListAsync());

    public async ValueTask DisposeAsync() => await _services!.DisposeAsync();

    /// <summary>The invented convention that is being signed.</summary>
    internal Convention Exemple => Conventions.Single(c => c.Statut == StatutConvention.EnSignature);

    /// <summary>By the code of its only holder.</summary>
    internal Convention De(string code) => Conventions.Single(c => c.Titulaires.Single().Code == code && c.Id != Exemple.Id);

    internal Task<Diagnostic> DiagnosticAsync(Convention convention) =>
        Services.LireAsync(db => db.Diagnostics.AsNoTracking().SingleAsync(d => d.ConventionId == convention.Id));

    internal Task<Plan> PlanAsync(Convention convention) =>
        Services.LireAsync(db => db.Plans.AsNoTracking().SingleAsync(p => p.ConventionId == convention.Id));

    internal Task<string> PreambuleAsync(Convention convention) =>
        Services.LireAsync(db => db.PassagesTexte.Where(p => p.ConventionId == convention.Id && p.Cle == PassagesFixes.Preambule).Select(p => p.Corps).SingleAsync());

    internal Task<List<Atelier>> AteliersAsync(Convention convention) =>
        Services.LireAsync(db => db.Ateliers.AsNoTracking().Where(a => a.Conventions.Any(c => c.ConventionId == convention.Id)).ToListAsync());

    internal Task<List<SuiviFiche>> SuivisAsync(Convention convention) =>
        Services.LireAsync(db => db.Suivis.AsNoTracking().Where(s => s.ConventionId == convention.Id).ToListAsync());

    /// <summary>Printed number and fiche, in the order of the plan.</summary>
    internal async Task<IReadOnlyList<(string Numero, FicheAction Fiche)>> FichesAsync(Convention convention)
    {
        var plan = await PlanAsync(convention);
        var fiches = await Services.LireAsync(db => db.FichesAction.AsNoTracking().Where(f => f.ConventionId == convention.Id).ToDictionaryAsync(f => f.Id));
        return [.. plan.Numeroter().Select(n => (n.Numero, fiches[n.Fiche]))];
    }
}
