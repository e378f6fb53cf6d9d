using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Ateliers;

/// <summary>
/// The stages of the conventions a workshop belongs to. What one of them has frozen stays as its signers read it, so the
/// workshop is frozen for its neighbours too; a neighbour who gave up has no text to protect and stops nobody.
/// </summary>
/// <param name="Ici">The stage of the convention through which the person acts.</param>
/// <param name="Ailleurs">The stages of the conventions that share the workshop.</param>
public sealed record EtapesAtelier(StatutConvention Ici, IReadOnlyList<StatutConvention> Ailleurs)
{
    public static readonly Obstacle PartageFige = new(
        "atelier-partage-fige", "L’atelier est partagé avec une convention dont le texte est figé : il ne peut plus être modifié.");

    /// <summary>Seen by nobody in particular, such as a participant without an account: one that gave up stops nobody.</summary>
    public static EtapesAtelier DeToutes(IReadOnlyList<StatutConvention> etapes)
    {
        var ici = etapes.Where(e => e != StatutConvention.Abandonnee).DefaultIfEmpty(StatutConvention.Abandonnee).First();
        return new(ici, etapes);
    }

    /// <summary>A workshop of one convention.</summary>
    public static implicit operator EtapesAtelier(StatutConvention etape) => new(etape, []);

    internal IReadOnlyList<Obstacle> Obstacles() =>
    [
        .. When(!CycleDeVie.TexteModifiable(Ici), Conventions.Obstacles.TexteFige),
        .. When(Ailleurs.Any(e => e != StatutConvention.Abandonnee && !CycleDeVie.TexteModifiable(e)), PartageFige),
    ];
}
