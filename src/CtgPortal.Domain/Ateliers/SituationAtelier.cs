using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Ateliers;

/// <summary>What a room and its contributions need to know of their workshop, without loading it.</summary>
/// <param name="Conventions">Those it belongs to: their histories tell what happens in it.</param>
public sealed record SituationAtelier(AtelierId Id, StatutAtelier Statut, IReadOnlyList<ConventionId> Conventions, EtapesAtelier Etapes)
{
    internal static readonly Obstacle Clos = new("atelier-clos", "L’atelier est clos : rouvrez-le pour le modifier.");

    internal static readonly Obstacle Annule = new("atelier-annule", "L’atelier est annulé : rouvrez-le pour le modifier.");

    /// <summary>Why nothing may be written in it any more; empty while it is open.</summary>
    public IReadOnlyList<Obstacle> Obstacles() => [.. Etapes.Obstacles(), .. When(Statut == StatutAtelier.Clos, Clos), .. When(Statut == StatutAtelier.Annule, Annule)];

    internal void ExigerOuvert() => BusinessRuleException.ThrowIfAny(Obstacles());
}
