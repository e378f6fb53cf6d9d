using CtgPortal.Application.Common;
using CtgPortal.Application.Filiations;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Filiations;
using CtgPortal.Domain.Plans;
using CtgPortal.Domain.Suivi;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using FluentValidation;

namespace CtgPortal.Application.Tests.Plans;

/// <summary>Fiches that go together, and the figures a fiche rests on.</summary>
public sealed class LiensFicheTests(PostgresServer serveur)
{
    [Fact]
    public async Task Un_lien_se_lit_des_deux_cotes_et_se_retire_de_l_un_ou_de_l_autre()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        await LierAsync(t, 0, 1, "même local");

        Assert.Equal((t.Fiches[1].Id, "même local", null), await SeulAsync(t, 0));
        Assert.Equal((t.Fiches[0].Id, "même local", null), await SeulAsync(t, 1));
        await Assert.ThrowsAsync<ValidationException>(() => LierAsync(t, 1, 0, null));
        await Assert.ThrowsAsync<ValidationException>(() => t.EnvoyerAsync(new LierFiches.Command(t.Convention, t.Fiches[0].Id, FicheActionId.New(), null)));

        var lien = Assert.Single((await t.LireAsync(t.Fiches[1])).Liens).Lien;
        await Assert.ThrowsAsync<NotFoundException>(() => t.EnvoyerAsync(new DelierFiches.Command(t.Convention, t.Fiches[2].Id, lien)));
        await t.EnvoyerAsync(new DelierFiches.Command(t.Convention, t.Fiches[1].Id, lien));
        Assert.Empty((await t.LireAsync(t.Fiches[0])).Liens);
    }

    [Fact]
    public async Task Une_fiche_d_une_autre_convention_se_lie_et_ne_se_voit_que_si_on_voit_sa_convention()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        var (voisine, la_bas) = await VoisineAsync(t);
        var desDeux = ApplicationDeTest.Une(
            "Des deux", new Habilitation(Role.Coordination, Portee.Convention, t.Convention.Value.ToString()),
            new Habilitation(Role.Coordination, Portee.Convention, voisine.Id.Value.ToString()));

        await Assert.ThrowsAsync<ValidationException>(() => t.EnvoyerAsync(new LierFiches.Command(t.Convention, t.Fiches[0].Id, la_bas.Id, null)));
        var trouvees = (await t.EnvoyerAsync(new ConsulterLiensFiche.Query(t.Convention, t.Fiches[0].Id, "RELAIS enfance"), desDeux))!.Possibles.Where(p => p.Ailleurs is not null);
        Assert.Equal([la_bas.Id], trouvees.Select(p => p.Id));
        Assert.DoesNotContain((await t.EnvoyerAsync(new ConsulterLiensFiche.Query(t.Convention, t.Fiches[0].Id, "relais")))!.Possibles, p => p.Ailleurs is not null);
        await t.EnvoyerAsync(new LierFiches.Command(t.Convention, t.Fiches[0].Id, la_bas.Id, null), desDeux);

        Assert.Equal("CTG voisine", Assert.Single((await t.LireAsync(t.Fiches[0], desDeux)).Liens).Ailleurs);
        Assert.Empty((await t.LireAsync(t.Fiches[0])).Liens);
        Assert.Equal(t.Fiches[0].Id, Assert.Single((await t.EnvoyerAsync(new ConsulterFiche.Query(voisine.Id, la_bas.Id), desDeux))!.Liens).Fiche);
    }

    [Fact]
    public async Task Une_fiche_confidentielle_ne_se_devine_pas_par_ses_liens_et_une_fiche_supprimee_n_en_laisse_pas()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        await LierAsync(t, 0, 1, null);
        await t.EnvoyerAsync(new RedigerFiche.Command(t.Convention, t.Fiches[1].Id, t.Fiches[1].Revision, new(Identite: t.Fiches[1].Identite with { Confidentielle = true })));

        Assert.Empty((await t.LireAsync(t.Fiches[0], t.Avec(Role.Lecteur))).Liens);
        Assert.Single((await t.LireAsync(t.Fiches[0])).Liens);
        await t.EnvoyerAsync(new SupprimerFiche.Command(t.Convention, t.Fiches[1].Id, t.Fiches[1].Revision + 1));
        Assert.Empty((await t.LireAsync(t.Fiches[0])).Liens);
        Assert.Contains(nameof(FichesDeliees), await t.Application.JournalAsync(t.Convention));
    }

    [Fact]
    public async Task De_deux_liens_au_meme_instant_il_en_reste_un()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);

        await Task.WhenAll(Record.ExceptionAsync(() => LierAsync(t, 0, 1, "un")).AsTask(), Record.ExceptionAsync(() => LierAsync(t, 1, 0, "deux")).AsTask());

        Assert.Single((await t.LireAsync(t.Fiches[0])).Liens);
    }

    [Fact]
    public async Task Le_pilote_lie_sa_fiche_et_aucune_autre()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        var pilote = await t.PiloteAsync(t.Fiches[0]);

        await t.EnvoyerAsync(new LierFiches.Command(t.Convention, t.Fiches[0].Id, t.Fiches[1].Id, null), pilote);

        await Assert.ThrowsAsync<AccesRefuseException>(() => t.EnvoyerAsync(new LierFiches.Command(t.Convention, t.Fiches[1].Id, t.Fiches[2].Id, null), pilote));
    }

    [Fact]
    public async Task Un_chiffre_du_diagnostic_nourrit_une_fiche_jusqu_a_ce_qu_il_soit_retire()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        var (diagnostic, indicateur, _) = UnDiagnostic.Rempli(t.Convention);
        await t.Application.SauverAsync(diagnostic);
        await t.EnvoyerAsync(new Relier.Command(t.Convention, [Maillon.De(indicateur)], Maillon.De(t.Fiches[0].Id)));

        Assert.Equal(NatureMaillon.Indicateur, Assert.Single((await t.LireAsync(t.Fiches[0])).Origines).Maillon.Nature);
        var lu = (await t.EnvoyerAsync(new Application.Diagnostics.ConsulterIndicateur.Query(t.Convention, indicateur)))!;
        Assert.Equal(Maillon.De(t.Fiches[0].Id), Assert.Single(lu.Suites).Maillon);
        await t.EnvoyerAsync(new Application.Diagnostics.RetirerIndicateur.Command(t.Convention, lu.Revision, indicateur));
        Assert.Empty((await t.LireAsync(t.Fiches[0])).Origines);
    }

    [Fact]
    public async Task L_historique_ne_lit_que_sa_page()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        var fiche = t.Fiches[0];
        var peu = await t.Application.Sql.CompterAsync(() => HistoireAsync(1));
        var revision = fiche.Revision;
        for (var i = 0; i < 45; i++)
        {
            (revision, _) = await t.EnvoyerAsync(new RedigerFiche.Command(
                t.Convention, fiche.Id, revision, i % 3 == 0 ? new(Quoi: fiche.Quoi with { Livrables = $"Guide {i}" }) : new(Qui: fiche.Qui with { Service = $"Service {i}" })));
        }

        Assert.Equal(peu, await t.Application.Sql.CompterAsync(() => HistoireAsync(1)));
        var pages = new[] { await HistoireAsync(1), await HistoireAsync(2), await HistoireAsync(3) };
        Assert.Equal(Enumerable.Range(fiche.Revision, 46).Reverse(), pages.SelectMany(p => p.Moments).Select(m => m.Revision));
        Assert.All(pages, p => Assert.Equal(46, p.Total));
        Assert.All(pages.SelectMany(p => p.Moments).SkipLast(1), m => Assert.NotEmpty(m.Differences));
        var filtre = await HistoireAsync(1, "livrables");
        Assert.Equal((15, 15), (filtre.Total, filtre.Moments.Count));

        async Task<ConsulterHistoriqueFiche.Dossier> HistoireAsync(int page, string? champ = null) =>
            (await t.EnvoyerAsync(new ConsulterHistoriqueFiche.Query(t.Convention, fiche.Id, champ, page)))!;
    }

    private static Task<MediatR.Unit> LierAsync(PlanDeTest t, int une, int autre, string? raison) =>
        t.EnvoyerAsync(new LierFiches.Command(t.Convention, t.Fiches[une].Id, t.Fiches[autre].Id, raison));

    private static async Task<(FicheActionId, string?, string?)> SeulAsync(PlanDeTest t, int rang)
    {
        var lien = Assert.Single((await t.LireAsync(t.Fiches[rang])).Liens);
        return (lien.Fiche, lien.Raison, lien.Ailleurs);
    }

    private static async Task<(Convention Convention, FicheAction Fiche)> VoisineAsync(PlanDeTest t)
    {
        var convention = UneConvention.Au(StatutConvention.EnRedaction, UneConvention.Ouverture(UneConvention.Cadre("CTG voisine")));
        var (plan, fiches) = UnPlan.Complet(convention.Id, 1, 1, 1);
        fiches[0].Rediger(new(Identite: fiches[0].Identite with { Intitule = "Un relais pour la petite enfance" }), UnPlan.Etape, UnPlan.Maintenant);
        await t.Application.SauverAsync(convention, plan, fiches[0], SuiviFiche.Commencer(fiches[0]));
        return (convention, fiches[0]);
    }
}
