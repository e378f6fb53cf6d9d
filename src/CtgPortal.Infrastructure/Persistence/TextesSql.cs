using System.Text.Json;
using CtgPortal.Application.Journal;
using CtgPortal.Application.Textes;
using CtgPortal.Domain.Textes;

namespace CtgPortal.Infrastructure.Persistence;

/// <summary>
/// What a migration runs once the tables of the texts exist: publishes the national model, then gives every convention whose writing
/// has begun, or which has a préambule, a gouvernance or an évaluation of its own, the text it had until then: the fourteen articles of the
/// model and its own words in place of those of the model. A convention signed elsewhere keeps what is known of its text, and no article.
/// </summary>
internal static class TextesSql
{
    // fixed, so that every database calls the national model by the same id
    private const string National = "01990000-0000-7000-8000-000000000001";

    public static string Up => Semer + Reprendre;

    private static string Semer =>
        $"""
        INSERT INTO modeles_texte (id, caf_code, brouillon, modifie_le, revision)
        VALUES ('{National}', NULL, {Contenu}, now(), 1);
        INSERT INTO modele_texte_versions (modele_texte_id, numero, publiee_le, par, note, contenu)
        VALUES ('{National}', 1, now(), '', 'Première version, fournie avec le portail.', {Contenu});

        """;

    private const string Reprendre =
        $$"""
        INSERT INTO textes_convention (convention_id, modele_id, modele_version, articles, ecartes, annexes, graphie, commence_le, revision)
        SELECT c.id,
               CASE WHEN c.signee_hors_portail THEN NULL ELSE '{{National}}'::uuid END,
               CASE WHEN c.signee_hors_portail THEN NULL ELSE 1 END,
               CASE WHEN c.signee_hors_portail THEN '{}' ELSE ARRAY(
                   SELECT p.passage ->> 'cle' FROM jsonb_array_elements(v.contenu -> 'passages') WITH ORDINALITY AS p (passage, rang)
                   WHERE p.passage ->> 'nature' = 'Article' ORDER BY p.rang) END,
               '{}',
               ARRAY(SELECT a.titre FROM jsonb_array_elements_text(v.contenu -> 'annexes') WITH ORDINALITY AS a (titre, rang) ORDER BY a.rang),
               'Bas', now(), 1
        FROM conventions c, modele_texte_versions v
        WHERE v.modele_texte_id = '{{National}}' AND v.numero = 1
          AND (c.preambule IS NOT NULL OR c.gouvernance IS NOT NULL OR c.evaluation IS NOT NULL
               OR (NOT c.signee_hors_portail AND c.statut NOT IN ('EnDiagnostic', 'EnAteliers')));

        INSERT INTO passages_texte (convention_id, cle, nature, titre, corps, contractuel, modele, defauts, revision)
        SELECT t.convention_id, p.passage ->> 'cle', p.passage ->> 'nature', p.passage ->> 'titre',
               coalesce(propre.texte, CASE WHEN c.signee_hors_portail THEN '' ELSE p.passage ->> 'corps' END),
               (p.passage ->> 'contractuel')::boolean,
               CASE WHEN c.signee_hors_portail THEN NULL ELSE p.passage END,
               0, 1
        FROM textes_convention t
        JOIN conventions c ON c.id = t.convention_id
        JOIN modele_texte_versions v ON v.modele_texte_id = '{{National}}' AND v.numero = 1
        CROSS JOIN LATERAL jsonb_array_elements(v.contenu -> 'passages') AS p (passage)
        CROSS JOIN LATERAL (SELECT CASE p.passage ->> 'cle'
            WHEN 'preambule' THEN c.preambule WHEN 'gouvernance' THEN c.gouvernance WHEN 'evaluation' THEN c.evaluation END AS texte) AS propre
        WHERE NOT c.signee_hors_portail OR propre.texte IS NOT NULL;
        """;

    /// <summary>As the column holds it, quoted.</summary>
    private static string Contenu
    {
        get
        {
            ContenuTexte contenu = ModeleNational.Lire();
            return "'" + JsonSerializer.Serialize(contenu, JournalJson.Options).Replace("'", "''", StringComparison.Ordinal) + "'::jsonb";
        }
    }
}
