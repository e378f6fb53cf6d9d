using CtgPortal.Domain.Common;

namespace CtgPortal.Domain.Comptes;

public readonly record struct UtilisateurId(Guid Value) : IStronglyTypedId<UtilisateurId>
{
    public static UtilisateurId From(Guid value) => new(value);

    public static UtilisateurId New() => new(Guid.CreateVersion7());
}

/// <summary>What a person may do; where they may do it is the scope of the <see cref="Habilitation"/>.</summary>
public enum Role
{
    /// <summary>Manages accounts, reference data and mail; reads every convention, changes none.</summary>
    Administrateur,

    /// <summary>Territorial adviser of a Caf.</summary>
    Conseiller,

    /// <summary>Director of a Caf: what the adviser may do, and signs.</summary>
    Direction,

    /// <summary>Chargé(e) de coopération CTG, employed by the territory.</summary>
    Coordination,

    /// <summary>Elected member or director who signs.</summary>
    Signataire,

    /// <summary>Reads, contributes to workshops, fills the fiches they pilot.</summary>
    Partenaire,

    /// <summary>Reads.</summary>
    Lecteur,
}

public enum Portee
{
    /// <summary>The whole portal; for administrators only.</summary>
    Nationale,

    /// <summary>Every convention of one Caf; the code is the one of the Caf.</summary>
    Caf,

    /// <summary>Every convention held by one territory; the code is its SIREN.</summary>
    Territoire,

    /// <summary>One convention; the code is its id.</summary>
    Convention,
}

/// <summary>A role over a scope. One person may hold several.</summary>
/// <param name="Code">What the scope points to; empty for <see cref="Portee.Nationale"/>.</param>
public sealed record Habilitation(Role Role, Portee Portee, string Code);
