using System.Text;
using CtgPortal.Application.Common;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Suivi;
using CtgPortal.TestSupport;

namespace CtgPortal.Application.Tests.Plans;

public sealed class VuesDuPlanTests(PostgresServer serveur)
{
    public static TheoryData<FiltrePlan, int> Filtres => new()
    {
        { FiltrePlan.Aucun, 8 },
        { new(Champ: "Petite Enfance"), 8 },
        { new(Champ: "logement"), 0 },
        { new(Structure: "cc des trois rivieres"), 8 },
        { new(Pilote: "Cheffe de projet"), 8 },
        { new(Pilote: "Quelqu’un d’autre"), 0 },
        { new(Commune: "02381"), 8 },
        { new(Annee: 2027), 8 },
        { new(Annee: 2029), 0 },
        { new(Etat: Avancement.AVenir), 8 },
        { new(Etat: Avancement.Bloquee), 0 },
        { new(Q: "fiché 2.1"), 4 },
        { new(Q: "fiche 1.2.2"), 1 },
        { new(Q: "introuvable"), 0 },
        { new(Schema: "Contrat de ville"), 0 },
        { new(Champ: "petite enfance", Annee: 2026, Q: "1.1"), 3 },
    };

    [Theory, MemberData(nameof(Filtres))]
    public async Task Un_filtre_garde_les_memes_fiches_dans_chaque_vue(FiltrePlan filtre, int attendues)
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur, axes: 2, orientations: 2, fiches: 2);

        var dossier = (await t.EnvoyerAsync(new ConsulterVuesDuPlan.Query(t.Convention, filtre)))!;
        var csv = (await t.EnvoyerAsync(new ExporterTableauPlan.Query(t.Convention, filtre, [], null)))!;

        Assert.Equal(8, dossier.Plan.Fiches.Count());
        Assert.Equal(attendues, dossier.Retenu.Fiches.Count());
        Assert.Equal(attendues, dossier.Retenu.Lignes.Count());
        Assert.All(dossier.Retenu.Axes.Where(_ => !filtre.EstVide), a => Assert.NotEmpty(a.Toutes));
        Assert.Equal(attendues + 1, Encoding.UTF8.GetString(csv.Contenu).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Le_tableau_se_trie_et_ce_qui_est_vide_vient_en_dernier()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur, axes: 1, orientations: 1, fiches: 3);
        var (a, b) = (t.Fiches[0], t.Fiches[1]);
        await Modifier(t, new Domain.Plans.ModificationDeFiches.NommerStructure("Zèbre"), a);
        await Modifier(t, new Domain.Plans.ModificationDeFiches.NommerStructure(null), b);

        var lignes = (await t.LireAsync()).Plan.Lignes.ToList();

        Assert.Equal(["3", "1", "2"], ColonnesPlan.Trier(lignes, "structure").Select(l => l.Fiche.Numero));
        Assert.Equal(["1", "3", "2"], ColonnesPlan.Trier(lignes, "-structure").Select(l => l.Fiche.Numero));
        Assert.Equal(["3", "2", "1"], ColonnesPlan.Trier(lignes, "-numero").Select(l => l.Fiche.Numero));
        Assert.Equal(["1", "2", "3"], ColonnesPlan.Trier(lignes, "inconnue").Select(l => l.Fiche.Numero));
        Assert.Equal(ColonnesPlan.Usuelles.Order(), ColonnesPlan.Choisir(["inconnue"]).Select(c => c.Code).Order());
    }

    [Fact]
    public async Task Un_schema_garde_les_fiches_qui_y_repondent_et_une_annee_celles_dont_une_operation_arrive_a_echeance()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur, axes: 1, orientations: 1, fiches: 3);
        var fiche = t.Fiches[1];
        await t.EnvoyerAsync(new RedigerFiche.Command(
            t.Convention, fiche.Id, fiche.Revision, new(Pourquoi: fiche.Pourquoi with { Schemas = ["Plan vélo", "Contrat de ville"] })));
        await t.EnvoyerAsync(new DefinirOperations.Command(t.Convention, fiche.Id, fiche.Revision + 1,
        [
            new(null, "Inaugurer", null, null, null, null, null, new(2031, 3, 1)), new(null, "Réunir", null, null, null, null, null),
            new(null, "Choisir", null, null, null, null, null, new(2026, 10, 1)),
        ]));

        var parSchema = (await t.EnvoyerAsync(new ConsulterVuesDuPlan.Query(t.Convention, new(Schema: "contrat de VILLE"))))!;
        var parAnnee = (await t.EnvoyerAsync(new ConsulterVuesDuPlan.Query(t.Convention, new(Annee: 2031))))!;

        Assert.Equal(fiche.Id, Assert.Single(parSchema.Retenu.Fiches).Id);
        Assert.Equal(["Contrat de ville", "Plan vélo"], parSchema.Choix.Schemas);
        Assert.Equal(2031, parAnnee.Choix.Annees[^1]);
        var lue = Assert.Single(parAnnee.Retenu.Fiches);
        Assert.Equal([new("Choisir", new(2026, 10, 1)), new("Inaugurer", new(2031, 3, 1))], lue.Echeances);
    }

    [Fact]
    public async Task Lire_une_vue_coute_autant_avec_dix_fiches_qu_avec_cent()
    {
        await using var petit = await PlanDeTest.OuvrirAsync(serveur, axes: 2, orientations: 1, fiches: 5);
        await using var grand = await PlanDeTest.OuvrirAsync(serveur, axes: 5, orientations: 4, fiches: 5);
        Task Lire(PlanDeTest t) => t.EnvoyerAsync(new ConsulterVuesDuPlan.Query(t.Convention, new(Q: "fiche")));

        var (dix, cent) = (await petit.Application.Sql.CompterAsync(() => Lire(petit)), await grand.Application.Sql.CompterAsync(() => Lire(grand)));

        Assert.True(dix == cent && dix <= 15, $"{dix} commands for 10 fiches, {cent} for 100");
    }

    [Fact]
    public async Task Une_vue_se_garde_pour_soi_ou_pour_l_equipe_et_le_plan_s_ouvre_dessus()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        var (moi, autre, lecteur) = (t.Coordination, t.Coordination, t.Avec(Role.Lecteur));
        async Task<ConsulterVuesDuPlan.Dossier> LireAsync(Infrastructure.Comptes.Personne par) =>
            (await t.EnvoyerAsync(new ConsulterVuesDuPlan.Query(t.Convention, FiltrePlan.Aucun), par))!;
        async Task<IReadOnlyList<VueEnregistree>> VuesAsync(Infrastructure.Comptes.Personne par) => (await LireAsync(par)).Vues;

        var mienne = await t.EnvoyerAsync(new EnregistrerVue.Command(t.Convention, "Les bloquées", "tableau", "etat=Bloquee", false), moi);
        var commune = await t.EnvoyerAsync(new EnregistrerVue.Command(t.Convention, "Jeunesse", "calendrier", "champ=jeunesse", true), moi);

        Assert.Equal(["Jeunesse", "Les bloquées"], (await VuesAsync(moi)).Select(v => v.Nom));
        Assert.Equal("/tableau?etat=Bloquee", (await VuesAsync(moi))[1].Suite);
        Assert.Equal(["Jeunesse"], (await VuesAsync(lecteur)).Select(v => v.Nom));
        await Assert.ThrowsAsync<AccesRefuseException>(() => t.EnvoyerAsync(new EnregistrerVue.Command(t.Convention, "Trop", "", "", true), lecteur));
        await Assert.ThrowsAsync<NotFoundException>(() => t.EnvoyerAsync(new RenommerVue.Command(t.Convention, mienne, 1, "À moi"), autre));
        await Assert.ThrowsAsync<NotFoundException>(() => t.EnvoyerAsync(new SupprimerVue.Command(t.Convention, commune, 1), lecteur));

        await t.EnvoyerAsync(new OuvrirSurVue.Command(t.Convention, commune, 1, true), autre);
        await t.EnvoyerAsync(new OuvrirSurVue.Command(t.Convention, mienne, 1, true), moi);
        Assert.Equal(("Les bloquées", "Jeunesse"), ((await LireAsync(moi)).ParDefaut!.Nom, (await LireAsync(lecteur)).ParDefaut!.Nom));

        await t.EnvoyerAsync(new RenommerVue.Command(t.Convention, commune, 2, "Jeunesse 2026"), autre);
        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => t.EnvoyerAsync(new SupprimerVue.Command(t.Convention, commune, 2), moi));
        await t.EnvoyerAsync(new SupprimerVue.Command(t.Convention, commune, 3), moi);
        Assert.Empty(await VuesAsync(lecteur));
    }

    private static Task<MediatR.Unit> Modifier(PlanDeTest t, Domain.Plans.ModificationDeFiches quoi, Domain.Plans.FicheAction fiche) => t.EnvoyerAsync(
        new ModifierFiches.Command(t.Convention, new Dictionary<Domain.Plans.FicheActionId, int> { [fiche.Id] = fiche.Revision }, quoi));
}
