using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using CtgPortal.Application.Comptes.Cles;
using CtgPortal.Domain.Comptes;
using CtgPortal.TestSupport;
using static CtgPortal.Web.Tests.Comptes.PortailWeb;

namespace CtgPortal.Web.Tests.Comptes;

public sealed class ClesAccesTests(PostgresServer serveur)
{
    private const string Courriel = "claire@exemple.fr";
    private const string Adresse = "/compte/cles-acces";

    [Fact]
    public async Task Une_cle_s_ajoute_se_renomme_connecte_et_se_supprime()
    {
        await using var portail = await OuvrirAsync(serveur);
        await portail.InscrireAsync(Courriel, Habilitation.Nationale(Role.Administrateur));
        using var appareil = new AuthentificateurDeTest();
        var claire = portail.Naviguer();
        await claire.SeConnecterAsync(Courriel);
        Assert.Contains("Aucune clé pour l’instant", (await claire.LireAsync(Adresse)).Texte, StringComparison.Ordinal);

        var ajout = await ProposerAsync(claire);
        Assert.Equal(Adresse, (await EnvoyerAsync(claire, Adresse, "Ajouter", ("Input.Nom", "Téléphone"), ("Input.Reponse", appareil.Creer(ajout)))).Vers);
        var page = await claire.LireAsync(Adresse);
        Assert.Contains("Téléphone", page.Texte, StringComparison.Ordinal);
        Assert.Contains("jamais utilisée", page.Texte, StringComparison.Ordinal);
        await claire.EnvoyerAsync(Adresse, "Renommer", ("nom", "Tablette du bureau"));

        var autre = portail.Naviguer();
        var defi = await DefiAsync(await EnvoyerAsync(autre, "/connexion", "Defi"));
        Assert.Equal("/", (await EnvoyerAsync(autre, "/connexion", "Cle", ("reponse", appareil.Repondre(defi)))).Vers);
        page = await autre.LireAsync(Adresse);
        Assert.Contains("Tablette du bureau", page.Texte, StringComparison.Ordinal);
        Assert.Contains("utilisée le", page.Texte, StringComparison.Ordinal);

        await autre.EnvoyerAsync(Adresse, "Retirer");
        Assert.Contains("Aucune clé pour l’instant", (await autre.LireAsync(Adresse)).Texte, StringComparison.Ordinal);
        var tierce = portail.Naviguer();
        var refus = await EnvoyerAsync(tierce, "/connexion", "Cle", ("reponse", appareil.Repondre(await DefiAsync(await EnvoyerAsync(tierce, "/connexion", "Defi")))));
        Assert.Equal((HttpStatusCode.BadRequest, SeConnecterParCle.Refus), (refus.Statut, refus.Erreurs));
    }

    [Fact]
    public async Task Sans_nom_ni_mot_de_passe_la_page_dit_ce_qui_manque()
    {
        await using var portail = await OuvrirAsync(serveur);
        await portail.InscrireAsync(Courriel, Habilitation.Nationale(Role.Administrateur));
        var claire = portail.Naviguer();
        await claire.SeConnecterAsync(Courriel);

        var vide = await EnvoyerAsync(claire, Adresse, "Defi");
        Assert.Equal(HttpStatusCode.BadRequest, vide.Statut);
        Assert.Contains("Donnez un nom à cette clé", vide.Erreurs, StringComparison.Ordinal);
        Assert.Contains("Saisissez votre mot de passe.", vide.Erreurs, StringComparison.Ordinal);

        var faux = await EnvoyerAsync(claire, Adresse, "Defi", ("Input.Nom", "Téléphone"), ("Input.MotDePasse", "pas le bon mot de passe"));
        Assert.Contains("Ce n’est pas votre mot de passe.", faux.Erreurs, StringComparison.Ordinal);

        // the script did not run: nothing came back from a device
        var muet = await EnvoyerAsync(claire, Adresse, "Ajouter", ("Input.Nom", "Téléphone"));
        Assert.Contains("Votre appareil n’a pas répondu.", muet.Erreurs, StringComparison.Ordinal);
    }

    [Fact]
    public async Task La_cle_d_un_autre_ne_se_touche_pas()
    {
        await using var portail = await OuvrirAsync(serveur);
        await portail.InscrireAsync(Courriel, Habilitation.Nationale(Role.Administrateur));
        await portail.InscrireAsync("paul@exemple.fr", Habilitation.Nationale(Role.Administrateur));
        using var appareil = new AuthentificateurDeTest();
        var (claire, paul) = (portail.Naviguer(), portail.Naviguer());
        await claire.SeConnecterAsync(Courriel);
        await paul.SeConnecterAsync("paul@exemple.fr");
        await EnvoyerAsync(claire, Adresse, "Ajouter", ("Input.Nom", "Téléphone"), ("Input.Reponse", appareil.Creer(await ProposerAsync(claire))));
        var cle = (await claire.LireAsync(Adresse)).Document.QuerySelector("input[name='cle']")!.GetAttribute("value")!;

        Assert.Equal(HttpStatusCode.NotFound, (await EnvoyerAsync(paul, Adresse, "Retirer", ("cle", cle))).Statut);

        Assert.Contains("Téléphone", (await claire.LireAsync(Adresse)).Texte, StringComparison.Ordinal);
    }

    private static async Task<DefiLance> ProposerAsync(NavigateurDeTest navigateur) =>
        await DefiAsync(await EnvoyerAsync(navigateur, Adresse, "Defi", ("Input.Nom", "Téléphone"), ("Input.MotDePasse", MotDePasse)));

    /// <summary>Posts the form of passkeys to one of its handlers, as the script of the page does.</summary>
    private static async Task<PageLue> EnvoyerAsync(NavigateurDeTest navigateur, string adresse, string geste, params (string Nom, string Valeur)[] saisie) =>
        await navigateur.PosterAsync(
            $"{adresse}?handler={geste}", (IHtmlFormElement)(await navigateur.LireAsync(adresse)).Document.QuerySelector("form[data-cle-partie]")!, saisie);

    private static async Task<DefiLance> DefiAsync(PageLue reponse)
    {
        var json = JsonDocument.Parse(await reponse.Reponse.Content.ReadAsStringAsync()).RootElement;
        return new(json.GetProperty("id").GetGuid(), json.GetProperty("options").GetRawText());
    }
}
