using CsCheck;
using CtgPortal.Domain.Plans;
using CtgPortal.TestSupport.Builders;

namespace CtgPortal.Domain.Tests.Plans;

public sealed class BudgetTests
{
    private static readonly Gen<Financement> Ligne =
        Gen.Select(Gen.Int[0, 3].Select(i => new[] { "Caf", "CAF", "MSA", "Commune" }[i]), Gen.Int[2024, 2028], Gen.Enum<NatureDepense>(), Gen.Int[0, 100_000], Gen.Int[0, 100_000], Gen.Int[0, 2])
            .Select((financeur, annee, nature, prevu, realise, presents) => new Financement(
                financeur, annee, nature, presents == 0 ? null : prevu / 100m, presents == 1 ? null : realise / 100m));

    [Fact]
    public void Les_totaux_par_annee_par_financeur_et_par_nature_sont_le_meme_total() => Ligne.List[0, 40].Sample(lignes =>
    {
        var budget = Budget.De(lignes);

        foreach (var sommes in new[] { budget.ParAnnee.Select(x => x.Somme), budget.ParFinanceur.Select(x => x.Somme), budget.ParNature.Select(x => x.Somme) })
        {
            var liste = sommes.ToList();
            Assert.Equal(budget.Total.Prevu ?? 0, liste.Sum(s => s.Prevu ?? 0));
            Assert.Equal(budget.Total.Realise ?? 0, liste.Sum(s => s.Realise ?? 0));
        }

        Assert.Equal(lignes.Sum(l => l.Prevu ?? 0), budget.Total.Prevu ?? 0);
    });

    [Fact]
    public void Un_tableau_se_lit_en_lignes_et_en_colonnes_avec_les_memes_totaux() => Ligne.List[0, 40].Sample(lignes =>
    {
        var budget = Budget.De(lignes);

        Assert.All(budget.Rangs, r => Assert.Equal(budget.ParAnnee.Count, r.Annees.Count));
        Assert.All(budget.Rangs, r => Assert.Equal(r.Total, Somme.De(r.Annees)));
        Assert.All(budget.ParAnnee.Index(), a => Assert.Equal(a.Item.Somme, Somme.De(budget.Rangs.Select(r => r.Annees[a.Index]))));
        Assert.All(budget.ParFinanceur, f => Assert.Equal(f.Somme, Somme.De(budget.Rangs.Where(r => r.Financeur == f.Financeur).Select(r => r.Total))));
        Assert.All(budget.ParNature, n => Assert.Equal(n.Somme, Somme.De(budget.Rangs.Where(r => r.Nature == n.Nature).Select(r => r.Total))));
        Assert.Equal(budget.Total, Somme.De(budget.Rangs.Select(r => r.Total)));
        Assert.Equal(budget.Rangs.Count, budget.Rangs.DistinctBy(r => (r.Financeur, r.Nature)).Count());
    });

    [Fact]
    public void Le_total_de_plusieurs_fiches_est_la_somme_de_leurs_totaux() => Ligne.List[0, 15].List[0, 6].Sample(fiches => Assert.Equal(
        Budget.De(fiches.SelectMany(f => f)).Total, Somme.De(fiches.Select(f => Budget.De(f).Total))));

    [Fact]
    public void Un_montant_que_personne_n_a_dit_n_est_pas_zero()
    {
        var budget = Budget.De([new("Caf", 2026, NatureDepense.Fonctionnement, 100m, null)]);

        Assert.Equal(new Somme(100m, null), budget.Total);
        Assert.Equal(Somme.Nulle, Budget.De([]).Total);
    }

    [Fact]
    public void Un_financeur_ecrit_en_capitales_est_le_meme()
    {
        var budget = Budget.De(
            [new("Caf", 2026, NatureDepense.Fonctionnement, 1m, null), new("CAF", 2027, NatureDepense.Fonctionnement, 2m, null)]);

        Assert.Equal([("Caf", new Somme(3m, null))], budget.ParFinanceur);
    }

    [Fact]
    public void Les_annees_se_suivent()
    {
        var budget = Budget.De([.. UneFiche.Complete().Financements.Reverse()]);

        Assert.Equal([(2026, new Somme(42_000m, 28_500.5m)), (2027, new Somme(30_000m, null))], budget.ParAnnee);
    }
}
