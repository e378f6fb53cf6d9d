using System.Net;
using CtgPortal.Application.Comptes;
using CtgPortal.Domain.Comptes;
using CtgPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static CtgPortal.Web.Tests.Comptes.PortailWeb;

namespace CtgPortal.Web.Tests.Comptes;

public class ComptesTests(PostgresServer serveur)
{
    private const string Admin = "admin@exemple.fr";
    private static readonly Habilitation Administrateur = Habilitation.Nationale(Role.Administrateur);

    [Fact]
    public async Task De_l_invitation_a_la_connexion_dans_les_pages()
    {
        await using var portail = await OuvrirAsync(serveur);
        await portail.InscrireAsync(Admin, Administrateur);
        var admin = portail.Naviguer();
        await admin.SeConnecterAsync(Admin);

        var envoi = await admin.EnvoyerAsync(
            "/admin/utilisateurs/inviter", "", ("Input.Courriel", "claire@exemple.fr"), ("Input.Prenom", "Claire"), ("Input.Nom", "Morel"), ("Input.Role", "Administrateur"));
        Assert.Equal(HttpStatusCode.Redirect, envoi.Statut);
        Assert.Contains("claire@exemple.fr", (await admin.LireAsync("/admin/courriels?q=claire")).Texte, StringComparison.Ordinal);

        var lien = await portail.DernierLienAsync();
        var claire = portail.Naviguer();
        Assert.Equal("Choisir un mot de passe", (await claire.LireAsync(lien)).Titre);
        var courte = await claire.EnvoyerAsync(lien, "", ("Input.MotDePasse", "court"), ("Input.Confirmation", "court"));
        Assert.Equal((HttpStatusCode.BadRequest, "Le mot de passe compte de 12 à 128 caractères."), (courte.Statut, courte.Erreurs));
        Assert.Equal("/", (await claire.EnvoyerAsync(lien, "", ("Input.MotDePasse", MotDePasse), ("Input.Confirmation", MotDePasse))).Vers);
        Assert.Contains("Claire Morel", (await claire.LireAsync("/compte")).Texte, StringComparison.Ordinal);

        var rejoue = await portail.Naviguer().LireAsync(lien);
        Assert.Equal((HttpStatusCode.Gone, "Ce lien n’est plus valable"), (rejoue.Statut, rejoue.Titre));
    }

    [Fact]
    public async Task Le_refus_ne_dit_pas_si_l_adresse_existe()
    {
        await using var portail = await OuvrirAsync(serveur);
        await portail.InscrireAsync(Admin, Administrateur);
        var navigateur = portail.Naviguer();

        var connue = await navigateur.SeConnecterAsync(Admin, "pas le bon mot de passe");
        var inconnue = await navigateur.SeConnecterAsync("inconnue@exemple.fr", "pas le bon mot de passe");

        Assert.Equal((HttpStatusCode.BadRequest, SeConnecter.Refus), (connue.Statut, connue.Erreurs));
        Assert.Equal((HttpStatusCode.BadRequest, SeConnecter.Refus), (inconnue.Statut, inconnue.Erreurs));
    }

    [Fact]
    public async Task Apres_cinq_echecs_meme_le_bon_mot_de_passe_attend()
    {
        await using var portail = await OuvrirAsync(serveur);
        await portail.InscrireAsync(Admin, Administrateur);
        var navigateur = portail.Naviguer();
        for (var essai = 1; essai <= 5; essai++)
        {
            await navigateur.SeConnecterAsync(Admin, "pas le bon mot de passe");
        }

        Assert.Equal(SeConnecter.Refus, (await navigateur.SeConnecterAsync(Admin)).Erreurs);
    }

    [Theory]
    [InlineData("/connexion", "/")]
    [InlineData("/connexion?retour=%2Fadmin%2Fcourriels%3Fetat%3DEnvoye", "/admin/courriels?etat=Envoye")]
    [InlineData("/connexion?retour=https%3A%2F%2Fexemple.org%2F", "/")]
    [InlineData("/connexion?retour=%2F%2Fexemple.org%2F", "/")]
    [InlineData("/connexion?retour=%2F%5Cexemple.org", "/")]
    public async Task La_connexion_ne_ramene_que_dans_le_portail(string adresse, string attendue)
    {
        await using var portail = await OuvrirAsync(serveur);
        await portail.InscrireAsync(Admin, Administrateur);

        Assert.Equal(attendue, (await portail.Naviguer().SeConnecterAsync(Admin, adresse: adresse)).Vers);
    }

    [Fact]
    public async Task Une_page_reservee_demande_la_connexion_puis_y_ramene()
    {
        await using var portail = await OuvrirAsync(serveur);
        await portail.InscrireAsync(Admin, Administrateur);
        var navigateur = portail.Naviguer();

        var refus = await navigateur.LireAsync("/admin/utilisateurs");
        var connexion = new Uri(refus.Vers!, UriKind.RelativeOrAbsolute);

        Assert.Equal("/admin/utilisateurs", (await navigateur.SeConnecterAsync(
            Admin, adresse: connexion.IsAbsoluteUri ? connexion.PathAndQuery : refus.Vers!)).Vers);
    }

    [Fact]
    public async Task Le_cookie_est_hors_de_portee_des_scripts_et_des_autres_sites()
    {
        await using var portail = await OuvrirAsync(serveur);
        await portail.InscrireAsync(Admin, Administrateur);

        var cookie = (await portail.Naviguer().SeConnecterAsync(Admin)).Reponse.Headers.GetValues("Set-Cookie")
            .Single(c => c.StartsWith("CtgPortal.Connexion=", StringComparison.Ordinal));

        Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Un_compte_desactive_sort_a_la_page_suivante()
    {
        await using var portail = await OuvrirAsync(serveur);
        await portail.InscrireAsync(Admin, Administrateur);
        var id = await portail.InscrireAsync("claire@exemple.fr", Administrateur);
        var (admin, claire) = (portail.Naviguer(), portail.Naviguer());
        await admin.SeConnecterAsync(Admin);
        await claire.SeConnecterAsync("claire@exemple.fr");
        Assert.Equal(HttpStatusCode.OK, (await claire.LireAsync("/compte")).Statut);

        Assert.Equal(HttpStatusCode.Redirect, (await admin.EnvoyerAsync($"/admin/utilisateurs/{id}", "Desactiver")).Statut);

        Assert.Contains("/connexion", (await claire.LireAsync("/compte")).Vers, StringComparison.Ordinal);
        Assert.Contains("Désactivé", (await admin.LireAsync("/admin/utilisateurs?etat=Desactive")).Texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Se_deconnecter_ferme_la_session()
    {
        await using var portail = await OuvrirAsync(serveur);
        await portail.InscrireAsync(Admin, Administrateur);
        var navigateur = portail.Naviguer();
        await navigateur.SeConnecterAsync(Admin);

        Assert.Equal("/connexion", (await navigateur.EnvoyerDeconnexionAsync()).Vers);
        Assert.Contains("/connexion", (await navigateur.LireAsync("/compte")).Vers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changer_de_mot_de_passe_garde_la_session_en_cours()
    {
        await using var portail = await OuvrirAsync(serveur);
        await portail.InscrireAsync(Admin, Administrateur);
        var (ici, ailleurs) = (portail.Naviguer(), portail.Naviguer());
        await ici.SeConnecterAsync(Admin);
        await ailleurs.SeConnecterAsync(Admin);

        var refus = await ici.EnvoyerAsync("/compte", "", ("Input.MotDePasseActuel", "faux"), ("Input.MotDePasse", "une phrase toute nouvelle"), ("Input.Confirmation", "une phrase toute nouvelle"));
        Assert.Equal(HttpStatusCode.BadRequest, refus.Statut);
        Assert.NotNull(refus.Document.QuerySelector("#Input_MotDePasseActuel-erreur"));

        await ici.EnvoyerAsync("/compte", "", ("Input.MotDePasseActuel", MotDePasse), ("Input.MotDePasse", "une phrase toute nouvelle"), ("Input.Confirmation", "une phrase toute nouvelle"));
        Assert.Equal(HttpStatusCode.OK, (await ici.LireAsync("/compte")).Statut);
        Assert.Contains("/connexion", (await ailleurs.LireAsync("/compte")).Vers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Demander_un_lien_repond_toujours_pareil()
    {
        await using var portail = await OuvrirAsync(serveur);
        await portail.InscrireAsync(Admin, Administrateur);

        foreach (var adresse in new[] { Admin, "inconnue@exemple.fr", Admin })
        {
            Assert.Equal("/compte/lien?demande=true", (await portail.Naviguer().EnvoyerAsync("/compte/lien", "", ("Input.Courriel", adresse))).Vers);
        }

        var mal = await portail.Naviguer().EnvoyerAsync("/compte/lien", "", ("Input.Courriel", "pas une adresse"));
        Assert.Equal(HttpStatusCode.BadRequest, mal.Statut);
        Assert.Equal("pas une adresse", mal.Document.QuerySelector("#Input_Courriel")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Trop_d_essais_d_une_meme_adresse_font_patienter()
    {
        await using var portail = await OuvrirAsync(serveur, connexionsParMinute: 2);
        var navigateur = portail.Naviguer();
        await navigateur.SeConnecterAsync("a@exemple.fr");
        await navigateur.SeConnecterAsync("b@exemple.fr");

        var trop = await navigateur.SeConnecterAsync("c@exemple.fr");

        Assert.Equal((HttpStatusCode.TooManyRequests, "Trop de demandes en peu de temps"), (trop.Statut, trop.Titre));
        Assert.NotNull(trop.Reponse.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.OK, (await navigateur.LireAsync("/connexion")).Statut);
    }

    [Theory]
    [InlineData("/admin")]
    [InlineData("/admin/utilisateurs")]
    [InlineData("/admin/utilisateurs/inviter")]
    [InlineData("/admin/courriels")]
    public async Task L_administration_est_refusee_aux_autres_roles(string adresse)
    {
        await using var portail = await OuvrirAsync(serveur);
        await portail.InscrireAsync(Admin, Administrateur);
        await portail.InscrireAsync("lecteur@exemple.fr", new Habilitation(Role.Lecteur, Portee.Territoire, "200071991"));
        var (admin, lecteur) = (portail.Naviguer(), portail.Naviguer());
        await admin.SeConnecterAsync(Admin);
        await lecteur.SeConnecterAsync("lecteur@exemple.fr");

        Assert.Equal(HttpStatusCode.OK, (await admin.LireAsync(adresse)).Statut);
        Assert.Equal(HttpStatusCode.Forbidden, (await lecteur.LireAsync(adresse)).Statut);
    }

    [Fact]
    public async Task Les_roles_s_ajoutent_et_se_retirent()
    {
        await using var portail = await OuvrirAsync(serveur);
        await portail.LireAsync(async db =>
        {
            db.AddRange(new Domain.Territoires.Region("32", "Hauts-de-France"), new Domain.Territoires.Departement("02", "Aisne", "32"), new Domain.Territoires.Caf("02", "Caf de l’Aisne", "02"));
            return await db.SaveChangesAsync();
        });
        await portail.InscrireAsync(Admin, Administrateur);
        var id = await portail.InscrireAsync("claire@exemple.fr", Administrateur);
        var admin = portail.Naviguer();
        await admin.SeConnecterAsync(Admin);

        var incomplet = await admin.EnvoyerAsync($"/admin/utilisateurs/{id}", "Ajouter", ("Input.Role", "Conseiller"));
        Assert.Equal((HttpStatusCode.BadRequest, "Précisez où ce rôle s’exerce."), (incomplet.Statut, incomplet.Erreurs));

        Assert.Equal(HttpStatusCode.Redirect, (await admin.EnvoyerAsync($"/admin/utilisateurs/{id}", "Ajouter", ("Input.Role", "Conseiller"), ("Input.Caf", "02"))).Statut);
        Assert.Equal(HttpStatusCode.Redirect, (await admin.EnvoyerAsync($"/admin/utilisateurs/{id}", "Retirer")).Statut);

        var restantes = await portail.LireAsync(db => db.Users.AsNoTracking().Where(u => u.Id == id).Select(u => u.Habilitations.ToList()).SingleAsync());
        Assert.Equal([new(Role.Conseiller, Portee.Caf, "02")], restantes);
    }

    [Fact]
    public async Task Deux_administrateurs_qui_modifient_la_meme_personne_ne_s_ecrasent_pas()
    {
        await using var portail = await OuvrirAsync(serveur);
        await portail.InscrireAsync(Admin, Administrateur);
        var id = await portail.InscrireAsync("claire@exemple.fr", Administrateur);
        var admin = portail.Naviguer();
        await admin.SeConnecterAsync(Admin);

        var refus = await admin.EnvoyerAsync($"/admin/utilisateurs/{id}", "Retirer", ("version", "une version ancienne"));

        Assert.Equal(HttpStatusCode.Conflict, refus.Statut);
        Assert.Single(await portail.LireAsync(db => db.Users.AsNoTracking().Where(u => u.Id == id).SelectMany(u => u.Habilitations).ToListAsync()));
    }

    [Fact]
    public async Task Un_courriel_se_lit_et_se_relance()
    {
        await using var portail = await OuvrirAsync(serveur);
        await portail.InscrireAsync(Admin, Administrateur);
        var admin = portail.Naviguer();
        await admin.SeConnecterAsync(Admin);

        var liste = await admin.LireAsync("/admin/courriels?etat=EnAttente");
        Assert.Contains("Aucun serveur de messagerie", liste.Texte, StringComparison.Ordinal);
        var adresse = liste.Document.QuerySelector("tbody a")!.GetAttribute("href")!;

        Assert.Contains("Claire Morel", (await admin.LireAsync(adresse)).Texte, StringComparison.Ordinal);
        Assert.Equal(adresse, (await admin.EnvoyerAsync(adresse, "")).Vers);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.LireAsync($"/admin/courriels/{Guid.Empty}")).Statut);
    }

    [Fact]
    public async Task Un_formulaire_sans_jeton_est_refuse()
    {
        await using var portail = await OuvrirAsync(serveur);
        using var client = portail.Anonyme();
        using var contenu = new FormUrlEncodedContent([KeyValuePair.Create("Input.Courriel", Admin), KeyValuePair.Create("Input.MotDePasse", MotDePasse)]);

        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync(new Uri("/connexion", UriKind.Relative), contenu, TestContext.Current.CancellationToken)).StatusCode);
    }
}
