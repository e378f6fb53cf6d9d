using System.Net;
using System.Security.Claims;
using CtgPortal.Application.Comptes;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.Infrastructure.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace CtgPortal.TestSupport;

/// <summary>The whole portal on a database of its own, reached over HTTP; antiforgery, rights and error pages are the real ones.</summary>
internal sealed class PortailDeTest : IAsyncDisposable
{
    private static readonly DateTimeOffset UnDimanche = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private readonly HoteDeTest _hote;
    private readonly PostgresServer? _reserve;

    private PortailDeTest(string connexion, FakeTimeProvider horloge, HoteDeTest hote, PostgresServer? reserve = null) =>
        (Connexion, Horloge, _hote, _reserve) = (connexion, horloge, hote, reserve);

    public string Connexion { get; }

    public FakeTimeProvider Horloge { get; }

    public IServiceProvider Services => _hote.Fabrique.Services;

    /// <summary>Where a browser reaches the portal that <see cref="EcouterAsync"/> opened.</summary>
    public Uri Adresse => _hote.Fabrique.ClientOptions.BaseAddress;

    /// <summary>A portal on a new database; its process may have served another test before, unless something in it is replaced.</summary>
    /// <param name="referentiel">True for a database that also has the territories of France.</param>
    /// <param name="maintenant">22 November 2026 at noon unless told; a cookie older than 8 hours of this clock is over.</param>
    public static async Task<PortailDeTest> OuvrirAsync(
        PostgresServer serveur, bool referentiel = false, DateTimeOffset? maintenant = null, Action<IServiceCollection>? remplacer = null)
    {
        var connexion = referentiel ? await serveur.CreateDatabaseAvecReferentielAsync() : await serveur.CreateDatabaseAsync();
        return remplacer is null
            ? await SurAsync(serveur, connexion, maintenant ?? UnDimanche)
            : Sur(connexion, maintenant ?? UnDimanche, remplacer);
    }

    /// <summary>As above, on a database that exists and that no other portal is on.</summary>
    public static async Task<PortailDeTest> SurAsync(PostgresServer serveur, string connexion, DateTimeOffset maintenant)
    {
        var horloge = new FakeTimeProvider(maintenant);
        return new(connexion, horloge, await serveur.Hotes.PrendreAsync(connexion, horloge), serveur);
    }

    /// <summary>A process of its own on a database that exists: two portals behind one address, or one restarted.</summary>
    public static PortailDeTest Sur(
        string connexion, DateTimeOffset maintenant, Action<IServiceCollection>? remplacer = null, Action<IWebHostBuilder>? regler = null)
    {
        var horloge = new FakeTimeProvider(maintenant);
        return new(connexion, horloge, HoteDeTest.Neuf(connexion, horloge, remplacer, regler));
    }

    /// <summary>As <see cref="OuvrirAsync"/>, on a free port of this machine, for real browsers.</summary>
    /// <param name="demonstration">True for the territories of France and the demonstration data.</param>
    public static async Task<PortailDeTest> EcouterAsync(PostgresServer serveur, bool referentiel = false, bool demonstration = false)
    {
        var connexion = referentiel || demonstration ? await serveur.CreateDatabaseAvecReferentielAsync() : await serveur.CreateDatabaseAsync();
        var horloge = new FakeTimeProvider(UnDimanche);
        return new(connexion, horloge, HoteDeTest.Neuf(
            connexion, horloge, regler: hote => hote.UseSetting("CtgPortal:Demonstration", $"{demonstration}"), ecoute: true));
    }

    /// <summary>Takes requests to this portal; cookies are the caller’s business.</summary>
    public HttpMessageHandler Porte() => _hote.Fabrique.Server.CreateHandler();

    /// <summary>A browser with nobody signed in. Redirections are not followed.</summary>
    public HttpClient Anonyme() => _hote.Fabrique.CreateClient(new() { AllowAutoRedirect = false });

    /// <summary>As <see cref="Anonyme"/>, with cookies that <see cref="CookiesDeAsync"/> can read: a phone.</summary>
    public HttpClient AvecCookies() => _hote.Fabrique.CreateDefaultClient(new Uri("http://localhost"), new GestionCookies(new()));

    /// <summary>What a browser of this portal would send with the opening of a live channel.</summary>
    public static async Task<string> CookiesDeAsync(HttpClient navigateur)
    {
        using var requete = new HttpRequestMessage(HttpMethod.Get, new Uri("/salle/direct", UriKind.Relative));
        using var reponse = await navigateur.SendAsync(requete);
        return string.Join("; ", requete.Headers.TryGetValues("Cookie", out var cookies) ? cookies : []);
    }

    public WebSocketClient WebSocket() => _hote.Fabrique.Server.CreateWebSocketClient();

    /// <summary>A browser signed in as a new account that holds these habilitations.</summary>
    public async Task<HttpClient> ConnecterAsync(params Habilitation[] habilitations) =>
        await ConnecterAsync("Camille", "Essai", $"camille-{Guid.CreateVersion7():N}@demo.test", habilitations);

    /// <summary>A browser signed in as a new account that holds one role over one convention.</summary>
    public Task<HttpClient> ConnecterAsync(Role role, ConventionId convention) =>
        ConnecterAsync(new Habilitation(role, Portee.Convention, convention.Value.ToString()));

    public async Task<HttpClient> ConnecterAsync(string prenom, string nom, string courriel, params Habilitation[] habilitations) =>
        Revenir(await EntrerAsync(prenom, nom, courriel, habilitations));

    /// <summary>A browser that kept these cookies.</summary>
    public HttpClient Revenir(CookieContainer cookies) => _hote.Fabrique.CreateDefaultClient(new Uri("http://localhost"), new GestionCookies(cookies));

    /// <returns>The cookies of a new account, signed in.</returns>
    public async Task<CookieContainer> EntrerAsync(string prenom, string nom, string courriel, params Habilitation[] habilitations)
    {
        await using var portee = Services.CreateAsyncScope();
        var db = portee.ServiceProvider.GetRequiredService<CtgDbContext>();
        var utilisateur = new Utilisateur
        {
            Id = Guid.CreateVersion7(),
            Prenom = prenom,
            Nom = nom,
            Email = courriel,
            NormalizedEmail = courriel.ToUpperInvariant(),
            UserName = courriel,
            NormalizedUserName = courriel.ToUpperInvariant(),
            EmailConfirmed = true,
            SecurityStamp = Guid.CreateVersion7().ToString("N"),
        };
        utilisateur.Habiliter(habilitations);
        db.Users.Add(utilisateur);
        await db.SaveChangesAsync();
        return Cookie(utilisateur.Id, utilisateur.SecurityStamp);
    }

    /// <summary>A password for an account that is signed in, to confirm who they are.</summary>
    internal async Task DonnerMotDePasseAsync(string courriel, string motDePasse)
    {
        await using var portee = Services.CreateAsyncScope();
        var id = await portee.ServiceProvider.GetRequiredService<CtgDbContext>().Users.Where(u => u.Email == courriel).Select(u => u.Id).SingleAsync();
        var hachage = portee.ServiceProvider.GetRequiredService<Microsoft.AspNetCore.Identity.IPasswordHasher<Utilisateur>>().HashPassword(new(), motDePasse);
        await portee.ServiceProvider.GetRequiredService<CtgDbContext>().Users.Where(u => u.Id == id)
            .ExecuteUpdateAsync(u => u.SetProperty(x => x.PasswordHash, hachage));
    }

    /// <summary>A new account that signs in by the form, with this password.</summary>
    internal async Task InscrireAsync(string courriel, string prenom, string nom, string motDePasse, params Habilitation[] habilitations)
    {
        await using var portee = Services.CreateAsyncScope();
        var comptes = portee.ServiceProvider.GetRequiredService<IComptes>();
        var id = default(UtilisateurId);
        foreach (var habilitation in habilitations)
        {
            id = await comptes.InviterAsync(new(courriel, prenom, nom, null, habilitation, "Les tests", "", ""), CancellationToken.None);
        }

        await comptes.ChangerMotDePasseAsync(id, motDePasse, CancellationToken.None);
    }

    /// <summary>What the application answers to somebody, without a page.</summary>
    internal async Task<T> EnvoyerAsync<T>(IRequest<T> requete, params Habilitation[] habilitations)
    {
        await using var portee = Services.CreateAsyncScope();
        portee.ServiceProvider.GetRequiredService<UtilisateurAmbiant>().AgirComme(new(UtilisateurId.New(), "Camille Essai", null, habilitations));
        return await portee.ServiceProvider.GetRequiredService<IMediator>().Send(requete);
    }

    /// <summary>Saves aggregates that builders made.</summary>
    public Task SauverAsync(params object[] aggregates) => EcrireAsync(async db =>
    {
        db.AddRange(aggregates);
        await db.SaveChangesAsync();
    });

    internal async Task EcrireAsync(Func<CtgDbContext, Task> ecrire)
    {
        await using var portee = Services.CreateAsyncScope();
        portee.ServiceProvider.GetRequiredService<UtilisateurAmbiant>().AgirComme(Personne.Systeme("Préparation des tests"));
        await ecrire(portee.ServiceProvider.GetRequiredService<CtgDbContext>());
    }

    internal async Task<T> LireAsync<T>(Func<CtgDbContext, Task<T>> lire)
    {
        await using var portee = Services.CreateAsyncScope();
        return await lire(portee.ServiceProvider.GetRequiredService<CtgDbContext>());
    }

    public async ValueTask DisposeAsync()
    {
        if (_reserve is null)
        {
            await _hote.DisposeAsync();
        }
        else
        {
            _reserve.Hotes.Rendre(_hote);
        }
    }

    // the very ticket that signing in writes, without the form
    private CookieContainer Cookie(Guid id, string sceau)
    {
        var options = Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var identite = new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, id.ToString()), new("sceau", sceau)], IdentityConstants.ApplicationScheme);
        var ticket = new AuthenticationTicket(
            new(identite),
            new() { IssuedUtc = Horloge.GetUtcNow(), ExpiresUtc = Horloge.GetUtcNow() + options.ExpireTimeSpan },
            IdentityConstants.ApplicationScheme);
        var pot = new CookieContainer();
        pot.Add(new Cookie(options.Cookie.Name!, options.TicketDataFormat.Protect(ticket), "/", "localhost"));
        return pot;
    }

    private sealed class GestionCookies(CookieContainer pot) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (pot.GetCookieHeader(request.RequestUri!) is { Length: > 0 } envoyes)
            {
                request.Headers.Add("Cookie", envoyes);
            }

            var reponse = await base.SendAsync(request, cancellationToken);
            if (reponse.Headers.TryGetValues("Set-Cookie", out var cookies))
            {
                foreach (var cookie in cookies)
                {
                    pot.SetCookies(request.RequestUri!, cookie);
                }
            }

            return reponse;
        }
    }
}
