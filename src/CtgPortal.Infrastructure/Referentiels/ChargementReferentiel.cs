using CtgPortal.Domain.Territoires;
using CtgPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;

namespace CtgPortal.Infrastructure.Referentiels;

/// <summary>
/// Brings the reference tables to the edition found on disk, whole or not at all. What has left the source stays, with the
/// year, because conventions may point to it. Two instances that start together load once: the second waits, then has nothing to do.
/// </summary>
internal sealed class ChargementReferentiel(CtgDbContext context, TimeProvider clock, ILogger<ChargementReferentiel> logger)
{
    // any constant number known to no other part of the portal
    private const long Verrou = 0x0C76_5245_4645;

    private static readonly Table[] Tables =
    [
        new("regions", "code", ["nom"]),
        new("departements", "code", ["nom", "region_code"]),
        new("cafs", "code", ["nom", "departement_code"], Datee: false),
        new("communes", "insee", ["siren", "nom", "departement_code", "population", "caf_code"]),
        new("epci", "siren", ["nom", "type", "population_totale", "population_municipale", "departement_code", "caf_code"]),
    ];

    /// <param name="Lignes">Rows written; none when the same edition was already there.</param>
    internal sealed record Resultat(Millesime Millesime, int Lignes);

    /// <param name="dossier">Folder of the npm package.</param>
    public async Task<Resultat> ExecuterAsync(string dossier, CancellationToken cancellationToken)
    {
        var source = new DecoupageAdministratif(dossier);
        var millesime = await source.LireMillesimeAsync(clock.GetUtcNow(), cancellationToken);

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var connection = (NpgsqlConnection)context.Database.GetDbConnection();
        await ExecuteAsync(connection, $"SELECT pg_advisory_xact_lock({Verrou})", cancellationToken);

        var enPlace = await context.Set<Millesime>().AsNoTracking()
            .SingleOrDefaultAsync(m => m.Source == millesime.Source, cancellationToken);
        if (enPlace?.Empreinte == millesime.Empreinte)
        {
            return new(enPlace, 0);
        }

        await CopierAsync(connection, await source.LireAsync(cancellationToken), cancellationToken);
        var lignes = 0;
        foreach (var table in Tables)
        {
            lignes += await FusionnerAsync(connection, table, millesime.Annee, cancellationToken);
        }

        lignes += await FusionnerAppartenancesAsync(connection, cancellationToken);
        await NoterAsync(connection, millesime, cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        logger.LogInformation(
            "Reference data {Source} {Version} loaded, {Rows} rows written", millesime.Source, millesime.Version, lignes);
        return new(millesime, lignes);
    }

    private static async Task CopierAsync(NpgsqlConnection connection, Decoupage decoupage, CancellationToken cancellationToken)
    {
        await CopierAsync(connection, "regions", "code, nom", decoupage.Regions, r => [r.Code, r.Nom], cancellationToken);
        await CopierAsync(
            connection, "departements", "code, nom, region_code",
            decoupage.Departements, d => [d.Code, d.Nom, d.RegionCode], cancellationToken);
        await CopierAsync(
            connection, "cafs", "code, nom, departement_code", Cafs.Toutes, c => [c.Code, c.Nom, c.DepartementCode], cancellationToken);
        await CopierAsync(
            connection, "communes", "insee, siren, nom, departement_code, population, caf_code",
            decoupage.Communes, c => [c.Insee, c.Siren, c.Nom, c.DepartementCode, c.Population, c.CafCode], cancellationToken);
        await CopierAsync(
            connection, "epci", "siren, nom, type, population_totale, population_municipale, departement_code, caf_code",
            decoupage.Epci,
            e => [e.Siren, e.Nom, e.Type.ToString(), e.PopulationTotale, e.PopulationMunicipale, e.DepartementCode, e.CafCode],
            cancellationToken);
        await CopierAsync(
            connection, "appartenances_epci", "epci_siren, commune_insee",
            decoupage.Appartenances, a => [a.EpciSiren, a.CommuneInsee], cancellationToken);
    }

    private static async Task CopierAsync<T>(
        NpgsqlConnection connection,
        string table,
        string colonnes,
        IEnumerable<T> lignes,
        Func<T, object?[]> valeurs,
        CancellationToken cancellationToken)
    {
        await ExecuteAsync(connection, $"CREATE TEMP TABLE lu_{table} (LIKE {table}) ON COMMIT DROP", cancellationToken);
        await using var writer = await connection.BeginBinaryImportAsync(
            $"COPY lu_{table} ({colonnes}) FROM STDIN (FORMAT BINARY)", cancellationToken);
        foreach (var ligne in lignes)
        {
            await writer.StartRowAsync(cancellationToken);
            foreach (var valeur in valeurs(ligne))
            {
                await (valeur switch
                {
                    null => writer.WriteNullAsync(cancellationToken),
                    int nombre => writer.WriteAsync(nombre, NpgsqlDbType.Integer, cancellationToken),
                    _ => writer.WriteAsync((string)valeur, NpgsqlDbType.Varchar, cancellationToken),
                });
            }
        }

        await writer.CompleteAsync(cancellationToken);
    }

    // a row that is already right is neither written nor locked
    private static async Task<int> FusionnerAsync(
        NpgsqlConnection connection, Table table, int annee, CancellationToken cancellationToken)
    {
        string Colonnes(string prefixe) => string.Join(", ", table.Colonnes.Select(c => $"{prefixe}.{c}"));
        var revenue = table.Datee ? " OR t.disparu_depuis IS NOT NULL" : "";
        var lignes = await ExecuteAsync(
            connection,
            $"""
             MERGE INTO {table.Nom} t USING lu_{table.Nom} n ON t.{table.Cle} = n.{table.Cle}
             WHEN MATCHED AND (({Colonnes("t")}) IS DISTINCT FROM ({Colonnes("n")}){revenue}) THEN
                 UPDATE SET {string.Join(", ", table.Colonnes.Select(c => $"{c} = n.{c}"))}{(table.Datee ? ", disparu_depuis = NULL" : "")}
             WHEN NOT MATCHED THEN
                 INSERT ({table.Cle}, {string.Join(", ", table.Colonnes)}) VALUES (n.{table.Cle}, {Colonnes("n")})
             """,
            cancellationToken);
        if (!table.Datee)
        {
            return lignes;
        }

        return lignes + await ExecuteAsync(
            connection,
            $"""
             UPDATE {table.Nom} t SET disparu_depuis = @annee
             WHERE disparu_depuis IS NULL AND NOT EXISTS (SELECT FROM lu_{table.Nom} n WHERE n.{table.Cle} = t.{table.Cle})
             """,
            cancellationToken,
            new NpgsqlParameter<int>("annee", annee));
    }

    // an EPCI that has disappeared keeps the last members it had
    private static async Task<int> FusionnerAppartenancesAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var quittees = await ExecuteAsync(
            connection,
            """
            DELETE FROM appartenances_epci t
            WHERE EXISTS (SELECT FROM lu_epci e WHERE e.siren = t.epci_siren)
                AND NOT EXISTS (
                    SELECT FROM lu_appartenances_epci n WHERE n.epci_siren = t.epci_siren AND n.commune_insee = t.commune_insee)
            """,
            cancellationToken);
        return quittees + await ExecuteAsync(
            connection,
            """
            INSERT INTO appartenances_epci (epci_siren, commune_insee)
            SELECT epci_siren, commune_insee FROM lu_appartenances_epci
            EXCEPT SELECT epci_siren, commune_insee FROM appartenances_epci
            """,
            cancellationToken);
    }

    private static Task<int> NoterAsync(NpgsqlConnection connection, Millesime millesime, CancellationToken cancellationToken) =>
        ExecuteAsync(
            connection,
            """
            INSERT INTO millesimes (source, annee, version, licence, empreinte, charge_le)
            VALUES (@source, @annee, @version, @licence, @empreinte, @charge_le)
            ON CONFLICT (source) DO UPDATE SET annee = excluded.annee, version = excluded.version, licence = excluded.licence,
                empreinte = excluded.empreinte, charge_le = excluded.charge_le
            """,
            cancellationToken,
            new NpgsqlParameter<string>("source", millesime.Source),
            new NpgsqlParameter<int>("annee", millesime.Annee),
            new NpgsqlParameter<string>("version", millesime.Version),
            new NpgsqlParameter<string>("licence", millesime.Licence),
            new NpgsqlParameter<string>("empreinte", millesime.Empreinte),
            new NpgsqlParameter<DateTimeOffset>("charge_le", millesime.ChargeLe));

    private static async Task<int> ExecuteAsync(
        NpgsqlConnection connection, string sql, CancellationToken cancellationToken, params NpgsqlParameter[] parameters)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(parameters);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <param name="Datee">What leaves the source is marked with the year; the Caf do not come from the source.</param>
    private sealed record Table(string Nom, string Cle, string[] Colonnes, bool Datee = true);
}
