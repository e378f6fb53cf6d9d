using System.Data.Common;
using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using AngleSharp.Html.Parser;
using CtgPortal.Application.Acces;
using CtgPortal.Domain.Comptes;
using CtgPortal.Web.Common;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CtgPortal.Web.Tests.Common;

/// <summary>The shell alone, without a database, to see what it answers when something behind it refuses or fails.</summary>
public sealed class PortalShellTests : IAsyncLifetime
{
    private readonly WebApplication _app = Build();

    public async ValueTask InitializeAsync() => await _app.StartAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData("/essai/403", HttpStatusCode.Forbidden, "Vous n’avez pas accès à cette page")]
    [InlineData("/essai/404", HttpStatusCode.NotFound, "Cette page n’existe pas")]
    [InlineData("/essai/409", HttpStatusCode.Conflict, "L’action n’a pas pu être faite")]
    [InlineData("/essai/429", HttpStatusCode.TooManyRequests, "Trop de demandes en peu de temps")]
    [InlineData("/nulle-part", HttpStatusCode.NotFound, "Cette page n’existe pas")]
    [InlineData("/erreur/500", HttpStatusCode.NotFound, "Cette page n’existe pas")]
    public async Task Un_refus_devient_une_page_en_francais(string adresse, HttpStatusCode statut, string titre)
    {
        var (reponse, page) = await GetAsync(adresse, "nom=Anne");

        Assert.Equal(statut, reponse.StatusCode);
        Assert.Equal(titre, Assert.Single(page.QuerySelectorAll("h1")).TextContent);
        Assert.StartsWith(titre, page.Title, StringComparison.Ordinal);
        Assert.Equal("fr", page.DocumentElement.GetAttribute("lang"));
        Assert.Null(page.QuerySelector(".page-erreur-reference"));
    }

    [Theory]
    [InlineData("/essai/bogue", HttpStatusCode.InternalServerError, "Une erreur est survenue")]
    [InlineData("/essai/panne", HttpStatusCode.ServiceUnavailable, "Le portail est momentanément indisponible")]
    public async Task Une_panne_donne_une_reference_et_ne_montre_rien_d_autre(string adresse, HttpStatusCode statut, string titre)
    {
        var (reponse, page) = await GetAsync(adresse, "nom=Anne");

        Assert.Equal(statut, reponse.StatusCode);
        Assert.Equal(titre, Assert.Single(page.QuerySelectorAll("h1")).TextContent);
        Assert.Matches("^[0-9a-f]{32}$", page.QuerySelector(".page-erreur-reference code")!.TextContent);
        Assert.Null(page.QuerySelector(".menu-personne"));
        Assert.DoesNotContain("secret", page.DocumentElement.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task La_page_de_panne_s_affiche_meme_quand_la_session_ne_peut_plus_etre_lue()
    {
        var (reponse, page) = await GetAsync("/essai/404", "panne=1");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, reponse.StatusCode);
        Assert.NotNull(page.QuerySelector(".page-erreur-reference"));
    }

    [Fact]
    public async Task Un_envoi_trop_lourd_est_refuse_avec_la_limite()
    {
        using var client = _app.GetTestClient();
        using var content = new ByteArrayContent(new byte[(3 * 1024 * 1024) + 1]);
        using var reponse = await client.PostAsync(new Uri("/accessibilite", UriKind.Relative), content, TestContext.Current.CancellationToken);
        var texte = await reponse.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, reponse.StatusCode);
        Assert.Contains("Un envoi ne peut pas dépasser 3 Mo.", texte.Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Une_page_qui_ne_dit_rien_demande_une_connexion()
    {
        var (reponse, _) = await GetAsync("/conventions?statut=EnSuivi", cookie: null);

        Assert.Equal(HttpStatusCode.Redirect, reponse.StatusCode);
        Assert.Equal("/connexion", reponse.Headers.Location!.AbsolutePath);
    }

    [Fact]
    public async Task Un_fragment_demande_sans_session_mene_toute_la_page_a_la_connexion()
    {
        var (reponse, _) = await GetAsync("/conventions", cookie: null, ("HX-Request", "true"));

        Assert.Equal("/connexion", Assert.Single(reponse.Headers.GetValues("HX-Redirect")));
        Assert.Null(reponse.Headers.Location);
    }

    [Fact]
    public async Task Chaque_page_interdit_les_scripts_et_styles_dans_le_texte_et_n_en_contient_pas()
    {
        var (reponse, page) = await GetAsync("/accessibilite", cookie: null);
        var csp = Assert.Single(reponse.Headers.GetValues("Content-Security-Policy"));

        Assert.Contains("script-src 'self';", csp, StringComparison.Ordinal);
        Assert.Contains("style-src 'self';", csp, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", csp, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("style, [style], script:not([src]), [onclick], [onload]"));
        Assert.All(page.QuerySelectorAll("script, link[rel=stylesheet]"), e => Assert.Contains("?v=", e.GetAttribute("src") ?? e.GetAttribute("href")!, StringComparison.Ordinal));
    }

    private static WebApplication Build()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(Program).Assembly.GetName().Name,
            ContentRootPath = ContentRoot(),
            EnvironmentName = "Test",
        });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Configuration["Televersements:TailleMaxMo"] = "3";
        builder.Configuration["Serilog:MinimumLevel:Override:Microsoft"] = "Fatal";
        builder.AddRequestLog();
        builder.AddPortalShell();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<IUtilisateurCourant, Personne>();
        builder.Services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddScheme<CookieAuthenticationOptions, Session>(IdentityConstants.ApplicationScheme, o => o.LoginPath = "/connexion");

        var app = builder.Build();
        app.UsePortalShell();
        app.MapRazorPages();
        app.MapGet("/essai/bogue", () => { throw new InvalidOperationException("secret"); });
        app.MapGet("/essai/panne", () => { throw new InvalidOperationException("secret", new Panne()); });
        app.MapGet("/essai/{statut:int}", (int statut) => Results.StatusCode(statut));
        return app;
    }

    private static string ContentRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CtgPortal.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("CtgPortal.sln is not above the tests.");
        }

        return Path.Combine(folder.FullName, "src", "CtgPortal.Web");
    }

    private async Task<(HttpResponseMessage Reponse, AngleSharp.Html.Dom.IHtmlDocument Page)> GetAsync(
        string adresse, string? cookie, params (string Nom, string Valeur)[] entetes)
    {
        using var client = _app.GetTestClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, adresse);
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        foreach (var (nom, valeur) in entetes)
        {
            request.Headers.Add(nom, valeur);
        }

        var reponse = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var texte = await reponse.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (reponse, new HtmlParser().ParseDocument(texte));
    }

    /// <summary>Signed in when the cookie has a name; fails as the database would when it says so.</summary>
    private sealed class Session(IOptionsMonitor<CookieAuthenticationOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : CookieAuthenticationHandler(options, logger, encoder)
    {
        protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            await Task.Yield();
            if (Request.Cookies.ContainsKey("panne"))
            {
                throw new Panne();
            }

            return Request.Cookies["nom"] is { } nom
                ? AuthenticateResult.Success(new(new(new ClaimsIdentity([new(ClaimTypes.Name, nom)], Scheme.Name)), Scheme.Name))
                : AuthenticateResult.NoResult();
        }
    }

    private sealed class Personne(IHttpContextAccessor accessor) : IUtilisateurCourant
    {
        public UtilisateurId? Id => accessor.HttpContext?.User.Identity?.Name is null ? null : UtilisateurId.New();

        public string Nom => accessor.HttpContext?.User.Identity?.Name ?? "";

        public string? Courriel => null;

        public IReadOnlyList<Habilitation> Habilitations => [];
    }

    private sealed class Panne : DbException
    {
        public override bool IsTransient => true;
    }
}
