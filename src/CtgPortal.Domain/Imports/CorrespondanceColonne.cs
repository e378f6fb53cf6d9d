namespace CtgPortal.Domain.Imports;

/// <summary>What somebody of a Caf once said that a column is: proposed to the next one who sends a sheet of the same kind with this name of column.</summary>
public sealed class CorrespondanceColonne
{
    public const int EnTeteLongueurMax = 200;
    public const int ChampLongueurMax = 250;

    private CorrespondanceColonne()
    {
    }

    public string CafCode { get; private init; } = "";

    public NatureImport Nature { get; private init; }

    /// <summary>The name of the column, without case nor accents.</summary>
    public string EnTete { get; private init; } = "";

    /// <summary>Empty for a column that is left out.</summary>
    public string Champ { get; private set; } = "";

    public static CorrespondanceColonne Retenir(string caf, NatureImport nature, string enTete, string champ) =>
        new() { CafCode = caf, Nature = nature, EnTete = enTete, Champ = champ };

    public void Corriger(string champ) => Champ = champ;
}
