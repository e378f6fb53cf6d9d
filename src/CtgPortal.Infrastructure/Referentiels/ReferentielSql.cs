namespace CtgPortal.Infrastructure.Referentiels;

/// <summary>
/// What a migration runs after the tables exist: the function that makes two spellings of a name one, and on each table
/// a column holding the name so written, with its trigram index.
/// </summary>
internal static class ReferentielSql
{
    /// <summary>
    /// Lower case, no accent, words apart by one blank, « St » and « Ste » in full, « communauté de communes » as the data writes it.
    /// Declared immutable because the dictionary is named: plain <c>unaccent(text)</c> depends on the search path.
    /// </summary>
    public const string Up =
        """
        CREATE OR REPLACE FUNCTION f_normaliser(texte text) RETURNS text
        LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
        SELECT trim(
            regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
                lower(public.unaccent('public.unaccent'::regdictionary, texte) COLLATE "C"),
                '[^a-z0-9]+', ' ', 'g'),
                '\mst\M', 'saint', 'g'),
                '\mste\M', 'sainte', 'g'),
                '\mcommunaute (de )?communes\M', 'cc', 'g'),
                '\mcommunaute d agglomeration\M', 'ca', 'g'),
                '\mcommunaute urbaine\M', 'cu', 'g'))
        $$;

        ALTER TABLE regions ADD COLUMN nom_recherche text GENERATED ALWAYS AS (f_normaliser(nom)) STORED;
        ALTER TABLE departements ADD COLUMN nom_recherche text GENERATED ALWAYS AS (f_normaliser(nom)) STORED;
        ALTER TABLE communes ADD COLUMN nom_recherche text GENERATED ALWAYS AS (f_normaliser(nom)) STORED;
        ALTER TABLE epci ADD COLUMN nom_recherche text GENERATED ALWAYS AS (f_normaliser(nom)) STORED;

        CREATE INDEX ix_communes_nom_recherche ON communes USING gin (nom_recherche gin_trgm_ops);
        CREATE INDEX ix_epci_nom_recherche ON epci USING gin (nom_recherche gin_trgm_ops);
        """;

    public const string Down =
        """
        ALTER TABLE epci DROP COLUMN nom_recherche;
        ALTER TABLE communes DROP COLUMN nom_recherche;
        ALTER TABLE departements DROP COLUMN nom_recherche;
        ALTER TABLE regions DROP COLUMN nom_recherche;
        DROP FUNCTION f_normaliser(text);
        """;
}
