using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace CtgPortal.Browser.Tests.Common;

/// <summary>A window of one person; it remembers everything that went wrong in it.</summary>
internal sealed class Onglet : IAsyncDisposable
{
    // a refused form answers the page again with its reasons: the page itself is what the test looks at
    private static readonly int[] PagesRemontrees = [400, 403, 404, 409, 410];

    private readonly IBrowserContext _contexte;
    private readonly List<string> _incidents = [];
    private int _rang;

    private Onglet(IBrowserContext contexte, IPage page, Ecran ecran) => (_contexte, Page, Ecran) = (contexte, page, ecran);

    public IPage Page { get; }

    public Ecran Ecran { get; private set; }

    public static async Task<Onglet> OuvrirAsync(IBrowserContext contexte, Ecran ecran)
    {
        await contexte.AddInitScriptAsync(
            "addEventListener('securitypolicyviolation', e => console.error(`CSP ${e.effectiveDirective}: ${e.blockedURI} ${e.sourceFile}:${e.lineNumber}`))");
        var onglet = new Onglet(contexte, await contexte.NewPageAsync(), ecran);
        onglet.Ecouter();
        return onglet;
    }

    public Task<IResponse?> AllerAsync(string adresse) => Page.GotoAsync(adresse);

    /// <summary>The editors of long texts replace their text areas a moment after the page; an act begun on a text area would wait for it to come back.</summary>
    public async Task EditeursAsync()
    {
        // the scripts of the page have run
        await Page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
        if (await Page.Locator("html.avec-script").CountAsync() > 0)
        {
            await Expect(Page.Locator("textarea[data-riche]:visible")).ToHaveCountAsync(0);
        }
    }

    public async Task SeConnecterAsync(string courriel, string motDePasse = Site.MotDePasse)
    {
        if (!Page.Url.Contains("/connexion", StringComparison.Ordinal))
        {
            await AllerAsync("/connexion");
        }

        await EcrireAsync("Adresse électronique", courriel);
        await EcrireAsync("Mot de passe", motDePasse);
        await CliquerAsync("Se connecter");
        await Expect(Page.GetByRole(AriaRole.Navigation, new() { Name = "Rubriques du portail" })).ToBeVisibleAsync();
    }

    public Task SeDeconnecterAsync() => _contexte.ClearCookiesAsync();

    /// <summary>The field that this label names, as somebody who reads or listens finds it.</summary>
    public ILocator Champ(string libelle) => Page.GetByLabel(new Regex($@"^\s*{Regex.Escape(libelle)}(\s*\*)?\s*$"));

    /// <summary>What the field holds, in a field or in an editor.</summary>
    public async Task ContientAsync(string libelle, string texte)
    {
        await PresentAsync(libelle);
        await (await Champ(libelle).GetAttributeAsync("role") == "textbox"
            ? Expect(Champ(libelle)).ToHaveTextAsync(texte)
            : Expect(Champ(libelle)).ToHaveValueAsync(texte));
    }

    /// <summary>Types over what the field holds, key by key.</summary>
    public async Task EcrireAsync(string libelle, string texte)
    {
        await PresentAsync(libelle);
        await EcrireAsync(Champ(libelle), texte);
    }

    /// <summary>The page that holds the field is there, and its editors with it.</summary>
    private async Task PresentAsync(string libelle)
    {
        await Champ(libelle).First.WaitForAsync();
        await EditeursAsync();
    }

    public static async Task EcrireAsync(ILocator champ, string texte)
    {
        await champ.ClickAsync();
        await champ.PressAsync("Control+A");
        await champ.PressSequentiallyAsync(texte);
    }

    public Task ChoisirAsync(string libelle, string option) => Champ(libelle).SelectOptionAsync(new SelectOptionValue { Label = option });

    public Task CocherAsync(string libelle) => Champ(libelle).CheckAsync();

    /// <summary>A date field is typed day, month, year: the browser is French.</summary>
    public Task DaterAsync(string libelle, DateOnly jour) => Champ(libelle).FillAsync(jour.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public Task CliquerAsync(string bouton) => Page.GetByRole(AriaRole.Button, new() { Name = bouton, Exact = false }).First.ClickAsync();

    /// <summary>Follows a link of the page's own content.</summary>
    public Task SuivreAsync(string lien) => Page.GetByRole(AriaRole.Link, new() { Name = lien, Exact = false }).First.ClickAsync();

    /// <summary>One of the tabs of a convention.</summary>
    public Task OuvrirOngletAsync(string onglet) => Page.GetByRole(AriaRole.Navigation, new() { Name = "Pages de la convention" })
        .GetByRole(AriaRole.Link, new() { Name = onglet, Exact = true }).ClickAsync();

    public Task TitreAsync(string titre) => Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(titre);

    public Task AnnonceAsync(string texte) => Expect(Page.Locator("#annonce")).ToContainTextAsync(texte);

    public Task VoitAsync(string texte) => Expect(Page.Locator("main")).ToContainTextAsync(texte);

    public Task AdresseAsync(string suffixe) =>
        Expect(Page).ToHaveURLAsync(new Regex(Regex.Escape(suffixe) + "([?#].*)?$"));

    public async Task RedimensionnerAsync(Ecran ecran)
    {
        Ecran = ecran;
        await Page.SetViewportSizeAsync(ecran.Largeur, ecran.Hauteur);
        // rules that depend on the width are in force with the next picture; a page behind another draws none
        await Page.EvaluateAsync("() => new Promise((fait) => { requestAnimationFrame(() => requestAnimationFrame(fait)); setTimeout(fait, 500); })");
    }

    /// <summary>A file of the portal, asked for with this person's session.</summary>
    public Task<IAPIResponse> TelechargerAsync(string adresse) => _contexte.APIRequest.GetAsync(adresse);

    /// <summary>Fails with everything that is wrong with the page as it stands: structure, accessibility, network, scripts.</summary>
    public async Task VerifierAsync(string nom)
    {
        var defauts = await DefautsAsync(nom);
        Assert.True(defauts.Count == 0, $"{nom} ({Page.Url}, {Ecran.Nom} px):{Environment.NewLine}- {string.Join(Environment.NewLine + "- ", defauts)}");
    }

    public async Task<IReadOnlyList<string>> DefautsAsync(string nom)
    {
        await CapturerAsync(nom);
        string[] defauts = [.. await PageSaine.StructureAsync(Page), .. await Axe.DefautsAsync(Page), .. await PageSaine.FocusAsync(Page), .. _incidents];
        _incidents.Clear();
        return defauts;
    }

    /// <summary>Saves what is seen into the folder that <c>CTG_CAPTURES</c> names, for people to look at.</summary>
    public async Task CapturerAsync(string nom)
    {
        if (Environment.GetEnvironmentVariable("CTG_CAPTURES") is not { Length: > 0 } dossier)
        {
            return;
        }

        // as high as the page: what sticks to the bottom of the screen is then at its end
        var hauteur = await Page.EvaluateAsync<int>("document.documentElement.scrollHeight");
        await Page.SetViewportSizeAsync(Ecran.Largeur, Math.Max(hauteur, Ecran.Hauteur));
        await Page.ScreenshotAsync(new()
        {
            Path = Path.Combine(dossier, Ecran.Nom, $"{nom}.png"),
            // hiding the caret would write a style into the page, which its policy forbids
            Caret = ScreenshotCaret.Initial,
        });
        await Page.SetViewportSizeAsync(Ecran.Largeur, Ecran.Hauteur);
    }

    /// <summary>As <see cref="CapturerAsync"/>, numbered: the steps of a journey in their order.</summary>
    public Task EtapeAsync(string parcours, string nom) => CapturerAsync($"{parcours}-{++_rang:00}-{nom}");

    public async ValueTask DisposeAsync()
    {
        if (Page.IsClosed)
        {
            return;
        }

        await CapturerAsync($"fin/{TestContext.Current.Test?.TestDisplayName.Split('.')[^1]}-{GetHashCode()}");
        await _contexte.CloseAsync();
    }

    private static IPageAssertions Expect(IPage page) => Assertions.Expect(page);

    private static ILocatorAssertions Expect(ILocator element) => Assertions.Expect(element);

    private void Ecouter()
    {
        Page.PageError += (_, erreur) => _incidents.Add($"script: {erreur}");
        Page.Console += (_, message) =>
        {
            // what the server answered is judged below, with its status
            if (message.Type is "error" or "warning" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                _incidents.Add($"console: {message.Text}");
            }
        };
        Page.RequestFailed += (_, requete) =>
        {
            // aborted: a suggestion that is no longer wanted, a page that is left, a file that is saved
            if (requete.Failure != "net::ERR_ABORTED")
            {
                _incidents.Add($"réseau: {requete.Method} {requete.Url} {requete.Failure}");
            }
        };
        Page.Response += (_, reponse) =>
        {
            var page = reponse.Request.ResourceType is "document" or "xhr" or "fetch";
            if (reponse.Status >= 400 && !(page && PagesRemontrees.Contains(reponse.Status)))
            {
                _incidents.Add($"réseau: {reponse.Request.Method} {reponse.Url} {reponse.Status}");
            }
        };
    }
}
