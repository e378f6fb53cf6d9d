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

    [Fact]
    public void Un_deplacement_et_son_inverse_rendent_le_meme_arbre() =>
        Gen.Select(Gestes, Gen.Int[0, 2], Gen.Int[0, 40], Gen.Int[0, 40], Gen.Int[1, 6]).Sample(
            (gestes, quoi, lequel, ou, rang) =>
            {
                var plan = Avec(Numerotation.Hierarchique, "Axe", "Orientation", "Objectif", "Fiche");
                plan.Axe();
                foreach (var geste in gestes)
                {
                    Faire(plan, geste);
                }

                if (plan.Axes.Count == 0)
                {
                    plan.Axe();
                }

                var avant = Photo(plan);
                var (axe, orientation) = Place(plan, ou);
                switch (quoi)
                {
                    case 0:
                        var a = plan.Axes[lequel % plan.Axes.Count];
                        var rangDeLAxe = a.Rang;
                        plan.DeplacerAxe(a.Id, rang, Etape, Maintenant);
                        Verifier(plan);
                        plan.DeplacerAxe(a.Id, rangDeLAxe, Etape, Maintenant);
                        break;
                    case 1 when plan.Orientations.Count > 0:
                        var o = plan.Orientations[lequel % plan.Orientations.Count];
                        var d = (o.AxeId, o.ParentId, o.Rang);
                        Tenter(["niveau-absent", "branche-dans-elle-meme"], () => plan.DeplacerOrientation(o.Id, axe, orientation, rang, Etape, Maintenant));
                        Verifier(plan);
                        plan.DeplacerOrientation(o.Id, d.AxeId, d.ParentId, d.Rang, Etape, Maintenant);
                        break;
                    case 2 when plan.Emplacements.Count > 0:
                        var e = plan.Emplacements[lequel % plan.Emplacements.Count];
                        var f = (e.AxeId, e.OrientationId, e.Rang);
                        plan.DeplacerFiche(e.FicheActionId, axe, orientation, rang, Etape, Maintenant);
                        Verifier(plan);
                        plan.DeplacerFiche(e.FicheActionId, f.AxeId, f.OrientationId, f.Rang, Etape, Maintenant);
                        break;
                }

                Assert.Equal(avant, Photo(plan));
            },
            iter: 500);

    /// <summary>Everything about places, in one order.</summary>
    private static string Photo(Plan plan) => string.Join('\n',
    [
        .. plan.Axes.Select(a => $"{a.Rang} {a.Id.Value}"),
        .. plan.Orientations.OrderBy(o => o.Id.Value).Select(o => $"{o.Id.Value} {o.AxeId.Value} {o.ParentId?.Value} {o.Rang}"),
        .. plan.Numeroter().Select(n => $"{n.Numero} {n.Fiche.Value}"),
    ]);

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
                var (dans, sous) = Place(plan, g.A);
                Tenter(["niveau-absent", "branche-dans-elle-meme"], () => plan.DeplacerOrientation(deplacee, dans, sous, g.Rang, Etape, Maintenant));
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
    private static void Tenter(string code, Action geste) => Tenter([code], geste);

    private static void Tenter(string[] codes, Action geste)
    {
        if (Record.Exception(geste) is { } refus)
        {
            Assert.Contains(Assert.Single(Assert.IsType<BusinessRuleException>(refus).Obstacles).Code, codes);
        }
    }

    /// <summary>One of the places of the tree: directly below an axe, or below an orientation.</summary>
    private static (AxeId Axe, OrientationId? Orientation) Place(Plan plan, int choix)
    {
        List<(AxeId, OrientationId?)> places = [.. plan.Axes.Select(a => (a.Id, (OrientationId?)null)), .. plan.Orientations.Select(o => (o.AxeId, (OrientationId?)o.Id))];
        return places[choix % places.Count];
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
        Assert.All(plan.Orientations, o => Assert.InRange(Profondeur(plan, o), 1, plan.ProfondeurOrientations));
        Assert.All(plan.Orientations.Where(o => o.ParentId is not null), o => Assert.Equal(o.AxeId, plan.Orientations.Single(p => p.Id == o.ParentId).AxeId));
        Assert.All(plan.Emplacements.Where(e => e.OrientationId is not null), e => Assert.Equal(e.AxeId, plan.Orientations.Single(p => p.Id == e.OrientationId).AxeId));
    }

    private static int Profondeur(Plan plan, Orientation orientation) =>
        orientation.ParentId is { } parent ? Profondeur(plan, plan.Orientations.Single(o => o.Id == parent)) + 1 : 1;

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
