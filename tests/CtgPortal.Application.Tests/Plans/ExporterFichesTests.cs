using CtgPortal.Application.Documents;
using CtgPortal.Application.Plans;
using CtgPortal.Application.Tests.Documents;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Plans;
using CtgPortal.TestSupport;

namespace CtgPortal.Application.Tests.Plans;

public sealed class ExporterFichesTests(PostgresServer serveur)
{
    [Fact]
    public async Task Le_plan_entier_a_toutes_ses_fiches_et_une_selection_les_siennes()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur, axes: 2, orientations: 1, fiches: 2);

        var plan = await TexteAsync(t, FiltrePlan.Aucun);
        var selection = await TexteAsync(t, new(Fiches: [t.Fiches[1].Id.Value]));

        Assert.All(t.Fiches, f => Assert.Contains(f.Intitule, plan, StringComparison.Ordinal));
        Assert.Contains("Les fiches du plan", plan, StringComparison.Ordinal);
        Assert.Contains(t.Fiches[1].Intitule, selection, StringComparison.Ordinal);
        Assert.DoesNotContain(t.Fiches[2].Intitule, selection, StringComparison.Ordinal);
        Assert.Contains("Extrait du plan d’actions", selection, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seules_les_parties_choisies_sont_imprimees()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        var tout = await TexteAsync(t, FiltrePlan.Aucun, t.Fiches[0].Id);
        var choisi = await TexteAsync(t, FiltrePlan.Aucun, t.Fiches[0].Id, "objectif-general", "indicateurs");

        Assert.Contains("Budget", tout, StringComparison.Ordinal);
        Assert.Contains("Objectif général", choisi, StringComparison.Ordinal);
        Assert.Contains("Indicateurs", choisi, StringComparison.Ordinal);
        Assert.DoesNotContain("Budget", choisi, StringComparison.Ordinal);
        Assert.DoesNotContain("Pilote", choisi, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Une_fiche_confidentielle_ne_part_que_si_on_la_designe_et_le_dit()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur, axes: 1, orientations: 1, fiches: 2);
        var secrete = t.Fiches[0];
        await t.EnvoyerAsync(new ModifierFiches.Command(
            t.Convention, new Dictionary<FicheActionId, int> { [secrete.Id] = secrete.Revision }, new ModificationDeFiches.RendreConfidentielle(true)));

        Assert.DoesNotContain(secrete.Intitule, await TexteAsync(t, FiltrePlan.Aucun), StringComparison.Ordinal);
        Assert.DoesNotContain(secrete.Intitule, await TexteAsync(t, new(Q: "fiche")), StringComparison.Ordinal);
        var designee = await TexteAsync(t, new(Fiches: [secrete.Id.Value]));
        Assert.Contains(secrete.Intitule, designee, StringComparison.Ordinal);
        Assert.Contains("Confidentiel : ne pas diffuser", designee, StringComparison.Ordinal);

        // a reader does not know that it exists
        Assert.Null(await t.EnvoyerAsync(new ExporterFiches.Query(t.Convention, FormatDocument.Pdf, [], FiltrePlan.Aucun, secrete.Id), t.Avec(Role.Lecteur)));
    }

    [Fact]
    public async Task Imprimer_cent_fiches_coute_autant_de_commandes_que_deux()
    {
        await using var petit = await PlanDeTest.OuvrirAsync(serveur, axes: 1, orientations: 1, fiches: 2);
        await using var grand = await PlanDeTest.OuvrirAsync(serveur, axes: 5, orientations: 4, fiches: 5);
        Task Imprimer(PlanDeTest t) => t.EnvoyerAsync(new ExporterFiches.Query(t.Convention, FormatDocument.Word, [], FiltrePlan.Aucun));

        Assert.Equal(await petit.Application.Sql.CompterAsync(() => Imprimer(petit)), await grand.Application.Sql.CompterAsync(() => Imprimer(grand)));
    }

    private static async Task<string> TexteAsync(PlanDeTest t, FiltrePlan filtre, FicheActionId? seule = null, params string[] colonnes) =>
        LecturePdf.Texte((await t.EnvoyerAsync(new ExporterFiches.Query(t.Convention, FormatDocument.Pdf, colonnes, filtre, seule)))!.Contenu);
}
