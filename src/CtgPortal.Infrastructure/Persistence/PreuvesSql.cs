namespace CtgPortal.Infrastructure.Persistence;

/// <summary>What a migration runs once the tables of the proof exist: they only grow, whoever writes.</summary>
internal static class PreuvesSql
{
    public const string Table = "preuves";
    public const string TableHorodatages = "horodatages_preuve";
    public const string TableTetes = "horodatages_preuve_tetes";

    public const string Up =
        $"""
        CREATE FUNCTION preuve_ajout_seul() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            -- the address of a request goes away after a time, with the key of its HMAC; nothing else does
            IF TG_OP = 'UPDATE' AND TG_TABLE_NAME = '{Table}' THEN
                IF NEW.ip IS NULL AND NEW.ip_cle IS NULL AND to_jsonb(NEW) - 'ip' - 'ip_cle' = to_jsonb(OLD) - 'ip' - 'ip_cle' THEN
                    RETURN NEW;
                END IF;
            ELSIF TG_OP = 'UPDATE' AND TG_TABLE_NAME = '{TableHorodatages}' THEN
                -- the answer of the authority is waited for, then kept
                IF OLD.jeton IS NULL
                    AND (to_jsonb(NEW) - 'jeton' - 'horodate_le' - 'autorite' - 'tentatives' - 'dernier_essai_le' - 'derniere_erreur')
                      = (to_jsonb(OLD) - 'jeton' - 'horodate_le' - 'autorite' - 'tentatives' - 'dernier_essai_le' - 'derniere_erreur') THEN
                    RETURN NEW;
                END IF;
            END IF;
            RAISE EXCEPTION 'What is in % is proof: it is never altered nor erased.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
        END $$;

        -- the next link, after the last one: a writer that took no lock is stopped here
        CREATE FUNCTION preuve_suite() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE dernier record;
        BEGIN
            SELECT numero, empreinte INTO dernier FROM {Table} WHERE signature_id = NEW.signature_id ORDER BY numero DESC LIMIT 1;
            IF NEW.numero <> COALESCE(dernier.numero, 0) + 1 OR NEW.precedente <> COALESCE(dernier.empreinte, repeat('0', 64)) THEN
                RAISE EXCEPTION 'A link of proof does not follow the one before.' USING ERRCODE = 'restrict_violation';
            END IF;
            RETURN NEW;
        END $$;

        CREATE TRIGGER preuves_suite BEFORE INSERT ON {Table} FOR EACH ROW EXECUTE FUNCTION preuve_suite();
        CREATE TRIGGER preuves_ajout_seul BEFORE UPDATE OR DELETE ON {Table} FOR EACH ROW EXECUTE FUNCTION preuve_ajout_seul();
        CREATE TRIGGER preuves_jamais_videes BEFORE TRUNCATE ON {Table} FOR EACH STATEMENT EXECUTE FUNCTION preuve_ajout_seul();
        CREATE TRIGGER horodatages_ajout_seul BEFORE UPDATE OR DELETE ON {TableHorodatages} FOR EACH ROW EXECUTE FUNCTION preuve_ajout_seul();
        CREATE TRIGGER horodatages_jamais_vides BEFORE TRUNCATE ON {TableHorodatages} FOR EACH STATEMENT EXECUTE FUNCTION preuve_ajout_seul();
        CREATE TRIGGER tetes_ajout_seul BEFORE UPDATE OR DELETE ON {TableTetes} FOR EACH ROW EXECUTE FUNCTION preuve_ajout_seul();
        CREATE TRIGGER tetes_jamais_videes BEFORE TRUNCATE ON {TableTetes} FOR EACH STATEMENT EXECUTE FUNCTION preuve_ajout_seul();
        """;

    public const string Down =
        """
        DROP FUNCTION preuve_ajout_seul() CASCADE;
        DROP FUNCTION preuve_suite() CASCADE;
        """;

    /// <summary>
    /// Texts frozen before references existed get one, though no page of them bears it: between the new column and its index.
    /// Sixty bits of a random UUID, five by five, in the signs of <c>ReferenceDocument</c>.
    /// </summary>
    public const string Numeroter =
        """
        UPDATE signatures s SET reference = (
            SELECT string_agg(substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', 1 + (get_byte(d.alea, i) & 31), 1), '' ORDER BY i)
            FROM (SELECT sha256(convert_to(gen_random_uuid()::text || s.id::text, 'UTF8')) AS alea) d, generate_series(0, 11) i);
        """;
}
