using CsCheck;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Plans;
using CtgPortal.TestSupport.Builders;
using static CtgPortal.TestSupport.Builders.UnPlan;

namespace CtgPortal.Domain.Tests.Plans;

/// <summary>Whatever people add, move and remove, the tree stays a tree: the same property after every sequence.</summary>
public sealed class NumerotationTests
{
    private static readonly Gen<(int Geste, int A, int B, int Rang)[]> Gestes =
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 20], Gen.Int[0, 20], Gen.Int[-1, 6]).Array[0, 60];

    [Theory]
    [InlineData(Numerotation.Continue)]
    [InlineData(Numerotation.Hierarchique)]
    public void Apres_toute_suite_de_gestes_rangs_et_numeros_se_suivent(Numerotation numerotation) =>
        Gestes.Sample(
            gestes =>
            {
                var plan = Avec(numerotation, "Axe", "Orientation", "Objectif", "Fiche");
                foreach (var geste in gestes)
                {
                    Faire(plan, geste);
                    Verifier(plan);
                }
            },
            iter: 300);

    private static void Faire(Plan plan, (int Geste, int A, int B, int Rang) g)
    {
        var axe = plan.Axes.Count == 0 ? plan.Axe() : plan.Axes[g.A % plan.Axes.Count].Id;
        var (orientations, fiches) = (plan.Orientations, plan.Emplacements);
        OrientationId? orientation = orientations.Count == 0 || g.B % 3 == 0 ? null : orientations[g.B % orientations.Count].Id;
        var branche = orientation is { } o ? orientations.Single(x => x.Id == o).AxeId : axe;
        switch (g.Geste)
        {
            case 0:
                plan.Axe();
                break;
            case 1:
                Tenter("niveau-absent", () => plan.Orientation(branche, orientation));
                break;
            case 2 or 3:
                plan.Fiche(branche, orientation);
                break;
            case 4:
                plan.DeplacerAxe(axe, g.Rang, Etape, Maintenant);
                break;
            case 5 when orientation is { } deplacee:
                plan.DeplacerOrientation(deplacee, g.Rang, Etape, Maintenant);
                break;
            case 6 or 7 when fiches.Count > 0:
                plan.DeplacerFiche(fiches[g.A % fiches.Count].FicheActionId, branche, orientation, g.Rang, Etape, Maintenant);
                break;
            case 8 when fiches.Count > 0:
                plan.RetirerFiche(fiches[g.B % fiches.Count].FicheActionId, "Une fiche", Etape, Maintenant);
                break;
            case 9 when orientation is { } retiree:
                Tenter("orientation-non-vide", () => plan.RetirerOrientation(retiree, Etape, Maintenant));
                break;
            case 9:
                Tenter("axe-non-vide", () => plan.RetirerAxe(axe, Etape, Maintenant));
                break;
        }
    }

    /// <summary>The gesture works, or is refused for the one reason that may stand in its way.</summary>
    private static void Tenter(string code, Action geste)
    {
        if (Record.Exception(geste) is { } refus)
        {
            Assert.Equal(code, Assert.Single(Assert.IsType<BusinessRuleException>(refus).Obstacles).Code);
        }
    }

    private static void Verifier(Plan plan)
    {
        Suivis(plan.Axes.Select(a => a.Rang));
        Assert.All(plan.Orientations.GroupBy(o => (o.AxeId, o.ParentId)), g => Suivis(g.Select(o => o.Rang)));
        Assert.All(plan.Emplacements.GroupBy(e => (e.AxeId, e.OrientationId)), g => Suivis(g.Select(e => e.Rang)));

        var numeros = plan.Numeroter();
        Assert.Equal(plan.Emplacements.Select(e => e.FicheActionId).Order(ParValeur), numeros.Select(n => n.Fiche).Order(ParValeur));
        var cles = numeros.Select(n => n.Numero.Split('.').Select(int.Parse).ToArray()).ToList();
        Assert.All(cles.Zip(cles.Skip(1)), paire => Assert.True(Comparer(paire.First, paire.Second) < 0, "numbers must grow along the plan"));
        if (plan.Numerotation == Numerotation.Continue)
        {
            Suivis(cles.Select(c => Assert.Single(c)));
        }

        var orientations = plan.NumeroterOrientations();
        Assert.Equal(plan.Orientations.Count, orientations.Values.Distinct().Count());
    }

    private static readonly Comparer<FicheActionId> ParValeur = Comparer<FicheActionId>.Create((a, b) => a.Value.CompareTo(b.Value));

    private static void Suivis(IEnumerable<int> rangs)
    {
        var ordre = rangs.ToList();
        Assert.Equal(Enumerable.Range(1, ordre.Count), ordre);
    }

    private static int Comparer(int[] a, int[] b) =>
        a.Zip(b, (x, y) => x.CompareTo(y)).FirstOrDefault(c => c != 0) is var difference && difference != 0
            ? difference
            : a.Length.CompareTo(b.Length);
}
