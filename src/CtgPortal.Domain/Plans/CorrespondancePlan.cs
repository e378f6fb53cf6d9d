namespace CtgPortal.Domain.Plans;

/// <summary>What somebody of a Caf once said that a column is: proposed to the next one who imports a sheet with this name of column.</summary>
public sealed class CorrespondancePlan
{
    public const int EnTeteLongueurMax = 200;
    public const int ChampLongueurMax = 250;

    private CorrespondancePlan()
    {
    }

    public string CafCode { get; private init; } = "";

    /// <summary>The name of the column, without case nor accents.</summary>
    public string EnTete { get; private init; } = "";

    /// <summary>Empty for a column that is left out.</summary>
    public string Champ { get; private set; } = "";

    public static CorrespondancePlan Retenir(string caf, string enTete, string champ) => new() { CafCode = caf, EnTete = enTete, Champ = champ };

    public void Corriger(string champ) => Champ = champ;
}
