using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using CtgPortal.Domain.Comptes;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.Infrastructure.Persistence;
using CtgPortal.Web.Tests.Common;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Web.Tests.Resilience;

/// <summary>The portal as a process of its own, as people run it: to be killed, stopped and started again.</summary>
internal sealed partial class PortailProcessus : IAsyncDisposable
{
    public const string Courriel = "admin@demo.test";
    public const string MotDePasse = "une phrase pour entrer";

    private readonly TaskCompletionSource<Uri> _ecoute = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _sorties = [];

    private PortailProcessus(Process processus) => Processus = processus;

    public Process Processus { get; }

    public Uri Adresse => _ecoute.Task.Result;

    public string Sorties
    {
        get
        {
            lock (_sorties)
            {
                return string.Join(Environment.NewLine, _sorties);
            }
        }
    }

    private static CancellationToken Arret => TestContext.Current.CancellationToken;

    /// <summary>Where the sources are: the content root in development.</summary>
    public static string Racine()
    {
        var dossier = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(dossier.FullName, "CtgPortal.sln")))
        {
            dossier = dossier.Parent ?? throw new InvalidOperationException("CtgPortal.sln is not above the tests.");
        }

        return dossier.FullName;
    }

    /// <summary>Debug or Release, as the tests themselves.</summary>
    public static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    /// <summary>In development, with a private PostgreSQL in this folder and without demonstration data.</summary>
    public static async Task<PortailProcessus> DevelopperAsync(string donnees)
    {
        var portail = LancerEnDeveloppement(donnees);
        await portail.AttendreAsync();
        return portail;
    }

    public static PortailProcessus LancerEnDeveloppement(string donnees)
    {
        var web = Path.Combine(Racine(), "src", "CtgPortal.Web");
        return Lancer(Path.Combine(web, "bin", Configuration, "net10.0"), web, [], new()
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["CtgPortal__Donnees"] = donnees,
            ["CtgPortal__Demonstration"] = "false",
        });
    }

    public static PortailProcessus Lancer(string binaires, string dossier, string[] arguments, Dictionary<string, string> variables)
    {
        string[] dotnet = ["dotnet", Path.Combine(binaires, "CtgPortal.Web.dll"), .. arguments];
        // a shell may have started the tests with Ctrl-C ignored, and what is ignored is inherited
        var ligne = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT", .. dotnet] : dotnet;
        var demarrage = new ProcessStartInfo(ligne[0], ligne[1..])
        {
            WorkingDirectory = dossier,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var heritee in demarrage.Environment.Keys.Where(k => k.StartsWith("ConnectionStrings", StringComparison.Ordinal) || k.StartsWith("CtgPortal", StringComparison.Ordinal) || k.StartsWith("ASPNETCORE_", StringComparison.Ordinal)).ToList())
        {
            demarrage.Environment.Remove(heritee);
        }

        demarrage.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        foreach (var (nom, valeur) in variables)
        {
            demarrage.Environment[nom] = valeur;
        }

        var processus = new Process { StartInfo = demarrage, EnableRaisingEvents = true };
        var portail = new PortailProcessus(processus);
        processus.OutputDataReceived += portail.Lire;
        processus.ErrorDataReceived += portail.Lire;
        processus.Exited += (_, _) => portail._ecoute.TrySetException(new InvalidOperationException("The portal ended before it listened."));
        processus.Start();
        processus.BeginOutputReadLine();
        processus.BeginErrorReadLine();
        return portail;
    }

    public async Task AttendreAsync()
    {
        try
        {
            await _ecoute.Task.WaitAsync(TimeSpan.FromMinutes(3), Arret);
        }
        catch (Exception cause) when (cause is InvalidOperationException or TimeoutException)
        {
            throw new InvalidOperationException(Sorties, cause);
        }
    }

    public async Task<int> FinAsync()
    {
        await Processus.WaitForExitAsync(Arret).WaitAsync(TimeSpan.FromMinutes(2), Arret);
        return Processus.ExitCode;
    }

    public async Task SignalerAsync(string signal)
    {
        using var kill = Process.Start("kill", ["-" + signal, Processus.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(Arret);
        Assert.Equal(0, kill.ExitCode);
    }

    /// <summary>Writes straight into the database of a portal.</summary>
    public static async Task EcrireAsync(string connexion, Func<CtgDbContext, Task> ecrire)
    {
        await using var db = new CtgDbContext(new DbContextOptionsBuilder<CtgDbContext>().UseCtgPostgres(connexion).Options, new UtilisateurAmbiant());
        await ecrire(db);
        await db.SaveChangesAsync(Arret);
    }

    /// <param name="autres">What else this person may do.</param>
    public static Task CreerAdministrateurAsync(string connexion, params Habilitation[] autres) => EcrireAsync(connexion, db =>
    {
        var admin = new Utilisateur
        {
            Id = Guid.CreateVersion7(),
            Prenom = "Ada",
            Nom = "Min",
            Email = Courriel,
            NormalizedEmail = Courriel.ToUpperInvariant(),
            UserName = Courriel,
            NormalizedUserName = Courriel.ToUpperInvariant(),
            EmailConfirmed = true,
            SecurityStamp = Guid.CreateVersion7().ToString("N"),
        };
        admin.PasswordHash = new PasswordHasher<Utilisateur>().HashPassword(admin, MotDePasse);
        admin.Habiliter([Habilitation.Nationale(Role.Administrateur), .. autres]);
        db.Users.Add(admin);
        return Task.CompletedTask;
    });

    /// <summary>A browser in which the administrator has signed in by the form.</summary>
    public async Task<HttpClient> ConnecterAsync()
    {
        var navigateur = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Adresse };
        var reponse = await (await PageHtml.OuvrirAsync(navigateur, "/connexion"))
            .EnvoyerAsync("form[method=post]", ("Input.Courriel", Courriel), ("Input.MotDePasse", MotDePasse));
        Assert.True(reponse.Statut == System.Net.HttpStatusCode.Found, reponse.Erreurs);
        return navigateur;
    }

    public async ValueTask DisposeAsync()
    {
        if (!Processus.HasExited)
        {
            await SignalerAsync("TERM");
            await FinAsync();
        }

        Processus.Dispose();
    }

    private void Lire(object expediteur, DataReceivedEventArgs ligne)
    {
        if (ligne.Data is null)
        {
            return;
        }

        lock (_sorties)
        {
            _sorties.Add(ligne.Data);
        }

        if (Ecoute().Match(ligne.Data) is { Success: true } trouve)
        {
            _ecoute.TrySetResult(new(trouve.Value));
        }
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:[1-9]\d*")]
    private static partial Regex Ecoute();
}
