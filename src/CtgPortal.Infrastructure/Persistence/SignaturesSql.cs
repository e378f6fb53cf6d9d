namespace CtgPortal.Infrastructure.Persistence;

/// <summary>What a migration runs between the new columns of the circuits and their new key: circuits opened before they had roles and turns.</summary>
internal static class SignaturesSql
{
    /// <summary>A delegation was one line of text: it becomes the reference of its act.</summary>
    public const string Delegations =
        """
        ALTER TABLE signature_lignes ALTER COLUMN delegation TYPE jsonb USING
            CASE WHEN delegation IS NULL THEN NULL ELSE jsonb_build_object('titulaire', NULL, 'reference', left(delegation, 200), 'date', NULL, 'finLe', NULL) END;
        ALTER TABLE signataires ALTER COLUMN delegation TYPE jsonb USING
            CASE WHEN delegation IS NULL THEN NULL ELSE jsonb_build_object('titulaire', NULL, 'reference', left(delegation, 200), 'date', NULL, 'finLe', NULL) END;
        """;

    public const string DelegationsAvant =
        """
        ALTER TABLE signature_lignes ALTER COLUMN delegation TYPE text USING delegation ->> 'reference';
        ALTER TABLE signataires ALTER COLUMN delegation TYPE character varying(200) USING delegation ->> 'reference';
        """;

    /// <summary>Everybody was called at once, and their rank was their place in the document.</summary>
    public const string Lignes =
        """
        UPDATE signature_lignes l SET
            id = gen_random_uuid(),
            role = 'Signataire',
            numero = l.rang,
            rang = 1,
            appelee_le = s.ouverte_le,
            mode = CASE l.mode WHEN 'Portail' THEN 'Compte' ELSE l.mode END
        FROM signatures s WHERE s.id = l.signature_id;
        UPDATE signature_lignes l SET
            partie_id = p.id,
            deliberation_numero = p.deliberation_numero,
            deliberation_date = p.deliberation_date
        FROM signataires g JOIN parties p ON p.id = g.partie_id WHERE g.id = l.signataire_id;
        UPDATE journal SET donnees = jsonb_set(donnees, '{mode}', '"Compte"') WHERE type = 'SignatureRecueillie' AND donnees ->> 'mode' = 'Portail';
        """;

    public const string LignesAvant =
        """
        DELETE FROM signature_lignes WHERE signataire_id IS NULL;
        UPDATE signature_lignes SET rang = numero, mode = CASE WHEN mode = 'Papier' OR mode IS NULL THEN mode ELSE 'Portail' END;
        UPDATE journal SET donnees = jsonb_set(donnees, '{mode}', '"Portail"') WHERE type = 'SignatureRecueillie' AND donnees ->> 'mode' <> 'Papier';
        """;
}
