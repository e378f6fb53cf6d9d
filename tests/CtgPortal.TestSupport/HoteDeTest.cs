using System.Net;
using CtgPortal.Infrastructure.Persistence;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace CtgPortal.TestSupport;

/// <summary>
/// The process side of a portal. Starting one costs more than most tests, and the portal keeps nothing in its process: it goes
/// from test to test, each time on another database and with another clock.
/// </summary>
internal sealed class HoteDeTest : IAsyncDisposable
{
    // a page read in one portal is sent back to another that is on a copy of its database
    private static readonly EphemeralDataProtectionProvider ClesPartagees = new();

    private readonly HorlogeCourante _horloge;

    private HoteDeTest(
        string connexion, FakeTimeProvider horloge, Action<IServiceCollection>? remplacer, Action<IWebHostBuilder>? regler, bool ecoute)
    {
        _horloge = new(horloge);
        Fabrique = new WebApplicationFactory<Program>().WithWebHostBuilder(hote =>
        {
            hote.UseEnvironment("Tests")
                .UseSetting($"ConnectionStrings:{PostgresPrive.ChaineDeConnexion}", connexion)
                .UseSetting("CtgPortal:Taches", "false")
                .UseSetting("CtgPortal:AdressePublique", "http://localhost")
                .UseSetting("Limites:ConnexionsParMinute", "1000")
                .UseSetting("Limites:LiensParMinute", "1000")
                .UseSetting("Limites:VerificationsParMinute", "1000")
                .UseSetting("Limites:SignaturesParMinute", "1000")
                .ConfigureTestServices(services =>
                {
                    services.AddSingleton<TimeProvider>(_horloge);
                    // passwords of tests protect nothing
                    services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1_000);
                    remplacer?.Invoke(services);
                });
            regler?.Invoke(hote);
        });
        if (ecoute)
        {
            Fabrique.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
            Fabrique.StartServer();
        }
    }

    public WebApplicationFactory<Program> Fabrique { get; }

    /// <summary>A host for one test, with what that test replaces or sets.</summary>
    public static HoteDeTest Neuf(
        string connexion, FakeTimeProvider horloge, Action<IServiceCollection>? remplacer = null, Action<IWebHostBuilder>? regler = null, bool ecoute = false) =>
        new(connexion, horloge, remplacer, regler, ecoute);

    /// <summary>A host that may serve many tests, one after the other.</summary>
    public static HoteDeTest Partage(string connexion, FakeTimeProvider horloge) =>
        new(connexion, horloge, services => services
            .AddSingleton<IDataProtectionProvider>(ClesPartagees)

            // what works in the background is stopped between two tests, which the host would take for a failure and stop too
            .Configure<HostOptions>(options => options.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore), regler: null, ecoute: false);

    /// <summary>Goes on with another database and another clock; what works in the background begins anew there.</summary>
    public async Task BrancherAsync(string connexion, FakeTimeProvider horloge)
    {
        var deFond = Fabrique.Services.GetServices<IHostedService>().OfType<BackgroundService>().ToList();
        foreach (var service in deFond)
        {
            await service.StopAsync(CancellationToken.None);
        }

        Fabrique.Services.GetRequiredService<IConfiguration>()[$"ConnectionStrings:{PostgresPrive.ChaineDeConnexion}"] = connexion;
        _horloge.Courante = horloge;
        foreach (var service in deFond)
        {
            await service.StartAsync(CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync() => await Fabrique.DisposeAsync();

    /// <summary>The clock of the test that has the host now.</summary>
    private sealed class HorlogeCourante(FakeTimeProvider premiere) : TimeProvider
    {
        public FakeTimeProvider Courante { get; set; } = premiere;

        public override TimeZoneInfo LocalTimeZone => Courante.LocalTimeZone;

        public override long TimestampFrequency => Courante.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => Courante.GetUtcNow();

        public override long GetTimestamp() => Courante.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            Courante.CreateTimer(callback, state, dueTime, period);
    }
}
