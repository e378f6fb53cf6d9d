namespace CtgPortal.Infrastructure.Persistence;

/// <summary>What a migration runs between the new table and the end of the old column: the objectives of a fiche, one text until then, become lines.</summary>
internal static class ObjectifsSql
{
    /// <summary>Line by line as <c>Objectif.Lignes</c> reads them, under the ids that <c>ObjectifId.DeTexte</c> gives to the states kept before.</summary>
    public const string Up =
        """
        INSERT INTO fiche_objectifs (fiche_action_id, id, rang, texte)
        SELECT o.fiche, encode(substring(sha256(convert_to(o.texte, 'UTF8')) FROM 1 FOR 16), 'hex')::uuid,
               row_number() OVER (PARTITION BY o.fiche ORDER BY o.rang), o.texte
        FROM (
            SELECT f.id AS fiche, t.texte, min(l.rang) AS rang
            FROM fiches_action f
            CROSS JOIN LATERAL regexp_split_to_table(f.quoi_objectifs_operationnels, '\r\n|\r|\n') WITH ORDINALITY AS l (ligne, rang)
            CROSS JOIN LATERAL (SELECT btrim(
                regexp_replace(btrim(l.ligne, E' \t\u00A0\u202F'), '^(([-•–]|[0-9][0-9]?[.)])[ \t\u00A0]+)+', ''), E' \t\u00A0\u202F') AS texte) t
            WHERE t.texte <> ''
            GROUP BY f.id, t.texte) o;
        """;

    /// <summary>One text again; what each was measured by is lost.</summary>
    public const string Down =
        """
        UPDATE fiches_action f SET quoi_objectifs_operationnels = o.texte
        FROM (SELECT fiche_action_id, string_agg('- ' || texte, E'\n' ORDER BY rang) AS texte FROM fiche_objectifs GROUP BY fiche_action_id) o
        WHERE o.fiche_action_id = f.id;
        """;
}
