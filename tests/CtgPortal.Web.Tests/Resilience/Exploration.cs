using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CtgPortal.Application.Signatures;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Suivi;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using CtgPortal.Web.Tests.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CtgPortal.Web.Tests.Resilience;

/// <summary>
/// A portal with one convention at each stage, and everything that somebody with every right reaches in it by its links: the tests
/// that send hostile input run over all of it, so that a new page is tried without being named here.
/// </summary>
public sealed class Exploration(PostgresServer serveur) : IAsyncLifetime
{
    private static readonly StatutConvention[] Etapes =
        [StatutConvention.EnDiagnostic, StatutConvention.EnAteliers, StatutConvention.EnRedaction, StatutConvention.EnSuivi];

    private const int ParSorte = 10;

    /// <summary>An administrator who is also adviser of the Caf and a signer.</summary>
    public HttpClient Navigateur { get; private set; } = null!;

    public IReadOnlyList<ConventionId> Conventions { get; private set; } = [];

    /// <summary>Every page that answered 200, by its address.</summary>
    internal IReadOnlyDictionary<string, PageHtml> Pages { get; private set; } = new Dictionary<string, PageHtml>();

    internal PortailDeTest Portail { get; private set; } = null!;

    /// <summary>The page routes of the portal, error page excepted.</summary>
    public IReadOnlyList<PageActionDescriptor> Descriptions => [.. Portail.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .Select(e => e.Metadata.GetMetadata<PageActionDescriptor>()).OfType<PageActionDescriptor>()
        .Where(d => d.ViewEnginePath != "/Erreur").DistinctBy(d => d.AttributeRouteInfo!.Template)];

    public async ValueTask InitializeAsync()
    {
        Portail = await PortailDeTest.OuvrirAsync(serveur, referentiel: true, maintenant: UneConvention.Maintenant);
        Navigateur = await Portail.ConnecterAsync(
            "Claire", "Morel", "president@demo.test",
            Habilitation.Nationale(Role.Administrateur), new(Role.Conseiller, Portee.Caf, "02"));
        Conventions = await SemerAsync();
        Pages = await VisiterAsync();
    }

    /// <summary>The address of a page with ids that exist, or null when the exploration never met it.</summary>
    public string? Adresse(PageActionDescriptor page)
    {
        var modele = new TemplateMatcher(TemplateParser.Parse(page.AttributeRouteInfo!.Template!), []);
        return Pages.Keys.Select(SansQuestion)
            .Where(a => modele.TryMatch(a, []))
            // « nouveau » also matches the place of an id: the shortest number of parameters wins, as in routing
            .FirstOrDefault(a => Descriptions
                .Where(d => new TemplateMatcher(TemplateParser.Parse(d.AttributeRouteInfo!.Template!), []).TryMatch(a, []))
                .OrderBy(d => d.AttributeRouteInfo!.Template!.Count(c => c == '{')).First() == page);
    }

    /// <summary>Every form that posts, with the page it stands on; one per address it posts to and page route.</summary>
    internal IEnumerable<(string Adresse, PageHtml Page, IHtmlFormElement Form)> Formulaires() => Pages
        .SelectMany(p => p.Value.Document.QuerySelectorAll<IHtmlFormElement>("main form")
            .Where(f => string.Equals(f.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase))
            .Select(f => (Adresse: p.Key, Page: p.Value, Form: f)))
        .DistinctBy(f => (SansQuestion(f.Adresse), f.Form.GetAttribute("action")));

    public async Task<(int Journal, int Comptes, int Courriels)> EmpreinteAsync() => await Portail.LireAsync(async db =>
        (await db.Journal.CountAsync(), await db.Users.CountAsync(), await db.Courriels.CountAsync()));

    public async ValueTask DisposeAsync()
    {
        Navigateur.Dispose();
        await Portail.DisposeAsync();
    }

    public static string SansQuestion(string adresse) => adresse.Split('?')[0];

    /// <summary>What each field of a form holds now, as a browser would send it.</summary>
    public static List<KeyValuePair<string, string>> Champs(IHtmlFormElement form)
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

    /// <summary>Fields in which a person types words.</summary>
    public static IReadOnlyList<string> ChampsDeTexte(IHtmlFormElement form) => [.. form.Elements
        .Select(e => e switch
        {
            // a number typed as text has its own reading and its own message
            IHtmlInputElement { Type: "text" or "search" or "email" or "tel" or "password", Name.Length: > 0 } saisie
                when saisie.GetAttribute("inputmode") is not ("decimal" or "numeric") => saisie.Name!,
            IHtmlTextAreaElement { Name.Length: > 0 } zone => zone.Name!,
            _ => "",
        })
        .Where(nom => nom.Length > 0).Distinct()];

    public async Task<HttpResponseMessage> PosterAsync(string page, IHtmlFormElement form, IEnumerable<KeyValuePair<string, string>> champs)
    {
        var cible = form.GetAttribute("action") is { Length: > 0 } action ? action : page;
        // a large form-encoded body in one go: HttpClient's own encoder refuses more than 64 kB per value
        using var contenu = new MultipartFormDataContent();
        foreach (var (nom, valeur) in champs)
        {
            contenu.Add(new StringContent(valeur), $"\"{nom}\"");
        }

        return await Navigateur.PostAsync(new Uri(cible, UriKind.RelativeOrAbsolute), contenu, TestContext.Current.CancellationToken);
    }

    private async Task<List<ConventionId>> SemerAsync()
    {
        var semees = new List<ConventionId>();
        foreach (var etape in Etapes)
        {
            var convention = UneConvention.Au(etape);
            var diagnostic = etape == StatutConvention.EnDiagnostic
                ? UnDiagnostic.Rempli(convention.Id).Diagnostic
                : UnDiagnostic.Valide(convention.Id).Diagnostic;
            var (plan, fiches) = UnPlan.Complet(convention.Id, 2, 1, 2);
            await Portail.SauverAsync(
            [
                convention, diagnostic, plan, UnAtelier.Tenu(convention.Id).Atelier, UnAtelier.Clos(convention.Id).Atelier,
                .. fiches, .. fiches.Select(SuiviFiche.Commencer),
            ]);
            semees.Add(convention.Id);
        }

        var enSignature = UneConvention.Au(StatutConvention.EnRedaction);
        var (planSigne, fichesSignees) = UnPlan.Complet(enSignature.Id, 1, 1, 1);
        await Portail.SauverAsync([enSignature, UnDiagnostic.Valide(enSignature.Id).Diagnostic, planSigne, .. fichesSignees, .. fichesSignees.Select(SuiviFiche.Commencer)]);
        await using var portee = Portail.Services.CreateAsyncScope();
        portee.ServiceProvider.GetRequiredService<UtilisateurAmbiant>().AgirComme(
            new(UtilisateurId.New(), "Camille Essai", "camille@demo.test", [new(Role.Conseiller, Portee.Caf, "02")]));
        await portee.ServiceProvider.GetRequiredService<IMediator>().Send(new OuvrirALaSignature.Command(enSignature.Id, enSignature.Revision));
        semees.Add(enSignature.Id);
        return semees;
    }

    private async Task<Dictionary<string, PageHtml>> VisiterAsync()
    {
        var file = new Queue<string>();
        foreach (var modele in Descriptions.Select(d => "/" + d.AttributeRouteInfo!.Template!.TrimStart('/')))
        {
            if (!modele.Contains('{', StringComparison.Ordinal))
            {
                file.Enqueue(modele);
            }
            else if (modele.StartsWith("/conventions/{id:guid}", StringComparison.Ordinal) && modele.Count(c => c == '{') == 1)
            {
                foreach (var convention in Conventions)
                {
                    file.Enqueue(modele.Replace("{id:guid}", convention.Value.ToString(), StringComparison.Ordinal));
                }
            }
        }

        file.Enqueue("/territoires?q=hirson");
        var vues = new Dictionary<string, PageHtml>();
        var deja = new HashSet<string>();
        var parPage = new Dictionary<string, int>();
        while (file.TryDequeue(out var adresse))
        {
            var chemin = SansQuestion(adresse);
            // France has 35,000 communes, and a table sorts both ways: a few addresses of each kind are enough
            var sorte = string.Join('/', chemin.Split('/').Select(s => s.Any(char.IsAsciiDigit) ? "*" : s));
            if (!deja.Add(adresse) || (parPage[sorte] = parPage.GetValueOrDefault(sorte) + 1) > ParSorte)
            {
                continue;
            }

            var page = await PageHtml.OuvrirAsync(Navigateur, adresse);
            Assert.True((int)page.Statut < 500, $"{adresse} answered {(int)page.Statut}.");
            if (page.Statut != HttpStatusCode.OK || page.Reponse.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            vues[adresse] = page;
            foreach (var lien in page.Document.QuerySelectorAll<IHtmlAnchorElement>("a[href]").Select(a => a.GetAttribute("href")!))
            {
                var cible = lien.Split('#')[0];
                if (cible.StartsWith('?'))
                {
                    cible = chemin + cible;
                }

                if (cible.StartsWith('/') && !EstUnFichier(SansQuestion(cible)))
                {
                    file.Enqueue(cible);
                }
            }
        }

        return vues;
    }

    private static bool EstUnFichier(string chemin) =>
        chemin.Contains("/pieces/", StringComparison.Ordinal) || chemin.StartsWith("/schemas/", StringComparison.Ordinal) || Path.HasExtension(chemin);
}
