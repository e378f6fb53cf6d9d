namespace CtgPortal.Domain.Signatures.Preuves;

/// <summary>
/// A fact that proves something of a circuit: it is appended to the chain of that circuit, with all that it carries. An event of
/// <see cref="Signature"/> that implements it needs nothing else: the context appends it with the journal. What happens outside the
/// aggregate (<see cref="DocumentMontre"/>, <see cref="ActeRefuse"/>…) is noted one by one.
/// </summary>
public interface IFaitDePreuve
{
    SignatureId Signature { get; }

    /// <summary>When it happened, in UTC.</summary>
    DateTimeOffset Le { get; }

    /// <summary>The row of the circuit that it is about; null for the circuit as a whole.</summary>
    Guid? LigneConcernee => null;
}
