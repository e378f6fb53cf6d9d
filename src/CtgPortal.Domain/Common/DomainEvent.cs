using CtgPortal.Domain.Conventions;

namespace CtgPortal.Domain.Common;

/// <summary>A fact that happened to an aggregate; it becomes one line of the journal per convention concerned.</summary>
/// <param name="Le">When it happened, in UTC.</param>
public abstract record DomainEvent(DateTimeOffset Le)
{
    /// <summary>The conventions whose history tells this fact; a shared workshop concerns several.</summary>
    public abstract IReadOnlyList<ConventionId> Conventions { get; }

    /// <summary>Field by field, what changed; empty when the fact says it all.</summary>
    public IReadOnlyList<Changement> Changements { get; init; } = [];
}

/// <summary>A fact that concerns one convention.</summary>
public abstract record ConventionEvent(ConventionId Convention, DateTimeOffset Le) : DomainEvent(Le)
{
    public sealed override IReadOnlyList<ConventionId> Conventions => [Convention];
}
