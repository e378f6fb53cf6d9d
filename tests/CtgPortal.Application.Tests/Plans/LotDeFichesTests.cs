using CtgPortal.Application.Common;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Plans;
using CtgPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using static CtgPortal.Domain.Plans.ModificationDeFiches;

namespace CtgPortal.Application.Tests.Plans;

public sealed class LotDeFichesTests(PostgresServer serveur)
{
    [Fact]
    public async Task Une_chose_se_fixe_sur_toutes_et_chacune_a_sa_ligne_d_historique()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur, orientations: 1, fiches: 3);
        var deux = t.Fiches.Take(2).ToDictionary(f => f.Id, f => f.Revision);

        await t.EnvoyerAsync(new ModifierFiches.Command(t.Convention, deux, new AjouterChamp("jeunesse")));

        var fiches = (await t.LireAsync()).Plan.Fiches.ToList();
        Assert.Equal([true, true, false], fiches.Select(f => f.Champs.Contains("jeunesse")));
        Assert.All(fiches, f => Assert.Contains("petite enfance", f.Champs));
        var faits = await t.Application.LireAsync(db => db.Journal.Where(e => e.Type == nameof(FicheRedigee)).Select(e => e.Donnees).ToListAsync());
        Assert.Equal(2, faits.Count(f => f.Contains("jeunesse", StringComparison.Ordinal)));
    }

    public static TheoryData<string, ModificationDeFiches, Func<FicheDuPlan, bool>> Choses => new()
    {
        { "retirer", new RetirerChamp("Petite enfance"), f => f.Champs.Count == 0 },
        { "priorite", new FixerPriorite(PrioriteFiche.Basse), f => f.Priorite == PrioriteFiche.Basse },
        { "structure", new NommerStructure("Mission locale"), f => f.PiloteStructure == "Mission locale" && f.PilotePersonne == "Cheffe de projet" },
        { "imposee", new Imposer(true), f => f.Imposee },
        { "confidentielle", new RendreConfidentielle(true), f => f.Confidentielle },
        { "dates", new Dater(new(2027, 1, 1), null, true), f => f.Debut == new DateOnly(2027, 1, 1) && f.Fin is null && f.AmeliorationContinue && f.Calendrier == "De 2026 à 2028" },
    };

    [Theory, MemberData(nameof(Choses))]
    public async Task Chaque_chose_qui_se_fixe(string nom, ModificationDeFiches modification, Func<FicheDuPlan, bool> attendu)
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur, orientations: 1);

        await t.EnvoyerAsync(new ModifierFiches.Command(t.Convention, t.Fiches.ToDictionary(f => f.Id, f => f.Revision), modification));

        Assert.All((await t.LireAsync()).Plan.Fiches, f => Assert.True(attendu(f), nom));
    }

    [Fact]
    public async Task Une_fiche_changee_entre_temps_est_nommee_et_aucune_ne_change()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur, orientations: 1, fiches: 3);
        var lues = t.Fiches.ToDictionary(f => f.Id, f => f.Revision);
        await t.EnvoyerAsync(new ModifierFiches.Command(t.Convention, new Dictionary<FicheActionId, int> { [t.Fiches[1].Id] = t.Fiches[1].Revision }, new Imposer(true)));

        var refus = await Assert.ThrowsAsync<BusinessRuleException>(() =>
            t.EnvoyerAsync(new ModifierFiches.Command(t.Convention, lues, new FixerPriorite(PrioriteFiche.Basse))));

        var obstacle = Assert.Single(refus.Obstacles);
        Assert.Equal("fiche-changee", obstacle.Code);
        Assert.Contains(t.Fiches[1].Intitule, obstacle.Message, StringComparison.Ordinal);
        Assert.All((await t.LireAsync()).Plan.Fiches, f => Assert.Equal(PrioriteFiche.Elevee, f.Priorite));
    }

    [Fact]
    public async Task Une_fiche_supprimee_ou_une_date_impossible_n_en_changent_aucune()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur, orientations: 1, fiches: 2);
        var lues = t.Fiches.ToDictionary(f => f.Id, f => f.Revision);

        var impossible = await Assert.ThrowsAsync<BusinessRuleException>(() =>
            t.EnvoyerAsync(new ModifierFiches.Command(t.Convention, lues, new Dater(new(2028, 1, 1), new(2027, 1, 1), false))));
        await t.EnvoyerAsync(new SupprimerFiche.Command(t.Convention, t.Fiches[0].Id, t.Fiches[0].Revision));
        var disparue = await Assert.ThrowsAsync<BusinessRuleException>(() => t.EnvoyerAsync(new ModifierFiches.Command(t.Convention, lues, new Imposer(true))));

        Assert.Equal(["dates-inversees", "fiche-disparue"], impossible.Obstacles.Concat(disparue.Obstacles).Select(o => o.Code));
        Assert.False((await t.LireAsync()).Plan.Fiches.Single().Imposee);
    }

    [Fact]
    public async Task Deux_lots_simultanes_sur_les_memes_fiches_un_seul_passe_et_en_entier()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur, orientations: 1, fiches: 5);
        var lues = t.Fiches.ToDictionary(f => f.Id, f => f.Revision);

        Task<Exception?> Nommer(string structure) => Record.ExceptionAsync(() =>
            t.EnvoyerAsync(new ModifierFiches.Command(t.Convention, lues, new NommerStructure(structure)))).AsTask();

        var issues = await Task.WhenAll(Nommer("Mission locale"), Nommer("Centre social"));

        Assert.Single(issues, e => e is null);
        Assert.True(Assert.Single(issues, e => e is not null) is ConcurrencyConflictException or BusinessRuleException);
        Assert.Single((await t.LireAsync()).Plan.Fiches.Select(f => f.PiloteStructure).Distinct());
    }

    [Fact]
    public async Task Un_partenaire_modifie_ses_fiches_et_rien_de_ce_qui_est_reserve()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur, orientations: 1);
        var pilote = await t.PiloteAsync(t.Fiches[0]);
        var sienne = new Dictionary<FicheActionId, int> { [t.Fiches[0].Id] = t.Fiches[0].Revision + 1 };
        var toutes = new Dictionary<FicheActionId, int>(sienne) { [t.Fiches[1].Id] = t.Fiches[1].Revision };

        await Assert.ThrowsAsync<AccesRefuseException>(() => t.EnvoyerAsync(new ModifierFiches.Command(t.Convention, toutes, new NommerStructure("Nous")), pilote));
        await Assert.ThrowsAsync<AccesRefuseException>(() => t.EnvoyerAsync(new ModifierFiches.Command(t.Convention, sienne, new RendreConfidentielle(true)), pilote));
        await t.EnvoyerAsync(new ModifierFiches.Command(t.Convention, sienne, new NommerStructure("Nous")), pilote);

        Assert.Equal("Nous", (await t.LireAsync()).Plan.Fiches.First().PiloteStructure);
    }

    [Fact]
    public async Task Une_fiche_rejoint_un_axe_pendant_qu_on_le_supprime_l_un_ou_l_autre_jamais_les_deux()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur, orientations: 1, fiches: 1);
        var (depart, fiche) = (t.Plan.Axes[0].Id, t.Fiches[0].Id);
        for (var tour = 0; tour < 6; tour++)
        {
            var revision = (await t.LireAsync()).Plan.Revision;
            var axe = await t.EnvoyerAsync(new AjouterAxe.Command(t.Convention, revision, $"Arrivée {tour}", null, null));

            var issues = await Task.WhenAll(
                Record.ExceptionAsync(() => t.EnvoyerAsync(new DeplacerFiche.Command(t.Convention, revision + 1, fiche, axe, null, 1))).AsTask(),
                Record.ExceptionAsync(() => t.EnvoyerAsync(new RetirerAxe.Command(t.Convention, revision + 1, axe))).AsTask());

            Assert.Single(issues, e => e is null);
            Assert.True(Assert.Single(issues, e => e is not null) is ConcurrencyConflictException or BusinessRuleException);
            var plan = (await t.LireAsync()).Plan;
            Assert.Equal(fiche, Assert.Single(plan.Fiches).Id);
            Assert.Equal(issues[0] is null, plan.Axes.Any(a => a.Id == axe));
            Assert.Equal(Enumerable.Range(1, plan.Axes.Count), plan.Axes.Select(a => a.Rang));
            if (issues[0] is null)
            {
                await t.EnvoyerAsync(new DeplacerFiche.Command(t.Convention, plan.Revision, fiche, depart, null, 1));
            }
        }
    }

    [Fact]
    public async Task La_selection_rejoint_une_branche_et_une_revision_perimee_ne_bouge_rien()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur, axes: 2, orientations: 1, fiches: 2);
        var arrivee = t.Plan.Axes[1].Id;
        FicheActionId[] ids = [t.Fiches[1].Id, t.Fiches[0].Id];

        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => t.EnvoyerAsync(new DeplacerFiches.Command(t.Convention, t.Plan.Revision - 1, ids, arrivee, null)));
        await t.EnvoyerAsync(new DeplacerFiches.Command(t.Convention, t.Plan.Revision, ids, arrivee, null));

        Assert.Equal([t.Fiches[0].Id, t.Fiches[1].Id], (await t.LireAsync()).Plan.Axes[1].Fiches.Select(f => f.Id));
    }
}
