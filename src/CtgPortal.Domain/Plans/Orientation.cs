using CtgPortal.Domain.Common;

namespace CtgPortal.Domain.Plans;

public readonly record struct OrientationId(Guid Value) : IStronglyTypedId<OrientationId>
{
    public static OrientationId From(Guid value) => new(value);

    public static OrientationId New() => new(Guid.CreateVersion7());
}

/// <summary>A branch below an axe, or below another orientation when the plan has four levels.</summary>
public sealed class Orientation : IRange
{
    public const int IntituleLongueurMax = 300;

    internal Orientation(AxeId axe, OrientationId? parent, string intitule, int rang)
    {
        Id = OrientationId.New();
        AxeId = axe;
        ParentId = parent;
        Rang = rang;
        Renommer(intitule);
    }

    private Orientation()
    {
    }

    public OrientationId Id { get; private init; }

    public AxeId AxeId { get; private set; }

    public OrientationId? ParentId { get; private set; }

    public int Rang { get; private set; }

    public string Intitule { get; private set; } = "";

    internal void Rejoindre(AxeId axe, OrientationId? parent, int rang) => (AxeId, ParentId, Rang) = (axe, parent, rang);

    internal void Renommer(string intitule) => Intitule = Texte.Obligatoire(intitule, "orientation", IntituleLongueurMax);

    void IRange.PlacerAuRang(int rang) => Rang = rang;
}

/// <summary>Where a fiche stands in the tree.</summary>
public sealed class Emplacement : IRange
{
    internal Emplacement(FicheActionId fiche, AxeId axe, OrientationId? orientation, int rang, string? code) =>
        (FicheActionId, AxeId, OrientationId, Rang, CodeDonne) = (fiche, axe, orientation, rang, code);

    private Emplacement()
    {
    }

    public FicheActionId FicheActionId { get; private init; }

    public AxeId AxeId { get; private set; }

    public OrientationId? OrientationId { get; private set; }

    public int Rang { get; private set; }

    /// <summary>The code that the fiche had in the file it was imported from; null for a fiche born here.</summary>
    public string? CodeDonne { get; private init; }

    /// <summary>What sheets call the fiche, one in the plan and never given to another: numbers change with each move, titles with each draft.</summary>
    public string Code => CodeDonne ?? CodeFiche.De(FicheActionId);

    internal void Rejoindre(AxeId axe, OrientationId? orientation, int rang) => (AxeId, OrientationId, Rang) = (axe, orientation, rang);

    void IRange.PlacerAuRang(int rang) => Rang = rang;
}
