namespace CtgPortal.Infrastructure.Persistence;

/// <summary>What a migration runs between the table of the délibérations and the end of the columns of the parties.</summary>
internal static class DeliberationsSql
{
    /// <summary>A party had a number and a day: they become its act.</summary>
    public const string Up =
        """
        INSERT INTO deliberations (id, convention_id, partie_id, numero, date, revision)
        SELECT gen_random_uuid(), p.convention_id, p.id, p.deliberation_numero, p.deliberation_date, 1
        FROM parties p WHERE p.deliberation_numero IS NOT NULL AND p.deliberation_date IS NOT NULL;
        """;

    /// <summary>Votes, passages and files have no place any more.</summary>
    public const string Down =
        """
        UPDATE parties p SET deliberation_numero = d.numero, deliberation_date = d.date FROM deliberations d WHERE d.partie_id = p.id;
        DELETE FROM pieces_jointes WHERE deliberation_id IS NOT NULL;
        """;
}
