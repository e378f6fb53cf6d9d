using System.Net;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.TestSupport;
using CtgPortal.Web.Tests.Common;
using static CtgPortal.TestSupport.Builders.UneConvention;

namespace CtgPortal.Web.Tests.Textes;

/// <summary>The text as people write it, without script.</summary>
public sealed class TextesTests(PostgresServer serveur) : IAsyncLifetime
{
    private PortailDeTest _portail = null!;
    private Convention _convention = null!;

    public async ValueTask InitializeAsync()
    {
        _portail = await PortailDeTest.OuvrirAsync(serveur, referentiel: true, maintenant: Maintenant);
        _convention = Au(StatutConvention.EnRedaction);
        await _portail.SauverAsync(_convention, Diagnostic.Commencer(_convention.Id, Maintenant), Domain.Plans.Plan.Commencer(_convention.Id, Maintenant));
    }

    public ValueTask DisposeAsync() => _portail.DisposeAsync();

    [Fact]
    public async Task On_commence_on_ecrit_et_le_texte_montre_les_champs_remplis()
    {
        using var navigateur = await _portail.ConnecterAsync(Role.Coordination, _convention.Id);
        var avant = await PageHtml.OuvrirAsync(navigateur, Adresse());
        Assert.Contains("La rédaction n’a pas commencé", avant.Texte, StringComparison.Ordinal);

        var texte = await (await avant.EnvoyerAsync("form[action*='Commencer']")).SuivreAsync();
        Assert.Equal(14, texte.Document.QuerySelectorAll(".passage-numero").Length);
        var formulaire = await PageHtml.OuvrirAsync(navigateur, Adresse("/passages/objet"));
        texte = await (await formulaire.EnvoyerAsync("form[data-garde]", ("Input.Corps", "Pour **{{territoire}}**, <b>à compléter</b>.\n- un ;\n- [deux](https://www.caf.fr).\n3. trois"))).SuivreAsync();

        var passage = texte.Document.QuerySelector("#objet")!;
        Assert.Equal("Communauté de communes des Trois Rivières", passage.QuerySelector(".champ-auto")!.TextContent);
        Assert.Contains("<b>à compléter</b>", passage.TextContent, StringComparison.Ordinal);
        Assert.NotNull(passage.QuerySelector("p > strong > .champ-auto"));
        Assert.Equal(["un ;", "deux."], passage.QuerySelectorAll("ul > li").Select(l => l.TextContent));
        Assert.Equal("https://www.caf.fr", passage.QuerySelector("ul a")!.GetAttribute("href"));
        Assert.Equal("trois", passage.QuerySelector("ol[start='3'] > li")!.TextContent);
        Assert.Contains("Adapté", passage.TextContent, StringComparison.Ordinal);
        var controle = texte.Document.QuerySelector("[data-code='texte-a-completer'] a")!;
        Assert.EndsWith("/texte/passages/objet", controle.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deux_personnes_sur_le_meme_article_voient_les_deux_textes()
    {
        using var navigateur = await _portail.ConnecterAsync(Role.Coordination, _convention.Id);
        await (await PageHtml.OuvrirAsync(navigateur, Adresse())).EnvoyerAsync("form[action*='Commencer']");
        var formulaire = await PageHtml.OuvrirAsync(navigateur, Adresse("/passages/objet"));
        await formulaire.EnvoyerAsync("form[data-garde]", ("Input.Corps", "La première."));

        var conflit = await formulaire.EnvoyerAsync("form[data-garde]", ("Input.Corps", "La seconde."));

        Assert.Equal(HttpStatusCode.Conflict, conflit.Statut);
        Assert.Contains("La première.", conflit.Document.QuerySelector(".conflits")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("La seconde.", conflit.Document.QuerySelector("#Input_Corps")!.TextContent);
    }

    [Fact]
    public async Task Un_article_s_ajoute_se_deplace_et_se_retire()
    {
        using var navigateur = await _portail.ConnecterAsync(Role.Coordination, _convention.Id);
        var texte = await (await (await PageHtml.OuvrirAsync(navigateur, Adresse())).EnvoyerAsync("form[action*='Commencer']")).SuivreAsync();

        var article = await (await texte.EnvoyerAsync(".ajout-article", ("Titre", "Litiges"))).SuivreAsync();
        Assert.Contains("Article 15 – Litiges", article.Document.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("n’a pas de texte", article.Texte, StringComparison.Ordinal);
        texte = await (await article.EnvoyerAsync("form[action*='Retirer']")).SuivreAsync();

        Assert.Equal(14, texte.Document.QuerySelectorAll(".passage-numero").Length);
        var vide = await texte.EnvoyerAsync(".ajout-article", ("Titre", " "));
        Assert.Equal(HttpStatusCode.BadRequest, vide.Statut);
        Assert.Contains("Donnez un titre", vide.Erreurs, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Partenaire)]
    [InlineData(Role.Signataire)]
    [InlineData(Role.Lecteur)]
    public async Task Qui_lit_ne_voit_aucun_formulaire(Role role)
    {
        using var navigateur = await _portail.ConnecterAsync(role, _convention.Id);

        var texte = await PageHtml.OuvrirAsync(navigateur, Adresse());

        Assert.Equal(HttpStatusCode.OK, texte.Statut);
        Assert.Empty(texte.Document.QuerySelectorAll("main form, .bloc-modifier"));
        Assert.Equal(HttpStatusCode.Forbidden, (await PageHtml.OuvrirAsync(navigateur, Adresse("/avis"))).Statut);
        Assert.Equal(HttpStatusCode.Forbidden, (await PageHtml.OuvrirAsync(navigateur, "/modeles")).Statut);
    }

    [Fact]
    public async Task Un_modele_avec_un_champ_inconnu_ne_se_publie_pas_et_dit_ou()
    {
        using var navigateur = await _portail.ConnecterAsync(new Habilitation(Role.Conseiller, Portee.Caf, "02"));
        var modele = await (await (await PageHtml.OuvrirAsync(navigateur, "/modeles")).EnvoyerAsync("form[action*='Deriver']")).SuivreAsync();
        var adresse = modele.Document.QuerySelector(".bloc-modifier")!.GetAttribute("href")!;
        var passage = await PageHtml.OuvrirAsync(navigateur, adresse.Replace("/visas", "/objet", StringComparison.Ordinal));
        modele = await (await passage.EnvoyerAsync("form[data-garde]", ("Input.Corps", "Pour {{teritoire}}."))).SuivreAsync();

        var refus = await modele.EnvoyerAsync("form[action*='Publier']", ("Note", "Un essai."));

        Assert.Equal(HttpStatusCode.Conflict, refus.Statut);
        Assert.Contains("Article 1, ligne 1 : le champ {{teritoire}} n’existe pas", refus.Erreurs, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lire_le_lien_d_avis_ne_repond_pas()
    {
        using var visiteur = _portail.AvecCookies();

        Assert.Equal(HttpStatusCode.NotFound, (await PageHtml.OuvrirAsync(visiteur, $"/avis/{Guid.CreateVersion7()}?jeton=faux")).Statut);
        Assert.Equal(HttpStatusCode.NotFound, (await PageHtml.OuvrirAsync(visiteur, $"/avis/{Guid.CreateVersion7()}/texte.pdf?jeton=faux")).Statut);
    }

    private string Adresse(string page = "") => $"/conventions/{_convention.Id.Value}/texte{page}";
}
