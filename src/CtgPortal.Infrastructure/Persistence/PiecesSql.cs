namespace CtgPortal.Infrastructure.Persistence;

/// <summary>What a migration runs between the new table and the end of the old columns: the one file of an interview or document becomes its attachment.</summary>
internal static class PiecesSql
{
    /// <summary>Who attached it is whom the journal names at the instant when the file came.</summary>
    public const string Up =
        """
        INSERT INTO pieces_jointes (id, convention_id, entretien_id, document_existant_id, nom, le, par, par_nom, revision)
        SELECT p.id, p.convention_id, s.entretien_id, s.document_id, p.nom, p.deposee_le, j.par, COALESCE(left(j.par_nom, 200), ''), 1
        FROM (
            SELECT e.id AS entretien_id, NULL::uuid AS document_id, e.piece_id FROM entretiens e WHERE e.piece_id IS NOT NULL
            UNION ALL
            SELECT NULL::uuid, d.id, d.piece_id FROM documents_existants d WHERE d.piece_id IS NOT NULL) s
        JOIN pieces p ON p.id = s.piece_id
        LEFT JOIN LATERAL (
            SELECT g.par, g.par_nom FROM journal g
            WHERE g.convention_id = p.convention_id AND g.le = p.deposee_le
              AND g.type IN ('EntretienNote', 'EntretienModifie', 'DocumentVerse', 'DocumentModifie')
              AND COALESCE(g.donnees -> 'entretien', g.donnees -> 'document') ->> 'value' = COALESCE(s.entretien_id, s.document_id)::text
            ORDER BY g.id LIMIT 1) j ON true;

        UPDATE pieces SET nature = 'PieceJointe', piece_jointe_id = id WHERE id IN (SELECT id FROM pieces_jointes);
        """;

    /// <summary>The first file of each comes back; the others, and those of fiches, have no place any more.</summary>
    public const string Down =
        """
        UPDATE entretiens e SET piece_id = (
            SELECT p.id FROM pieces_jointes j JOIN pieces p ON p.piece_jointe_id = j.id WHERE j.entretien_id = e.id ORDER BY j.le, j.id LIMIT 1);
        UPDATE documents_existants d SET piece_id = (
            SELECT p.id FROM pieces_jointes j JOIN pieces p ON p.piece_jointe_id = j.id WHERE j.document_existant_id = d.id ORDER BY j.le, j.id LIMIT 1);
        DELETE FROM pieces p WHERE p.piece_jointe_id IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM entretiens e WHERE e.piece_id = p.id) AND NOT EXISTS (SELECT 1 FROM documents_existants d WHERE d.piece_id = p.id);
        UPDATE pieces SET nature = 'SourceDiagnostic' WHERE nature = 'PieceJointe';
        """;
}
