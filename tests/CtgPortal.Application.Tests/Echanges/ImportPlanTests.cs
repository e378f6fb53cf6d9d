using CtgPortal.Application.Common;
using CtgPortal.Application.Echanges;
using CtgPortal.Application.Imports;
using CtgPortal.Application.Plans;
using CtgPortal.Application.Tests.Plans;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Imports;
using CtgPortal.Domain.Plans;
using CtgPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using static CtgPortal.Application.Tests.Echanges.EchangesDeTest;

namespace CtgPortal.Application.Tests.Echanges;

public sealed class ImportPlanTests(PostgresServer serveur)
{
    [Fact]
    public async Task Un_tableau_de_la_collectivite_se_lit_se_relit_et_ne_s_ecrit_qu_une_fois()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur, axes: 1, orientations: 1, fiches: 1);
        var fichier = Csv(
            "Plan d’actions 2025-2029 : 3 actions;;;;;;;;",
            "Axe;Orientation;Intitulé de l’action;Pilote;Priorité;Date de début;Budget 2026;Caf 2027;Partenaires",
            "Axe 1 : Jeunesse;Bouger;Ouvrir un local;Ville;haute;mars 2026;environ 12 000 €;3 000;MJC",
            ";;Former les animateurs;Ville;;12/03/2026;;;",
            ";;;Ville;;;;;MJC",
            ";;Ouvrir un local;Ville;;;;;",
            "Axe 1;Orientation 1.1;Fiche 1.1.1;CC;;pas une date;;;");

        var import = await t.PresenterAsync(fichier, attendu: 4);
        var rapport = (await t.ImportAsync(import)).Rapport!;

        Assert.Equal(
            [SuiteLigne.Nouvelle, SuiteLigne.Nouvelle, SuiteLigne.Ecartee, SuiteLigne.Doublon, SuiteLigne.Modifiee], rapport.Lignes.Select(l => l.Suite));
        Assert.Equal((4, new CompteAnnonce(1, 3), 3, 2), (rapport.Attendu, rapport.Annonce, rapport.Trouves, rapport.Laissees));
        Assert.Equal(["Jeunesse", "Jeunesse/Bouger"], rapport.Branches.Select(b => string.Join('/', b)));
        Assert.Equal(["Jeunesse", "Bouger"], rapport.Lignes[1].Chemin);
        Assert.Equal(
            ["« Bouger » n’existe pas dans le plan : ce niveau sera créé.", "Budget 2026 : « environ 12 000 € » est lu 12 000.", "Date de début : La date « mars 2026 », écrite en texte, est lue 01/03/2026."],
            rapport.Lignes[0].Remarques.Select(r => r.Texte.Replace('\u202f', ' ')).Order());
        Assert.Contains("L’intitulé de l’action manque.", rapport.Lignes[2].Remarques.Select(r => r.Texte));
        Assert.Equal(["pilote-structure"], rapport.Lignes[4].Differences.Select(d => d.Champ));

        var refus = await Assert.ThrowsAsync<BusinessRuleException>(() => t.EcrireAsync(import));
        Assert.Equal("lignes-laissees", Assert.Single(refus.Obstacles).Code);
        Assert.Equal(new(2, 1), await t.EcrireAsync(import, sansLesAutres: true));

        var plan = (await t.LireAsync()).Plan;
        Assert.Equal(["Axe 1", "Jeunesse"], plan.Axes.Select(a => a.Intitule));
        var local = plan.Fiches.Single(f => f.Intitule == "Ouvrir un local");
        Assert.Equal((15_000m, new DateOnly(2026, 3, 1), PrioriteFiche.Elevee), (local.Montants.Prevu, local.Debut, local.Priorite));
        Assert.Equal(["Caf", "Financeur à préciser"], local.Financements.Select(f => f.Financeur).Order());
        Assert.Single(await t.Application.JournalAsync(t.Convention), e => e == "PlanImporte");

        // what people of the Caf said of the columns is proposed to the next one
        var autre = await t.DeposerAsync(fichier);
        var depot = (await t.ImportAsync(autre)).Import;
        var champs = depot.Lecture.Champs.Select(c => c == "pilote-structure" ? "service" : c).ToList();
        await t.EnvoyerAsync(new PreciserTableur.Command(t.Convention, NatureImport.Plan, autre, depot.Revision, 0, depot.Lecture.LigneEnTete, champs, null));
        Assert.Equal(champs, (await t.ImportAsync(await t.DeposerAsync(fichier))).Import.Lecture.Champs);
    }

    [Fact]
    public async Task Un_plan_qui_a_change_depuis_le_rapport_le_fait_refaire()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        var import = await t.PresenterAsync(Csv("Axe;Intitulé;Pilote", "Axe 1;Fiche 1.1.1;Ville"));
        var dossier = await t.ImportAsync(import);
        await t.EnvoyerAsync(new RedigerFiche.Command(t.Convention, t.Fiches[0].Id, t.Fiches[0].Revision, new(Pourquoi: new("Autre constat", null, null))));

        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => t.EnvoyerAsync(
            new ImporterPlan.Command(t.Convention, import, dossier.Import.Revision, dossier.Rapport!.Empreinte, true)));

        Assert.Equal(new(0, 1), await t.EcrireAsync(import));
        Assert.Equal(("Autre constat", "Ville"), ((await t.LireAsync(t.Fiches[0])).Pourquoi.Constat, (await t.LireAsync(t.Fiches[0])).Qui.PiloteStructure));
    }

    [Fact]
    public async Task Deux_imports_a_la_fois_s_ecrivent_l_un_puis_l_autre_ou_le_second_est_refait()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        ImportTableurId[] imports = [await t.PresenterAsync(Csv("Axe;Intitulé", "Axe 1;Une action")), await t.PresenterAsync(Csv("Axe;Intitulé", "Axe 1;Une action"))];
        var dossiers = await Task.WhenAll(imports.Select(t.ImportAsync));

        var essais = await Task.WhenAll(dossiers.Select(async d =>
        {
            try
            {
                await t.EnvoyerAsync(new ImporterPlan.Command(t.Convention, d.Import.Id, d.Import.Revision, d.Rapport!.Empreinte, false));
                return true;
            }
            catch (ConcurrencyConflictException)
            {
                return false;
            }
        }));

        Assert.Equal([false, true], essais.Order());
        Assert.Single((await t.LireAsync()).Plan.Fiches, f => f.Intitule == "Une action");
    }

    [Fact]
    public async Task Un_import_s_annule_et_le_plan_redevient_ce_qu_il_etait()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        var avant = await t.ExporterAsync();
        var import = await t.ImporterAsync(Csv("Axe;Orientation;Intitulé;Pilote;Indicateurs", "Neuf;;Nouvelle action;Ville;Nombre de places", "Axe 1;Orientation 1.2;Fiche 1.1.1;Ville;"));
        var dossier = await t.ImportAsync(import);
        Assert.Empty(dossier.ObstaclesALAnnulation);

        var bilan = await t.EnvoyerAsync(new AnnulerImportPlan.Command(t.Convention, import, dossier.Import.Revision));

        Assert.Equal((1, 1, 0), (bilan.Retirees, bilan.Restaurees, bilan.BranchesGardees.Count));
        Assert.Equal(Texte(await LireAsync(avant)), Texte(await LireAsync(await t.ExporterAsync())));
        Assert.Single(await t.Application.JournalAsync(t.Convention), e => e == "ImportPlanAnnule");
        var encore = await t.ImportAsync(import);
        await Assert.ThrowsAsync<BusinessRuleException>(() => t.EnvoyerAsync(new AnnulerImportPlan.Command(t.Convention, import, encore.Import.Revision)));
    }

    [Fact]
    public async Task Une_annulation_refuse_par_son_nom_ce_qui_a_change_depuis()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        var import = await t.ImporterAsync(Csv("Axe;Intitulé;Pilote", "Neuf;Nouvelle action;Ville", "Axe 1;Fiche 1.1.1;Ville"));
        var fiche = await t.LireAsync(t.Fiches[0]);
        await t.EnvoyerAsync(new RedigerFiche.Command(t.Convention, fiche.Id, fiche.Revision, new(Pourquoi: new("Après", null, null))));
        var dossier = await t.ImportAsync(import);

        var refus = await Assert.ThrowsAsync<BusinessRuleException>(() => t.EnvoyerAsync(new AnnulerImportPlan.Command(t.Convention, import, dossier.Import.Revision)));

        Assert.Equal("« Fiche 1.1.1 » a été modifiée depuis l’import.", Assert.Single(refus.Obstacles).Message);
        Assert.Equal(refus.Obstacles, dossier.ObstaclesALAnnulation);
        Assert.Contains((await t.LireAsync()).Plan.Fiches, f => f.Intitule == "Nouvelle action");
    }

    [Fact]
    public async Task Une_branche_creee_par_l_import_reste_si_quelqu_un_s_en_sert()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        var import = await t.ImporterAsync(Csv("Axe;Intitulé", "Neuf;Nouvelle action"));
        var plan = (await t.LireAsync()).Plan;
        await t.EnvoyerAsync(new CreerFiche.Command(t.Convention, plan.Revision, plan.Axes.Single(a => a.Intitule == "Neuf").Id, null, "À la main"));

        var bilan = await t.EnvoyerAsync(new AnnulerImportPlan.Command(t.Convention, import, (await t.ImportAsync(import)).Import.Revision));

        Assert.Equal((1, "Neuf"), (bilan.Retirees, Assert.Single(bilan.BranchesGardees)));
        Assert.Contains((await t.LireAsync()).Plan.Fiches, f => f.Intitule == "À la main");
    }

    [Fact]
    public async Task Un_plan_fige_ne_recoit_aucun_fichier()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur, StatutConvention.EnSignature);

        var refus = await Assert.ThrowsAsync<BusinessRuleException>(() => t.DeposerAsync(Csv("Axe;Intitulé", "Axe 1;Une action")));

        Assert.Equal("plan-fige", Assert.Single(refus.Obstacles).Code);
    }

    [Fact]
    public async Task Une_feuille_trop_longue_est_refusee_avec_le_nombre()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);

        var longue = await t.RapportAsync(Csv([.. Enumerable.Range(0, 20_002).Select(i => i == 0 ? "Axe;Intitulé;Pilote" : $"Axe 1;Action {i};Ville")]));

        Assert.Equal(
            ["Cette feuille a plus de 20 000 lignes. Gardez celles du plan.", "Ce fichier contient 19999 fiches. Un import en écrit 1000 au plus."],
            longue.Obstacles.Select(o => o.Message.Replace('\u202f', ' ')));
    }

    [Fact]
    public async Task Les_imports_de_avant_la_table_commune_gardent_ce_qu_ils_ont_ecrit_et_ce_que_la_Caf_a_dit()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        var ecrit = await t.ImporterAsync(Csv("Machin;Axe;Intitulé;Pilote", "x;Neuf;Nouvelle action;Ville", ";Axe 1;Fiche 1.1.1;Ville"));
        var attente = await t.DeposerAsync(Csv("Machin;Axe;Intitulé", "x;Axe 1;Une autre"));

        // back to the tables of before, then forward again
        await t.Application.LireAsync(async db =>
        {
            var avant = db.Database.GetMigrations().TakeWhile(m => !m.EndsWith("_TableursEnUneTable", StringComparison.Ordinal)).Last();
            await db.GetService<IMigrator>().MigrateAsync(avant);
            await db.Database.MigrateAsync();
            return 0;
        });

        var dossier = await t.ImportAsync(ecrit);
        Assert.Equal((1, 1, 1), (dossier.Import.Ajoutes, dossier.Import.Modifies, dossier.Ecriture!.Axes.Count));
        Assert.Equal(["", "niveau-1", "intitule"], (await t.ImportAsync(attente)).Import.Lecture.Champs);
        Assert.Contains(("machin", ""), await t.Application.LireAsync(async db => (await db.CorrespondancesColonnes.ToListAsync()).Select(c => (c.EnTete, c.Champ)).ToList()));
        var bilan = await t.EnvoyerAsync(new AnnulerImportPlan.Command(t.Convention, ecrit, dossier.Import.Revision));
        Assert.Equal((1, 1), (bilan.Retirees, bilan.Restaurees));
    }

    /// <summary>The cells of the sheets, as a person reads them.</summary>
    internal static string Texte(Application.Imports.ClasseurLu classeur) =>
        string.Join('\n', classeur.Feuilles.Select(f => $"# {f.Nom}\n{string.Join('\n', f.Lignes.Select(l => string.Join('|', l.Cellules)))}"));
}
