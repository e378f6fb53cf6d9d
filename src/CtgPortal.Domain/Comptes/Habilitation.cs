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
public sealed record Habilitation(Role Role, Portee Portee, string Code)
{
    public const int CodeLongueurMax = 40;

    public static Habilitation Nationale(Role role) => new(role, Portee.Nationale, "");

    /// <summary>The scopes over which a role makes sense.</summary>
    public static IReadOnlyList<Portee> PorteesDe(Role role) => role switch
    {
        Role.Administrateur => [Portee.Nationale],
        Role.Conseiller or Role.Direction => [Portee.Caf],
        Role.Coordination or Role.Partenaire => [Portee.Territoire, Portee.Convention],
        Role.Signataire or Role.Lecteur => [Portee.Caf, Portee.Territoire, Portee.Convention],
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };

    /// <summary>True when what is asked for lies inside the scope of this role.</summary>
    public bool Couvre(Perimetre perimetre) => Portee switch
    {
        Portee.Nationale => true,
        Portee.Caf => perimetre.Cafs.Contains(Code),
        Portee.Territoire => perimetre.Territoires.Contains(Code),
        _ => perimetre.Portee == Portee.Convention && perimetre.Code == Code,
    };
}

/// <summary>Where a scope lies: what the handler found out about it before asking the domain.</summary>
/// <param name="Libelle">What people read: « Caf de l’Aisne », « CC des Trois Rivières ».</param>
/// <param name="Cafs">Codes of the Caf it depends on.</param>
/// <param name="Territoires">SIREN of the territories it concerns.</param>
public sealed record Perimetre(
    Portee Portee, string Code, string Libelle, IReadOnlyList<string> Cafs, IReadOnlyList<string> Territoires)
{
    public static readonly Perimetre National = new(Portee.Nationale, "", "Tout le portail", [], []);
}
