using CtgPortal.Browser.Tests.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Browser.Tests.Parcours;

public sealed class ComptesTests(PostgresServer serveur, Navigateur navigateur)
{
    [Fact]
    public async Task Une_invitation_mene_de_son_lien_a_l_accueil()
    {
        await using var site = await Site.OuvrirAsync(serveur, navigateur, referentiel: true);
        await site.InscrireAsync("admin@demo.test", "Alix", "Martin", Habilitation.Nationale(Role.Administrateur));

        var admin = await site.ConnecterAsync("admin@demo.test");
        await admin.AllerAsync("/admin");
        await admin.SuivreAsync("Inviter une personne");
        await admin.EcrireAsync("Adresse électronique", "leila.benali@demo.test");
        await admin.EcrireAsync("Prénom", "Leïla");
        await admin.EcrireAsync("Nom", "Benali");
        await admin.ChoisirAsync("Rôle", "Conseil territorial de la Caf");
        await admin.ChoisirAsync("Caf", "02 – Caf de l’Aisne");
        await admin.CliquerAsync("Envoyer l’invitation");
        await admin.AnnonceAsync("Leïla Benali");

        var lien = await site.Portail.LireAsync(db => db.Courriels.Where(c => c.Destinataire == "leila.benali@demo.test").Select(c => c.Texte).SingleAsync());
        var invitee = await site.NaviguerAsync();
        await invitee.AllerAsync(new Uri(lien.Split('\n').Select(l => l.Trim()).First(l => l.Contains("jeton=", StringComparison.Ordinal))).PathAndQuery);
        await invitee.TitreAsync("Choisir un mot de passe");
        await invitee.VerifierAsync("mot-de-passe");
        await invitee.EcrireAsync("Mot de passe", "trop court");
        await invitee.EcrireAsync("Mot de passe, une seconde fois", "trop court");
        await invitee.CliquerAsync("Enregistrer et me connecter");
        await invitee.VoitAsync("12 caractères");
        await invitee.VerifierAsync("mot-de-passe-refuse");
        await invitee.EcrireAsync("Mot de passe", Site.MotDePasse);
        await invitee.EcrireAsync("Mot de passe, une seconde fois", Site.MotDePasse);
        await invitee.CliquerAsync("Enregistrer et me connecter");
        await invitee.AdresseAsync("/");
        await invitee.VoitAsync("Leïla");
    }

    [Fact]
    public async Task Un_mauvais_mot_de_passe_est_refuse_et_le_cinquieme_suspend_la_connexion()
    {
        await using var site = await Site.OuvrirAsync(serveur, navigateur);
        await site.InscrireAsync("conseiller@demo.test", "Camille", "Essai", new Habilitation(Role.Conseiller, Portee.Caf, "02"));
        var onglet = await site.NaviguerAsync();
        await onglet.AllerAsync("/conventions");
        await onglet.TitreAsync("Se connecter");
        for (var essai = 0; essai < 5; essai++)
        {
            await onglet.EcrireAsync("Adresse électronique", "conseiller@demo.test");
            await onglet.EcrireAsync("Mot de passe", "pas la bonne phrase");
            await onglet.CliquerAsync("Se connecter");
            await onglet.VoitAsync("suspendue pendant quinze minutes");
        }

        await onglet.VerifierAsync("connexion-refusee");
        await onglet.EcrireAsync("Adresse électronique", "conseiller@demo.test");
        await onglet.EcrireAsync("Mot de passe", Site.MotDePasse);
        await onglet.CliquerAsync("Se connecter");
        await onglet.VoitAsync("suspendue pendant quinze minutes");

        site.Portail.Horloge.Advance(TimeSpan.FromMinutes(16));
        await onglet.SeConnecterAsync("conseiller@demo.test");
        await onglet.AdresseAsync("/conventions");
    }
}
