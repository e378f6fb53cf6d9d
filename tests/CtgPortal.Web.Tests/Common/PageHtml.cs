using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace CtgPortal.Web.Tests.Common;

/// <summary>A page as a browser without script sees it: read it, fill its form, send it back with its hidden fields.</summary>
internal sealed class PageHtml
{
    private readonly HttpClient _navigateur;
    private readonly string _adresse;

    private PageHtml(HttpClient navigateur, string adresse, HttpResponseMessage reponse, IHtmlDocument document) =>
        (_navigateur, _adresse, Reponse, Document) = (navigateur, adresse, reponse, document);

    public HttpResponseMessage Reponse { get; }

    public HttpStatusCode Statut => Reponse.StatusCode;

    public IHtmlDocument Document { get; }

    /// <summary>Text of the error summary, empty when there is none.</summary>
    public string Erreurs => Document.QuerySelector("#erreurs")?.TextContent ?? "";

    public string Texte => Document.Body?.TextContent ?? "";

    public static async Task<PageHtml> OuvrirAsync(HttpClient navigateur, string adresse)
    {
        var reponse = await navigateur.GetAsync(new Uri(adresse, UriKind.Relative));
        return await LireAsync(navigateur, adresse, reponse);
    }

    /// <param name="formulaire">CSS selector of the form, or of something in it; a button that sends it elsewhere does.</param>
    /// <param name="champs">Values to type; a name that the form does not have is an error of the test. A repeated name gives a list.</param>
    public async Task<PageHtml> EnvoyerAsync(string formulaire, params (string Nom, string Valeur)[] champs)
    {
        var form = Form(formulaire);
        var cible = Document.QuerySelector(formulaire)?.GetAttribute("formaction") ?? Cible(form);
        using var contenu = Rempli(form, champs);
        return await LireAsync(_navigateur, cible, await _navigateur.PostAsync(new Uri(cible, UriKind.RelativeOrAbsolute), contenu));
    }

    /// <summary>What a script of the page posts: the form as it is filled, to another address, for another kind of answer.</summary>
    public async Task<HttpResponseMessage> PosterAsync(HttpClient navigateur, string formulaire, string adresse, string accepte, params (string Nom, string Valeur)[] champs)
    {
        using var requete = new HttpRequestMessage(HttpMethod.Post, new Uri(adresse, UriKind.Relative)) { Content = Rempli(Form(formulaire), champs) };
        requete.Headers.Accept.ParseAdd(accepte);
        return await navigateur.SendAsync(requete);
    }

    /// <summary>Sends the search form of the page, a plain GET.</summary>
    public Task<PageHtml> ChercherAsync(string texte)
    {
        var form = Form("main form[role='search'], form.filtres, main form[method='get']");
        return OuvrirAsync(_navigateur, $"{Cible(form)}?q={Uri.EscapeDataString(texte)}");
    }

    /// <summary>As above with a file, as multipart.</summary>
    public async Task<PageHtml> EnvoyerFichierAsync(string formulaire, string champFichier, string nom, byte[] octets, params (string Nom, string Valeur)[] champs)
    {
        var form = Form(formulaire);
        using var contenu = new MultipartFormDataContent();
        foreach (var (cle, valeur) in Champs(form).Where(d => !Array.Exists(champs, c => c.Nom == d.Key)).Select(d => (d.Key, d.Value)).Concat(champs))
        {
            contenu.Add(new StringContent(valeur), cle);
        }

        contenu.Add(new ByteArrayContent(octets), champFichier, nom);
        var cible = Cible(form);
        return await LireAsync(_navigateur, cible, await _navigateur.PostAsync(new Uri(cible, UriKind.RelativeOrAbsolute), contenu));
    }

    /// <summary>Follows the redirection of an accepted form.</summary>
    public Task<PageHtml> SuivreAsync()
    {
        Assert.True(Statut is HttpStatusCode.Found or HttpStatusCode.SeeOther, $"Expected a redirection, got {(int)Statut}: {Erreurs}");
        return OuvrirAsync(_navigateur, Reponse.Headers.Location!.ToString());
    }

    private static async Task<PageHtml> LireAsync(HttpClient navigateur, string adresse, HttpResponseMessage reponse) =>
        new(navigateur, adresse, reponse, await new HtmlParser().ParseDocumentAsync(await reponse.Content.ReadAsStringAsync()));

    private static FormUrlEncodedContent Rempli(IHtmlFormElement form, (string Nom, string Valeur)[] champs)
    {
        var donnees = Champs(form);
        foreach (var nom in champs.Select(c => c.Nom).Distinct())
        {
            Assert.True(form.QuerySelector($"[name='{nom}']") is not null, $"The form has no field {nom}.");
            donnees.RemoveAll(d => d.Key == nom);
        }

        donnees.AddRange(champs.Select(c => KeyValuePair.Create(c.Nom, c.Valeur)));
        return new(donnees);
    }

    private IHtmlFormElement Form(string selecteur)
    {
        var element = Document.QuerySelector(selecteur);
        Assert.True(element is not null, $"Nothing matches {selecteur} on {_adresse} ({(int)Statut}).");
        return element as IHtmlFormElement ?? element.Closest("form") as IHtmlFormElement
            ?? throw new InvalidOperationException($"{selecteur} is in no form.");
    }

    private string Cible(IHtmlFormElement form) => form.GetAttribute("action") is { Length: > 0 } action ? action : _adresse;

    private static List<KeyValuePair<string, string>> Champs(IHtmlFormElement form)
    {
        var champs = new List<KeyValuePair<string, string>>();
        foreach (var element in form.Elements)
        {
            switch (element)
            {
                case IHtmlInputElement { Name.Length: > 0, Type: "checkbox" or "radio" } coche:
                    if (coche.IsChecked)
                    {
                        champs.Add(new(coche.Name!, coche.Value));
                    }

                    break;
                case IHtmlInputElement { Name.Length: > 0 } saisie when saisie.Type is not ("submit" or "button" or "file"):
                    champs.Add(new(saisie.Name!, saisie.Value));
                    break;
                case IHtmlTextAreaElement { Name.Length: > 0 } zone:
                    champs.Add(new(zone.Name!, zone.Value));
                    break;
                case IHtmlSelectElement { Name.Length: > 0 } liste:
                    champs.AddRange(liste.Options.Where(o => o.IsSelected).Select(o => KeyValuePair.Create(liste.Name!, o.Value)));
                    break;
            }
        }

        return champs;
    }
}
