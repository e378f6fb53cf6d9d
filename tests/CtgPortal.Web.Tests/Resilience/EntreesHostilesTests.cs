using System.Collections.Concurrent;
using System.Net;
using System.Reflection;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CtgPortal.Web.Tests.Common;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CtgPortal.Web.Tests.Resilience;

/// <summary>Every page and every form of the portal, found by enumeration, under input nobody meant.</summary>
public sealed class EntreesHostilesTests(Exploration portail) : IClassFixture<Exploration>
{
    private static readonly string[] Valeurs =
    [
        "999999999", "99999999999999999999", "-1", "0", "abc", "", " ", "é'\"<>&;--", "%", "\0", "a\0b", "1;DROP TABLE conventions", "\u202E\uFFFF",
        "00000000-0000-0000-0000-000000000000", "EnSuivi,EnDiagnostic", "77", "2026-13-45", "0001-01-01", "9999-12-31", new string('x', 4_000),
    ];

    // names of filters whatever the page, on top of those each page declares
    private static readonly string[] Filtres = ["p", "tri", "q", "handler", "statut", "version", "page", "area", "id"];

    // pages that are only read do not wait for one another
    private static readonly ParallelOptions ALaFois = new() { MaxDegreeOfParallelism = 4 };

    private readonly Exploration _portail = portail;

    private static CancellationToken Arret => TestContext.Current.CancellationToken;

    [Fact]
    public void Chaque_page_se_rejoint_par_des_liens()
    {
        // for whoever is not signed in, from a mail, as a fragment, or for a script
        string[] ailleurs = ["connexion", "deconnexion", "compte/mot-de-passe", "territoires/suggestions", "conventions/{id:guid}/presences"];
        var perdues = _portail.Descriptions.Where(d => _portail.Adresse(d) is null).Select(d => d.AttributeRouteInfo!.Template).Except(ailleurs).ToList();

        Assert.True(perdues.Count == 0, $"No link leads to {string.Join(", ", perdues)}.");
    }

    [Fact]
    public async Task Aucune_question_dans_l_adresse_ne_fait_tomber_une_page()
    {
        var pannes = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(_portail.Descriptions, ALaFois, async (page, _) =>
        {
            var adresse = _portail.Adresse(page) ?? "/" + page.AttributeRouteInfo!.Template;
            var declares = Parametres(page).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
            foreach (var valeur in Valeurs.Select(Uri.EscapeDataString))
            {
                await NoterAsync(pannes, HttpMethod.Get, $"{adresse}?{string.Join('&', declares.Concat(Filtres).Select(nom => $"{nom}={valeur}"))}");
                foreach (var nom in declares)
                {
                    await NoterAsync(pannes, HttpMethod.Get, $"{adresse}?{nom}={valeur}");
                }
            }

            await NoterAsync(pannes, HttpMethod.Get, $"{adresse}?{string.Join('&', Enumerable.Range(0, 500).Select(i => $"statut={i}"))}");
            await NoterAsync(pannes, HttpMethod.Get, $"{adresse}?q=%ff%fe&%00=%00&=&&&q[]=1&q[0].x=2&__proto__=3");
        });

        Assert.Equal([], pannes);
    }

    [Fact]
    public async Task Un_identifiant_inconnu_ou_illisible_donne_404()
    {
        var ecarts = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(_portail.Descriptions.Where(d => d.AttributeRouteInfo!.Template!.Contains(":guid}", StringComparison.Ordinal)), ALaFois, async (page, _) =>
        {
            var modele = "/" + page.AttributeRouteInfo!.Template;
            foreach (var faux in new[] { Guid.CreateVersion7().ToString(), Guid.Empty.ToString(), "pas-un-guid", "1", "%20", "..%2f..", new string('a', 300) })
            {
                var adresse = System.Text.RegularExpressions.Regex.Replace(modele, "{[^}]*guid}", faux);
                using var reponse = await _portail.Navigateur.GetAsync(new Uri(adresse, UriKind.Relative), Arret);
                if (reponse.StatusCode != HttpStatusCode.NotFound)
                {
                    ecarts.Add($"{(int)reponse.StatusCode} {adresse}");
                }
            }

            // a known convention, an unknown thing in it
            if (modele.Count(c => c == '{') > 1 && modele.StartsWith("/conventions/{id:guid}", StringComparison.Ordinal))
            {
                var adresse = System.Text.RegularExpressions.Regex.Replace(
                    modele.Replace("{id:guid}", _portail.Conventions[0].Value.ToString(), StringComparison.Ordinal), "{[^}]*guid}", Guid.CreateVersion7().ToString());
                using var reponse = await _portail.Navigateur.GetAsync(new Uri(adresse, UriKind.Relative), Arret);
                if (reponse.StatusCode != HttpStatusCode.NotFound)
                {
                    ecarts.Add($"{(int)reponse.StatusCode} {adresse}");
                }
            }
        });

        Assert.Equal([], ecarts);
    }

    [Fact]
    public async Task Un_envoi_sans_jeton_est_refuse_par_une_page_en_francais()
    {
        var ecarts = new List<string>();
        var avant = await _portail.EmpreinteAsync();
        // the page that verifies a file reads no cookie and changes nothing: it asks no token, and says what is wrong with the file itself
        foreach (var page in _portail.Descriptions.Where(d => d.ViewEnginePath != "/Verifier/Index"))
        {
            var adresse = Adresse(page);
            foreach (var methode in new[] { HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Patch })
            {
                using var demande = new HttpRequestMessage(methode, new Uri(adresse, UriKind.Relative)) { Content = new FormUrlEncodedContent([]) };
                using var reponse = await _portail.Navigateur.SendAsync(demande, Arret);
                var texte = await reponse.Content.ReadAsStringAsync(Arret);
                if (reponse.StatusCode != HttpStatusCode.BadRequest || !texte.Contains("La demande n’a pas pu être lue", StringComparison.Ordinal))
                {
                    ecarts.Add($"{methode} {(int)reponse.StatusCode} {adresse}");
                }
            }
        }

        Assert.Equal([], ecarts);
        Assert.Equal(avant, await _portail.EmpreinteAsync());
    }

    [Fact]
    public async Task Une_methode_que_la_page_n_attend_pas_est_refusee_sans_panne()
    {
        var ecarts = new List<string>();
        var jeton = _portail.Pages.Values.Select(p => p.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value")).First(v => v is not null)!;
        foreach (var page in _portail.Descriptions.Where(d => d.ViewEnginePath != "/Comptes/Deconnexion"))
        {
            var adresse = Adresse(page);
            var attendPost = page is CompiledPageActionDescriptor { HandlerMethods: var methodes } && methodes.Any(m => HttpMethods.IsPost(m.HttpMethod));
            foreach (var methode in new[] { "PUT", "DELETE", "OPTIONS", attendPost ? "PATCH" : "POST" })
            {
                using var demande = new HttpRequestMessage(new HttpMethod(methode), new Uri(adresse, UriKind.Relative));
                demande.Headers.Add("RequestVerificationToken", jeton);
                using var reponse = await _portail.Navigateur.SendAsync(demande, Arret);
                // gone: a page that a link from a mail opens says first that the link is no longer good
                if (reponse.StatusCode is not (HttpStatusCode.MethodNotAllowed or HttpStatusCode.Gone))
                {
                    ecarts.Add($"{methode} {(int)reponse.StatusCode} {adresse}");
                }
            }

            using var tete = new HttpRequestMessage(HttpMethod.Head, new Uri(adresse, UriKind.Relative));
            using var entetes = await _portail.Navigateur.SendAsync(tete, Arret);
            using var lecture = await _portail.Navigateur.GetAsync(new Uri(adresse, UriKind.Relative), Arret);
            if (entetes.StatusCode != lecture.StatusCode)
            {
                ecarts.Add($"HEAD {(int)entetes.StatusCode} GET {(int)lecture.StatusCode} {adresse}");
            }
        }

        Assert.Equal([], ecarts);
    }

    [Fact]
    public async Task Un_texte_demesure_est_refuse_et_rien_n_est_enregistre()
    {
        var ecarts = new List<string>();
        var essais = 0;
        var demesure = string.Concat(Enumerable.Repeat("démesuré ", 1_112));
        var avant = await _portail.EmpreinteAsync();
        foreach (var modele in _portail.Formulaires())
        {
            foreach (var (adresse, form, champ) in modele.ParChamp(Lignes))
            {
                essais++;
                var champs = Exploration.Champs(form).Where(c => c.Key != champ).Append(new(champ, demesure));
                using var reponse = await _portail.PosterAsync(adresse, form, champs);
                if (reponse.StatusCode is not (HttpStatusCode.BadRequest or HttpStatusCode.Conflict) || avant != await _portail.EmpreinteAsync())
                {
                    ecarts.Add($"{(int)reponse.StatusCode} {champ} on {adresse}");
                    avant = await _portail.EmpreinteAsync();
                }
            }
        }

        Assert.Equal([], ecarts);
        Assert.NotEqual(0, essais);
    }

    [Fact]
    public async Task Un_caractere_nul_est_refuse_a_son_champ()
    {
        var ecarts = new List<string>();
        var essais = 0;
        foreach (var modele in _portail.Formulaires())
        {
            foreach (var (adresse, form, champ) in modele.ParChamp(Exploration.ChampsDeTexte))
            {
                essais++;
                var champs = Exploration.Champs(form).Where(c => c.Key != champ).Append(new(champ, "zé\0ro"));
                using var reponse = await _portail.PosterAsync(adresse, form, champs);
                var texte = await reponse.Content.ReadAsStringAsync(Arret);
                if (reponse.StatusCode != HttpStatusCode.BadRequest || !texte.Contains("caractère invisible", StringComparison.Ordinal))
                {
                    ecarts.Add($"{(int)reponse.StatusCode} {champ} on {adresse}");
                }
            }
        }

        Assert.Equal([], ecarts);
        Assert.NotEqual(0, essais);
    }

    [Theory]
    [InlineData("convention.pdf?version=abc", HttpStatusCode.BadRequest)]
    [InlineData("convention.pdf?version=99999999999", HttpStatusCode.BadRequest)]
    [InlineData("convention.pdf?version=-1", HttpStatusCode.NotFound)]
    [InlineData("export.json?version=77", HttpStatusCode.NotFound)]
    [InlineData("pieces/00000000-0000-0000-0000-000000000000", HttpStatusCode.NotFound)]
    [InlineData("pieces/abc", HttpStatusCode.NotFound)]
    public async Task Un_document_demande_de_travers_le_dit(string fin, HttpStatusCode attendu)
    {
        var page = await PageHtml.OuvrirAsync(_portail.Navigateur, $"/conventions/{_portail.Conventions[^1].Value}/{fin}");

        Assert.Equal(attendu, page.Statut);
        Assert.Single(page.Document.QuerySelectorAll("h1"));
    }

    private static List<string> Lignes(IHtmlFormElement form) => [.. form
        .QuerySelectorAll<IHtmlInputElement>("input[type=text][name], input[type=email][name], input:not([type])[name]").Select(i => i.Name!).Distinct()];

    private static IEnumerable<string> Parametres(PageActionDescriptor page)
    {
        if (page is not CompiledPageActionDescriptor compilee)
        {
            return [];
        }

        return compilee.ModelTypeInfo!.GetProperties()
            .Where(p => p.GetCustomAttribute<FromQueryAttribute>() is not null || p.GetCustomAttribute<BindPropertyAttribute>() is { SupportsGet: true })
            .Select(p => p.GetCustomAttribute<FromQueryAttribute>()?.Name ?? p.GetCustomAttribute<BindPropertyAttribute>()?.Name ?? p.Name)
            .Concat(compilee.HandlerMethods.Where(h => HttpMethods.IsGet(h.HttpMethod)).SelectMany(h => h.Parameters).Select(p => p.BindingInfo?.BinderModelName ?? p.Name));
    }

    private async Task NoterAsync(ConcurrentBag<string> pannes, HttpMethod methode, string adresse)
    {
        using var demande = new HttpRequestMessage(methode, new Uri(adresse, UriKind.Relative));
        using var reponse = await _portail.Navigateur.SendAsync(demande, Arret);
        if ((int)reponse.StatusCode >= 500)
        {
            pannes.Add($"{(int)reponse.StatusCode} {adresse[..Math.Min(adresse.Length, 200)]}");
        }
    }

    /// <summary>Where links lead; else a page for scripts, on a convention that exists.</summary>
    private string Adresse(PageActionDescriptor page) => _portail.Adresse(page)
        ?? "/" + page.AttributeRouteInfo!.Template!.Replace("{id:guid}", $"{_portail.Conventions[0].Value}", StringComparison.Ordinal);
}
