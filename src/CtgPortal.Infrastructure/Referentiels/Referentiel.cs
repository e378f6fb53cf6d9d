using System.Text;
using System.Text.RegularExpressions;
using CtgPortal.Application.Territoires;
using CtgPortal.Domain.Territoires;
using CtgPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CtgPortal.Infrastructure.Referentiels;

/// <summary>Reads the reference tables; the search itself is SQL, because trigrams have no LINQ the application may use.</summary>
internal sealed partial class Referentiel(CtgDbContext context) : IReferentiel
{
    /// <summary>A word counts as found from this share of common trigrams: « caussess » finds « causses ».</summary>
    private const string SeuilApproche = "0.4";

    private const int MotsMax = 8;

    /// <summary>Words that name a kind of place or link two names: they do not tell one place from another.</summary>
    private static readonly HashSet<string> MotsOutils =
    [
        "de", "du", "des", "d", "la", "le", "les", "l", "et", "en", "a", "au", "aux", "sur",
        "ville", "commune", "mairie", "communaute", "agglo", "agglomeration", "epci", "departement", "region",
    ];

    private const string Sources =
        """
        SELECT 'Epci' AS type, 1 AS ordre, siren AS code, siren, nom, nom_recherche,
            regexp_replace(nom_recherche, '^(cc|ca|cu|metropole)( (de|du|des|d|la|le|les|l))* ', '') AS nom_court,
            departement_code, population_totale AS population, caf_code
        FROM epci WHERE disparu_depuis IS NULL
        UNION ALL
        SELECT 'Commune', 2, insee, siren, nom, nom_recherche, nom_recherche, departement_code, population, caf_code
        FROM communes WHERE disparu_depuis IS NULL
        UNION ALL
        SELECT 'Departement', 3, code, NULL, nom, nom_recherche, nom_recherche, code, NULL, NULL
        FROM departements WHERE disparu_depuis IS NULL
        UNION ALL
        SELECT 'Region', 4, code, NULL, nom, nom_recherche, nom_recherche, NULL, NULL, NULL
        FROM regions WHERE disparu_depuis IS NULL
        """;

    public IQueryable<Region> Regions => context.Set<Region>().AsNoTracking();

    public IQueryable<Departement> Departements => context.Set<Departement>().AsNoTracking();

    public IQueryable<Commune> Communes => context.Set<Commune>().AsNoTracking();

    public IQueryable<Epci> Epci => context.Set<Epci>().AsNoTracking();

    public IQueryable<AppartenanceEpci> Appartenances => context.Set<AppartenanceEpci>().AsNoTracking();

    public IQueryable<Caf> Cafs => context.Set<Caf>().AsNoTracking();

    public IQueryable<Millesime> Millesimes => context.Set<Millesime>().AsNoTracking();

    public async Task<IReadOnlyList<ListerTerritoires.Row>> RechercherAsync(
        ListerTerritoires.Query query, CancellationToken cancellationToken)
    {
        var texte = Nettoyer(query.Texte);
        if (texte.Length == 0)
        {
            return query.Departement is { Length: > 0 } ? await ExecuterAsync(query, "1", "TRUE", [], cancellationToken) : [];
        }

        if (Choisi().Match(texte) is { Success: true } choisi)
        {
            var type = choisi.Groups["type"].Value switch { "département" => "Departement", "région" => "Region", _ => null };
            return await ExecuterAsync(
                query, "0", "code = @code AND (@type_choisi::text IS NULL AND ordre < 3 OR type = @type_choisi)",
                [new("code", choisi.Groups["code"].Value.ToUpperInvariant()), new("type_choisi", type ?? (object)DBNull.Value)],
                cancellationToken);
        }

        if (Code().IsMatch(texte))
        {
            var code = texte.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
            return await ExecuterAsync(
                query, "CASE WHEN @code IN (code, siren) THEN 0 ELSE 1 END", "(code LIKE @code || '%' OR siren LIKE @code || '%')",
                [new("code", code)], cancellationToken);
        }

        return await RechercherParNomAsync(query, texte, cancellationToken);
    }

    private async Task<IReadOnlyList<ListerTerritoires.Row>> RechercherParNomAsync(
        ListerTerritoires.Query query, string texte, CancellationToken cancellationToken)
    {
        var nom = await context.Database.SqlQuery<string>($"""SELECT f_normaliser({texte}) AS "Value" """).SingleAsync(cancellationToken);
        var mots = nom.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().ToList();
        mots = [.. (mots.Exists(m => !MotsOutils.Contains(m)) ? mots.Where(m => !MotsOutils.Contains(m)) : mots).Take(MotsMax)];
        if (mots.Count == 0)
        {
            return [];
        }

        NpgsqlParameter[] Parametres() => [new("nom", nom), .. mots.Select((mot, i) => new NpgsqlParameter($"mot{i}", mot))];
        string Chaque(string separateur, Func<int, string> condition) => string.Join(separateur, mots.Select((_, i) => condition(i)));

        // every word begins a word of the name; the words hold letters and digits only, so nothing to escape in the pattern
        var justes = await ExecuterAsync(
            query,
            """
            CASE WHEN nom_recherche = @nom OR nom_court = @nom THEN 0
                 WHEN nom_recherche LIKE @nom || '%' OR nom_court LIKE @nom || '%' THEN 1
                 ELSE 2 END
            """,
            Chaque(" AND ", i => $@"nom_recherche ~ ('\m' || @mot{i})"),
            Parametres(),
            cancellationToken);
        if (justes.Count > 0)
        {
            return justes;
        }

        // the threshold of the trigram operator is a setting: it lasts as long as this transaction
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.Database.ExecuteSqlAsync(
            $"SELECT set_config('pg_trgm.word_similarity_threshold', {SeuilApproche}, true)", cancellationToken);
        return await ExecuterAsync(
            query,
            $"1 + round((1 - ({Chaque(" + ", Ressemblance)}) / {mots.Count})::numeric, 2)",
            Chaque(" AND ", i => $"(nom_recherche %> @mot{i} OR nom_recherche ~ @inversion{i})"),
            [.. Parametres(), .. mots.Select((mot, i) => new NpgsqlParameter($"inversion{i}", Inversions(mot)))],
            cancellationToken);
    }

    private static string Ressemblance(int mot) =>
        $"greatest(word_similarity(@mot{mot}, nom_recherche), CASE WHEN nom_recherche ~ @inversion{mot} THEN 0.9 ELSE 0 END)";

    // two letters swapped is the commonest error and leaves a short word few trigrams in common
    private static string Inversions(string mot) =>
        $@"\m({string.Join('|', Enumerable.Range(0, Math.Max(1, mot.Length - 1)).Select(i => i + 1 < mot.Length
            ? $"{mot[..i]}{mot[i + 1]}{mot[i]}{mot[(i + 2)..]}"
            : mot))})";

    /// <param name="rang">SQL: 0 for what was named exactly, then the smaller the better.</param>
    /// <param name="condition">SQL over the columns of <see cref="Sources"/>; both are made of constants, what was typed is in the parameters.</param>
    private async Task<IReadOnlyList<ListerTerritoires.Row>> ExecuterAsync(
        ListerTerritoires.Query query, string rang, string condition, NpgsqlParameter[] parametres, CancellationToken cancellationToken)
    {
        var filtres = new StringBuilder(condition);
        List<NpgsqlParameter> tous = [.. parametres, new("max", query.Max)];
        if (query.Type is { } type)
        {
            filtres.Append(" AND type = @type");
            tous.Add(new("type", type.ToString()));
        }

        if (query.Departement is { Length: > 0 } departement)
        {
            filtres.Append(" AND departement_code = @departement");
            tous.Add(new("departement", Nettoyer(departement).ToUpperInvariant()));
        }

        var sql = $"""
            SELECT t.type, t.code, t.nom, t.departement_code AS departement, t.caf_code, t.rang = 0 AS est_exact,
                CASE t.ordre
                    WHEN 3 THEN (SELECT sum(c.population)::int FROM communes c WHERE c.departement_code = t.code AND c.disparu_depuis IS NULL)
                    WHEN 4 THEN (SELECT sum(c.population)::int FROM communes c JOIN departements d ON d.code = c.departement_code
                        WHERE d.region_code = t.code AND c.disparu_depuis IS NULL)
                    ELSE t.population END AS population,
                CASE t.ordre
                    WHEN 1 THEN (SELECT count(*)::int FROM appartenances_epci a WHERE a.epci_siren = t.code)
                    WHEN 2 THEN 1
                    WHEN 3 THEN (SELECT count(*)::int FROM communes c WHERE c.departement_code = t.code AND c.disparu_depuis IS NULL)
                    ELSE (SELECT count(*)::int FROM communes c JOIN departements d ON d.code = c.departement_code
                        WHERE d.region_code = t.code AND c.disparu_depuis IS NULL) END AS nombre_communes
            FROM (
                SELECT s.*, {rang} AS rang FROM ({Sources}) s
                WHERE {filtres}
                ORDER BY rang, ordre, population DESC NULLS LAST, nom, code
                LIMIT @max) t
            ORDER BY rang, ordre, population DESC NULLS LAST, nom, code
            """;
        var lignes = await context.Database.SqlQueryRaw<Ligne>(sql, [.. tous]).ToListAsync(cancellationToken);
        return
        [
            .. lignes.Select(l => new ListerTerritoires.Row(
                Enum.Parse<TypeTerritoire>(l.Type), l.Code, l.Nom, l.Departement, l.Population, l.NombreCommunes, l.CafCode, l.EstExact)),
        ];
    }

    /// <summary>Keeps letters, digits and parentheses; whatever else separates words, unpaired surrogates and zero bytes included.</summary>
    private static string Nettoyer(string? texte)
    {
        var propre = new StringBuilder();
        foreach (var rune in (texte ?? "").AsSpan(0, Math.Min(texte?.Length ?? 0, ListerTerritoires.TexteLongueurUtile)).EnumerateRunes())
        {
            var garde = Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.NonSpacingMark
                || rune.Value is '(' or ')';
            propre.Append(garde ? rune.ToString() : " ");
        }

        return Blancs().Replace(propre.ToString(), " ").Trim().Normalize(NormalizationForm.FormC);
    }

    [GeneratedRegex(" +")]
    private static partial Regex Blancs();

    // what ListerTerritoires.Row.Saisie writes
    [GeneratedRegex(@"\((?<type>département|région)? ?(?<code>[0-9]{9}|[0-9][0-9AB][0-9]{3}|[0-9][0-9AB][0-9]?)\)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Choisi();

    [GeneratedRegex("^([0-9] ?[0-9] ?[0-9]( ?[0-9]){0,6}|2[AB][0-9]{1,3})$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Code();

    private sealed record Ligne(
        string Type, string Code, string Nom, string? Departement, int? Population, int NombreCommunes, string? CafCode, bool EstExact);
}
