namespace CtgPortal.Infrastructure.Persistence;

/// <summary>What a migration runs once the table of seals is there: circuits completed before ask for theirs.</summary>
internal static class ScellementsSql
{
    public const string DejaComplets =
        """
        INSERT INTO scellements (signature_id, convention_id, demande_le, etat, tentatives, prochain_essai_le, revision)
        SELECT id, convention_id, now(), 'AFaire', 0, now(), 1 FROM signatures WHERE statut = 'Complete';
        """;
}
