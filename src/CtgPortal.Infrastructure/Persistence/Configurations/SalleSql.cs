namespace CtgPortal.Infrastructure.Persistence.Configurations;

/// <summary>What the migration that opens rooms says of the contributions that were there before.</summary>
internal static class SalleSql
{
    /// <summary>All of them were shown; their ids (UUID v7) say when they were written.</summary>
    public const string ReprendreContributions =
        """
        UPDATE contributions SET
            etat = 'Visible',
            revision = 1,
            postee_le = to_timestamp(('x' || substr(replace(id::text, '-', ''), 1, 12))::bit(48)::bigint / 1000.0)
        WHERE etat = '';
        """;
}
