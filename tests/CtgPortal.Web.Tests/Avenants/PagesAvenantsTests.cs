using System.Net;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Suivi;
using CtgPortal.Domain.Territoires;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using CtgPortal.Web.Tests.Common;

namespace CtgPortal.Web.Tests.Avenants;

/// <summary>A convention signed elsewhere goes from its signed state to an avenant that is being signed, through the pages.</summary>
public sealed class PagesAvenantsTests(PostgresServer serveur) : IAsyncLifetime
{
    private const string Formulaire = "form[data-garde]";

    private readonly Convention _convention = Convention.Reprendre(UneConvention.Ouverture(), new DateOnly(2026, 1, 15), UneConvention.Maintenant);

    private PortailDeTest _portail = null!;
    private HttpClient _conseiller = null!;

    private string Adresse => $"/conventions/{_convention.Id.Value}";

    public async ValueTask InitializeAsync()
    {
        _portail = await PortailDeTest.OuvrirAsync(serveur, maintenant: UneConvention.Maintenant);
        var (plan, fiches) = UnPlan.Complet(_convention.Id, 1, 1, 1);
        await _portail.SauverAsync(new Region("32", "Hauts-de-France"), new Departement("02", "Aisne", "32"), new Caf("02", "Caf de l’Aisne", "02"));
        await _portail.SauverAsync([_convention, UnDiagnostic.Valide(_convention.Id).Diagnostic, plan, .. fiches, .. fiches.Select(SuiviFiche.Commencer)]);
        _conseiller = await _portail.ConnecterAsync(new Habilitation(Role.Conseiller, Portee.Caf, "02"));
    }

    public async ValueTask DisposeAsync()
    {
        _conseiller.Dispose();
        await _portail.DisposeAsync();
    }

    [Fact]
    public async Task Un_avenant_se_prepare_s_ecrit_et_s_ouvre_a_la_signature()
    {
        var avenant = await PreparerAsync();
        Assert.Contains("Avenant n° 1", avenant.Texte, StringComparison.Ordinal);
        Assert.Contains("est prolongée jusqu’au 31 décembre 2030", avenant.Texte, StringComparison.Ordinal);
        Assert.Contains("Personne n’est désigné pour signer au nom de « CC des Trois Rivières ».", avenant.Texte, StringComparison.Ordinal);
        Assert.Null(avenant.Document.QuerySelector("form[action*='uvrir']"));

        var page = avenant.Reponse.RequestMessage!.RequestUri!.AbsolutePath;
        var ecrit = await (await (await PageHtml.OuvrirAsync(_conseiller, page + "/modifier")).EnvoyerAsync(
            Formulaire, ("Input.Articles[1].Corps", "La convention dure **un an** de plus."))).SuivreAsync();
        Assert.Equal("un an", ecrit.Document.QuerySelector("main .texte-riche strong, main strong")!.TextContent);

        foreach (var partie in _convention.Parties)
        {
            var designee = await (await (await PageHtml.OuvrirAsync(_conseiller, $"{Adresse}/parties/{partie.Id.Value}")).EnvoyerAsync(
                "form[action*='esigner']", ("Signataire.Prenom", "Claire"), ("Signataire.Nom", "Morel"), ("Signataire.Qualite", "Présidente"))).SuivreAsync();
            Assert.Equal(HttpStatusCode.OK, designee.Statut);
        }

        var ouvert = await (await (await PageHtml.OuvrirAsync(_conseiller, page)).EnvoyerAsync("form[action*='uvrir']")).SuivreAsync();
        Assert.Contains("Signature de l’avenant n° 1", ouvert.Texte, StringComparison.Ordinal);
        Assert.Contains("signatures sur 2.", ouvert.Texte, StringComparison.Ordinal);
        Assert.Contains("La convention sera mise à jour", ouvert.Document.QuerySelector("figure.circuit")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await PageHtml.OuvrirAsync(_conseiller, Adresse + "/signature/conduire")).Statut);
        var personne = await PageHtml.OuvrirAsync(_conseiller, ouvert.Document.QuerySelector("a[href*='/signature/personnes/']")!.GetAttribute("href")!);
        Assert.Equal(HttpStatusCode.OK, personne.Statut);
        var pdf = ouvert.Document.QuerySelector("a[href*='convention.pdf?version=']")!.GetAttribute("href")!;
        using var texte = await _conseiller.GetAsync(new Uri(pdf, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("application/pdf", texte.Content.Headers.ContentType!.MediaType);

        var documents = await PageHtml.OuvrirAsync(_conseiller, Adresse + "/documents");
        Assert.Contains("Avenant n° 1", documents.Texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Une_saisie_incomplete_est_dite_au_champ()
    {
        await FixerAsync();
        var page = await (await PageHtml.OuvrirAsync(_conseiller, Adresse + "/avenants/nouveau")).EnvoyerAsync(Formulaire, ("Input.Objet", ""));

        Assert.Equal(HttpStatusCode.BadRequest, page.Statut);
        Assert.Contains("Cochez ce que l’avenant change.", page.Erreurs, StringComparison.Ordinal);
        Assert.Contains("Dites en une phrase ce que fait l’avenant.", page.Erreurs, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_second_avenant_attend_la_fin_du_premier()
    {
        await PreparerAsync();
        var page = await PageHtml.OuvrirAsync(_conseiller, Adresse + "/avenants/nouveau");

        Assert.Contains("L’avenant n° 1 est en préparation", page.Texte, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector(Formulaire));
    }

    [Fact]
    public async Task Un_avenant_abandonne_garde_son_motif()
    {
        var avenant = await PreparerAsync();
        var sans = await avenant.EnvoyerAsync("form[action*='bandonner']", ("Motif", ""));
        Assert.Equal(HttpStatusCode.Conflict, sans.Statut);
        var liste = await (await sans.EnvoyerAsync("form[action*='bandonner']", ("Motif", "Les parties y renoncent."))).SuivreAsync();

        Assert.Contains("L’avenant est abandonné.", liste.Texte, StringComparison.Ordinal);
        Assert.Contains("Abandonné", liste.Document.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Une_partie_entre_par_l_avenant_et_en_ressort()
    {
        await FixerAsync();
        var avenant = await (await (await PageHtml.OuvrirAsync(_conseiller, Adresse + "/avenants/nouveau")).EnvoyerAsync(
            Formulaire, ("Input.Natures", "AjouterParties"), ("Input.Objet", "faire entrer Guise"))).SuivreAsync();
        var avec = await (await avenant.EnvoyerAsync(
            "form[action*='handler=Partie']", ("Partie.Nom", "Commune de Guise"), ("Partie.SignatairePrenom", "Anne"), ("Partie.SignataireNom", "Petit"), ("Partie.SignataireQualite", "Maire"))).SuivreAsync();
        Assert.Contains("Anne Petit, Maire", avec.Texte, StringComparison.Ordinal);

        var sans = await (await avec.EnvoyerAsync("form[action*='etirerPartie']")).SuivreAsync();
        Assert.DoesNotContain("Anne Petit, Maire", sans.Texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Qui_lit_seulement_voit_sans_rien_pouvoir()
    {
        var avenant = await PreparerAsync();
        using var lecteur = await _portail.ConnecterAsync(Role.Lecteur, _convention.Id);
        var page = await PageHtml.OuvrirAsync(lecteur, avenant.Reponse.RequestMessage!.RequestUri!.AbsolutePath);

        Assert.Contains("prolonger la convention", page.Texte, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("main form"));
        Assert.Equal(HttpStatusCode.NotFound, (await PageHtml.OuvrirAsync(lecteur, $"{Adresse}/avenants/{Guid.Empty}")).Statut);
    }

    private async Task FixerAsync()
    {
        var liste = await (await (await PageHtml.OuvrirAsync(_conseiller, Adresse + "/avenants")).EnvoyerAsync("form[action*='tatSigne']")).SuivreAsync();
        Assert.Contains("L’état signé est gardé", liste.Texte, StringComparison.Ordinal);
    }

    private async Task<PageHtml> PreparerAsync()
    {
        await FixerAsync();
        return await (await (await PageHtml.OuvrirAsync(_conseiller, Adresse + "/avenants/nouveau")).EnvoyerAsync(
            Formulaire, ("Input.Natures", "Prolonger"), ("Input.Objet", "prolonger la convention d’un an"), ("Input.NouvelleFin", "2030-12-31"))).SuivreAsync();
    }
}
