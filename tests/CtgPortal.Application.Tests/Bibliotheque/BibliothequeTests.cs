using CtgPortal.Application.Bibliotheque;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Application.Plans;
using CtgPortal.Application.Tests.Plans;
using CtgPortal.Domain.Bibliotheque;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Tests.Bibliotheque;

public sealed class BibliothequeTests(PostgresServer serveur)
{
    [Fact]
    public async Task Une_fiche_ajoutee_copie_le_modele_et_se_souvient_de_sa_version()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        var modele = await ModeleAsync(t, imposee: true);

        var ajoutee = Assert.Single(await AjouterAsync(t, modele.Id));

        var fiche = await LireAsync(t, ajoutee);
        Assert.Equal("Gouvernance", fiche.Identite.Intitule);
        Assert.Equal("Décider ensemble", fiche.Quoi.ObjectifGeneral);
        Assert.Equal("Associer les familles", Assert.Single(fiche.Contenu.Objectifs).Description.Texte);
        Assert.True(fiche.Identite.ImposeeParLaCaf);
        Assert.Equal("Réunir le comité", Assert.Single(fiche.Operations).Description.Intitule);
        Assert.Equal(new(modele.Id, 1, 1, true), fiche.Modele);
        var deux = await Assert.ThrowsAsync<BusinessRuleException>(() => AjouterAsync(t, modele.Id));
        Assert.Equal("modele-deja-repris", Assert.Single(deux.Obstacles).Code);
    }

    [Fact]
    public async Task Une_fiche_imposee_manque_au_plan_et_a_la_signature_jusqu_a_ce_qu_on_l_ajoute_ou_l_ecarte()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        var (gouvernance, accueil) = (await ModeleAsync(t, imposee: true), await ModeleAsync(t, imposee: true, "Petite enfance"));
        await ModeleAsync(t, imposee: false, "Proposée seulement");
        await ModeleAsync(t, imposee: true, "D’une autre Caf", caf: "000");

        Assert.Equal(["Gouvernance", "Petite enfance"], await ManquantesAsync(t));
        Assert.Equal(2, (await ObstaclesAsync(t)).Count(o => o is { Code: "fiche-imposee-absente", Bloquant: false }));

        await t.EnvoyerAsync(new DeclarerFicheSansObjet.Command(t.Convention, accueil.Id, "Aucun enfant de moins de trois ans."));
        Assert.Equal(["Gouvernance"], await ManquantesAsync(t));
        await AjouterAsync(t, gouvernance.Id);

        Assert.Empty(await ManquantesAsync(t));
        Assert.DoesNotContain(await ObstaclesAsync(t), o => o.Code == "fiche-imposee-absente");
        Assert.Equal("Aucun enfant de moins de trois ans.", (await t.EnvoyerAsync(new ConsulterBibliotheque.Query(t.Convention)))!.Fiches.Single(f => f.Id == accueil.Id).SansObjet);
    }

    [Fact]
    public async Task Les_fiches_imposees_s_ajoutent_toutes_ou_aucune()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        var (une, deux) = (await ModeleAsync(t, imposee: true), await ModeleAsync(t, imposee: true, "Petite enfance"));
        var etrangere = await ModeleAsync(t, imposee: true, "D’une autre Caf", caf: "000");

        await Assert.ThrowsAsync<NotFoundException>(() => AjouterAsync(t, une.Id, etrangere.Id));
        Assert.Equal(t.Fiches.Count, (await t.LireAsync()).Plan.Fiches.Count());

        Assert.Equal(2, (await AjouterAsync(t, une.Id, deux.Id)).Count);
        Assert.Equal(t.Fiches.Count + 2, (await t.LireAsync()).Plan.Fiches.Count());
    }

    [Fact]
    public async Task Supprimer_une_fiche_imposee_demande_une_raison_qui_reste()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        var modele = await ModeleAsync(t, imposee: true);
        var fiche = await LireAsync(t, (await AjouterAsync(t, modele.Id))[0]);

        await Assert.ThrowsAsync<BusinessRuleException>(() => t.EnvoyerAsync(new SupprimerFiche.Command(t.Convention, fiche.Id, fiche.Revision)));
        await t.EnvoyerAsync(new SupprimerFiche.Command(t.Convention, fiche.Id, fiche.Revision, "Portée par le contrat de ville."));

        var ligne = Assert.Single((await t.EnvoyerAsync(new ConsulterBibliotheque.Query(t.Convention)))!.Fiches);
        Assert.Equal((null, "Portée par le contrat de ville."), (ligne.Fiche, ligne.SansObjet));
        Assert.Empty(await ManquantesAsync(t));
    }

    [Fact]
    public async Task Une_nouvelle_version_se_reprend_rubrique_par_rubrique_sans_toucher_ce_que_le_territoire_a_ecrit()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        var modele = await ModeleAsync(t, imposee: false);
        var id = (await AjouterAsync(t, modele.Id))[0];
        var fiche = await LireAsync(t, id);
        await t.EnvoyerAsync(new RedigerFiche.Command(t.Convention, id, fiche.Revision, new(Pourquoi: new("Notre constat", null, null))));
        await t.EnvoyerAsync(new DefinirOperations.Command(
            t.Convention, id, (await LireAsync(t, id)).Revision, [new(fiche.Operations[0].Id, "Réunir le comité", "La Ville", null, null, null, null)]));
        await PublierAsync(t, modele.Id, Saisie("Gouvernance", "Décider et rendre compte", "Constat de la Caf, revu", "Réunir le comité", "Publier un bilan"));

        var dossier = (await t.EnvoyerAsync(new ConsulterModeleDeFiche.Query(t.Convention, id)))!;
        Assert.Equal((1, 2), (dossier.Suivie, dossier.Derniere));
        Assert.Equal([("constat", false), ("objectif-general", true), ("operations", true)], dossier.Changements.Select(c => (c.Champ, c.Intouche)).OrderBy(c => c.Champ));

        await t.EnvoyerAsync(new ReprendreModele.Command(t.Convention, id, dossier.Fiche.Revision, 2, ["objectif-general", "operations"]));

        var apres = await LireAsync(t, id);
        Assert.Equal("Notre constat", apres.Pourquoi.Constat);
        Assert.Equal("Décider et rendre compte", apres.Quoi.ObjectifGeneral);
        Assert.Equal([(fiche.Operations[0].Id, "La Ville"), (apres.Operations[1].Id, null)], apres.Operations.Select(o => (o.Id, o.Description.Pilote)));
        Assert.Equal((2, 2), (apres.Modele!.Suivie, apres.Modele.Derniere));
    }

    [Fact]
    public async Task Une_version_parue_pendant_qu_on_choisit_est_un_conflit()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        var modele = await ModeleAsync(t, imposee: false);
        var fiche = await LireAsync(t, (await AjouterAsync(t, modele.Id))[0]);
        await PublierAsync(t, modele.Id, Saisie("Gouvernance", "Deux"));
        await PublierAsync(t, modele.Id, Saisie("Gouvernance", "Trois"));

        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => t.EnvoyerAsync(
            new ReprendreModele.Command(t.Convention, fiche.Id, fiche.Revision, 2, ["objectif-general"])));
    }

    [Fact]
    public async Task Une_autre_Caf_n_ecrit_pas_dans_la_bibliotheque_et_ne_la_lit_pas()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        var modele = await ModeleAsync(t, imposee: false);
        var ailleurs = new Personne(UtilisateurId.New(), "Autre", null, [new(Role.Conseiller, Portee.Caf, "000")]);

        Assert.Null(await t.EnvoyerAsync(new ConsulterFicheModele.Query(modele.Id), ailleurs));
        Assert.Empty((await t.EnvoyerAsync(new ListerFichesModele.Query(), ailleurs)).Fiches);
        await Assert.ThrowsAsync<BusinessRuleException>(() => t.EnvoyerAsync(new ReglerFicheModele.Command(modele.Id, 1, true, false), ailleurs));
    }

    [Fact]
    public async Task Lire_la_bibliotheque_coute_autant_avec_une_fiche_qu_avec_dix()
    {
        await using var petit = await PlanDeTest.OuvrirAsync(serveur);
        await using var grand = await PlanDeTest.OuvrirAsync(serveur);
        await ModeleAsync(petit, imposee: true);
        foreach (var i in Enumerable.Range(1, 10))
        {
            await ModeleAsync(grand, imposee: true, $"Fiche {i}");
        }

        Task Lire(PlanDeTest t) => t.EnvoyerAsync(new ConsulterBibliotheque.Query(t.Convention));
        Assert.Equal(await petit.Application.Sql.CompterAsync(() => Lire(petit)), await grand.Application.Sql.CompterAsync(() => Lire(grand)));
    }

    private static SaisieModele Saisie(string intitule, string objectif, string? constat = "Constat de la Caf", params string[] operations) => new(
        intitule, "parentalité", NatureAction.AMaintenir, new Dictionary<string, string?> { ["objectif-general"] = objectif, ["constat"] = constat },
        ["Associer les familles"], operations.Length == 0 ? ["Réunir le comité"] : operations, ["Nombre de réunions"]);

    private static async Task<FicheModele> ModeleAsync(PlanDeTest t, bool imposee, string intitule = "Gouvernance", string? caf = null)
    {
        var code = caf ?? await t.Application.LireAsync(db => db.Conventions.Where(c => c.Id == t.Convention).Select(c => c.CafCode).SingleAsync());
        var modele = FicheModele.Creer(code, Saisie(intitule, "Décider ensemble").Ecrire(ContenuFiche.Vide(intitule)), "La Caf", new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero));
        modele.Imposer(imposee, new(2026, 1, 5));
        await t.Application.SauverAsync(modele);
        return modele;
    }

    private static Task<int> PublierAsync(PlanDeTest t, FicheModeleId id, SaisieModele saisie) => t.Application.LireAsync(async db =>
    {
        var modele = await db.FichesModele.SingleAsync(m => m.Id == id);
        modele.Publier(saisie.Ecrire(modele.Derniere.Contenu), "Plus clair.", "La Caf", new(2026, 2, 5, 9, 0, 0, TimeSpan.Zero));
        return await db.SaveChangesAsync();
    });

    private static async Task<IReadOnlyList<FicheActionId>> AjouterAsync(PlanDeTest t, params FicheModeleId[] modeles) =>
        await t.EnvoyerAsync(new AjouterDepuisBibliotheque.Command(t.Convention, (await t.LireAsync()).Plan.Revision, modeles, t.Plan.Axes[0].Id, null));

    private static async Task<ConsulterFiche.Dossier> LireAsync(PlanDeTest t, FicheActionId fiche) => (await t.EnvoyerAsync(new ConsulterFiche.Query(t.Convention, fiche)))!;

    private static async Task<IReadOnlyList<string>> ManquantesAsync(PlanDeTest t) =>
        (await t.EnvoyerAsync(new ConsulterVuesDuPlan.Query(t.Convention, FiltrePlan.Aucun)))!.ImposeesManquantes;

    private static async Task<IReadOnlyList<Obstacle>> ObstaclesAsync(PlanDeTest t) =>
        (await t.EnvoyerAsync(new ConsulterConvention.Query(t.Convention)))!.Suites.Single(p => p.Vers == StatutConvention.EnSignature).Obstacles;
}
