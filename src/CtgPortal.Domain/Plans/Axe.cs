using CtgPortal.Domain.Common;

namespace CtgPortal.Domain.Plans;

public readonly record struct AxeId(Guid Value) : IStronglyTypedId<AxeId>
{
    public static AxeId From(Guid value) => new(value);

    public static AxeId New() => new(Guid.CreateVersion7());
}

/// <summary>The accessible set an axe chooses from: each has a 4.5:1 contrast with white text and is told apart by colour-blind readers with its icon and number.</summary>
public enum CouleurAxe
{
    Canard,
    Terracotta,
    Prune,
    Olive,
    Ocean,
    Ambre,
    Ardoise,
    Framboise,
}

/// <summary>A first-level branch of the plan.</summary>
public sealed class Axe : IRange
{
    /// <summary>Axes of 140 characters are seen; 300 leaves room.</summary>
    public const int IntituleLongueurMax = 300;

    public const int IconeLongueurMax = 40;

    internal Axe(string intitule, CouleurAxe couleur, string? icone, int rang)
    {
        Id = AxeId.New();
        Rang = rang;
        Decrire(intitule, couleur, icone);
    }

    private Axe()
    {
    }

    public AxeId Id { get; private init; }

    public int Rang { get; private set; }

    public string Intitule { get; private set; } = "";

    public CouleurAxe Couleur { get; private set; }

    /// <summary>Name of an icon of the portal’s set; null for none.</summary>
    public string? Icone { get; private set; }

    internal void Decrire(string intitule, CouleurAxe couleur, string? icone) =>
        (Intitule, Couleur, Icone) = (
            Texte.Obligatoire(intitule, "axe", IntituleLongueurMax), couleur, Texte.Facultatif(icone, "icone", IconeLongueurMax));

    void IRange.PlacerAuRang(int rang) => Rang = rang;
}
