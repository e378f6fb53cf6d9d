using CtgPortal.Application.Tests.Plans;
using CtgPortal.Domain.Common;
using CtgPortal.TestSupport;
using DocumentFormat.OpenXml.Spreadsheet;
using static CtgPortal.Application.Tests.Imports.ClasseursEntiersTests;

namespace CtgPortal.Application.Tests.Echanges;

/// <summary>What collectivités really send as their plan: read as a person reads it, or refused before anything is written.</summary>
public sealed class ClasseurMalFaitTests(PostgresServer serveur)
{
    [Fact]
    public async Task Cases_fusionnees_feuille_masquee_formules_et_dates_en_texte_donnent_le_plan_qu_on_voit()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur, axes: 1, orientations: 1, fiches: 1);
        var fichier = Classeur(
            ("Ancien plan", SheetStateValues.Hidden, null,
            [
                [Texte("Axe"), Texte("Intitulé de l’action"), Texte("Pilote")],
                [Texte("Axe caché"), Texte("Action cachée"), Texte("Personne")],
            ]),
            ("Plan", null, "A2:A3",
            [
                [Texte("Axe"), Texte("Intitulé de l’action"), Texte("Date de début"), Texte("Budget 2026")],
                [Texte("Jeunesse"), Texte("Ouvrir un local"), Texte("mars 2026"), Formule("6000*2", "12000")],
                [null, Texte("Former les animateurs"), Texte("12/03/2026"), Formule("Budget!B12", null)],
                [Texte("Jeunesse"), Texte("Accueillir"), Texte("dès que possible"), Texte("=1+1")],
            ]));

        var import = await t.PresenterAsync(fichier);
        var rapport = (await t.ImportAsync(import)).Rapport!;
        await t.EcrireAsync(import);

        Assert.Equal(["Ouvrir un local", "Former les animateurs", "Accueillir"], rapport.Lignes.Select(l => l.Intitule));
        var fiches = (await t.LireAsync()).Plan.Axes.Single(a => a.Intitule == "Jeunesse").Toutes.ToList();
        Assert.Equal(["Ouvrir un local", "Former les animateurs", "Accueillir"], fiches.Select(f => f.Intitule));
        Assert.Equal([new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 12), null], fiches.Select(f => f.Debut));
        Assert.Equal([12_000m, null, null], fiches.Select(f => f.Montants.Prevu));
        Assert.Contains(rapport.Lignes[0].Remarques, r => r.Texte.Contains("mars 2026", StringComparison.Ordinal));
        Assert.Contains(rapport.Lignes[2].Remarques, r => r.Texte.Contains("dès que possible", StringComparison.Ordinal));
        Assert.Contains(rapport.Lignes[2].Remarques, r => r.Texte.Contains("=1+1", StringComparison.Ordinal));
        Assert.DoesNotContain((await t.LireAsync()).Plan.Fiches, f => f.Intitule == "Action cachée");
    }

    [Fact]
    public async Task Une_archive_qui_enfle_est_refusee_et_rien_n_est_garde()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        var bombe = await BombeAsync();

        var refus = await Assert.ThrowsAsync<BusinessRuleException>(() => t.DeposerAsync(bombe));

        Assert.Equal("classeur-trop-gros", Assert.Single(refus.Obstacles).Code);
        Assert.Empty(await t.Application.LireAsync(db => Task.FromResult(db.ImportsTableur.ToList())));
    }
}
