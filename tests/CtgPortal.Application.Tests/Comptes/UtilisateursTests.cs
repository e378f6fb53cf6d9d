using CtgPortal.Application.Common;
using CtgPortal.Application.Comptes;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static CtgPortal.Application.Tests.Comptes.ComptesDeTest;

namespace CtgPortal.Application.Tests.Comptes;

public class UtilisateursTests(PostgresServer serveur)
{
    private const string Invite = "invite@exemple.fr";

    [Theory]
    [InlineData(Role.Partenaire, Portee.Territoire, TroisRivieres, null)]
    [InlineData(Role.Partenaire, Portee.Territoire, Ailleurs, "perimetre-etranger")]
    [InlineData(Role.Conseiller, Portee.Caf, "02", "role-non-invitable")]
    [InlineData(Role.Signataire, Portee.Caf, "02", "perimetre-etranger")]
    public async Task Une_coordination_invite_chez_elle_seulement(Role role, Portee portee, string code, string? obstacle)
    {
        await using var portail = await OuvrirAsync(serveur);
        var coordination = await portail.InscrireAsync("coordination@exemple.fr", CoordinationChezSoi);
        var invitation = Inviter(role, portee, code);

        if (obstacle is null)
        {
            await portail.EnvoyerAsync(invitation, coordination);
            Assert.Equal(2, await portail.LireAsync(db => db.Users.CountAsync()));
        }
        else
        {
            var refus = await Assert.ThrowsAsync<BusinessRuleException>(() => portail.EnvoyerAsync(invitation, coordination));
            Assert.Equal(obstacle, Assert.Single(refus.Obstacles).Code);
            Assert.Equal(1, await portail.LireAsync(db => db.Users.CountAsync()));
        }
    }

    [Fact]
    public async Task Une_convention_etrangere_est_inconnue()
    {
        await using var portail = await OuvrirAsync(serveur);
        var conseiller = await portail.InscrireAsync("conseiller@exemple.fr", new Habilitation(Role.Conseiller, Portee.Caf, "02"));
        var voisin = await portail.InscrireAsync("voisin@exemple.fr", new Habilitation(Role.Conseiller, Portee.Caf, "59"));
        var invitation = Inviter(Role.Partenaire, Portee.Convention, portail.ConventionAilleurs.Value.ToString());

        await Assert.ThrowsAsync<NotFoundException>(() => portail.EnvoyerAsync(invitation, conseiller));
        await portail.EnvoyerAsync(invitation, voisin);
    }

    [Theory]
    [InlineData(Role.Signataire)]
    [InlineData(Role.Partenaire)]
    [InlineData(Role.Lecteur)]
    public async Task Les_autres_roles_n_invitent_pas(Role role)
    {
        await using var portail = await OuvrirAsync(serveur);
        var personne = await portail.InscrireAsync("personne@exemple.fr", new Habilitation(role, Portee.Territoire, TroisRivieres));

        await Assert.ThrowsAsync<AccesRefuseException>(
            () => portail.EnvoyerAsync(Inviter(Role.Lecteur, Portee.Territoire, TroisRivieres), personne));
    }

    [Fact]
    public async Task Inviter_deux_fois_la_meme_adresse_ajoute_un_role_au_meme_compte()
    {
        await using var portail = await OuvrirAsync(serveur);
        var admin = await portail.InscrireAsync("admin@exemple.fr", Admin);
        await portail.InscrireAsync(Invite, CoordinationChezSoi);

        await portail.EnvoyerAsync(Inviter(Role.Lecteur, Portee.Territoire, Ailleurs, "INVITE@exemple.fr"), admin);

        Assert.Equal(2, (await portail.PersonneAsync(Invite)).Habilitations.Count);
        var message = await portail.LireAsync(db => db.Courriels.OrderByDescending(c => c.Id).FirstAsync());
        Assert.Contains("CC d’Ailleurs", message.Texte, StringComparison.Ordinal);
        Assert.DoesNotContain("jeton=", message.Texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deux_invitations_simultanees_ne_font_qu_un_compte()
    {
        await using var portail = await OuvrirAsync(serveur);
        var admin = await portail.InscrireAsync("admin@exemple.fr", Admin);

        var issues = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => TenterAsync(
            () => portail.EnvoyerAsync(Inviter(Role.Lecteur, Portee.Territoire, TroisRivieres), admin))));

        Assert.All(issues, issue => Assert.True(issue is null or ConcurrencyConflictException, issue?.ToString()));
        Assert.Contains(null, issues);
        Assert.Equal(1, await portail.LireAsync(db => db.Users.CountAsync(u => u.Email == Invite)));
    }

    [Fact]
    public async Task Un_compte_desactive_perd_sa_session_et_ses_liens_puis_revient()
    {
        await using var portail = await OuvrirAsync(serveur);
        var admin = await portail.InscrireAsync("admin@exemple.fr", Admin);
        var claire = await portail.InscrireAsync("claire@exemple.fr", CoordinationChezSoi);
        await portail.EnvoyerAsync(new DemanderNouveauLien.Command("claire@exemple.fr"));
        var lien = await portail.DernierLienAsync("claire@exemple.fr");
        var sceau = await portail.LireAsync(db => db.Users.Where(u => u.Email == "claire@exemple.fr").Select(u => u.SecurityStamp!).SingleAsync());

        await portail.EnvoyerAsync(new DesactiverUtilisateur.Command(claire.Id!.Value), admin);
        Assert.Null(await portail.AvecAsync(s => s.GetRequiredService<PersonnesConnues>().ChargerAsync(claire.Id.Value.Value, sceau, CancellationToken.None)));
        await Assert.ThrowsAsync<LienInvalideException>(() => portail.EnvoyerAsync(DefinirAvec(lien)));
        var refus = await Assert.ThrowsAsync<BusinessRuleException>(
            () => portail.EnvoyerAsync(Inviter(Role.Lecteur, Portee.Territoire, TroisRivieres, "claire@exemple.fr"), admin));
        Assert.Equal("compte-desactive", Assert.Single(refus.Obstacles).Code);

        await portail.EnvoyerAsync(new ReactiverUtilisateur.Command(claire.Id.Value), admin);
        Assert.Null(await portail.AvecAsync(s => s.GetRequiredService<PersonnesConnues>().ChargerAsync(claire.Id.Value.Value, sceau, CancellationToken.None)));
        Assert.Equal("Claire Morel", (await portail.PersonneAsync("claire@exemple.fr")).Nom);
    }

    [Fact]
    public async Task Deux_administrateurs_ne_peuvent_pas_se_desactiver_l_un_l_autre_en_meme_temps()
    {
        await using var portail = await OuvrirAsync(serveur);
        var un = await portail.InscrireAsync("un@exemple.fr", Admin);
        var deux = await portail.InscrireAsync("deux@exemple.fr", Admin);

        var issues = await Task.WhenAll(
            TenterAsync(() => portail.EnvoyerAsync(new DesactiverUtilisateur.Command(deux.Id!.Value), un)),
            TenterAsync(() => portail.EnvoyerAsync(new DesactiverUtilisateur.Command(un.Id!.Value), deux)));

        Assert.Equal("dernier-administrateur", Assert.Single(Assert.IsType<BusinessRuleException>(Assert.Single(issues, i => i is not null)).Obstacles).Code);
        Assert.Equal(1, await portail.LireAsync(db => db.Users.CountAsync(u => u.EstActif)));
    }

    [Fact]
    public async Task Modifier_les_habilitations_vaut_aussitot_et_refuse_une_version_ancienne()
    {
        await using var portail = await OuvrirAsync(serveur);
        var admin = await portail.InscrireAsync("admin@exemple.fr", Admin);
        var claire = await portail.InscrireAsync("claire@exemple.fr", CoordinationChezSoi);
        var sceau = await portail.LireAsync(db => db.Users.Where(u => u.Email == "claire@exemple.fr").Select(u => u.SecurityStamp!).SingleAsync());
        var fiche = await portail.EnvoyerAsync(new ConsulterUtilisateur.Query(claire.Id!.Value), admin);
        Assert.Equal("CC des Trois Rivières", Assert.Single(fiche.Droits).Perimetre.Libelle);
        Habilitation[] nouvelles = [CoordinationChezSoi, new(Role.Lecteur, Portee.Caf, "59")];

        await portail.EnvoyerAsync(new ModifierHabilitations.Command(claire.Id.Value, fiche.Version, nouvelles), admin);

        var session = await portail.AvecAsync(s => s.GetRequiredService<PersonnesConnues>().ChargerAsync(claire.Id.Value.Value, sceau, CancellationToken.None));
        Assert.Equal(nouvelles.ToHashSet(), session!.Habilitations.ToHashSet());
        await Assert.ThrowsAsync<ConcurrencyConflictException>(
            () => portail.EnvoyerAsync(new ModifierHabilitations.Command(claire.Id.Value, fiche.Version, []), admin));
    }

    [Fact]
    public async Task Un_perimetre_inconnu_n_est_pas_donne()
    {
        await using var portail = await OuvrirAsync(serveur);
        var admin = await portail.InscrireAsync("admin@exemple.fr", Admin);

        foreach (var (portee, code) in new[] { (Portee.Caf, "999"), (Portee.Territoire, "000000000"), (Portee.Convention, "pas-un-id"), (Portee.Convention, Guid.Empty.ToString()) })
        {
            await Assert.ThrowsAsync<NotFoundException>(() => portail.EnvoyerAsync(Inviter(Role.Lecteur, portee, code), admin));
        }
    }

    [Theory]
    [InlineData("morel", null, null, 3)]
    [InlineData("MOREL claire", null, null, 3)]
    [InlineData("elise", null, null, 1)]
    [InlineData("100%", null, null, 0)]
    [InlineData("\0", null, null, 4)]
    [InlineData(null, Role.Coordination, null, 2)]
    [InlineData(null, null, ListerUtilisateurs.Etat.Invite, 1)]
    [InlineData(null, null, ListerUtilisateurs.Etat.Desactive, 1)]
    [InlineData(null, null, ListerUtilisateurs.Etat.Actif, 2)]
    public async Task La_liste_se_filtre_sans_egard_aux_accents(string? recherche, Role? role, ListerUtilisateurs.Etat? etat, int attendus)
    {
        await using var portail = await OuvrirAsync(serveur);
        var admin = await portail.InscrireAsync("admin@exemple.fr", Admin);
        await portail.InscrireAsync("claire@exemple.fr", CoordinationChezSoi);
        var parti = await portail.InscrireAsync("parti@exemple.fr", CoordinationChezSoi);
        await portail.EnvoyerAsync(new DesactiverUtilisateur.Command(parti.Id!.Value), admin);
        await portail.EnvoyerAsync(Inviter(Role.Lecteur, Portee.Territoire, TroisRivieres), admin);

        var page = await portail.EnvoyerAsync(new ListerUtilisateurs.Query(recherche, role, etat), admin);

        Assert.Equal((attendus, attendus), (page.Total, page.Lignes.Count));
    }

    [Theory]
    [InlineData(ListerUtilisateurs.Tri.Nom)]
    [InlineData(ListerUtilisateurs.Tri.Courriel)]
    [InlineData(ListerUtilisateurs.Tri.DerniereConnexion)]
    public async Task La_liste_se_trie_dans_les_deux_sens_en_deux_commandes_SQL(ListerUtilisateurs.Tri tri)
    {
        await using var portail = await OuvrirAsync(serveur);
        var admin = await portail.InscrireAsync("admin@exemple.fr", Admin);
        portail.Horloge.Advance(TimeSpan.FromMinutes(1));
        await portail.InscrireAsync("zoe@exemple.fr", CoordinationChezSoi, new(Role.Lecteur, Portee.Caf, "59"));
        IReadOnlyList<ListerUtilisateurs.Ligne> croissant = [], decroissant = [];

        var commandes = await portail.Sql.CompterAsync(async () =>
            croissant = (await portail.EnvoyerAsync(new ListerUtilisateurs.Query(Tri: tri), admin)).Lignes);
        decroissant = (await portail.EnvoyerAsync(new ListerUtilisateurs.Query(Tri: tri, Decroissant: true), admin)).Lignes;

        Assert.Equal(2, commandes);
        Assert.Equal("admin@exemple.fr", croissant[0].Courriel);
        Assert.Equal("zoe@exemple.fr", decroissant[0].Courriel);
    }

    [Fact]
    public async Task Chacun_lit_son_propre_compte()
    {
        await using var portail = await OuvrirAsync(serveur);
        var claire = await portail.InscrireAsync("claire@exemple.fr", CoordinationChezSoi);

        var compte = await portail.EnvoyerAsync(new ConsulterMonCompte.Query(), claire);

        Assert.Equal(("Claire Morel", "claire@exemple.fr"), (compte.Nom, compte.Courriel));
        Assert.Equal("CC des Trois Rivières", Assert.Single(compte.Droits).Perimetre.Libelle);
        await Assert.ThrowsAsync<AccesRefuseException>(() => portail.EnvoyerAsync(new ConsulterMonCompte.Query()));
    }

    private static InviterUtilisateur.Command Inviter(Role role, Portee portee, string code, string courriel = Invite) =>
        new(courriel, "Élise", "Ba", null, role, portee, code);

    private static async Task<Exception?> TenterAsync(Func<Task> agir)
    {
        try
        {
            await agir();
            return null;
        }
        catch (Exception refus) when (refus is ConcurrencyConflictException or BusinessRuleException)
        {
            return refus;
        }
    }
}
