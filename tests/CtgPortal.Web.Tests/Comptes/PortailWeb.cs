using System.Net;
using AngleSharp;
using AngleSharp.Html.Dom;
using CtgPortal.Application.Comptes;
using CtgPortal.Domain.Comptes;
using CtgPortal.Infrastructure.Persistence;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CtgPortal.Web.Tests.Comptes;

/// <summary>The portal for people who sign in by its form.</summary>
internal sealed class PortailWeb : IAsyncDisposable
{
    public const string MotDePasse = "une phrase pour entrer";

    private readonly PortailDeTest _portail;

    private PortailWeb(PortailDeTest portail)
    {
        _portail = portail;
        // of two messages one is the last
        portail.Horloge.AutoAdvanceAmount = TimeSpan.FromMilliseconds(1);
    }

    public static async Task<PortailWeb> OuvrirAsync(PostgresServer serveur) => new(await PortailDeTest.OuvrirAsync(serveur));

    /// <summary>A process of its own, that lets in so few people a minute.</summary>
    public static async Task<PortailWeb> OuvrirAsync(PostgresServer serveur, int connexionsParMinute) => new(PortailDeTest.Sur(
        await serveur.CreateDatabaseAsync(), UneConvention.Maintenant, regler: hote => hote.UseSetting("Limites:ConnexionsParMinute", $"{connexionsParMinute}")));

    public HttpClient Anonyme() => _portail.Anonyme();

    public NavigateurDeTest Naviguer() => new(Anonyme());

    public async Task<T> AvecAsync<T>(Func<IServiceProvider, Task<T>> agir)
    {
        await using var portee = _portail.Services.CreateAsyncScope();
        return await agir(portee.ServiceProvider);
    }

    public Task<T> LireAsync<T>(Func<CtgDbContext, Task<T>> lire) => _portail.LireAsync(lire);

    /// <summary>The address of the last link sent.</summary>
    public async Task<string> DernierLienAsync() => await LireAsync(async db =>
    {
        var texte = await db.Courriels.Where(c => c.Texte.Contains("jeton=")).OrderByDescending(c => c.CreeLe).Select(c => c.Texte).FirstAsync();
        return texte.Split('\n').Select(l => l.Trim()).First(l => l.Contains("jeton=", StringComparison.Ordinal))["http://localhost".Length..];
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

    public ValueTask DisposeAsync() => _portail.DisposeAsync();
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
        return await PosterAsync(formulaire.GetAttribute("action") is { Length: > 0 } a ? a : adresse, formulaire, saisie);
    }

    /// <summary>Posts a form already read, to the address of one of its buttons.</summary>
    public async Task<PageLue> PosterAsync(string cible, IHtmlFormElement formulaire, params (string Nom, string Valeur)[] saisie)
    {
        var champs = formulaire.Elements.SelectMany(Champs).Where(c => !saisie.Any(s => s.Nom == c.Nom)).Concat(saisie);
        using var contenu = new FormUrlEncodedContent(champs.Select(c => KeyValuePair.Create(c.Nom, c.Valeur)));
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
