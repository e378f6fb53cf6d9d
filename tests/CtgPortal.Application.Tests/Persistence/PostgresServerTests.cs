using CtgPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CtgPortal.Application.Tests.Persistence;

public sealed class PostgresServerTests(PostgresServer serveur)
{
    [Fact]
    public async Task Chaque_test_a_sa_base()
    {
        var bases = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => serveur.CreateDatabaseAsync()));

        foreach (var baseDeTest in bases)
        {
            await ExecuterAsync(baseDeTest, "CREATE TABLE seule (id int)");
        }

        Assert.Equal(4, bases.Distinct().Count());
    }

    [Fact]
    public async Task Un_modele_est_rempli_une_fois_et_copie_a_chaque_test()
    {
        var remplissages = 0;

        var bases = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => serveur.CreateDatabaseAsync("essai", async db =>
        {
            remplissages++;
            await db.Database.ExecuteSqlRawAsync("CREATE TABLE contenu AS SELECT 42 AS valeur");
        })));

        Assert.Equal(1, remplissages);
        foreach (var baseDeTest in bases)
        {
            Assert.Equal(42, await ExecuterAsync(baseDeTest, "SELECT valeur FROM contenu"));
        }
    }

    [Fact]
    public async Task Une_base_supprimee_ne_repond_plus()
    {
        var baseDeTest = await serveur.CreateEmptyDatabaseAsync();
        await ExecuterAsync(baseDeTest, "SELECT 1");

        await serveur.DropDatabaseAsync(baseDeTest);

        var refus = await Assert.ThrowsAsync<PostgresException>(() => ExecuterAsync(baseDeTest, "SELECT 1"));
        Assert.Equal(PostgresErrorCodes.InvalidCatalogName, refus.SqlState);
    }

    private static async Task<object?> ExecuterAsync(string chaine, string sql)
    {
        await using var connection = new NpgsqlConnection(chaine);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
