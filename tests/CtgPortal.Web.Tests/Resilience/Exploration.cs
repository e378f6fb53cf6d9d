using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CtgPortal.Application.Avenants;
using CtgPortal.Application.Commentaires;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Equipements;
using CtgPortal.Application.Imports;
using CtgPortal.Application.Signatures;
using CtgPortal.Application.Signatures.Parapheurs;
using CtgPortal.Application.Signatures.Sceaux;
using CtgPortal.Application.Textes;
using CtgPortal.Application.Textes.Avis;
using CtgPortal.Application.Versions;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Avenants;
using CtgPortal.Domain.Commentaires;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Equipements;
using CtgPortal.Domain.Imports;
using CtgPortal.Domain.Signatures;
using CtgPortal.Domain.Suivi;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using CtgPortal.TestSupport.Sceaux;
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
/// <remarks>It is explored once per run; each exploration then stands on its own copy of what was found.</remarks>
public sealed class Exploration(PostgresServer serveur) : IAsyncLifetime
{
    private static readonly ConcurrentDictionary<PostgresServer, Lazy<Task<Releve>>> Releves = new();

    private static readonly StatutConvention[] Etapes =
        [StatutConvention.EnDiagnostic, StatutConvention.EnAteliers, StatutConvention.EnRedaction, StatutConvention.EnSuivi];

    private const int ParSorte = 10;

    /// <summary>An administrator who is also adviser of the Caf and a signer.</summary>
    public HttpClient Navigateur { get; private set; } = null!;

    public IReadOnlyList<ConventionId> Conventions { get; private set; } = [];

    /// <summary>Every page that answered 200, by its address.</summary>
    internal IReadOnlyDictionary<string, IHtmlDocument> Pages { get; private set; } = new Dictionary<string, IHtmlDocument>();

    internal PortailDeTest Portail { get; private set; } = null!;

    /// <summary>The page routes of the portal, error page excepted.</summary>
    public IReadOnlyList<PageActionDescriptor> Descriptions => DescriptionsDe(Portail);

    private static IReadOnlyList<PageActionDescriptor> DescriptionsDe(PortailDeTest portail) => [.. portail.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .Select(e => e.Metadata.GetMetadata<PageActionDescriptor>()).OfType<PageActionDescriptor>()
        .Where(d => d.ViewEnginePath != "/Erreur").DistinctBy(d => d.AttributeRouteInfo!.Template)];

    public async ValueTask InitializeAsync()
    {
        var releve = await Releves.GetOrAdd(serveur, s => new(() => ReleverAsync(s))).Value;
        Portail = await PortailDeTest.SurAsync(serveur, await serveur.CopyDatabaseAsync(releve.Connexion), UneConvention.Maintenant);
        var cookies = new CookieContainer();
        cookies.Add(releve.Cookies.GetAllCookies());
        Navigateur = Portail.Revenir(cookies);
        Conventions = releve.Conventions;
        Pages = releve.Pages.ToDictionary(p => p.Key, p => new HtmlParser().ParseDocument(p.Value));
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

    /// <summary>
    /// Every form that posts, one <see cref="Modele"/> per page route, address it posts to and set of fields: the same code answers
    /// all pages of a model, whatever the convention.
    /// </summary>
    internal IReadOnlyList<Modele> Formulaires() => [.. Pages
        .SelectMany(p => p.Value.QuerySelectorAll<IHtmlFormElement>("main form")
            .Where(f => string.Equals(f.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase))
            .Select(f => new Formulaire(p.Key, f)))
        .DistinctBy(f => (SansQuestion(f.Adresse), f.Form.GetAttribute("action")))
        .GroupBy(f => f.Sorte)
        .Select(g => new Modele([.. g]))];

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

    private static async Task<Releve> ReleverAsync(PostgresServer serveur)
    {
        await using var portail = await PortailDeTest.OuvrirAsync(serveur, referentiel: true, maintenant: UneConvention.Maintenant);
        var cookies = await portail.EntrerAsync(
            "Claire", "Morel", "president@demo.test", Habilitation.Nationale(Role.Administrateur), new(Role.Conseiller, Portee.Caf, "02"));
        using var navigateur = portail.Revenir(cookies);
        var (conventions, liens) = await SemerAsync(portail);
        return new(portail.Connexion, cookies, conventions, await VisiterAsync(portail, navigateur, conventions, liens));
    }

    /// <summary>The conventions made, and the addresses that are reached by a mail or a code only.</summary>
    private static async Task<(List<ConventionId> Conventions, List<string> Liens)> SemerAsync(PortailDeTest portail)
    {
        var semees = new List<ConventionId>();
        foreach (var etape in Etapes)
        {
            var convention = UneConvention.Au(etape);
            var diagnostic = etape == StatutConvention.EnDiagnostic
                ? UnDiagnostic.Rempli(convention.Id).Diagnostic
                : UnDiagnostic.Valide(convention.Id).Diagnostic;
            var (plan, fiches) = UnPlan.Complet(convention.Id, 2, 1, 2);
            var (tenu, contribution) = UnAtelier.Tenu(convention.Id);
            await portail.SauverAsync(
            [
                convention, diagnostic, plan, tenu, contribution, UneSalle.Ouverte(tenu, code: CodeSalle.Nouveau()), UnAtelier.Clos(convention.Id).Atelier,
                UneEnquete.AvecResultats(convention.Id), UneEnquete.Entretien(convention.Id), UneEnquete.Document(convention.Id),
                .. fiches, .. fiches.Select(SuiviFiche.Commencer),
            ]);
            semees.Add(convention.Id);
        }

        var (invite, assistance) = UnAtelier.AvecInvites(new DateOnly(2026, 12, 1), semees[1]);
        await portail.SauverAsync(invite, assistance);
        var invitation = $"/invitations/{semees[1].Value}/{invite.Id.Value}?jeton={assistance.Personnes[0].Jeton}";
        await portail.ImportLuAsync(semees[0]);
        var pieces = await SemerLesPiecesAsync(portail, semees[0]);

        var enSignature = UneConvention.Au(StatutConvention.EnRedaction);
        var (planSigne, fichesSignees) = UnPlan.Complet(enSignature.Id, 1, 1, 1);
        await portail.SauverAsync([enSignature, UnDiagnostic.Valide(enSignature.Id).Diagnostic, planSigne, .. fichesSignees, .. fichesSignees.Select(SuiviFiche.Commencer)]);
        await using var portee = portail.Services.CreateAsyncScope();
        var feuilles = await SemerLesFeuillesAsync(portail, semees[1]);
        var avis = await SemerLeTexteAsync(portail, semees[2]);
        await FichesDeBibliotheque.SemerAsync(
            portail, semees[2], await portail.LireAsync(db => db.FichesAction.Where(f => f.ConventionId == semees[2]).Select(f => f.Id).FirstAsync()));
        portee.ServiceProvider.GetRequiredService<UtilisateurAmbiant>().AgirComme(
            new(UtilisateurId.New(), "Camille Essai", "camille@demo.test", [new(Role.Conseiller, Portee.Caf, "02")]));
        await portee.ServiceProvider.GetRequiredService<IMediator>().Send(new OuvrirALaSignature.Command(enSignature.Id, enSignature.Revision, UneOuverture.Choix));
        var signataire = await portail.LireAsync(db => db.Signatures.SelectMany(s => s.Lignes).OrderByDescending(l => l.Numero).Select(l => l.Id).FirstAsync());
        await portee.ServiceProvider.GetRequiredService<IMediator>().Send(
            new DeposerScan.Command(enSignature.Id, [signataire], DateOnly.FromDateTime(UneConvention.Maintenant.UtcDateTime), "%PDF-1.7"u8.ToArray()));
        var retour = await SemerUnRetourAsync(portail, portee.ServiceProvider.GetRequiredService<IMediator>(), enSignature.Id);
        semees.Add(enSignature.Id);
        semees.AddRange([await SemerUneRepriseAsync(portail, avecAvenant: false), await SemerUneRepriseAsync(portail, avecAvenant: true)]);
        semees.Add(await portail.EnvoyerAsync(RepriseDeTest.Commande, new Habilitation(Role.Conseiller, Portee.Caf, "02")));
        var lien = $"/signer/{await portail.Services.JetonAsync("direction@demo.test")}";
        return (semees, [invitation, avis, lien, retour, .. feuilles, .. pieces]);
    }

    /// <summary>Signed elsewhere, with what was signed vouched for: an avenant can be prepared, or is being written.</summary>
    private static async Task<ConventionId> SemerUneRepriseAsync(PortailDeTest portail, bool avecAvenant)
    {
        var convention = Convention.Reprendre(UneConvention.Ouverture(), new DateOnly(2026, 1, 15), UneConvention.Maintenant);
        var coordination = new Habilitation(Role.Coordination, Portee.Convention, convention.Id.Value.ToString());
        await portail.SauverAsync(convention, UnDiagnostic.Valide(convention.Id).Diagnostic, UnPlan.Vide(convention.Id));
        await portail.EnvoyerAsync(new FixerEtatSigne.Command(convention.Id, convention.Revision), coordination);
        if (avecAvenant)
        {
            await portail.EnvoyerAsync(
                new PreparerAvenant.Command(convention.Id, convention.Revision, [NatureAvenant.Prolonger], "prolonger", null, new DateOnly(2030, 12, 31), []), coordination);
        }

        return convention.Id;
    }

    /// <returns>The address of a file that came back from a parapheur: one comes to it by sending the file.</returns>
    private static async Task<string> SemerUnRetourAsync(PortailDeTest portail, IMediator mediator, ConventionId convention)
    {
        var circuit = await portail.LireAsync(db => db.Signatures.AsNoTracking().SingleAsync(s => s.ConventionId == convention));
        var remis = await portail.LireAsync(db => db.Pieces.Where(p => p.Id == circuit.TexteId).Select(p => p.Contenu).SingleAsync());
        var ligne = circuit.Lignes.First(l => l.EstDue && l.Etat != EtatLigne.AControler);
        var champ = NomsDeChamps.DuSignataire(ligne.SignataireId!.Value.Value.ToString(), ligne.Numero);
        var fichier = await mediator.Send(new RecevoirRetour.Command(convention, ParapheurDeTest.Signer(remis, champ, "Un cachet de service", UneConvention.Maintenant)));
        return $"/conventions/{convention.Value}/signature/parapheur/{fichier.Value}";
    }

    /// <returns>The addresses where attachments are added: one comes to them by a refusal.</returns>
    private static async Task<List<string>> SemerLesPiecesAsync(PortailDeTest portail, ConventionId convention)
    {
        var coordination = new Habilitation(Role.Coordination, Portee.Convention, convention.Value.ToString());
        List<string> adresses = [];
        var entretien = await portail.LireAsync(db => db.Entretiens.Where(e => e.ConventionId == convention).Select(e => e.Id).SingleAsync());
        var fiche = await portail.LireAsync(db => db.FichesAction.Where(f => f.ConventionId == convention).Select(f => f.Id).FirstAsync());
        foreach (var porteur in new[] { PorteurPieces.De(entretien), PorteurPieces.De(fiche) })
        {
            await portail.EnvoyerAsync(new JoindrePieces.Command(convention, porteur, [new("notes.pdf", "%PDF-1.7"u8.ToArray(), "Notes")]), coordination);
            adresses.Add($"/conventions/{convention.Value}/pieces-jointes/{porteur.Nature.ToString().ToLowerInvariant()}/{porteur.Cible}");
        }

        return adresses;
    }

    /// <returns>The addresses of sheets that were sent and are not written yet: one comes to them by sending.</returns>
    private static async Task<List<string>> SemerLesFeuillesAsync(PortailDeTest portail, ConventionId convention)
    {
        var coordination = new Habilitation(Role.Coordination, Portee.Convention, convention.Value.ToString());
        await portail.EnvoyerAsync(
            new AjouterEquipement.Command(convention, new(TypeEquipement.Creche, null, "Les Loups", null, null, [], null, null, [], null, [], EstProjet: false, null, null)), coordination);
        Task<ImportTableurId> Envoyer() => portail.EnvoyerAsync(
            new DeposerTableur.Command(convention, NatureImport.Equipements, "annexe 2.csv", "Type;Nom\nCrèche;Les Louveteaux\n"u8.ToArray()), coordination);
        var (envoye, lu) = (await Envoyer(), await Envoyer());
        var depot = (await portail.EnvoyerAsync(new ConsulterImportEquipements.Query(convention, lu), coordination))!.Import;
        await portail.EnvoyerAsync(
            new PreciserTableur.Command(convention, NatureImport.Equipements, lu, depot.Revision, 0, depot.Lecture.LigneEnTete, depot.Lecture.Champs, null), coordination);
        var plan = await portail.FeuillesDePlanAsync(convention);
        return
        [
            $"/conventions/{convention.Value}/equipements/import/{envoye.Value}/colonnes", $"/conventions/{convention.Value}/equipements/import/{lu.Value}",
            $"/conventions/{convention.Value}/plan/importer/{plan.APreciser.Value}/colonnes", $"/conventions/{convention.Value}/plan/importer/{plan.Precise.Value}",
        ];
    }

    /// <summary>A text that people write, on which a partner is asked for an opinion, and a version kept of it.</summary>
    /// <returns>What the partner receives.</returns>
    private static async Task<string> SemerLeTexteAsync(PortailDeTest portail, ConventionId convention)
    {
        var coordination = new Habilitation(Role.Coordination, Portee.Convention, convention.Value.ToString());
        await portail.EnvoyerAsync(new CommencerTexte.Command(convention), coordination);
        await portail.EnvoyerAsync(new OuvrirCommentaire.Command(convention, CibleCommentaire.SurPassage("preambule"), "À relire", []), coordination);
        var fiche = await portail.LireAsync(db => db.FichesAction.Where(f => f.ConventionId == convention).Select(f => f.Id).FirstAsync());
        await portail.UnCommentaireAsync(convention, fiche);
        await portail.EnvoyerAsync(new GarderVersion.Command(convention, "Avant le comité", null), coordination);
        await portail.EnvoyerAsync(
            new DemanderAvis.Command(convention, [new("MSA", "msa@demo.test")], UneConvention.Maintenant.AddDays(30).JourEnFrance(), null), coordination);
        var avis = await portail.LireAsync(db => db.AvisPartenaires.SingleAsync(a => a.ConventionId == convention));
        return $"/avis/{avis.Id.Value}?jeton={avis.Jeton}";
    }

    private static async Task<Dictionary<string, string>> VisiterAsync(
        PortailDeTest portail, HttpClient navigateur, List<ConventionId> conventions, List<string> liens)
    {
        var file = new Queue<string>(liens);
        foreach (var modele in DescriptionsDe(portail).Select(d => "/" + d.AttributeRouteInfo!.Template!.TrimStart('/')))
        {
            if (!modele.Contains('{', StringComparison.Ordinal))
            {
                file.Enqueue(modele);
            }
            else if (modele.StartsWith("/conventions/{id:guid}", StringComparison.Ordinal) && modele.Count(c => c == '{') == 1)
            {
                foreach (var convention in conventions)
                {
                    file.Enqueue(modele.Replace("{id:guid}", convention.Value.ToString(), StringComparison.Ordinal));
                }
            }
        }

        file.Enqueue("/territoires?q=hirson");
        var vues = new Dictionary<string, string>();
        var deja = new HashSet<string>();
        var parPage = new Dictionary<string, int>();
        while (file.TryDequeue(out var adresse))
        {
            var chemin = SansQuestion(adresse);
            // France has 35,000 communes, and a table sorts both ways: a few addresses of each kind are enough
            var sorte = SorteDe(chemin);
            if (!deja.Add(adresse) || (parPage[sorte] = parPage.GetValueOrDefault(sorte) + 1) > ParSorte)
            {
                continue;
            }

            var page = await PageHtml.OuvrirAsync(navigateur, adresse);
            Assert.True((int)page.Statut < 500, $"{adresse} answered {(int)page.Statut}.");
            if (page.Statut != HttpStatusCode.OK || page.Reponse.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            vues[adresse] = await page.Reponse.Content.ReadAsStringAsync();
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

    // France has 35,000 communes, conventions have ids: pages of one kind have one address when figures are left out
    private static string SorteDe(string adresse) =>
        string.Join('/', SansQuestion(adresse).Split('/').Select(s => s.Any(char.IsAsciiDigit) ? "*" : s));

    private static bool EstUnFichier(string chemin) =>
        chemin.Contains("/pieces/", StringComparison.Ordinal) || chemin.StartsWith("/schemas/", StringComparison.Ordinal) || Path.HasExtension(chemin);

    /// <summary>A form and the page it was met on.</summary>
    internal sealed record Formulaire(string Adresse, IHtmlFormElement Form)
    {
        public (string, string, string) Sorte => (
            SorteDe(Adresse),
            SansId(Form.GetAttribute("action")),
            string.Join(' ', Form.Elements.Select(e => SansId(e.GetAttribute("name")))));

        private static string SansId(string? texte) => Regex.Replace(texte ?? "", "[0-9a-f-]{36}", "*");
    }

    /// <summary>Forms that differ by what they are about only. Trials are dealt out among them, so that each stage gets its share.</summary>
    internal sealed record Modele(IReadOnlyList<Formulaire> Exemplaires)
    {
        public Formulaire Pour(int essai) => Exemplaires[essai % Exemplaires.Count];

        public IEnumerable<(string Adresse, IHtmlFormElement Form, string Champ)> ParChamp(Func<IHtmlFormElement, IReadOnlyList<string>> champs) =>
            Enumerable.Range(0, champs(Exemplaires[0].Form).Count).Select(i => (Pour(i).Adresse, Pour(i).Form, champs(Pour(i).Form)[i]));
    }

    private sealed record Releve(string Connexion, CookieContainer Cookies, IReadOnlyList<ConventionId> Conventions, IReadOnlyDictionary<string, string> Pages);
}
