using CtgPortal.Application;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Infrastructure;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.Infrastructure.Persistence;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Time.Testing;

namespace CtgPortal.TestSupport;

/// <summary>The application as it is composed, on a database of its own, with people to act as and a clock to move.</summary>
internal sealed class ApplicationDeTest : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    // the private authority of seals, made by the first test that needs one
    private readonly string _donnees = Path.Combine(AppContext.BaseDirectory, "donnees", Guid.CreateVersion7().ToString("N"));

    private ApplicationDeTest(string connexion, DateTimeOffset maintenant)
    {
        (Connexion, Horloge) = (connexion, new(maintenant));
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("CtgPortal:Taches", "false"), new("CtgPortal:Donnees", _donnees), new("ConnectionStrings:CtgPortal", connexion)]).Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = Environments.Development, ContentRootPath = AppContext.BaseDirectory });
        services.AddSingleton<TimeProvider>(Horloge);
        services.AddApplication().AddInfrastructure(configuration, "test");
        services.AddDbContext<CtgDbContext>(options => options
            .AddInterceptors(Sql)
            // what EF Core warns of is a page whose rows change from one reading to the next
            .ConfigureWarnings(w => w.Throw(CoreEventId.RowLimitingOperationWithoutOrderByWarning, CoreEventId.FirstWithoutOrderByAndFilterWarning)));
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    public FakeTimeProvider Horloge { get; }

    public SqlCompteur Sql { get; } = new();

    /// <summary>Of its database.</summary>
    public string Connexion { get; }

    /// <summary>Where what is not in the database is kept.</summary>
    public string Donnees => _donnees;

    /// <summary>PEM file of the private authority of seals, once something was sealed.</summary>
    public string Autorite => Path.Combine(_donnees, "sceau", "autorite.pem");

    public static async Task<ApplicationDeTest> OuvrirAsync(PostgresServer serveur, DateTimeOffset maintenant) =>
        new(await serveur.CreateDatabaseAsync(), maintenant);

    /// <summary>Somebody who holds a role over one convention, or over what the habilitation says.</summary>
    public static Personne Une(Role role, ConventionId convention, string nom = "Camille Essai") =>
        Une(nom, new Habilitation(role, Portee.Convention, convention.Value.ToString()));

    public static Personne Une(string nom, params Habilitation[] habilitations) =>
        new(UtilisateurId.New(), nom, "camille@demo.test", habilitations);

    /// <summary>Gives a person the account that signing asks for, with this password.</summary>
    public Task InscrireAsync(Personne personne, string motDePasse) => AvecAsync(async services =>
    {
        var db = services.GetRequiredService<CtgDbContext>();
        var compte = new Utilisateur
        {
            Id = personne.Id!.Value.Value,
            Prenom = "",
            Nom = personne.Nom,
            Email = personne.Courriel,
            NormalizedEmail = personne.Courriel!.ToUpperInvariant(),
            UserName = personne.Courriel,
            NormalizedUserName = personne.Courriel.ToUpperInvariant(),
            SecurityStamp = "",
        };
        compte.PasswordHash = services.GetRequiredService<IPasswordHasher<Utilisateur>>().HashPassword(compte, motDePasse);
        db.Users.Add(compte);
        return await db.SaveChangesAsync();
    });

    public async Task<T> EnvoyerAsync<T>(IRequest<T> requete, Personne par) =>
        await AvecAsync(services => services.GetRequiredService<IMediator>().Send(requete), par);

    /// <summary>Saves aggregates that builders made, with what the journal says of them, or reference data.</summary>
    public Task SauverAsync(params object[] aggregates) => AvecAsync(async services =>
    {
        var db = services.GetRequiredService<CtgDbContext>();
        db.AddRange(aggregates);
        return await db.SaveChangesAsync();
    });

    /// <summary>Reads what is stored, whoever may see it.</summary>
    public Task<T> LireAsync<T>(Func<CtgDbContext, Task<T>> lire) =>
        AvecAsync(services => lire(services.GetRequiredService<CtgDbContext>()));

    /// <summary>The journal of a convention, oldest first: the type of each entry.</summary>
    public Task<List<string>> JournalAsync(ConventionId convention) =>
        LireAsync(db => db.Journal.Where(e => e.ConventionId == convention).OrderBy(e => e.Id).Select(e => e.Type).ToListAsync());

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (Directory.Exists(_donnees))
        {
            Directory.Delete(_donnees, recursive: true);
        }
    }

    /// <summary>Acts inside a scope of its own, as a person or as nobody known.</summary>
    public async Task<T> AvecAsync<T>(Func<IServiceProvider, Task<T>> agir, Personne? par = null)
    {
        await using var portee = _services.CreateAsyncScope();
        portee.ServiceProvider.GetRequiredService<UtilisateurAmbiant>().AgirComme(par ?? Personne.Systeme("Préparation des tests"));
        return await agir(portee.ServiceProvider);
    }
}
