using System.Net;
using AngleSharp.Html.Dom;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using CtgPortal.Web.Tests.Comptes;

namespace CtgPortal.Web.Tests.Diagnostics;

public sealed class ChiffresTests(PostgresServer serveur) : IAsyncLifetime
{
    private PortailDeTest _portail = null!;
    private Convention _convention = null!;
    private NavigateurDeTest _coordination = null!;

    private string Adresse => $"/conventions/{_convention.Id.Value}/diagnostic";

    public async ValueTask InitializeAsync()
    {
        _portail = await PortailDeTest.OuvrirAsync(serveur);
        _convention = UneConvention.Au(StatutConvention.EnDiagnostic);
        await _portail.SauverAsync(_convention);
        _coordination = new(await _portail.ConnecterAsync(Role.Coordination, _convention.Id));
    }

    public ValueTask DisposeAsync() => _portail.DisposeAsync();

    [Fact]
    public async Task Des_indicateurs_se_cochent_au_catalogue_et_ceux_deja_la_ne_s_y_cochent_plus()
    {
        await _portail.SauverAsync(UnDiagnostic.Commence(_convention.Id));

        var ajout = await _coordination.EnvoyerAsync($"{Adresse}/catalogue", EstLeCatalogue, ("Input.Codes", "rsa"));

        Assert.Equal(Adresse, ajout.Vers);
        var index = await _coordination.LireAsync(Adresse);
        Assert.Equal("Bénéficiaires du RSA", index.Document.QuerySelector(".carte-chiffre a")!.TextContent);
        var catalogue = await _coordination.LireAsync($"{Adresse}/catalogue");
        Assert.Null(catalogue.Document.QuerySelector("#code-rsa"));
        Assert.Contains("Bénéficiaires du RSA – déjà dans le diagnostic", catalogue.Document.QuerySelector(".catalogue-present")!.TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rien_de_coche_est_redemande()
    {
        await _portail.SauverAsync(UnDiagnostic.Commence(_convention.Id));

        var page = await _coordination.EnvoyerAsync($"{Adresse}/catalogue", EstLeCatalogue);

        Assert.Equal(HttpStatusCode.BadRequest, page.Statut);
        Assert.Contains("Cochez au moins un indicateur.", page.Erreurs, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Le_catalogue_se_cherche_et_dit_quand_rien_ne_repond()
    {
        await _portail.SauverAsync(UnDiagnostic.Commence(_convention.Id));

        Assert.NotNull((await _coordination.LireAsync($"{Adresse}/catalogue?q=cr%C3%A8che")).Document.QuerySelector("#code-places-eaje"));
        Assert.NotNull((await _coordination.LireAsync($"{Adresse}/catalogue?q=zzzz")).Document.QuerySelector(".etat-vide"));
        var lecteur = new NavigateurDeTest(await _portail.ConnecterAsync(Role.Lecteur, _convention.Id));
        Assert.Equal(HttpStatusCode.Forbidden, (await lecteur.LireAsync($"{Adresse}/catalogue")).Statut);
    }

    [Fact]
    public async Task L_image_d_un_indicateur_et_son_tableau_disent_les_memes_chiffres()
    {
        var (diagnostic, indicateur, _) = UnDiagnostic.Rempli(_convention.Id);
        await _portail.SauverAsync(diagnostic);

        var page = await _coordination.LireAsync($"{Adresse}/indicateurs/{indicateur.Value}");

        var image = page.Document.QuerySelector("svg[role=img]")!;
        Assert.Equal("Comparaison des territoires en 2024", image.QuerySelector("title")!.TextContent);
        Assert.Equal("CC des Trois Rivières : 48,5\u00A0%, Aisne : 54\u00A0%.", image.QuerySelector("desc")!.TextContent);
        Assert.Equal(["48,5\u00A0%", "54\u00A0%"], image.QuerySelectorAll("text").Select(t => t.TextContent).Where(t => t.EndsWith('%')));
        Assert.Equal("Voir les chiffres", page.Document.QuerySelector("details.donnees summary")!.TextContent);
        Assert.Equal(["48,5\u00A0%", "54\u00A0%"], page.Document.QuerySelectorAll("details.donnees td.nombre").Select(c => c.TextContent.Trim()));
        Assert.Contains("5,5\u00A0points au-dessous du département", page.Texte, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("[style]"));
    }

    [Fact]
    public async Task Un_nombre_sous_le_seuil_est_annonce_secret()
    {
        var diagnostic = UnDiagnostic.Commence(_convention.Id);
        var indicateur = diagnostic.AjouterIndicateur(new("insertion", "RSA", Seuil: 5), StatutConvention.EnDiagnostic, UnDiagnostic.Le);
        await _portail.SauverAsync(diagnostic);

        var saisie = await _coordination.EnvoyerAsync(
            $"{Adresse}/indicateurs/{indicateur.Value}", EstSaisie,
            ("Input.Geographie", "Epci:240200600"), ("Input.Annee", "2024"), ("Input.Valeur", "3"), ("Input.Source", "Caf"), ("Input.Arrondi", "5"));

        var page = await _coordination.LireAsync(saisie.Vers!);
        Assert.Contains("Ce nombre est sous le seuil de secret", page.Texte, StringComparison.Ordinal);
        Assert.Contains("secret", page.Document.QuerySelector("td.nombre")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("5", ((IHtmlInputElement)page.Document.QuerySelector("[name='Input.Arrondi']")!).Value);
    }

    [Theory]
    [InlineData("Secret")]
    [InlineData("NonDisponible")]
    public async Task Une_valeur_sans_nombre_se_note_et_un_nombre_de_trop_est_redemande(string etat)
    {
        var (diagnostic, indicateur, _) = UnDiagnostic.Rempli(_convention.Id);
        await _portail.SauverAsync(diagnostic);
        var adresse = $"{Adresse}/indicateurs/{indicateur.Value}";
        (string, string)[] saisie = [("Input.Geographie", "France:FR"), ("Input.Annee", "2024"), ("Input.Source", "Cnaf"), ("Input.Etat", etat)];

        Assert.Equal(HttpStatusCode.BadRequest, (await _coordination.EnvoyerAsync(adresse, EstSaisie, [.. saisie, ("Input.Valeur", "12")])).Statut);
        Assert.Equal(HttpStatusCode.Redirect, (await _coordination.EnvoyerAsync(adresse, EstSaisie, saisie)).Statut);
        Assert.Equal(3, (await _coordination.LireAsync(adresse)).Document.QuerySelectorAll("tbody tr").Length);
    }

    [Fact]
    public async Task Les_chiffres_se_telechargent_et_se_cherchent()
    {
        var (diagnostic, _, _) = UnDiagnostic.Rempli(_convention.Id);
        await _portail.SauverAsync(diagnostic);
        var client = await _portail.ConnecterAsync(Role.Lecteur, _convention.Id);

        using var reponse = await client.GetAsync(new Uri($"{Adresse}/chiffres.csv", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(("text/csv", "diagnostic-chiffres.csv"), (reponse.Content.Headers.ContentType!.MediaType, reponse.Content.Headers.ContentDisposition!.FileName));
        Assert.Contains("Aisne;Département;02;2024;publiée;54;;Cnaf;", await reponse.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.NotNull((await _coordination.LireAsync(Adresse)).Document.QuerySelector($"a[href='{Adresse}/chiffres.csv']"));
        Assert.Single((await _coordination.LireAsync($"{Adresse}?q=couverture")).Document.QuerySelectorAll(".carte-chiffre"));
        Assert.Contains("Aucun indicateur ne répond à « zzz »", (await _coordination.LireAsync($"{Adresse}?q=zzz")).Texte, StringComparison.Ordinal);
    }

    private static bool EstLeCatalogue(IHtmlFormElement formulaire) => formulaire.QuerySelector("#catalogue") is not null;

    private static bool EstSaisie(IHtmlFormElement formulaire) => formulaire.GetAttribute("action") is null or "" && formulaire.QuerySelector("[name='Input.Valeur']") is not null;
}
