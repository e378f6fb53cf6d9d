namespace CtgPortal.Infrastructure.Persistence;

/// <summary>Sheets of plans and what people said of their columns, when they joined those of the other kinds.</summary>
internal static class TableursSql
{
    public const string Reprendre = """
        INSERT INTO imports_tableur
            (id, convention_id, nature, fichier, contenu, par_nom, depose_le, lecture, est_precise, attendu, ecrit_le, ajoutes, modifies, ecriture, annule_le, revision)
        SELECT id, convention_id, 'Plan', fichier, contenu, par_nom, depose_le, decoupe, est_precise, attendu, ecrit_le,
            coalesce(jsonb_array_length(ecriture -> 'creees'), 0), coalesce(jsonb_array_length(ecriture -> 'modifiees'), 0), ecriture, annule_le, revision
        FROM imports_plan;

        INSERT INTO correspondances_colonnes (caf_code, nature, en_tete, champ)
        SELECT caf_code, 'Plan', en_tete, champ FROM correspondances_plan;
        """;

    public const string Rendre = """
        INSERT INTO imports_plan
            (id, convention_id, fichier, contenu, par_nom, depose_le, decoupe, est_precise, attendu, ecrit_le, ecriture, annule_le, revision)
        SELECT id, convention_id, fichier, contenu, par_nom, depose_le, lecture, est_precise, attendu, ecrit_le, ecriture, annule_le, revision
        FROM imports_tableur WHERE nature = 'Plan';

        DELETE FROM imports_tableur WHERE nature = 'Plan';

        INSERT INTO correspondances_plan (caf_code, en_tete, champ)
        SELECT caf_code, en_tete, champ FROM correspondances_colonnes WHERE nature = 'Plan';
        """;
}
