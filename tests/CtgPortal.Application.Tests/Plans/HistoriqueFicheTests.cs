using CtgPortal.Application.Common;
using CtgPortal.Application.Plans;
using CtgPortal.TestSupport;

namespace CtgPortal.Application.Tests.Plans;

/// <summary>Who changed what, when, and the way back.</summary>
public sealed class HistoriqueFicheTests(PostgresServer serveur)
{
    [Fact]
    public async Task Chaque_changement_se_raconte_champ_par_champ_et_ligne_par_ligne()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        var fiche = t.Fiches[0];
        var moi = t.Coordination;
        await t.EnvoyerAsync(new RedigerFiche.Command(t.Convention, fiche.Id, fiche.Revision, new(Quoi: fiche.Quoi with { Livrables = "Un guide", Nature = null })), moi);
        var (recruter, ouvrir) = (fiche.Operations[0], fiche.Operations[1]);
        await t.EnvoyerAsync(new DefinirOperations.Command(
            t.Convention, fiche.Id, fiche.Revision + 1,
            [new(recruter.Id, "Recruter", "Caf", null, 45_000, "2026", null), new(null, "Former", null, null, null, null, null)]), moi);

        var dossier = await LireAsync(t);

        Assert.Equal([fiche.Revision + 2, fiche.Revision + 1, fiche.Revision], dossier.Moments.Select(m => m.Revision));
        Assert.Equal(
            [new("operations", "Recruter", "pilote", "CC", "Caf"), new("operations", "Former", null, null, "Former"), new("operations", "Ouvrir", null, ouvrir.Decrit().ToString(), null)],
            dossier.Moments[0].Differences.OrderBy(d => d.Colonne is null).ThenBy(d => d.Titre));
        Assert.Equal([new("nature", null, null, "Nouvelle", null), new("livrables", null, null, "Un local", "Un guide")], dossier.Moments[1].Differences);
        Assert.Equal(moi.Nom, dossier.Moments[1].Par);
        Assert.Null(dossier.Moments[2].Avant);
        Assert.Equal([fiche.Revision + 1], (await LireAsync(t, "livrables")).Moments.Select(m => m.Revision));
    }

    [Fact]
    public async Task Un_champ_se_retablit_seul_et_la_fiche_entiere_aussi()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        var fiche = t.Fiches[0];
        await t.EnvoyerAsync(new RedigerFiche.Command(
            t.Convention, fiche.Id, fiche.Revision, new(Quoi: fiche.Quoi with { Livrables = "Un guide" }, Qui: fiche.Qui with { Service = "Jeunesse" })));

        var revision = await t.EnvoyerAsync(new RestaurerFiche.Command(t.Convention, fiche.Id, fiche.Revision + 1, fiche.Revision, "livrables"));
        var seul = await t.LireAsync(fiche);
        revision = await t.EnvoyerAsync(new RestaurerFiche.Command(t.Convention, fiche.Id, revision, fiche.Revision, null));

        Assert.Equal(("Un local", "Jeunesse"), (seul.Quoi.Livrables, seul.Qui.Service));
        Assert.Equal((fiche.Revision + 3, "Enfance"), (revision, (await t.LireAsync(fiche)).Qui.Service));
        Assert.Equal(4, (await LireAsync(t)).Moments.Count);
    }

    [Fact]
    public async Task De_deux_retours_en_arriere_au_meme_instant_un_seul_se_fait_et_l_autre_le_sait()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        var fiche = t.Fiches[0];
        await t.EnvoyerAsync(new RedigerFiche.Command(t.Convention, fiche.Id, fiche.Revision, new(Quoi: fiche.Quoi with { Livrables = "Un guide", Descriptif = "Un bus" })));

        var retours = await Task.WhenAll(RetablirAsync("livrables"), RetablirAsync("descriptif"));

        Assert.IsType<ConcurrencyConflictException>(Assert.Single(retours, r => r is not null));
        var lue = await t.LireAsync(fiche);
        Assert.True(lue.Quoi.Livrables == "Un local" ^ lue.Quoi.Descriptif == "Un relais itinérant.");

        async Task<Exception?> RetablirAsync(string champ) => await Record.ExceptionAsync(() =>
            t.EnvoyerAsync(new RestaurerFiche.Command(t.Convention, fiche.Id, fiche.Revision + 1, fiche.Revision, champ)));
    }

    [Fact]
    public async Task Le_pilote_ne_retablit_pas_ce_que_la_Caf_decide_et_un_etat_inconnu_n_existe_pas()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        var fiche = t.Fiches[0];
        await t.EnvoyerAsync(new RedigerFiche.Command(t.Convention, fiche.Id, fiche.Revision, new(fiche.Identite with { Confidentielle = true })));
        var pilote = await t.PiloteAsync(fiche);

        await Assert.ThrowsAsync<AccesRefuseException>(() =>
            t.EnvoyerAsync(new RestaurerFiche.Command(t.Convention, fiche.Id, fiche.Revision + 2, fiche.Revision, null), pilote));
        await Assert.ThrowsAsync<NotFoundException>(() => t.EnvoyerAsync(new RestaurerFiche.Command(t.Convention, fiche.Id, fiche.Revision + 2, 999, null)));
    }

    private static async Task<ConsulterHistoriqueFiche.Dossier> LireAsync(PlanDeTest t, string? champ = null) =>
        (await t.EnvoyerAsync(new ConsulterHistoriqueFiche.Query(t.Convention, t.Fiches[0].Id, champ)))!;
}
