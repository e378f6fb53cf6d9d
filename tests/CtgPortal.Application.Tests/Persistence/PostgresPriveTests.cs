using System.Diagnostics;
using System.Globalization;
using CtgPortal.Infrastructure.Persistence;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;
using Npgsql;

namespace CtgPortal.Application.Tests.Persistence;

public sealed class PostgresPriveTests : IDisposable
{
    private static readonly string[] TriesEnFrancais = ["cote", "Cote", "côte", "école", "Zoé"];

    private readonly string _dossier = Path.Combine(
        PostgresPriveOptions.PourLesTests().Dossiers.First(Directory.Exists), $"ctgportal-essai-{Path.GetRandomFileName()}");

    /// <summary>A socket in the folder instead of a port: the test takes no port that another program may want.</summary>
    private string SansReseau => $"-c listen_addresses= -c unix_socket_directories={_dossier}";

    private PostgresPriveOptions Durable => PostgresPriveOptions.Durable(_dossier);

    [Fact]
    public async Task Repond_trie_en_francais_et_porte_les_extensions_de_recherche()
    {
        await using var postgres = await StartAsync(PostgresPriveOptions.PourLesTests());

        await ExecuterAsync(postgres, "CREATE EXTENSION unaccent; CREATE EXTENSION pg_trgm");
        Assert.StartsWith("18.", Assert.IsType<string>(await ExecuterAsync(postgres, "SHOW server_version")), StringComparison.Ordinal);
        Assert.Equal("ecole", await ExecuterAsync(postgres, "SELECT unaccent('école')"));
        Assert.Equal(1f, await ExecuterAsync(postgres, "SELECT similarity('Évry', 'évry')"));
        Assert.Equal(TriesEnFrancais, await ExecuterAsync(postgres, "SELECT array_agg(m ORDER BY m) FROM unnest(ARRAY['Zoé','école','côte','Cote','cote']) m"));
    }

    [Fact]
    public async Task N_ecoute_que_la_boucle_locale_et_refuse_un_autre_mot_de_passe()
    {
        await using var postgres = await StartAsync(PostgresPriveOptions.PourLesTests());
        var autre = new NpgsqlConnectionStringBuilder(postgres.ConnectionString("postgres")) { Password = "autre" };

        await using var connection = new NpgsqlConnection(autre.ConnectionString);
        var refus = await Assert.ThrowsAsync<PostgresException>(() => connection.OpenAsync(Annulation));

        Assert.Equal(PostgresErrorCodes.InvalidPassword, refus.SqlState);
        Assert.Equal("127.0.0.1", await ExecuterAsync(postgres, "SHOW listen_addresses"));
        Assert.Equal("", await ExecuterAsync(postgres, "SHOW unix_socket_directories"));
    }

    [Fact]
    public async Task Est_durable_pour_le_portail_et_rapide_pour_les_tests()
    {
        await using var durable = await StartAsync(Durable);
        await using var jetable = await StartAsync(PostgresPriveOptions.PourLesTests());

        Assert.Equal("on", await ExecuterAsync(durable, "SHOW fsync"));
        Assert.Equal("off", await ExecuterAsync(jetable, "SHOW fsync"));
    }

    [Fact]
    public async Task Ne_laisse_rien_quand_il_est_jetable()
    {
        var postgres = await StartAsync(PostgresPriveOptions.PourLesTests());
        var pid = Postmaster(postgres.Dossier);
        Assert.True(Directory.Exists(postgres.Dossier));

        await postgres.DisposeAsync();

        Assert.False(Directory.Exists(postgres.Dossier));
        Assert.False(EstVivant(pid));
    }

    [Fact]
    public async Task Retrouve_ses_donnees_a_la_relance()
    {
        await using (var premier = await StartAsync(Durable))
        {
            await ExecuterAsync(premier, "CREATE TABLE memoire AS SELECT 'gardée' AS texte");
        }

        await using var second = await StartAsync(Durable);

        Assert.Equal("gardée", await ExecuterAsync(second, "SELECT texte FROM memoire"));
    }

    [Fact]
    public async Task Un_second_portail_sur_les_memes_donnees_est_refuse_sans_gener_le_premier()
    {
        await using var premier = await StartAsync(Durable);

        var refus = await Assert.ThrowsAsync<PostgresPriveException>(() => StartAsync(Durable));

        Assert.Contains("Une autre instance du portail", refus.Message, StringComparison.Ordinal);
        Assert.Contains(_dossier, refus.Message, StringComparison.Ordinal);
        Assert.Equal(1, await ExecuterAsync(premier, "SELECT 1"));
    }

    [Fact]
    public async Task Repart_apres_la_mort_brutale_du_postmaster()
    {
        await using (var premier = await StartAsync(Durable))
        {
            await ExecuterAsync(premier, "CREATE TABLE memoire AS SELECT 'gardée' AS texte");
            await TuerAsync(Postmaster(_dossier));
        }

        await using var second = await StartAsync(Durable);

        Assert.Equal("gardée", await ExecuterAsync(second, "SELECT texte FROM memoire"));
    }

    /// <summary>What is left when the portal and its supervisor are killed together: a postmaster that nobody owns.</summary>
    [Fact]
    public async Task Reprend_les_donnees_d_un_postmaster_orphelin()
    {
        await using (var premier = await StartAsync(Durable))
        {
            await ExecuterAsync(premier, "CREATE TABLE memoire AS SELECT 'gardée' AS texte");
        }

        var compte = await CompteSysteme.TrouverAsync(Annulation);
        var (code, sortie) = await compte.ExecuterAsync(
            Path.Combine(await BinairesPostgres.TrouverAsync(compte, Annulation), "pg_ctl"),
            ["start", "-w", "-s", "-D", Path.Combine(_dossier, "donnees"), "-l", Path.Combine(_dossier, "postgresql.log"), "-o", SansReseau],
            Annulation);
        Assert.True(code == 0, sortie);
        var orphelin = Postmaster(_dossier);

        await using var second = await StartAsync(Durable);

        Assert.NotEqual(orphelin, Postmaster(_dossier));
        Assert.False(EstVivant(orphelin));
        Assert.Equal("gardée", await ExecuterAsync(second, "SELECT texte FROM memoire"));
    }

    /// <summary>The kernel closes the pipe when the portal is killed; the shell at its other end does the rest.</summary>
    [Fact]
    public async Task S_arrete_et_s_efface_quand_le_portail_est_tue()
    {
        await using (await StartAsync(Durable))
        {
            // makes the data
        }

        var compte = await CompteSysteme.TrouverAsync(Annulation);
        var (superviseur, erreurs) = await SuperviseurPostgres.DemarrerAsync(
            compte, await BinairesPostgres.TrouverAsync(compte, Annulation), Path.Combine(_dossier, "donnees"), Path.Combine(_dossier, "postgresql.log"),
            SansReseau, _dossier, Annulation);
        Assert.True(superviseur is not null, erreurs);
        var pid = Postmaster(_dossier);

        superviseur.FermerLeTube();
        await superviseur.DisposeAsync();

        Assert.False(EstVivant(pid));
        Assert.False(Directory.Exists(_dossier));
    }

    [Fact]
    public async Task Oublie_un_numero_de_processus_pris_par_un_autre_programme()
    {
        await using (await StartAsync(Durable))
        {
            // makes the data
        }

        var moi = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        await File.WriteAllTextAsync(Path.Combine(_dossier, "donnees", "postmaster.pid"), $"{moi}\n{_dossier}/donnees\n", Annulation);

        await using var second = await StartAsync(Durable);

        Assert.Equal(1, await ExecuterAsync(second, "SELECT 1"));
    }

    [Fact]
    public async Task Recommence_une_preparation_interrompue()
    {
        Directory.CreateDirectory(Path.Combine(_dossier, "donnees.nouveau", "base"));

        await using var postgres = await StartAsync(Durable);

        Assert.Equal(1, await ExecuterAsync(postgres, "SELECT 1"));
    }

    [Fact]
    public async Task Un_demarrage_impossible_est_dit_avec_la_fin_du_journal()
    {
        await using (await StartAsync(Durable))
        {
            // makes the data
        }

        await File.AppendAllTextAsync(Path.Combine(_dossier, "donnees", "postgresql.conf"), "reglage_inconnu = 1\n", Annulation);

        var refus = await Assert.ThrowsAsync<PostgresPriveException>(() => StartAsync(Durable));

        Assert.Contains("n’a pas démarré", refus.Message, StringComparison.Ordinal);
        Assert.Contains("reglage_inconnu", refus.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_dossier_inutilisable_est_nomme_avec_le_remede()
    {
        await File.WriteAllTextAsync(_dossier, "un fichier, pas un dossier", Annulation);

        var refus = await Assert.ThrowsAsync<PostgresPriveException>(() => StartAsync(PostgresPriveOptions.Durable(Path.Combine(_dossier, "postgres"))));

        Assert.Contains(_dossier, refus.Message, StringComparison.Ordinal);
        Assert.Contains("CtgPortal:Donnees", refus.Message, StringComparison.Ordinal);
        File.Delete(_dossier);
    }

    [Fact]
    public async Task En_production_une_chaine_de_connexion_est_exigee()
    {
        var environnement = new HostingEnvironment { EnvironmentName = "Production", ContentRootPath = _dossier };

        var refus = await Assert.ThrowsAsync<PostgresPriveException>(
            () => PostgresPrive.StartIfNeededAsync(new ConfigurationBuilder().Build(), environnement, Annulation));

        Assert.Contains("ConnectionStrings__CtgPortal", refus.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task En_developpement_la_configuration_recoit_la_chaine_de_connexion()
    {
        var configuration = new ConfigurationManager { ["CtgPortal:Donnees"] = _dossier };
        var environnement = new HostingEnvironment { EnvironmentName = "Development", ContentRootPath = _dossier };

        await using (var postgres = await PostgresPrive.StartIfNeededAsync(configuration, environnement, Annulation))
        {
            Assert.NotNull(postgres);
            postgres.Configurer(configuration);
            Assert.Equal(postgres.ConnectionString("ctgportal"), configuration.GetConnectionString("CtgPortal"));
        }

        Assert.Null(await PostgresPrive.StartIfNeededAsync(configuration, environnement, Annulation));
    }

    [Fact]
    public void Les_liens_que_npm_n_a_pas_faits_sont_faits_ici()
    {
        var paquet = FauxPaquet();

        BinairesPostgres.CompleterLesLiens(paquet);
        BinairesPostgres.CompleterLesLiens(paquet);

        Assert.Equal("contenu", File.ReadAllText(Path.Combine(paquet, "lib", "libpq.so.5")));
    }

    [Fact]
    public async Task La_copie_des_programmes_est_entiere_meme_faite_par_plusieurs_a_la_fois()
    {
        var paquet = FauxPaquet();
        BinairesPostgres.CompleterLesLiens(paquet);
        var destination = Path.Combine(_dossier, "copie");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => BinairesPostgres.Copier(paquet, destination))));

        Assert.Equal("contenu", await File.ReadAllTextAsync(Path.Combine(destination, "lib", "libpq.so.5"), Annulation));
        Assert.Equal(["copie", "native"], Directory.GetDirectories(_dossier).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    public void Dispose()
    {
        if (Directory.Exists(_dossier))
        {
            Directory.Delete(_dossier, recursive: true);
        }
    }

    private static CancellationToken Annulation => TestContext.Current.CancellationToken;

    private static Task<PostgresPrive> StartAsync(PostgresPriveOptions options) => PostgresPrive.StartAsync(options, Annulation);

    private string FauxPaquet()
    {
        var natif = Path.Combine(_dossier, "native");
        Directory.CreateDirectory(Path.Combine(natif, "lib"));
        File.WriteAllText(Path.Combine(natif, "lib", "libpq.so.5.18"), "contenu");
        File.WriteAllText(
            Path.Combine(natif, "pg-symlinks.json"), """[{"source":"native/lib/libpq.so.5.18","target":"native/lib/libpq.so.5"}]""");
        return natif;
    }

    private static int Postmaster(string dossier) =>
        int.Parse(File.ReadLines(Path.Combine(dossier, "donnees", "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    /// <summary>A process that nobody has waited for keeps its number, but has no command line any more.</summary>
    private static bool EstVivant(int pid) => OperatingSystem.IsLinux()
        ? File.Exists($"/proc/{pid}/cmdline") && File.ReadAllText($"/proc/{pid}/cmdline").Length > 0
        : Process.GetProcesses().Any(p => p.Id == pid);

    private static async Task TuerAsync(int pid)
    {
        using var process = Process.GetProcessById(pid);
        process.Kill();
        await process.WaitForExitAsync(Annulation);
    }

    private static async Task<object?> ExecuterAsync(PostgresPrive postgres, string sql)
    {
        var chaine = new NpgsqlConnectionStringBuilder(postgres.ConnectionString("postgres")) { Pooling = false };
        await using var connection = new NpgsqlConnection(chaine.ConnectionString);
        await connection.OpenAsync(Annulation);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Annulation);
    }
}
