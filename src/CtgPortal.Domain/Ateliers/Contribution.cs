using CtgPortal.Domain.Common;

namespace CtgPortal.Domain.Ateliers;

public readonly record struct ContributionId(Guid Value) : IStronglyTypedId<ContributionId>
{
    public static ContributionId From(Guid value) => new(value);

    public static ContributionId New() => new(Guid.CreateVersion7());
}

public enum NatureContribution
{
    Constat,
    Force,
    Faiblesse,
    Opportunite,
    Menace,
    Objectif,
    IdeeAction,
}

/// <summary>One card of a workshop.</summary>
public sealed class Contribution
{
    public const int TexteLongueurMax = 1_000;
    public const int OrganisationLongueurMax = 200;

    internal Contribution(NatureContribution nature, string texte, string? organisation, int rang)
    {
        Id = ContributionId.New();
        Nature = nature;
        Texte = Common.Texte.Obligatoire(texte, "contribution", TexteLongueurMax);
        Organisation = Common.Texte.Facultatif(organisation, "organisation", OrganisationLongueurMax);
        Rang = rang;
    }

    private Contribution()
    {
    }

    public ContributionId Id { get; private init; }

    public NatureContribution Nature { get; private init; }

    public string Texte { get; private init; } = "";

    public string? Organisation { get; private init; }

    public int Rang { get; private init; }
}

/// <summary>Attendance by organisation, without names of persons.</summary>
public sealed record OrganisationPresente
{
    public const int NombreMax = 10_000;

    public OrganisationPresente(string nom, int? nombre)
    {
        BusinessRuleException.ThrowIfAny(Conditions.When(
            nombre is < 1 or > NombreMax, "nombre-invalide", $"Le nombre de personnes va de 1 à {NombreMax}."));
        Nom = Texte.Obligatoire(nom, "organisation", Contribution.OrganisationLongueurMax);
        Nombre = nombre;
    }

    private OrganisationPresente()
    {
    }

    public string Nom { get; private init; } = "";

    public int? Nombre { get; private init; }

    public override string ToString() => Nombre is null ? Nom : $"{Nom} ({Nombre})";
}
