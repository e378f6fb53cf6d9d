using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;

namespace CtgPortal.Domain.Ateliers;

/// <summary>A fact of a workshop is told in the history of every convention it belongs to.</summary>
public abstract record AtelierEvent(IReadOnlyList<ConventionId> Partages, AtelierId Atelier, DateTimeOffset Le) : DomainEvent(Le)
{
    public sealed override IReadOnlyList<ConventionId> Conventions => Partages;
}

public sealed record AtelierPlanifie(IReadOnlyList<ConventionId> Partages, AtelierId Atelier, string Intitule, DateTimeOffset Le)
    : AtelierEvent(Partages, Atelier, Le);

public sealed record AtelierModifie(IReadOnlyList<ConventionId> Partages, AtelierId Atelier, string Intitule, DateTimeOffset Le)
    : AtelierEvent(Partages, Atelier, Le);

public sealed record PresenceNotee(IReadOnlyList<ConventionId> Partages, AtelierId Atelier, string Organisation, DateTimeOffset Le)
    : AtelierEvent(Partages, Atelier, Le);

public sealed record PresenceRetiree(IReadOnlyList<ConventionId> Partages, AtelierId Atelier, string Organisation, DateTimeOffset Le)
    : AtelierEvent(Partages, Atelier, Le);

public sealed record ContributionRecueillie(
    IReadOnlyList<ConventionId> Partages, AtelierId Atelier, ContributionId Contribution, NatureContribution Nature, string Texte, DateTimeOffset Le)
    : AtelierEvent(Partages, Atelier, Le);

public sealed record ContributionRetiree(
    IReadOnlyList<ConventionId> Partages, AtelierId Atelier, ContributionId Contribution, string Texte, DateTimeOffset Le)
    : AtelierEvent(Partages, Atelier, Le);

public sealed record AtelierClos(IReadOnlyList<ConventionId> Partages, AtelierId Atelier, string Intitule, DateTimeOffset Le)
    : AtelierEvent(Partages, Atelier, Le);

public sealed record AtelierRouvert(IReadOnlyList<ConventionId> Partages, AtelierId Atelier, string Motif, DateTimeOffset Le)
    : AtelierEvent(Partages, Atelier, Le);
