using System.Net;
using AngleSharp;
using AngleSharp.Html.Dom;
using CtgPortal.Application.Comptes;
using CtgPortal.Domain.Comptes;
using CtgPortal.Infrastructure.Persistence;
using CtgPortal.TestSupport;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CtgPortal.Web.Tests.Comptes;

/// <summary>The portal itself, over HTTP, on a database of its own; the scheduler is off.</summary>
internal sealed class PortailWeb(string connexion, int connexionsParMinute = 1_000) : WebApplicationFactory<Program>
{
    public const string MotDePasse = "une phrase pour entrer";

    public static async Task<PortailWeb> OuvrirAsync(PostgresServer serveur, int connexionsParMinute = 1_000) =>
        new(await serveur.CreateDatabaseAsync(), connexionsParMinute);

    public NavigateurDeTest Naviguer() => new(CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }));

    public async Task<T> AvecAsync<T>(Func<IServiceProvider, Task<T>> agir)
    {
        await using var portee = Services.CreateAsyncScope();
        return await agir(portee.ServiceProvider);
    }

    public Task<T> LireAsync<T>(Func<CtgDbContext, Task<T>> lire) => AvecAsync(s => lire(s.GetRequiredService<CtgDbContext>()));

    /// <summary>The address of the last link sent.</summary>
    public async Task<string> DernierLienAsync() => await LireAsync(async db =>
    {
        var texte = await db.Courriels.Where(c => c.Texte.Contains("jeton=")).OrderByDescending(c => c.CreeLe).Select(c => c.Texte).FirstAsync();
        return texte.Split('\n').Select(l => l.Trim()).First(l => l.Contains("jeton=", StringComparison.Ordinal))["http://localhost:5080".Length..];
    });

    public async Task<Guid> InscrireAsync(string courriel, params Habilitation[] habilitations) => await AvecAsync(async s =>
    {
        var comptes = s.GetRequiredService<IComptes>();
        var id = default(UtilisateurId);
        foreach (var h in habilitations)
        {
            id = await comptes.InviterAsync(new(courriel, "Claire", "Morel", null, h, "Les tests", "", ""), CancellationToken.None);
        }

        await comptes.ChangerMotDePasseAsync(id, MotDePasse, CancellationToken.None);
        return id.Value;
    });

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Test");
        builder.UseSetting("ConnectionStrings:CtgPortal", connexion);
        builder.UseSetting("CtgPortal:Taches", "false");
        builder.UseSetting("Limites:ConnexionsParMinute", $"{connexionsParMinute}");
        builder.ConfigureTestServices(services => services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1_000));
    }
}

/// <summary>Reads pages and posts their forms back as a browser does, antiforgery included.</summary>
internal sealed class NavigateurDeTest(HttpClient client)
{
    public async Task<PageLue> LireAsync(string adresse) => await ComprendreAsync(await client.GetAsync(new Uri(adresse, UriKind.Relative)));

    /// <param name="action">Part of the address the form posts to; the first form that posts when empty.</param>
    public Task<PageLue> EnvoyerAsync(string adresse, string action, params (string Nom, string Valeur)[] saisie) =>
        EnvoyerAsync(adresse, f => f.Action.Contains(action, StringComparison.OrdinalIgnoreCase), saisie);

    /// <param name="choix">The form, among those of the page that post.</param>
    public async Task<PageLue> EnvoyerAsync(string adresse, Func<IHtmlFormElement, bool> choix, params (string Nom, string Valeur)[] saisie)
    {
        var page = await LireAsync(adresse);
        var formulaire = page.Document.Forms.First(f => f.Method == "post" && f.GetAttribute("action") != "/deconnexion" && choix(f));
        var champs = formulaire.Elements.SelectMany(Champs).Where(c => !saisie.Any(s => s.Nom == c.Nom)).Concat(saisie);
        using var contenu = new FormUrlEncodedContent(champs.Select(c => KeyValuePair.Create(c.Nom, c.Valeur)));
        var cible = formulaire.GetAttribute("action") is { Length: > 0 } a ? a : adresse;
        return await ComprendreAsync(await client.PostAsync(new Uri(cible, UriKind.Relative), contenu));
    }

    /// <summary>What a browser would send of a control: nothing for a button or for a box that is not ticked.</summary>
    private static IEnumerable<(string Nom, string Valeur)> Champs(AngleSharp.Dom.IElement controle) => controle switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } or IHtmlInputElement { Type: "submit" } => [],
        IHtmlInputElement { Name: { Length: > 0 } nom } champ => [(nom, champ.Value)],
        IHtmlTextAreaElement { Name: { Length: > 0 } nom } zone => [(nom, zone.Value)],
        IHtmlSelectElement { Name: { Length: > 0 } nom } liste => liste.SelectedOptions.Select(o => (nom, o.Value)),
        _ => [],
    };

    public Task<PageLue> SeConnecterAsync(string courriel, string motDePasse = PortailWeb.MotDePasse, string adresse = "/connexion") =>
        EnvoyerAsync(adresse, "", ("Input.Courriel", courriel), ("Input.MotDePasse", motDePasse));

    public Task<PageLue> EnvoyerDeconnexionAsync() => EnvoyerAsync("/deconnexion", "");

    private static async Task<PageLue> ComprendreAsync(HttpResponseMessage reponse)
    {
        var html = await reponse.Content.ReadAsStringAsync();
        var document = (IHtmlDocument)await BrowsingContext.New(Configuration.Default).OpenAsync(r => r.Content(html));
        return new(reponse.StatusCode, reponse.Headers.Location?.OriginalString, document, reponse);
    }
}

internal sealed record PageLue(HttpStatusCode Statut, string? Vers, IHtmlDocument Document, HttpResponseMessage Reponse)
{
    public string Titre => Document.QuerySelector("h1")?.TextContent ?? "";

    public string Erreurs => Document.QuerySelector(".validation-summary-errors ul")?.TextContent.Trim() ?? "";

    public string Texte => Document.QuerySelector("main")?.TextContent ?? "";
}
