using CtgPortal.Domain.Common;

namespace CtgPortal.Domain.Territoires;

public enum TypeTerritoire
{
    Commune,
    Epci,
    Departement,
    Region,
    France,
    Syndicat,
    Autre,
}

/// <summary>A territory as it was named when it was chosen: a merger later does not rewrite a signed convention.</summary>
public sealed record TerritoireRef
{
    public const int NomLongueurMax = 200;

    public TerritoireRef(TypeTerritoire type, string code, string nom)
    {
        Type = type;
        Code = code.Trim();
        Nom = Texte.Obligatoire(nom, "territoire", NomLongueurMax);
    }

    private TerritoireRef()
    {
    }

    public TypeTerritoire Type { get; private init; }

    /// <summary>SIREN (9 digits) for an EPCI or a syndicat, INSEE code for a commune, département or région; empty for a territory outside the reference data.</summary>
    public string Code { get; private init; } = "";

    public string Nom { get; private init; } = "";

    /// <summary>What makes two values be about the same place: the code, or the name of a place that has none.</summary>
    public string Cle => Code.Length == 0 ? $"{Type}:{Nom}" : $"{Type}:{Code}";

    public override string ToString() => Nom;
}
