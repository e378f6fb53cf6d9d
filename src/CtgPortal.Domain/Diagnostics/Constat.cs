using CtgPortal.Domain.Common;

namespace CtgPortal.Domain.Diagnostics;

public readonly record struct ConstatId(Guid Value) : IStronglyTypedId<ConstatId>
{
    public static ConstatId From(Guid value) => new(value);

    public static ConstatId New() => new(Guid.CreateVersion7());
}

public enum NatureConstat
{
    Force,
    Faiblesse,
    Opportunite,
    Menace,
    Besoin,
    Enjeu,
}

/// <summary>What the partners read in the figures and hear on the ground; actions answer it.</summary>
public sealed class Constat
{
    public const int TexteLongueurMax = 2_000;

    internal Constat(string champ, NatureConstat nature, string texte, int rang)
    {
        Id = ConstatId.New();
        Rang = rang;
        Rediger(champ, nature, texte);
    }

    private Constat()
    {
    }

    public ConstatId Id { get; private init; }

    public string Champ { get; private set; } = "";

    public NatureConstat Nature { get; private set; }

    public string Texte { get; private set; } = "";

    public int Rang { get; private init; }

    internal void Rediger(string champ, NatureConstat nature, string texte)
    {
        Champ = Common.Texte.Obligatoire(champ, "champ", Indicateur.ChampLongueurMax);
        Nature = nature;
        Texte = Common.Texte.Obligatoire(texte, "constat", TexteLongueurMax);
    }
}
