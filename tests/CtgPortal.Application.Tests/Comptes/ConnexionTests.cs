using CtgPortal.Application.Comptes;
using CtgPortal.Domain.Comptes;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.TestSupport;
using FluentValidation;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static CtgPortal.Application.Tests.Comptes.ComptesDeTest;

namespace CtgPortal.Application.Tests.Comptes;

public class ConnexionTests(PostgresServer serveur)
{
    private const string Claire = "claire.morel@exemple.fr";

    [Fact]
    public async Task L_invitation_mene_au_mot_de_passe_puis_a_la_connexion()
    {
        await using var portail = await OuvrirAsync(serveur);
        var admin = await portail.InscrireAsync("admin@exemple.fr", Admin);

        await portail.EnvoyerAsync(
            new InviterUtilisateur.Command(
                "Claire.Morel@Exemple.fr", "Claire", "Morel", "Conseillère", Role.Conseiller, Portee.Caf, "02"), admin);
        var lien = await portail.DernierLienAsync(Claire);
        Assert.Equal(Claire, (await portail.EnvoyerAsync(new ConsulterLienMotDePasse.Query(lien.Utilisateur, lien.Jeton))).Courriel);
        Assert.Equal(Claire, (await portail.EnvoyerAsync(new ConsulterLienMotDePasse.Query(lien.Utilisateur, lien.Jeton))).Courriel);
        await portail.EnvoyerAsync(DefinirAvec(lien));

        Assert.StartsWith(SessionNavigateur.NomDuCookie + "=", await ConnecterAsync(portail, "CLAIRE.morel@exemple.fr", MotDePasse), StringComparison.Ordinal);
        var claire = await portail.PersonneAsync(Claire);
        Assert.Equal("Claire Morel", claire.Nom);
        Assert.Equal([new Habilitation(Role.Conseiller, Portee.Caf, "02")], claire.Habilitations);
    }

    [Fact]
    public async Task Un_lien_sert_une_fois()
    {
        await using var portail = await OuvrirAsync(serveur);
        await portail.InscrireAsync(Claire, CoordinationChezSoi);
        var lien = await portail.DernierLienAsync(Claire);

        await Assert.ThrowsAsync<LienInvalideException>(() => portail.EnvoyerAsync(DefinirAvec(lien, "une autre phrase secrète")));
        await ConnecterAsync(portail, Claire, MotDePasse);
    }

    [Fact]
    public async Task Un_lien_d_invitation_vaut_sept_jours_et_un_lien_de_renouvellement_deux_heures()
    {
        await using var portail = await OuvrirAsync(serveur);
        await portail.InscrireAsync("admin@exemple.fr", Admin);
        await portail.EnvoyerAsync(new DemanderNouveauLien.Command("admin@exemple.fr"));
        var renouvellement = await portail.DernierLienAsync("admin@exemple.fr");
        await portail.AvecAsync(s => s.GetRequiredService<IComptes>().InviterAsync(
            new(Claire, "Claire", "Morel", null, CoordinationChezSoi, "Les tests", "", ""), CancellationToken.None));
        var invitation = await portail.DernierLienAsync(Claire);

        portail.Horloge.Advance(LienMotDePasse.DureeRenouvellement + TimeSpan.FromSeconds(1));
        await Assert.ThrowsAsync<LienInvalideException>(() => portail.EnvoyerAsync(DefinirAvec(renouvellement)));

        portail.Horloge.Advance(LienMotDePasse.DureeInvitation - LienMotDePasse.DureeRenouvellement - TimeSpan.FromSeconds(2));
        await portail.EnvoyerAsync(new ConsulterLienMotDePasse.Query(invitation.Utilisateur, invitation.Jeton));
        portail.Horloge.Advance(TimeSpan.FromSeconds(2));
        await Assert.ThrowsAsync<LienInvalideException>(() => portail.EnvoyerAsync(DefinirAvec(invitation)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("pas-un-jeton")]
    [InlineData("CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Un_lien_falsifie_est_refuse(string jeton)
    {
        await using var portail = await OuvrirAsync(serveur);
        var claire = await portail.InscrireAsync(Claire, CoordinationChezSoi);

        await Assert.ThrowsAsync<LienInvalideException>(() => portail.EnvoyerAsync(DefinirAvec(new(claire.Id!.Value.Value, jeton))));
    }

    [Fact]
    public async Task Le_lien_de_l_un_n_ouvre_pas_le_compte_de_l_autre()
    {
        await using var portail = await OuvrirAsync(serveur);
        var admin = await portail.InscrireAsync("admin@exemple.fr", Admin);
        await portail.AvecAsync(s => s.GetRequiredService<IComptes>().InviterAsync(
            new(Claire, "Claire", "Morel", null, CoordinationChezSoi, "Les tests", "", ""), CancellationToken.None));
        var lien = await portail.DernierLienAsync(Claire);

        await Assert.ThrowsAsync<LienInvalideException>(() => portail.EnvoyerAsync(DefinirAvec(lien with { Utilisateur = admin.Id!.Value.Value })));
    }

    [Fact]
    public async Task Le_refus_dit_la_meme_chose_quelle_que_soit_la_raison()
    {
        await using var portail = await OuvrirAsync(serveur);
        var admin = await portail.InscrireAsync("admin@exemple.fr", Admin);
        var parti = await portail.InscrireAsync("parti@exemple.fr", CoordinationChezSoi);
        await portail.EnvoyerAsync(new DesactiverUtilisateur.Command(parti.Id!.Value), admin);
        await portail.AvecAsync(s => s.GetRequiredService<IComptes>().InviterAsync(
            new("invite@exemple.fr", "Ali", "Ba", null, CoordinationChezSoi, "Les tests", "", ""), CancellationToken.None));

        foreach (var (courriel, motDePasse) in new[]
        {
            ("admin@exemple.fr", "pas le bon mot de passe"), ("inconnu@exemple.fr", MotDePasse), ("parti@exemple.fr", MotDePasse), ("invite@exemple.fr", MotDePasse),
        })
        {
            var refus = await Assert.ThrowsAsync<ValidationException>(() => ConnecterAsync(portail, courriel, motDePasse));
            var erreur = Assert.Single(refus.Errors);
            Assert.Equal(("", SeConnecter.Refus), (erreur.PropertyName, erreur.ErrorMessage));
        }
    }

    [Fact]
    public async Task Cinq_echecs_suspendent_la_connexion_quinze_minutes()
    {
        await using var portail = await OuvrirAsync(serveur);
        await portail.InscrireAsync(Claire, CoordinationChezSoi);

        for (var essai = 1; essai <= 5; essai++)
        {
            await Assert.ThrowsAsync<ValidationException>(() => ConnecterAsync(portail, Claire, "pas le bon mot de passe"));
        }

        await Assert.ThrowsAsync<ValidationException>(() => ConnecterAsync(portail, Claire, MotDePasse));
        portail.Horloge.Advance(ComptesIdentity.Suspension);
        await ConnecterAsync(portail, Claire, MotDePasse);
    }

    [Fact]
    public async Task Une_connexion_reussie_efface_les_echecs()
    {
        await using var portail = await OuvrirAsync(serveur);
        await portail.InscrireAsync(Claire, CoordinationChezSoi);

        for (var serie = 1; serie <= 2; serie++)
        {
            for (var essai = 1; essai <= 4; essai++)
            {
                await Assert.ThrowsAsync<ValidationException>(() => ConnecterAsync(portail, Claire, "pas le bon mot de passe"));
            }

            await ConnecterAsync(portail, Claire, MotDePasse);
        }
    }

    [Fact]
    public async Task Des_essais_simultanes_ne_passent_pas_devant_la_suspension()
    {
        await using var portail = await OuvrirAsync(serveur);
        await portail.InscrireAsync(Claire, CoordinationChezSoi);

        await Task.WhenAll(Enumerable.Range(1, 12).Select(n => portail.AvecAsync(
            s => s.GetRequiredService<IComptes>().ReconnaitreAsync(Claire, $"essai numéro {n}", CancellationToken.None))));

        Assert.Equal(
            portail.Horloge.GetUtcNow() + ComptesIdentity.Suspension,
            await portail.LireAsync(db => db.Users.Select(u => u.LockoutEnd).SingleAsync()));
        await Assert.ThrowsAsync<ValidationException>(() => ConnecterAsync(portail, Claire, MotDePasse));
    }

    [Fact]
    public async Task Demander_un_lien_ne_dit_rien_et_n_en_envoie_qu_un_par_delai()
    {
        await using var portail = await OuvrirAsync(serveur);
        await portail.InscrireAsync(Claire, CoordinationChezSoi);
        var avant = await portail.LireAsync(db => db.Courriels.CountAsync());

        await portail.EnvoyerAsync(new DemanderNouveauLien.Command("inconnu@exemple.fr"));
        await portail.EnvoyerAsync(new DemanderNouveauLien.Command("Claire.Morel@exemple.fr"));
        await portail.EnvoyerAsync(new DemanderNouveauLien.Command(Claire));
        Assert.Equal(avant + 1, await portail.LireAsync(db => db.Courriels.CountAsync()));

        portail.Horloge.Advance(LienMotDePasse.Attente);
        await portail.EnvoyerAsync(new DemanderNouveauLien.Command(Claire));
        Assert.Equal(avant + 2, await portail.LireAsync(db => db.Courriels.CountAsync()));

        await portail.EnvoyerAsync(DefinirAvec(await portail.DernierLienAsync(Claire), "une phrase toute nouvelle"));
        await ConnecterAsync(portail, Claire, "une phrase toute nouvelle");
    }

    [Fact]
    public async Task Changer_son_mot_de_passe_demande_l_ancien_et_ferme_les_autres_sessions()
    {
        await using var portail = await OuvrirAsync(serveur);
        var claire = await portail.InscrireAsync(Claire, CoordinationChezSoi);
        var sceau = await SceauAsync(portail, claire);

        var refus = await Assert.ThrowsAsync<ValidationException>(() => portail.EnvoyerAsync(
            new ChangerMotDePasse.Command("pas le bon", "une phrase toute nouvelle", "une phrase toute nouvelle"), claire));
        Assert.Equal("MotDePasseActuel", Assert.Single(refus.Errors).PropertyName);
        Assert.NotNull(await SessionAsync(portail, claire, sceau));

        await portail.EnvoyerAsync(new ChangerMotDePasse.Command(MotDePasse, "une phrase toute nouvelle", "une phrase toute nouvelle"), claire);
        Assert.Null(await SessionAsync(portail, claire, sceau));
        Assert.NotNull(await SessionAsync(portail, claire, await SceauAsync(portail, claire)));
        await ConnecterAsync(portail, Claire, "une phrase toute nouvelle");
    }

    [Theory]
    [InlineData("court", "court", "MotDePasse")]
    [InlineData("claire.morel@exemple.fr", "claire.morel@exemple.fr", "MotDePasse")]
    [InlineData("azertyuiopqs", "azertyuiopqs", "MotDePasse")]
    [InlineData("une phrase assez longue", "une phrase différente", "Confirmation")]
    public async Task Un_mauvais_mot_de_passe_est_refuse_a_son_champ_sans_user_le_lien(string motDePasse, string confirmation, string champ)
    {
        await using var portail = await OuvrirAsync(serveur);
        await portail.AvecAsync(s => s.GetRequiredService<IComptes>().InviterAsync(
            new(Claire, "Claire", "Morel", null, CoordinationChezSoi, "Les tests", "", ""), CancellationToken.None));
        var lien = await portail.DernierLienAsync(Claire);

        var refus = await Assert.ThrowsAsync<ValidationException>(
            () => portail.EnvoyerAsync(new DefinirMotDePasse.Command(lien.Utilisateur, lien.Jeton, motDePasse, confirmation)));

        Assert.Equal(champ, Assert.Single(refus.Errors).PropertyName);
        await portail.EnvoyerAsync(DefinirAvec(lien));
    }

    [Fact]
    public async Task Les_accents_d_un_mot_de_passe_valent_quelle_que_soit_leur_forme()
    {
        await using var portail = await OuvrirAsync(serveur);
        await portail.InscrireAsync(Claire, CoordinationChezSoi);
        await portail.EnvoyerAsync(new DemanderNouveauLien.Command(Claire));
        await portail.EnvoyerAsync(DefinirAvec(await portail.DernierLienAsync(Claire), "été à la forêt 12"));

        await ConnecterAsync(portail, Claire, "été à la forêt 12".Normalize(System.Text.NormalizationForm.FormD));
    }

    [Fact]
    public async Task Reconnaitre_une_session_coute_une_commande_SQL()
    {
        await using var portail = await OuvrirAsync(serveur);
        var claire = await portail.InscrireAsync(Claire, CoordinationChezSoi, new(Role.Lecteur, Portee.Caf, "59"), new(Role.Partenaire, Portee.Territoire, "200043404"));
        var sceau = await SceauAsync(portail, claire);

        var commandes = await portail.Sql.CompterAsync(async () =>
            Assert.Equal(3, (await SessionAsync(portail, claire, sceau))!.Habilitations.Count));

        Assert.Equal(1, commandes);
    }

    private static Task<string> ConnecterAsync(ComptesDeTest portail, string courriel, string motDePasse) => portail.AvecAsync(async s =>
    {
        await s.GetRequiredService<MediatR.IMediator>().Send(new SeConnecter.Command(courriel, motDePasse));
        return s.GetRequiredService<IHttpContextAccessor>().HttpContext!.Response.Headers.SetCookie.ToString();
    });

    private static Task<string> SceauAsync(ComptesDeTest portail, Personne personne) =>
        portail.LireAsync(db => db.Users.Where(u => u.Id == personne.Id!.Value.Value).Select(u => u.SecurityStamp!).SingleAsync());

    private static Task<Personne?> SessionAsync(ComptesDeTest portail, Personne personne, string sceau) => portail.AvecAsync(
        s => s.GetRequiredService<PersonnesConnues>().ChargerAsync(personne.Id!.Value.Value, sceau, CancellationToken.None));
}
