namespace CtgPortal.Infrastructure.Persistence;

/// <summary>What a migration runs once the table exists: texts submitted to signature before versions had names.</summary>
internal static class VersionsSql
{
    /// <summary>Each frozen text becomes a version whose content is the file that was frozen with it, by whom the journal says.</summary>
    public const string Up =
        """
        INSERT INTO versions_nommees (id, convention_id, numero, nom, numero_fige, contenu_id, empreinte, le, par, par_nom, revision)
        SELECT gen_random_uuid(), s.convention_id, s.numero_version, 'Texte n° ' || s.numero_version || ' soumis à la signature', s.numero_version,
               s.donnees_id, p.empreinte, s.ouverte_le, j.par, COALESCE(left(j.par_nom, 200), ''), 1
        FROM signatures s
        JOIN pieces p ON p.id = s.donnees_id
        LEFT JOIN LATERAL (
            SELECT e.par, e.par_nom FROM journal e
            WHERE e.convention_id = s.convention_id AND e.type = 'SignatureOuverte' AND e.donnees ->> 'numeroVersion' = s.numero_version::text
            ORDER BY e.id LIMIT 1) j ON true;
        """;
}
