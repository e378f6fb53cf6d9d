using CtgPortal.Application.Common;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using CtgPortal.TestSupport;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Tests.Plans;

public sealed class PlanTests(PostgresServer serveur)
{
    [Fact]
    public async Task L_arbre_se_construit_se_range_et_se_relit()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur, axes: 1, orientations: 1, fiches: 1);
        var revision = t.Plan.Revision;

        revision = await t.EnvoyerAsync(new DefinirNiveaux.Command(t.Convention, revision, ["Enjeu", "Objectif", "Cible", "Action"], Numerotation.Hierarchique));
        var jeunesse = await t.EnvoyerAsync(new AjouterAxe.Command(t.Convention, revision, "Jeunesse", CouleurAxe.Prune, "people"));
        var orientation = await t.EnvoyerAsync(new AjouterOrientation.Command(t.Convention, revision + 1, jeunesse, null, "Aller vers"));
        var cible = await t.EnvoyerAsync(new AjouterOrientation.Command(t.Convention, revision + 2, jeunesse, orientation, "Les 16-25 ans"));
        var fiche = await t.EnvoyerAsync(new CreerFiche.Command(t.Convention, revision + 3, jeunesse, cible, "Ouvrir un accueil"));
        revision = await t.EnvoyerAsync(new DeplacerAxe.Command(t.Convention, revision + 4, jeunesse, 1));
        revision = await t.EnvoyerAsync(new ModifierAxe.Command(t.Convention, revision, jeunesse, "Jeunesses", CouleurAxe.Ocean, null));
        revision = await t.EnvoyerAsync(new ModifierOrientation.Command(t.Convention, revision, orientation, "Aller vers les jeunes"));

        var (_, plan, peutModifier) = await t.LireAsync();
        Assert.True(peutModifier);
        Assert.Equal(revision, plan.Revision);
        Assert.Equal(["Enjeu", "Objectif", "Cible", "Action"], plan.Niveaux);
        var axe = plan.Axes[0];
        Assert.Equal((jeunesse, "Jeunesses", CouleurAxe.Ocean, null), (axe.Id, axe.Intitule, axe.Couleur, axe.Icone));
        Assert.Equal(("1.1", "Aller vers les jeunes"), (axe.Branches[0].Numero, axe.Branches[0].Intitule));
        Assert.Equal((fiche, "1.1.1.1", "Ouvrir un accueil"), (plan.Fiches.First().Id, plan.Fiches.First().Numero, plan.Fiches.First().Intitule));
        Assert.Equal("2.1.1", plan.Fiches.Last().Numero);
    }

    [Fact]
    public async Task Le_resume_d_une_fiche_dit_son_pilote_et_ses_montants()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);

        var fiche = (await t.LireAsync()).Plan.Fiches.First();

        Assert.Equal(("CC des Trois Rivières", new DateOnly(2028, 8, 31)), (fiche.Pilote, fiche.Fin));
        Assert.Equal(new Somme(72_000m, 28_500.5m), fiche.Montants);
    }

    [Fact]
    public async Task Une_revision_perimee_est_un_conflit_et_rien_n_est_ecrit()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        var axe = t.Plan.Axes[0].Id;
        await t.EnvoyerAsync(new ModifierAxe.Command(t.Convention, t.Plan.Revision, axe, "Premier", CouleurAxe.Prune, null));

        await Assert.ThrowsAsync<ConcurrencyConflictException>(() =>
            t.EnvoyerAsync(new ModifierAxe.Command(t.Convention, t.Plan.Revision, axe, "Second", CouleurAxe.Olive, null)));

        Assert.Equal("Premier", (await t.LireAsync()).Plan.Axes[0].Intitule);
    }

    [Fact]
    public async Task Deux_deplacements_simultanes_un_seul_passe_et_les_rangs_restent_justes()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur, orientations: 1, fiches: 6);
        var (axe, orientation) = (t.Plan.Axes[0].Id, t.Plan.Orientations[0].Id);

        // far enough that the move of another never puts a fiche where it is asked to go
        var issues = await Task.WhenAll(((int[])[0, 1, 4, 5]).Select(i => Record.ExceptionAsync(() => t.EnvoyerAsync(
            new DeplacerFiche.Command(t.Convention, t.Plan.Revision, t.Fiches[i].Id, axe, orientation, 6 - i))).AsTask()));

        Assert.Single(issues, e => e is null);
        Assert.All(issues.Where(e => e is not null), e => Assert.IsType<ConcurrencyConflictException>(e));
        Assert.Equal([1, 2, 3, 4, 5, 6], (await t.LireAsync()).Plan.Fiches.Select(f => f.Rang));
    }

    [Fact]
    public async Task Supprimer_une_fiche_emporte_son_suivi_et_sa_place_et_le_journal_la_nomme()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur, orientations: 1, fiches: 3);
        var premiere = t.Fiches[0];

        await t.EnvoyerAsync(new SupprimerFiche.Command(t.Convention, premiere.Id, premiere.Revision));

        var (fiches, suivis) = await t.Application.LireAsync(async db => (await db.FichesAction.CountAsync(), await db.Suivis.CountAsync()));
        Assert.Equal((2, 2), (fiches, suivis));
        Assert.Equal([("1", 1), ("2", 2)], (await t.LireAsync()).Plan.Fiches.Select(f => (f.Numero, f.Rang)));
        Assert.Contains(premiere.Intitule, await t.Application.LireAsync(db => db.Journal.Where(e => e.Type == nameof(FicheRetiree)).Select(e => e.Donnees).SingleAsync()), StringComparison.Ordinal);
        Assert.Null(await t.EnvoyerAsync(new ConsulterFiche.Query(t.Convention, premiere.Id)));
    }

    [Fact]
    public async Task Une_fiche_modifiee_entre_temps_ne_se_supprime_pas()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        var fiche = t.Fiches[0];

        await Assert.ThrowsAsync<ConcurrencyConflictException>(() =>
            t.EnvoyerAsync(new SupprimerFiche.Command(t.Convention, fiche.Id, fiche.Revision - 1)));
    }

    [Fact]
    public async Task Un_plan_a_la_signature_se_lit_et_ne_se_modifie_pas()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur, StatutConvention.EnSignature);

        Assert.False((await t.LireAsync()).PeutModifier);
        var refus = await Assert.ThrowsAsync<BusinessRuleException>(() =>
            t.EnvoyerAsync(new CreerFiche.Command(t.Convention, t.Plan.Revision, t.Plan.Axes[0].Id, null, "Trop tard")));
        Assert.Equal([Obstacles.PlanFige], refus.Obstacles);
    }

    [Theory]
    [InlineData(Role.Administrateur)]
    [InlineData(Role.Signataire)]
    [InlineData(Role.Partenaire)]
    [InlineData(Role.Lecteur)]
    public async Task Ceux_qui_lisent_seulement_n_ont_ni_le_formulaire_ni_la_commande(Role role)
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        var lecteur = t.Avec(role);

        Assert.False((await t.LireAsync(lecteur)).PeutModifier);
        await Assert.ThrowsAsync<AccesRefuseException>(() => t.EnvoyerAsync(new ConsulterPlan.Query(t.Convention, PourModifier: true), lecteur));
        await Assert.ThrowsAsync<AccesRefuseException>(() => t.EnvoyerAsync(new AjouterAxe.Command(t.Convention, t.Plan.Revision, "Axe", null, null), lecteur));
    }

    [Fact]
    public async Task Une_convention_etrangere_est_inconnue()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        var etrangere = ApplicationDeTest.Une(Role.Conseiller, ConventionId.New());

        await Assert.ThrowsAsync<NotFoundException>(() => t.EnvoyerAsync(new ConsulterPlan.Query(t.Convention), etrangere));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public async Task Un_axe_sans_intitule_est_dit_au_champ(string? intitule)
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);

        var refus = await Assert.ThrowsAsync<ValidationException>(() =>
            t.EnvoyerAsync(new AjouterAxe.Command(t.Convention, t.Plan.Revision, intitule!, null, null)));

        Assert.Equal(("Intitule", "Donnez un intitulé."), refus.Errors.Select(e => (e.PropertyName, e.ErrorMessage)).Single());
    }

    [Fact]
    public async Task Lire_le_plan_une_fiche_ou_le_suivi_coute_autant_avec_dix_fiches_qu_avec_cent()
    {
        await using var petit = await PlanDeTest.OuvrirAsync(serveur, StatutConvention.EnSuivi, axes: 2, orientations: 1, fiches: 5);
        await using var grand = await PlanDeTest.OuvrirAsync(serveur, StatutConvention.EnSuivi, axes: 5, orientations: 4, fiches: 5);
        Assert.Equal((10, 100), (petit.Fiches.Count, grand.Fiches.Count));

        foreach (var (nom, attendu, requete) in new (string, int, Func<PlanDeTest, Task>)[]
        {
            ("plan", 9, t => t.LireAsync()),
            ("fiche", 22, t => t.LireAsync(t.Fiches[0])),
            ("suivi", 11, t => t.EnvoyerAsync(new Application.Suivi.ConsulterSuivi.Query(t.Convention))),
            ("suivi de fiche", 14, t => t.EnvoyerAsync(new Application.Suivi.ConsulterSuiviFiche.Query(t.Convention, t.Fiches[0].Id))),
        })
        {
            var (dix, cent) = (await petit.Application.Sql.CompterAsync(() => requete(petit)), await grand.Application.Sql.CompterAsync(() => requete(grand)));
            Assert.Equal((nom, attendu, attendu), (nom, dix, cent));
        }
    }
}
