using System.Net;
using CtgPortal.Domain.Comptes;
using CtgPortal.TestSupport;
using CtgPortal.Web.Tests.Common;

namespace CtgPortal.Web.Tests.Territoires;

public sealed class TerritoiresTests(PostgresServer serveur)
{
    private static readonly Habilitation Aisne = new(Role.Conseiller, Portee.Caf, "02");

    [Fact]
    public async Task Une_recherche_mene_a_la_fiche_du_territoire()
    {
        await using var portail = await PortailDeTest.OuvrirAsync(serveur, referentiel: true);
        using var navigateur = await portail.ConnecterAsync(Aisne);

        var resultats = await (await PageHtml.OuvrirAsync(navigateur, "/territoires")).ChercherAsync("trois rivieres");
        Assert.Equal(HttpStatusCode.OK, resultats.Statut);
        var lien = resultats.Document.QuerySelectorAll("a").First(a => a.TextContent.Contains("CC des Trois Rivières", StringComparison.Ordinal));

        var fiche = await PageHtml.OuvrirAsync(navigateur, lien.GetAttribute("href")!);
        Assert.Contains("240200600", fiche.Texte, StringComparison.Ordinal);
        Assert.Contains("Hirson", fiche.Texte, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/territoires/epci/999999999", HttpStatusCode.NotFound)]
    [InlineData("/territoires?type=chose", HttpStatusCode.BadRequest)]
    public async Task Une_adresse_inexacte_le_dit(string adresse, HttpStatusCode statut)
    {
        await using var portail = await PortailDeTest.OuvrirAsync(serveur, referentiel: true);
        using var navigateur = await portail.ConnecterAsync(Aisne);

        Assert.Equal(statut, (await PageHtml.OuvrirAsync(navigateur, adresse)).Statut);
    }

    [Fact]
    public async Task Une_personne_inconnue_est_menee_a_la_connexion()
    {
        await using var portail = await PortailDeTest.OuvrirAsync(serveur);
        using var navigateur = portail.Anonyme();

        var page = await PageHtml.OuvrirAsync(navigateur, "/territoires");

        Assert.Equal(HttpStatusCode.Found, page.Statut);
        Assert.StartsWith("http://localhost/connexion", page.Reponse.Headers.Location!.ToString(), StringComparison.Ordinal);
    }
}
