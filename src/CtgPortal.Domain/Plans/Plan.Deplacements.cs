using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Plans;

/// <summary>
/// The moves of the tree. A place is a parent and a rank from 1 among those that stay there; moving back to the place one left
/// gives the same tree.
/// </summary>
public sealed partial class Plan
{
    /// <param name="rang">From 1; beyond the end means last.</param>
    /// <exception cref="BusinessRuleException">Frozen or unknown.</exception>
    public void DeplacerAxe(AxeId id, int rang, StatutConvention etape, DateTimeOffset now)
    {
        CycleDeVie.ExigerPlanModifiable(etape);
        var axe = TrouverAxe(id);
        if (Ranger(_axes, axe, rang))
        {
            Record(new AxeDeplace(ConventionId, id, axe.Intitule, axe.Rang, now));
        }
    }

    /// <summary>Moves an orientation among its sisters, or below another parent with all that it holds.</summary>
    /// <param name="parent">Null directly below the axe.</param>
    /// <param name="rang">From 1; beyond the end means last.</param>
    /// <exception cref="BusinessRuleException">Frozen, unknown, below itself, or deeper than the labels allow.</exception>
    public void DeplacerOrientation(OrientationId id, AxeId axe, OrientationId? parent, int rang, StatutConvention etape, DateTimeOffset now)
    {
        CycleDeVie.ExigerPlanModifiable(etape);
        ExigerBranche(axe, parent);
        var orientation = TrouverOrientation(id);
        var branche = Descendance(orientation);
        BusinessRuleException.ThrowIfAny(When(
            branche.Exists(o => o.Id == parent), "branche-dans-elle-meme", $"« {orientation.Intitule} » ne peut pas aller dans une partie d’elle-même."));
        var dessus = parent is { } p ? Profondeur(TrouverOrientation(p)) : 0;
        var hauteur = branche.Max(Profondeur) - Profondeur(orientation) + 1;
        BusinessRuleException.ThrowIfAny(When(
            dessus + hauteur > ProfondeurOrientations, "niveau-absent", $"« {orientation.Intitule} » et ce qu’elle contient dépasseraient les niveaux du plan."));

        var avant = NumeroterOrientations()[id];
        var (ancienAxe, ancienParent) = (orientation.AxeId, orientation.ParentId);
        var change = ancienAxe != axe || ancienParent != parent;
        if (change)
        {
            orientation.Rejoindre(axe, parent, Soeurs(axe, parent).Count + 1);
            Renumeroter(Soeurs(ancienAxe, ancienParent));
            Suivre(branche, axe);
        }

        if (Ranger(Soeurs(axe, parent), orientation, rang) || change)
        {
            Record(new OrientationDeplacee(ConventionId, id, orientation.Intitule, orientation.Rang, now)
            {
                Changements = new Comparaison().Noter("numero", avant, NumeroterOrientations()[id]).Changements,
            });
        }
    }

    /// <summary>Moves a fiche within its branch or to another one.</summary>
    /// <param name="rang">From 1; beyond the end means last.</param>
    /// <exception cref="BusinessRuleException">Frozen, unknown fiche or branch.</exception>
    public void DeplacerFiche(FicheActionId fiche, AxeId axe, OrientationId? orientation, int rang, StatutConvention etape, DateTimeOffset now)
    {
        CycleDeVie.ExigerPlanModifiable(etape);
        ExigerBranche(axe, orientation);
        var emplacement = TrouverEmplacement(fiche);
        var avant = NumeroDe(fiche);
        var (ancienAxe, ancienneOrientation) = (emplacement.AxeId, emplacement.OrientationId);
        var change = ancienAxe != axe || ancienneOrientation != orientation;
        if (change)
        {
            emplacement.Rejoindre(axe, orientation, DansLaBranche(axe, orientation).Count + 1);
            Renumeroter(DansLaBranche(ancienAxe, ancienneOrientation));
        }

        if (Ranger(DansLaBranche(axe, orientation), emplacement, rang) || change)
        {
            Record(new FicheDeplacee(ConventionId, fiche, now) { Changements = new Comparaison().Noter("numero", avant, NumeroDe(fiche)).Changements });
        }
    }

    /// <summary>Moves several fiches to the end of a branch, in the order they have; those that stand there already stay.</summary>
    /// <exception cref="BusinessRuleException">Frozen, unknown fiche or branch: none is moved.</exception>
    public void DeplacerFiches(IReadOnlyCollection<FicheActionId> fiches, AxeId axe, OrientationId? orientation, StatutConvention etape, DateTimeOffset now)
    {
        CycleDeVie.ExigerPlanModifiable(etape);
        ExigerBranche(axe, orientation);
        foreach (var fiche in fiches)
        {
            TrouverEmplacement(fiche);
        }

        foreach (var place in Numeroter().Where(n => fiches.Contains(n.Fiche) && (n.Axe != axe || n.Orientation != orientation)))
        {
            DeplacerFiche(place.Fiche, axe, orientation, int.MaxValue, etape, now);
        }
    }

    /// <summary>The orientation and all those below it.</summary>
    private List<Orientation> Descendance(Orientation orientation) =>
        [orientation, .. _orientations.Where(o => o.ParentId == orientation.Id).SelectMany(Descendance)];

    /// <summary>What stands below an orientation changes axe with it.</summary>
    private void Suivre(List<Orientation> branche, AxeId axe)
    {
        foreach (var orientation in branche.Skip(1))
        {
            orientation.Rejoindre(axe, orientation.ParentId, orientation.Rang);
        }

        foreach (var emplacement in _emplacements.Where(e => branche.Exists(o => o.Id == e.OrientationId)))
        {
            emplacement.Rejoindre(axe, emplacement.OrientationId, emplacement.Rang);
        }
    }
}
