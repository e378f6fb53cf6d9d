using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Filiations;

public readonly record struct FiliationId(Guid Value) : IStronglyTypedId<FiliationId>
{
    public static FiliationId From(Guid value) => new(value);

    public static FiliationId New() => new(Guid.CreateVersion7());
}

/// <summary>
/// One stitch of the thread: what was said or found became a constat or a part of the plan. Each convention has its own
/// thread: a workshop shared by two neighbours feeds both, and each takes what it wants.
/// </summary>
public sealed class Filiation : AggregateRoot
{
    private Filiation()
    {
    }

    public FiliationId Id { get; private init; }

    public ConventionId ConventionId { get; private init; }

    public Maillon Origine { get; private init; } = null!;

    /// <summary>What it became.</summary>
    public Maillon Suite { get; private init; } = null!;

    public DateTimeOffset EtablieLe { get; private init; }

    /// <exception cref="BusinessRuleException">Frozen, or what would come later in the thread is named as the origin.</exception>
    public static Filiation Etablir(ConventionId convention, Maillon origine, Maillon suite, StatutConvention etape, DateTimeOffset now)
    {
        ExigerModifiable(suite, etape);
        BusinessRuleException.ThrowIfAny(When(
            !suite.Nature.PeutVenirDe(origine.Nature), "filiation-impossible", "Ce lien n’a pas de sens : une action répond à un constat ou à une contribution, jamais l’inverse."));
        var filiation = new Filiation { Id = FiliationId.New(), ConventionId = convention, Origine = origine, Suite = suite, EtablieLe = now };
        filiation.Record(new FiliationEtablie(convention, origine.Nature, origine.Id, suite.Nature, suite.Id, now));
        return filiation;
    }

    /// <summary>Undone by hand; the caller removes it.</summary>
    /// <exception cref="BusinessRuleException">Frozen.</exception>
    public void Rompre(StatutConvention etape, DateTimeOffset now)
    {
        ExigerModifiable(Suite, etape);
        Record(new FiliationRompue(ConventionId, Origine.Nature, Origine.Id, Suite.Nature, Suite.Id, now));
    }

    /// <summary>What a convention took up stays in the workshop, for the neighbours too: nobody can be told « it comes from nowhere ».</summary>
    /// <exception cref="BusinessRuleException">Something came of it.</exception>
    public static void ExigerSansSuite(bool aUneSuite) => BusinessRuleException.ThrowIfAny(When(
        aUneSuite, "contribution-reprise", "Le diagnostic ou le plan d’une convention s’appuie dessus : retirez d’abord le lien, à la page « Du constat à l’action »."));

    // the thread is printed in the document: it freezes with what it leads to
    private static void ExigerModifiable(Maillon suite, StatutConvention etape)
    {
        if (suite.Nature == NatureMaillon.Constat)
        {
            CycleDeVie.ExigerTexteModifiable(etape);
        }
        else
        {
            CycleDeVie.ExigerPlanModifiable(etape);
        }
    }
}

/// <summary>Says which kinds were tied, not their words: they may be those of a confidential fiche.</summary>
public sealed record FiliationEtablie(
    ConventionId Convention, NatureMaillon NatureOrigine, Guid Origine, NatureMaillon NatureSuite, Guid Suite, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record FiliationRompue(
    ConventionId Convention, NatureMaillon NatureOrigine, Guid Origine, NatureMaillon NatureSuite, Guid Suite, DateTimeOffset Le) : ConventionEvent(Convention, Le);
