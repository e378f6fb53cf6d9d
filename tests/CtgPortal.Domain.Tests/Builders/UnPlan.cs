using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;

namespace CtgPortal.TestSupport.Builders;

/// <summary>Plans that grew through their own methods, at a stage where a plan is written.</summary>
public static class UnPlan
{
    public const StatutConvention Etape = StatutConvention.EnRedaction;

    /// <summary>The instant at which builders act; tests go on from there.</summary>
    public static readonly DateTimeOffset Maintenant = new(2026, 3, 12, 9, 0, 0, TimeSpan.Zero);

    public static Plan Vide(ConventionId? convention = null) => Plan.Commencer(convention ?? ConventionId.New(), Maintenant);

    /// <summary>With levels in the territory’s own words, two of them at least.</summary>
    public static Plan AvecNiveaux(params string[] niveaux) => Avec(Numerotation.Continue, niveaux);

    public static Plan Avec(Numerotation numerotation, params string[] niveaux)
    {
        var plan = Vide();
        plan.DefinirNiveaux(niveaux, numerotation, Etape, Maintenant);
        return plan;
    }

    public static AxeId Axe(this Plan plan, string intitule = "Petite enfance") => plan.AjouterAxe(intitule, null, null, Etape, Maintenant);

    public static OrientationId Orientation(this Plan plan, AxeId axe, OrientationId? parent = null, string intitule = "Accueillir tous les enfants") =>
        plan.AjouterOrientation(axe, parent, intitule, Etape, Maintenant);

    /// <summary>Places a fiche of which only the id is known.</summary>
    public static FicheActionId Fiche(this Plan plan, AxeId axe, OrientationId? orientation = null)
    {
        var fiche = FicheActionId.New();
        plan.Placer(fiche, axe, orientation, Etape, Maintenant);
        return fiche;
    }

    /// <summary>A tree of a size: each axe holds as many orientations, each orientation as many fiches.</summary>
    public static (Plan Plan, IReadOnlyList<FicheAction> Fiches) Complet(ConventionId convention, int axes, int orientations, int fiches)
    {
        var plan = Vide(convention);
        var ecrites = new List<FicheAction>();
        for (var a = 1; a <= axes; a++)
        {
            var axe = plan.Axe($"Axe {a}");
            for (var o = 1; o <= orientations; o++)
            {
                var orientation = plan.Orientation(axe, intitule: $"Orientation {a}.{o}");
                for (var f = 1; f <= fiches; f++)
                {
                    var fiche = UneFiche.Complete(convention, $"Fiche {a}.{o}.{f}");
                    plan.Placer(fiche.Id, axe, orientation, Etape, Maintenant);
                    ecrites.Add(fiche);
                }
            }
        }

        return (plan, ecrites);
    }
}
