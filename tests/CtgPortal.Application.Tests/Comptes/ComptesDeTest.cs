using System.Data.Common;
using System.Text.RegularExpressions;
using CtgPortal.Application.Comptes;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Territoires;
using CtgPortal.Infrastructure;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.Infrastructure.Courriels;
using CtgPortal.Infrastructure.Persistence;
using CtgPortal.TestSupport;
using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace CtgPortal.Application.Tests.Comptes;

/// <summary>The application on a database of its own, with people to act as.</summary>
internal sealed partial class ComptesDeTest : IAsyncDisposable
{
    public const string MotDePasse = "une phrase pour entrer";

    /// <summary>In the Aisne (Caf 02).</summary>
    public const string TroisRivieres = "200071991";

    /// <summary>In the Nord (Caf 59).</summary>
    public const string Ailleurs = "200043404";

    public static readonly Habilitation Admin = Habilitation.Nationale(Role.Administrateur);
    public static readonly Habilitation CoordinationChezSoi = new(Role.Coordination, Portee.Territoire, TroisRivieres);

    private readonly ServiceProvider _services;

    private ComptesDeTest(string connexion, IEnumerable<KeyValuePair<string, string?>> reglages)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            [new("CtgPortal:Taches", "false"), new("ConnectionStrings:CtgPortal", connexion), .. reglages]).Build();
        var services = new ServiceCollection();
        services.AddLogging(l => l.AddProvider(Traces).SetMinimumLevel(LogLevel.Debug));
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = Environments.Development });
        services.AddSingleton<TimeProvider>(Horloge);
        services.AddApplication().AddInfrastructure(configuration, "test");
        services.AddDbContext<CtgDbContext>(options => options.AddInterceptors(Sql));
        // the same algorithm, fewer rounds
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1_000);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    public FakeTimeProvider Horloge { get; } = new(new DateTimeOffset(2026, 3, 12, 8, 0, 0, TimeSpan.Zero));

    public CompteurSql Sql { get; } = new();

    public Traces Traces { get; } = new();

    public static async Task<ComptesDeTest> OuvrirAsync(PostgresServer serveur, params IEnumerable<KeyValuePair<string, string?>> reglages)
    {
        var portail = new ComptesDeTest(await serveur.CreateDatabaseAsync("comptes", SemerAsync), reglages);
        portail.ConventionAilleurs = await portail.LireAsync(db => db.Conventions.Select(c => c.Id).SingleAsync());
        return portail;
    }

    public ConventionId ConventionAilleurs { get; private set; }

    private static async Task SemerAsync(CtgDbContext db)
    {
        db.Add(new Region("32", "Hauts-de-France"));
        db.AddRange(new Departement("02", "Aisne", "32"), new Departement("59", "Nord", "32"));
        db.AddRange(new Caf("02", "Caf de l’Aisne", "02"), new Caf("59", "Caf du Nord", "59"));
        db.AddRange(
            new Epci(TroisRivieres, "CC des Trois Rivières", TypeEpci.CC, 21_000, 20_500, "02", "02"),
            new Epci(Ailleurs, "CC d’Ailleurs", TypeEpci.CC, 30_000, 29_500, "59", "59"));
        db.Add(Convention.Ouvrir(
            new(
                new("59", "Caf du Nord"), "59", [new(TypeTerritoire.Epci, Ailleurs, "CC d’Ailleurs")], [],
                new("CTG d’ailleurs", null, null, [], null)),
            DateTimeOffset.UnixEpoch));
        await db.SaveChangesAsync();
    }

    public async Task<T> EnvoyerAsync<T>(IRequest<T> requete, Personne? par = null) =>
        await AvecAsync(async services => await services.GetRequiredService<IMediator>().Send(requete), par);

    public async Task<T> AvecAsync<T>(Func<IServiceProvider, Task<T>> agir, Personne? par = null)
    {
        await using var portee = _services.CreateAsyncScope();
        portee.ServiceProvider.GetRequiredService<UtilisateurAmbiant>().AgirComme(par ?? Personne.Inconnue);
        var http = new DefaultHttpContext { RequestServices = portee.ServiceProvider };
        _services.GetRequiredService<IHttpContextAccessor>().HttpContext = http;
        return await agir(portee.ServiceProvider);
    }

    public Task<T> LireAsync<T>(Func<CtgDbContext, Task<T>> lire) => AvecAsync(s => lire(s.GetRequiredService<CtgDbContext>()));

    public Task<int> DistribuerAsync() => AvecAsync(s => s.GetRequiredService<Distribution>().DistribuerAsync(CancellationToken.None));

    /// <summary>An account with a password, as it is once its invitation was followed.</summary>
    public async Task<Personne> InscrireAsync(string courriel, params Habilitation[] habilitations)
    {
        foreach (var h in habilitations)
        {
            await AvecAsync(s => s.GetRequiredService<IComptes>().InviterAsync(
                new(courriel, "Claire", "Morel", null, h, "Les tests", "", ""), CancellationToken.None));
        }

        await EnvoyerAsync(DefinirAvec(await DernierLienAsync(courriel)));
        // what comes next is later, so that the last message is known
        Horloge.Advance(TimeSpan.FromSeconds(1));
        return await PersonneAsync(courriel);
    }

    public Task<Personne> PersonneAsync(string courriel) => AvecAsync(s => s.GetRequiredService<PersonnesConnues>().ChargerAsync(courriel, CancellationToken.None));

    public async Task<LienMotDePasse> DernierLienAsync(string courriel)
    {
        var texte = await LireAsync(db => db.Courriels
            .Where(c => c.Destinataire == courriel && c.Texte.Contains("jeton=")).OrderByDescending(c => c.CreeLe).ThenByDescending(c => c.Id)
            .Select(c => c.Texte).FirstAsync());
        var lien = Lien().Match(texte);
        return new(Guid.Parse(lien.Groups[1].Value), lien.Groups[2].Value);
    }

    public static DefinirMotDePasse.Command DefinirAvec(LienMotDePasse lien, string motDePasse = MotDePasse) =>
        new(lien.Utilisateur, lien.Jeton, motDePasse, motDePasse);

    public async ValueTask DisposeAsync() => await _services.DisposeAsync();

    [GeneratedRegex(@"/compte/mot-de-passe\?u=([0-9a-f]{32})&jeton=([\w\-]+)")]
    private static partial Regex Lien();
}

/// <summary>How many SQL commands were sent.</summary>
internal sealed class CompteurSql : DbCommandInterceptor
{
    private int _nombre;

    public async Task<int> CompterAsync(Func<Task> agir)
    {
        var avant = _nombre;
        await agir();
        return _nombre - avant;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _nombre);
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _nombre);
        return base.NonQueryExecutingAsync(command, eventData, result, cancellationToken);
    }
}

/// <summary>Every log line, as written.</summary>
internal sealed class Traces : ILoggerProvider, ILogger
{
    private readonly System.Collections.Concurrent.ConcurrentQueue<string> _lignes = new();

    public IReadOnlyList<string> Lignes => [.. _lignes];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lignes.Enqueue(formatter(state, exception) + exception);

    public void Dispose()
    {
    }
}
