using CtgPortal.Application.Plans;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;

namespace CtgPortal.Web.Pages.Plan;

/// <summary>What moves where, as every way of moving sends it: the arrows, the list of places, the mouse, « Annuler ».</summary>
public sealed class Deplacement
{
    public const string Axe = "axe";
    public const string Orientation = "orientation";
    public const string Fiche = "fiche";

    public int Revision { get; set; }

    /// <summary><see cref="Axe"/>, <see cref="Orientation"/> or <see cref="Fiche"/>.</summary>
    public string Quoi { get; set; } = "";

    public Guid Element { get; set; }

    /// <summary>The branch to join, as <c>MotsDuPlan.Places</c> writes it; nothing for an axe.</summary>
    public string Dans { get; set; } = "";

    /// <summary>From 1.</summary>
    public int Rang { get; set; }

    /// <summary>Both at once, from a list of places: « branch#rank ».</summary>
    public string Vers { get; set; } = "";

    public IRequest<int> Commande(ConventionId convention)
    {
        var (dans, rang) = Vers.Split('#') is [var branche, var position] && int.TryParse(position, out var n) ? (branche, n) : (Dans, Rang);
        var (axe, orientation) = MotsDuPlan.Place(dans);
        return Quoi switch
        {
            Axe => new DeplacerAxe.Command(convention, Revision, new(Element), rang),
            Orientation => new DeplacerOrientation.Command(convention, Revision, new(Element), axe, orientation, rang),
            _ => new DeplacerFiche.Command(convention, Revision, new(Element), axe, orientation, rang),
        };
    }

    /// <summary>Where the element stands in a tree, under its name; null when it is there no more.</summary>
    public static (string Intitule, string Dans, int Rang)? Situer(ArbrePlan plan, string quoi, Guid element)
    {
        if (quoi == Axe)
        {
            return plan.Axes.Where(a => a.Id.Value == element).Select(a => ((string, string, int)?)(a.Intitule, "", a.Rang)).FirstOrDefault();
        }

        if (quoi == Fiche)
        {
            return plan.Lignes.Where(l => l.Fiche.Id.Value == element)
                .Select(l => ((string, string, int)?)(l.Fiche.Intitule, Place(l.Axe, l.Chemin.Count == 0 ? null : l.Chemin[^1]), l.Fiche.Rang)).FirstOrDefault();
        }

        return plan.Axes.SelectMany(a => Meres(a, null, a.Branches)).Where(m => m.Branche.Id.Value == element)
            .Select(m => ((string, string, int)?)(m.Branche.Intitule, Place(m.Axe, m.Mere), m.Branche.Rang)).FirstOrDefault();
    }

    public static string Place(AxeDuPlan axe, BrancheDuPlan? branche) => branche is null ? $"{axe.Id.Value}" : $"{axe.Id.Value}/{branche.Id.Value}";

    /// <summary>Why a move met a tree that somebody changed, in view of the tree as it is now.</summary>
    public string Expliquer(ArbrePlan plan)
    {
        if (Situer(plan, Quoi, Element) is not { } place)
        {
            return "Ce que vous vouliez déplacer vient d’être supprimé par quelqu’un d’autre.";
        }

        var (axe, orientation) = MotsDuPlan.Place(Vers.Length > 0 ? Vers.Split('#')[0] : Dans);
        var cible = Quoi == Axe || (plan.Axes.FirstOrDefault(a => a.Id == axe) is { } a
            && (orientation is null || MotsDuPlan.Parcourir(a.Branches).Any(b => b.Branche.Id == orientation)));
        return cible
            ? $"« {place.Intitule} » n’a pas bougé : quelqu’un a changé le plan entre-temps. Le voici à jour, vérifiez et recommencez."
            : $"« {place.Intitule} » n’a pas bougé : la partie du plan où vous vouliez la mettre vient d’être supprimée ou déplacée.";
    }

    private static IEnumerable<(AxeDuPlan Axe, BrancheDuPlan? Mere, BrancheDuPlan Branche)> Meres(AxeDuPlan axe, BrancheDuPlan? mere, IReadOnlyList<BrancheDuPlan> branches) =>
        branches.SelectMany(b => Meres(axe, b, b.Branches).Prepend((axe, mere, b)));
}
