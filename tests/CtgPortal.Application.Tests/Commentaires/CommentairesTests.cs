using CtgPortal.Application.Commentaires;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Application.Courriels;
using CtgPortal.Application.Plans;
using CtgPortal.Application.Tests.Plans;
using CtgPortal.Application.Textes;
using CtgPortal.Domain.Commentaires;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CtgPortal.Application.Tests.Commentaires;

/// <summary>What people say to each other about the fiches and the text, and who gets to know.</summary>
public sealed class CommentairesTests(PostgresServer serveur)
{
    [Fact]
    public async Task Un_commentaire_se_lit_sur_la_fiche_se_repond_et_se_clot()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        var (elue, coordination) = (t.Avec(Role.Lecteur), t.Coordination);

        var id = await t.EnvoyerAsync(Ouvrir(t, "Quel local ?", "livrables"), elue);
        await t.EnvoyerAsync(new RepondreAuCommentaire.Command(t.Convention, id, "Celui de la gare.", []), coordination);

        var fil = Assert.Single((await t.LireAsync(t.Fiches[0], elue)).Discussions.Fils);
        Assert.Equal(["Quel local ?", "Celui de la gare."], fil.Messages.Select(m => m.Texte));
        Assert.Equal((true, false), (fil.Messages[0].PeutModifier, fil.Messages[1].PeutRetirer));
        Assert.Equal("livrables", fil.Cible.Champ);
        Assert.Equal(1, (await t.LireAsync()).Plan.Fiches.Single(f => f.Id == t.Fiches[0].Id).Commentaires);

        await t.EnvoyerAsync(new ResoudreCommentaire.Command(t.Convention, id, fil.Revision), coordination);
        Assert.Equal(0, (await t.LireAsync()).Plan.Fiches.Single(f => f.Id == t.Fiches[0].Id).Commentaires);
        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => t.EnvoyerAsync(new RouvrirCommentaire.Command(t.Convention, id, fil.Revision), elue));
        await t.EnvoyerAsync(new RouvrirCommentaire.Command(t.Convention, id, fil.Revision + 1), elue);

        Assert.Equal([SensGeste.Resolu, SensGeste.Rouvert], Assert.Single((await t.LireAsync(t.Fiches[0])).Discussions.Fils).Gestes.Select(g => g.Sens));
        Assert.Equal(
            ["CommentaireOuvert", "CommentaireRepondu", "CommentaireResolu", "CommentaireRouvert"],
            (await t.Application.JournalAsync(t.Convention)).Where(f => f.StartsWith("Commentaire", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Dix_reponses_au_meme_instant_sont_toutes_gardees()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        var id = await t.EnvoyerAsync(Ouvrir(t, "Qui vient ?"));

        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => t.EnvoyerAsync(new RepondreAuCommentaire.Command(t.Convention, id, $"Moi {i}", []))));

        var messages = Assert.Single((await t.LireAsync(t.Fiches[0])).Discussions.Fils).Messages;
        Assert.Equal(Enumerable.Range(0, 10).Select(i => $"Moi {i}"), messages.Skip(1).Select(m => m.Texte).Order());
    }

    [Fact]
    public async Task Ce_qui_se_dit_d_une_fiche_confidentielle_reste_entre_ceux_qui_la_lisent()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        var (fiche, partenaire) = (t.Fiches[0], t.Avec(Role.Partenaire));
        var id = await t.EnvoyerAsync(Ouvrir(t, "Entre nous", "livrables"));
        await t.EnvoyerAsync(new RedigerFiche.Command(t.Convention, fiche.Id, fiche.Revision, new(fiche.Identite with { Confidentielle = true })));
        var (coordinatrice, lectrice) = (await CompteAsync(t, "Sophie", Role.Coordination), await CompteAsync(t, "Lucie", Role.Lecteur));

        await Assert.ThrowsAsync<NotFoundException>(() => t.EnvoyerAsync(Ouvrir(t, "Et moi ?"), partenaire));
        await Assert.ThrowsAsync<NotFoundException>(() => t.EnvoyerAsync(new RepondreAuCommentaire.Command(t.Convention, id, "Et moi ?", []), partenaire));
        Assert.Null(await t.EnvoyerAsync(new ConsulterCommentaire.Query(t.Convention, id), partenaire));
        Assert.Empty((await t.EnvoyerAsync(new ListerCommentaires.Query(t.Convention), partenaire))!.Lignes);
        Assert.Single((await t.EnvoyerAsync(new ListerCommentaires.Query(t.Convention)))!.Lignes);
        Assert.DoesNotContain(
            (await t.EnvoyerAsync(new ConsulterHistorique.Query(t.Convention), partenaire))!.Lignes, l => l.Fait is CommentaireOuvert);
        Assert.Equal([coordinatrice.Nom], (await t.LireAsync(fiche)).Discussions.Personnes.Select(p => p.Nom));
        await Assert.ThrowsAsync<ValidationException>(() => t.EnvoyerAsync(Ouvrir(t, "Lucie ?", null, lectrice.Id!.Value)));
    }

    [Fact]
    public async Task Une_mention_attend_a_l_accueil_jusqu_a_ce_qu_on_reponde_ou_qu_on_ait_lu()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        var (sophie, lucie) = (await CompteAsync(t, "Sophie", Role.Coordination), await CompteAsync(t, "Lucie", Role.Lecteur));
        var un = await t.EnvoyerAsync(Ouvrir(t, "Sophie, Lucie ?", null, sophie.Id!.Value, lucie.Id!.Value));
        var deux = await t.EnvoyerAsync(Ouvrir(t, "Sophie ?", "livrables", sophie.Id!.Value));

        Assert.Equal((2, 1), (await AttenduesAsync(t, sophie), await AttenduesAsync(t, lucie)));
        Assert.Equal(2, (await t.EnvoyerAsync(new ListerCommentaires.Query(t.Convention, ListerCommentaires.Choix.MoiAussi), sophie))!.Total);

        await t.EnvoyerAsync(new RepondreAuCommentaire.Command(t.Convention, un, "Oui.", []), sophie);
        await t.EnvoyerAsync(new LireCommentaire.Command(t.Convention, un), lucie);
        Assert.Equal((1, 0), (await AttenduesAsync(t, sophie), await AttenduesAsync(t, lucie)));

        await t.EnvoyerAsync(new ResoudreCommentaire.Command(t.Convention, deux, 1));
        Assert.Equal(0, await AttenduesAsync(t, sophie));
    }

    [Fact]
    public async Task Plusieurs_mentions_font_un_courriel_qui_dit_ce_qui_attend_encore_quand_il_part()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        var sophie = await CompteAsync(t, "Sophie", Role.Coordination);
        var lu = await t.EnvoyerAsync(Ouvrir(t, "Déjà réglé ?", null, sophie.Id!.Value));
        await t.EnvoyerAsync(Ouvrir(t, "Quel   local\n?", "livrables", sophie.Id!.Value));
        await t.EnvoyerAsync(new LireCommentaire.Command(t.Convention, lu), sophie);

        var courriel = await t.Application.LireAsync(db => db.Courriels.SingleAsync());
        Assert.Equal((CompositionCourriel.Mentions, sophie.Id, "sophie@demo.test"), (courriel.Composition, courriel.UtilisateurId, courriel.Destinataire));
        Assert.Equal(UnPlan.Maintenant + ComposeurMentions.Delai, courriel.ProchaineTentativeLe);
        var message = (await ComposerAsync(t, sophie))!;
        Assert.Equal("Un commentaire vous mentionne", message.Objet);
        Assert.Contains("Camille Essai : « Quel local ? »", message.Texte, StringComparison.Ordinal);
        Assert.DoesNotContain("Déjà réglé", message.Texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Le_courriel_ne_dit_rien_de_ce_qu_on_ne_lit_plus_et_part_une_fois()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        var (fiche, lucie) = (t.Fiches[0], await CompteAsync(t, "Lucie", Role.Lecteur));
        await t.EnvoyerAsync(Ouvrir(t, "Lucie ?", null, lucie.Id!.Value));

        Assert.NotNull(await ComposerAsync(t, lucie));
        await t.EnvoyerAsync(new RedigerFiche.Command(t.Convention, fiche.Id, fiche.Revision, new(fiche.Identite with { Confidentielle = true })));
        Assert.Null(await ComposerAsync(t, lucie));
        await t.EnvoyerAsync(new RedigerFiche.Command(t.Convention, fiche.Id, fiche.Revision + 1, new(fiche.Identite with { Confidentielle = false })));

        var revision = Assert.Single((await t.LireAsync(fiche)).Discussions.Fils).Revision;
        await t.Application.LireAsync(async db =>
        {
            (await db.Commentaires.SingleAsync()).Prevenir(lucie.Id!.Value, UnPlan.Maintenant);
            return await db.SaveChangesAsync();
        });
        Assert.Null(await ComposerAsync(t, lucie));
        Assert.Equal(revision, Assert.Single((await t.LireAsync(fiche)).Discussions.Fils).Revision);
    }

    [Fact]
    public async Task Un_article_et_une_annexe_se_commentent_aussi()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        await Assert.ThrowsAsync<NotFoundException>(() => t.EnvoyerAsync(
            new OuvrirCommentaire.Command(t.Convention, CibleCommentaire.SurPassage("preambule"), "Trop tôt", [])));
        await t.EnvoyerAsync(new CommencerTexte.Command(t.Convention));
        var annexe = (await t.EnvoyerAsync(new ConsulterTexte.Query(t.Convention)))!.Annexes[0];

        foreach (var cible in new[] { CibleCommentaire.SurPassage("preambule"), CibleCommentaire.SurAnnexe(annexe) })
        {
            await t.EnvoyerAsync(new OuvrirCommentaire.Command(t.Convention, cible, "À relire", []), t.Avec(Role.Signataire));
        }

        Assert.Equal(2, (await t.EnvoyerAsync(new ConsulterTexte.Query(t.Convention)))!.Discussions.Ouverts.Count);
        Assert.Single((await t.EnvoyerAsync(new ConsulterPassage.Query(t.Convention, "preambule")))!.Discussions.Fils);
        Assert.Empty((await t.LireAsync(t.Fiches[0])).Discussions.Fils);
        Assert.Contains((await t.EnvoyerAsync(new ListerCommentaires.Query(t.Convention)))!.Lignes, l => l.Titre == annexe);
        await Assert.ThrowsAsync<NotFoundException>(() => t.EnvoyerAsync(
            new OuvrirCommentaire.Command(t.Convention, CibleCommentaire.SurAnnexe("Une annexe inventée"), "À relire", [])));
    }

    [Fact]
    public async Task Une_fiche_supprimee_emporte_ce_qui_s_en_disait()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        await t.EnvoyerAsync(Ouvrir(t, "Quel local ?", null, (await CompteAsync(t, "Sophie", Role.Coordination)).Id!.Value));

        await t.EnvoyerAsync(new SupprimerFiche.Command(t.Convention, t.Fiches[0].Id, t.Fiches[0].Revision));

        Assert.Equal(0, await t.Application.LireAsync(db => db.Commentaires.CountAsync()));
    }

    [Fact]
    public async Task Seul_l_auteur_corrige_et_retire_et_une_administratrice_se_tait()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        var moi = t.Avec(Role.Partenaire);
        var id = await t.EnvoyerAsync(Ouvrir(t, "Quel local ?"), moi);
        var message = Assert.Single((await t.LireAsync(t.Fiches[0])).Discussions.Fils).Messages[0].Id;

        await Assert.ThrowsAsync<BusinessRuleException>(() => t.EnvoyerAsync(new ModifierCommentaire.Command(t.Convention, id, message, "Autre")));
        await Assert.ThrowsAsync<BusinessRuleException>(() => t.EnvoyerAsync(new RetirerCommentaire.Command(t.Convention, id, message)));
        await Assert.ThrowsAsync<AccesRefuseException>(() => t.EnvoyerAsync(
            Ouvrir(t, "Bonjour"), ApplicationDeTest.Une("Admin", Habilitation.Nationale(Role.Administrateur))));
        await t.EnvoyerAsync(new ModifierCommentaire.Command(t.Convention, id, message, "Quel bâtiment ?"), moi);
        Assert.Equal("Quel local ?", Assert.Single((await t.LireAsync(t.Fiches[0])).Discussions.Fils).Messages[0].Versions[0].Texte);

        await t.EnvoyerAsync(new RetirerCommentaire.Command(t.Convention, id, message), moi);
        var retire = Assert.Single((await t.LireAsync(t.Fiches[0])).Discussions.Fils).Messages[0];
        Assert.Null(retire.Texte);
        Assert.Empty(retire.Versions);
        await Assert.ThrowsAsync<ValidationException>(() => t.EnvoyerAsync(Ouvrir(t, " ")));
    }

    // Seen red by reading the titles line by line.
    [Fact]
    public async Task La_liste_coute_autant_de_commandes_pour_une_discussion_que_pour_vingt()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        Task Lister() => t.EnvoyerAsync(new ListerCommentaires.Query(t.Convention));
        await t.EnvoyerAsync(Ouvrir(t, "Un"));
        var une = await t.Application.Sql.CompterAsync(Lister);
        var fiche = await t.Application.Sql.CompterAsync(() => t.LireAsync(t.Fiches[0]));
        for (var i = 0; i < 20; i++)
        {
            await t.EnvoyerAsync(Ouvrir(t, $"Encore {i}"));
        }

        Assert.Equal(une, await t.Application.Sql.CompterAsync(Lister));
        Assert.Equal(fiche, await t.Application.Sql.CompterAsync(() => t.LireAsync(t.Fiches[0])));
    }

    private static OuvrirCommentaire.Command Ouvrir(PlanDeTest t, string texte, string? champ = null, params UtilisateurId[] mentions) =>
        new(t.Convention, CibleCommentaire.Sur(t.Fiches[0].Id, champ), texte, mentions);

    private static async Task<int> AttenduesAsync(PlanDeTest t, Personne qui) =>
        (await t.EnvoyerAsync(new ConsulterAccueil.Query(), qui)).Taches
            .SingleOrDefault(x => x.Type == ConsulterAccueil.TypeTache.RepondreAuxCommentaires)?.Nombre ?? 0;

    private static Task<ComposeurMentions.Message?> ComposerAsync(PlanDeTest t, Personne qui) =>
        t.Application.AvecAsync(s => s.GetRequiredService<ComposeurMentions>().ComposerAsync(qui.Id!.Value, CancellationToken.None));

    /// <summary>Somebody with an account, whom a comment may call.</summary>
    private static async Task<Personne> CompteAsync(PlanDeTest t, string prenom, Role role)
    {
        var personne = ApplicationDeTest.Une(role, t.Convention, $"{prenom} Martin");
        await t.Application.LireAsync(db =>
        {
            var courriel = $"{prenom.ToLowerInvariant()}@demo.test";
            var compte = new Utilisateur { Id = personne.Id!.Value.Value, Prenom = prenom, Nom = "Martin" };
            (compte.Email, compte.UserName) = (courriel, courriel);
            (compte.NormalizedEmail, compte.NormalizedUserName) = (courriel.ToUpperInvariant(), courriel.ToUpperInvariant());
            compte.Habiliter(personne.Habilitations);
            db.Users.Add(compte);
            return db.SaveChangesAsync();
        });
        return personne;
    }
}
