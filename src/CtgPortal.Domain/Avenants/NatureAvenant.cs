namespace CtgPortal.Domain.Avenants;

public readonly record struct AvenantId(Guid Value) : Common.IStronglyTypedId<AvenantId>
{
    public static AvenantId From(Guid value) => new(value);

    public static AvenantId New() => new(Guid.CreateVersion7());
}

/// <summary>What an avenant does; one may do several.</summary>
public enum NatureAvenant
{
    Prolonger,
    AjouterCommunes,
    AjouterParties,

    /// <summary>The plan is joined to the convention, or changes.</summary>
    CompleterPlan,
    ModifierAnnexes,
}

public enum StatutAvenant
{
    EnRedaction,

    /// <summary>Frozen: the parties sign it in a circuit of its own.</summary>
    EnSignature,
    Signe,

    /// <summary>Given up before it was signed; its number serves again.</summary>
    Abandonne,
}
