namespace CtgPortal.Infrastructure.Persistence;

/// <summary>What a migration runs once the columns exist: figures kept before states and natures were told apart.</summary>
internal static class ChiffresSql
{
    /// <summary>Every figure stored until then is published, and the unit tells the nature.</summary>
    public const string Up =
        """
        UPDATE indicateur_valeurs SET etat = 'Publiee' WHERE etat = '';
        UPDATE indicateurs SET nature = CASE unite WHEN '%' THEN 'Part' WHEN '€' THEN 'Montant' ELSE 'Effectif' END WHERE nature = '';
        """;
}
