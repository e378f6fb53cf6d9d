using System.Text.Json;
using CtgPortal.Application.Common;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Plans;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Tests.Plans;

/// <summary>Several persons on one fiche: every acknowledged word is there, and what collides is asked.</summary>
public sealed class EcritureFicheTests(PostgresServer serveur)
{
    [Fact]
    public async Task Chaque_revision_d_une_fiche_garde_ce_qu_elle_disait_par_qui_et_quand()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        var fiche = t.Fiches[0];

        var moi = t.Coordination;
        await t.EnvoyerAsync(Livrables(t, "Un guide"), moi);
        await t.EnvoyerAsync(new ConfierFiche.Command(t.Convention, fiche.Id, fiche.Revision + 1, null));
        await t.PiloteAsync(fiche);

        var etats = await t.Application.LireAsync(db => db.EtatsFiche.AsNoTracking().Where(e => e.FicheActionId == fiche.Id).OrderBy(e => e.Revision).ToListAsync());
        Assert.Equal([fiche.Revision, fiche.Revision + 1, fiche.Revision + 2], etats.Select(e => e.Revision));
        Assert.Equal(["Un local", "Un guide", "Un guide"], etats.Select(e => e.Contenu.Quoi.Livrables));
        Assert.Equal((moi.Id, moi.Nom), (etats[1].Par, etats[1].ParNom));
        Assert.Equal(JsonSerializer.Serialize(fiche.Contenu), JsonSerializer.Serialize(etats[0].Contenu));
    }

    [Fact]
    public async Task Une_saisie_perimee_garde_ce_que_l_autre_a_ecrit_ailleurs_et_le_dit()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        var fiche = t.Fiches[0];
        await t.EnvoyerAsync(Livrables(t, "Un guide"), t.Avec(Role.Conseiller));

        var enregistre = await t.EnvoyerAsync(new RedigerFiche.Command(
            t.Convention, fiche.Id, fiche.Revision, new(Quoi: fiche.Quoi with { Descriptif = "Un bus" }, Qui: fiche.Qui with { Service = "Jeunesse" })));

        var lue = await t.LireAsync(fiche);
        Assert.Equal(("Un guide", "Un bus", "Jeunesse"), (lue.Quoi.Livrables, lue.Quoi.Descriptif, lue.Qui.Service));
        Assert.Equal(lue.Revision, enregistre.Revision);
        var apport = Assert.Single(enregistre.Entretemps);
        Assert.Equal(t.Avec(Role.Conseiller).Nom, apport.Par);
        Assert.Equal(["livrables"], apport.Champs);
    }

    [Fact]
    public async Task Une_autre_fenetre_de_la_meme_personne_n_est_pas_quelqu_un_d_autre()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        var moi = t.Coordination;
        await t.EnvoyerAsync(Livrables(t, "Un guide"), moi);

        var enregistre = await t.EnvoyerAsync(new RedigerFiche.Command(
            t.Convention, t.Fiches[0].Id, t.Fiches[0].Revision, new(Qui: t.Fiches[0].Qui with { Service = "Jeunesse" })), moi);

        Assert.Null(Assert.Single(enregistre.Entretemps).Par);
    }

    [Fact]
    public async Task Le_meme_champ_ecrit_par_deux_personnes_est_un_conflit_qui_se_tranche()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        var autre = t.Avec(Role.Conseiller);
        await t.EnvoyerAsync(Livrables(t, "Le sien"), autre);

        var conflit = await Assert.ThrowsAsync<ConflitDeFicheException>(() => t.EnvoyerAsync(Livrables(t, "Le mien")));

        var situe = Assert.Single(conflit.Conflits);
        Assert.Equal(new("livrables", null, null, null, "Un local", "Le mien", "Le sien"), situe.Conflit);
        Assert.Equal((autre.Nom, UnPlan.Maintenant), (situe.Par, situe.Le));
        Assert.Equal("Le sien", (await t.LireAsync(t.Fiches[0])).Quoi.Livrables);

        var enregistre = await t.EnvoyerAsync(Livrables(t, "Le mien", new(conflit.Revision, new Dictionary<string, Camp> { ["livrables"] = Camp.Mien })));
        Assert.Equal("Le mien", (await t.LireAsync(t.Fiches[0])).Quoi.Livrables);
        Assert.Empty(enregistre.Entretemps);
    }

    [Fact]
    public async Task Un_choix_ne_vaut_que_pour_ce_que_la_personne_a_vu()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        var autre = t.Avec(Role.Conseiller);
        await t.EnvoyerAsync(Livrables(t, "Le sien"), autre);
        var vu = (await Assert.ThrowsAsync<ConflitDeFicheException>(() => t.EnvoyerAsync(Livrables(t, "Le mien")))).Revision;
        await t.EnvoyerAsync(Livrables(t, "Encore autre chose", revision: vu), autre);

        var conflit = await Assert.ThrowsAsync<ConflitDeFicheException>(() =>
            t.EnvoyerAsync(Livrables(t, "Le mien", new(vu, new Dictionary<string, Camp> { ["livrables"] = Camp.Mien }))));

        Assert.Equal(("Encore autre chose", vu + 1), (Assert.Single(conflit.Conflits).Conflit.Leur, conflit.Revision));
    }

    [Fact]
    public async Task Les_lignes_se_fusionnent_une_a_une()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        var fiche = t.Fiches[0];
        var (recruter, ouvrir) = (fiche.Operations[0], fiche.Operations[1]);
        await t.EnvoyerAsync(new DefinirOperations.Command(
            t.Convention, fiche.Id, fiche.Revision,
            [Ligne(recruter.Id, recruter.Decrit() with { Budget = 50_000 }), Ligne(ouvrir.Id, ouvrir.Decrit()), Ligne(null, new("Former", null, null, null, null, null))]));

        await t.EnvoyerAsync(new DefinirOperations.Command(
            t.Convention, fiche.Id, fiche.Revision, [Ligne(recruter.Id, recruter.Decrit() with { Pilote = "La Caf" }), Ligne(null, new("Évaluer", null, null, null, null, null))]));

        var lues = (await t.LireAsync(fiche)).Operations;
        Assert.Equal([("Recruter", "La Caf", 50_000m), ("Former", null, null), ("Évaluer", null, (decimal?)null)], lues.Select(o => (o.Description.Intitule, o.Description.Pilote, o.Description.Budget)).OrderBy(o => o.Budget is null).ThenBy(o => o.Intitule == "Évaluer"));
        Assert.Equal(recruter.Id, lues.Single(o => o.Description.Budget is not null).Id);
    }

    [Fact]
    public async Task Dix_enregistrements_au_meme_instant_sont_tous_gardes()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        var fiche = t.Fiches[0];
        var champs = ChampsFiche.Tous.Where(c => c.Type == typeof(string) && c.Code != "intitule").Take(10).ToList();

        var enregistres = await Task.WhenAll(champs.Select((champ, i) =>
            t.EnvoyerAsync(new RedigerFiche.Command(t.Convention, fiche.Id, fiche.Revision, Sections(champ.Ecrire(fiche.Contenu, $"Édition {i}"))))));

        var contenu = await t.Application.LireAsync(async db => (await db.FichesAction.SingleAsync(f => f.Id == fiche.Id)).Contenu);
        Assert.Equal(Enumerable.Range(0, 10).Select(i => $"Édition {i}"), champs.Select(c => c.Texte(contenu)));
        Assert.Equal(Enumerable.Range(fiche.Revision + 1, 10), enregistres.Select(e => e.Revision).Order());
    }

    [Fact]
    public async Task Qui_ecrit_sans_attendre_la_fiche_n_est_pas_ecrase_non_plus()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        var fiche = t.Fiches[0];

        var enregistre = await t.Application.LireAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            var stockee = await db.FichesAction.SingleAsync(f => f.Id == fiche.Id);
            stockee.Rediger(new(Qui: stockee.Qui with { Service = "Jeunesse" }), UnPlan.Etape, UnPlan.Maintenant);
            await db.SaveChangesAsync();
            var enCours = t.EnvoyerAsync(Livrables(t, "Un guide"));
            while (!enCours.IsCompleted && await db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM pg_locks WHERE NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database()) OR (locktype = 'transactionid' AND NOT granted)").SingleAsync() == 0)
            {
                await Task.Yield();
            }

            await transaction.CommitAsync();
            return await enCours;
        });

        var lue = await t.LireAsync(fiche);
        Assert.Equal(("Un guide", "Jeunesse"), (lue.Quoi.Livrables, lue.Qui.Service));
        Assert.Equal(fiche.Revision + 2, enregistre.Revision);
        Assert.Equal(["service"], Assert.Single(enregistre.Entretemps).Champs);
    }

    [Fact]
    public async Task Une_base_que_personne_ne_connait_plus_est_refusee()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        await t.EnvoyerAsync(Livrables(t, "Un guide"));
        await t.Application.LireAsync(db => db.EtatsFiche.ExecuteDeleteAsync());

        var perimee = await Assert.ThrowsAsync<ConcurrencyConflictException>(() => t.EnvoyerAsync(Livrables(t, "Deux guides")));
        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => t.EnvoyerAsync(Livrables(t, "Deux guides", revision: 999)));

        Assert.IsNotType<ConflitDeFicheException>(perimee);
        await t.EnvoyerAsync(Livrables(t, "Deux guides", revision: t.Fiches[0].Revision + 1));
        Assert.Equal("Deux guides", (await t.LireAsync(t.Fiches[0])).Quoi.Livrables);
    }

    private static RedigerFiche.Command Livrables(PlanDeTest t, string texte, ArbitrageFiche? arbitrage = null, int? revision = null) => new(
        t.Convention, t.Fiches[0].Id, revision ?? t.Fiches[0].Revision, new(Quoi: t.Fiches[0].Quoi with { Livrables = texte }), arbitrage);

    private static DefinirOperations.Ligne Ligne(OperationId? id, DescriptionOperation d) =>
        new(id, d.Intitule, d.Pilote, d.Public, d.Budget, d.Calendrier, d.Indicateurs);

    private static SectionsFiche Sections(ContenuFiche c) => new(c.Identite, c.Pourquoi, c.Quoi, c.PourQui, c.Qui, c.Quand, c.Moyens, c.Resultats);
}
