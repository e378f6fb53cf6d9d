using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics.Imports;
using CtgPortal.TestSupport.Builders;
using CtgPortal.Web.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CtgPortal.Web.Tests.Resilience;

/// <summary>The portal killed, stopped and doubled, as a process with its own PostgreSQL and its own typesetters.</summary>
public sealed class ProcessusTests : IAsyncLifetime
{
    // not a private temporary folder: as root, PostgreSQL runs under another account
    private readonly string _donnees = Path.Combine(Path.GetTempPath(), $"ctgportal-processus-{RandomNumberGenerator.GetHexString(16, lowercase: true)}");

    private static CancellationToken Arret => TestContext.Current.CancellationToken;

    private string Cluster => Path.Combine(_donnees, "postgres", "donnees");

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        // the supervisor of a killed portal stops its PostgreSQL by itself
        await JusquaAsync(() => Postmasters().Count == 0, "PostgreSQL is still running.");
        if (Directory.Exists(_donnees))
        {
            Directory.Delete(_donnees, recursive: true);
        }
    }

    [Fact]
    public async Task Tue_en_pleine_ecriture_il_repart_avec_tout_ce_qu_il_avait_confirme()
    {
        var confirmes = new List<string>();
        await using (var portail = await PortailProcessus.DevelopperAsync(_donnees))
        {
            await PortailProcessus.CreerAdministrateurAsync(Connexion());
            using var navigateur = await portail.ConnecterAsync();
            var typographe = await ComposerAsync(navigateur, portail);
            var cinq = new TaskCompletionSource();
            var ecriture = Task.Run(() => InviterSansFinAsync(navigateur, confirmes, cinq), Arret);
            await Task.WhenAny(cinq.Task, ecriture);
            Assert.False(ecriture.IsCompleted, portail.Sorties);

            await portail.SignalerAsync("KILL");

            await ecriture;
            await portail.FinAsync();
            await JusquaAsync(() => !Vit(typographe), "The typesetter outlived the portal.");
        }

        await using var relance = await PortailProcessus.DevelopperAsync(_donnees);

        Assert.Single(Postmasters());
        Assert.InRange(confirmes.Count, 5, int.MaxValue);
        await PortailProcessus.EcrireAsync(Connexion(), async db =>
            Assert.Equal([], confirmes.Except(await db.Users.Select(u => u.Email!).ToListAsync(Arret))));
        using var revenu = await relance.ConnecterAsync();
        Assert.Equal(HttpStatusCode.OK, (await PageHtml.OuvrirAsync(revenu, "/admin/utilisateurs")).Statut);
        Assert.Equal(HttpStatusCode.OK, (await PageHtml.OuvrirAsync(revenu, "/health/ready")).Statut);
    }

    [Fact]
    public async Task Tue_pendant_qu_il_ecrit_un_import_il_n_en_garde_rien_et_l_import_se_relance()
    {
        var convention = UneConvention.Au(StatutConvention.EnDiagnostic);
        string rapport;
        await using (var portail = await PortailProcessus.DevelopperAsync(_donnees))
        {
            await PortailProcessus.EcrireAsync(Connexion(), db =>
            {
                db.AddRange(convention, UnDiagnostic.Commence(convention.Id));
                return Task.CompletedTask;
            });
            await PortailProcessus.CreerAdministrateurAsync(Connexion(), new Habilitation(Role.Conseiller, Portee.Convention, convention.Id.Value.ToString()));
            using var navigateur = await portail.ConnecterAsync();
            rapport = await LuAsync(navigateur, $"/conventions/{convention.Id.Value}/diagnostic/import");
            var page = await PageHtml.OuvrirAsync(navigateur, rapport);

            // the figures are written, and the journal waits for this transaction
            await using var verrou = new NpgsqlConnection(Connexion());
            await verrou.OpenAsync(Arret);
            await ExecuterAsync(verrou, "BEGIN; LOCK TABLE journal IN SHARE ROW EXCLUSIVE MODE");
            var ecriture = page.EnvoyerAsync("form:has([name=revisionImport])");
            await JusquaAsync(() => Attendent(verrou) > 0 || ecriture.IsCompleted, "The import was never being written.");
            Assert.False(ecriture.IsCompleted, portail.Sorties);

            await portail.SignalerAsync("KILL");

            await Assert.ThrowsAnyAsync<HttpRequestException>(() => ecriture);
            await portail.FinAsync();
        }

        await using var relance = await PortailProcessus.DevelopperAsync(_donnees);

        Assert.Equal((0, 0, EtatImport.Lu), await EtatAsync());
        using var revenu = await relance.ConnecterAsync();
        var ecrit = await (await (await PageHtml.OuvrirAsync(revenu, rapport)).EnvoyerAsync("form:has([name=revisionImport])")).SuivreAsync();
        Assert.Contains("Chiffres écrits dans le diagnostic", ecrit.Texte, StringComparison.Ordinal);
        Assert.Equal((2, 1, EtatImport.Ecrit), await EtatAsync());

        async Task<(int Valeurs, int Faits, EtatImport Etat)> EtatAsync()
        {
            (int, int, EtatImport) etat = default;
            await PortailProcessus.EcrireAsync(Connexion(), async db => etat = (
                (await db.Diagnostics.AsNoTracking().SingleAsync(d => d.ConventionId == convention.Id, Arret)).Indicateurs.Sum(i => i.Valeurs.Count),
                await db.Journal.CountAsync(e => e.Type == "ChiffresImportes", Arret),
                await db.Imports.Select(i => i.Etat).SingleAsync(Arret)));
            return etat;
        }
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task Arrete_il_finit_proprement_et_ne_laisse_rien_derriere_lui(string signal)
    {
        await using var portail = await PortailProcessus.DevelopperAsync(_donnees);
        await PortailProcessus.CreerAdministrateurAsync(Connexion());
        using var navigateur = await portail.ConnecterAsync();
        var typographe = await ComposerAsync(navigateur, portail);
        Assert.Single(Postmasters());

        await portail.SignalerAsync(signal);

        Assert.Equal(0, await portail.FinAsync());
        Assert.Empty(Postmasters());
        Assert.False(Vit(typographe));
        Assert.DoesNotContain("Exception", portail.Sorties, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Une_seconde_instance_sur_les_memes_donnees_le_dit_et_s_en_va()
    {
        await using var portail = await PortailProcessus.DevelopperAsync(_donnees);

        await using var seconde = PortailProcessus.LancerEnDeveloppement(_donnees);

        Assert.Equal(1, await seconde.FinAsync());
        Assert.Contains("Une autre instance du portail se sert déjà des données", Assert.Single(seconde.Sorties.Split(Environment.NewLine)), StringComparison.Ordinal);
        using var navigateur = new HttpClient { BaseAddress = portail.Adresse };
        Assert.Equal(HttpStatusCode.OK, (await PageHtml.OuvrirAsync(navigateur, "/health/ready")).Statut);
    }

    private static async Task InviterSansFinAsync(HttpClient navigateur, List<string> confirmes, TaskCompletionSource cinq)
    {
        try
        {
            var page = await PageHtml.OuvrirAsync(navigateur, "/admin/utilisateurs/inviter");
            for (var i = 1; ; i++)
            {
                var courriel = $"personne-{i}@demo.test";
                var reponse = await page.EnvoyerAsync(
                    "form:has([name='Input.Courriel'])", ("Input.Courriel", courriel), ("Input.Prenom", "Ada"), ("Input.Nom", "Essai"), ("Input.Role", "Administrateur"));
                if (reponse.Statut != HttpStatusCode.Found)
                {
                    // the test then says that writing stopped before the portal was killed
                    return;
                }

                confirmes.Add(courriel);
                if (confirmes.Count == 5)
                {
                    cinq.SetResult();
                }
            }
        }
        catch (HttpRequestException)
        {
            // the portal is dead, which is what the test asked for
        }
    }

    /// <returns>Where the report of a file is, once a job of the portal has read it.</returns>
    private static async Task<string> LuAsync(HttpClient navigateur, string adresse)
    {
        var fichier = System.Text.Encoding.UTF8.GetBytes("Code commune;Année;Naissances\n02381;2022;95\n02381;2021;97\n");
        var colonnes = await (await (await PageHtml.OuvrirAsync(navigateur, adresse)).EnvoyerFichierAsync("form[data-depot]", "fichier", "naissances.csv", fichier)).SuivreAsync();
        var rapport = (await colonnes.EnvoyerAsync("form[data-garde]", ("Input.Source", "Insee"))).Reponse.Headers.Location!.ToString();
        var echeance = Stopwatch.StartNew();
        while ((await PageHtml.OuvrirAsync(navigateur, rapport)).Document.QuerySelector("[name=revisionImport]") is null)
        {
            Assert.True(echeance.Elapsed < TimeSpan.FromMinutes(2), "The file was never read.");
            await Task.Delay(250, Arret);
        }

        return rapport;
    }

    private static async Task ExecuterAsync(NpgsqlConnection connexion, string sql)
    {
        await using var commande = new NpgsqlCommand(sql, connexion);
        await commande.ExecuteNonQueryAsync(Arret);
    }

    /// <summary>How many transactions wait to write into the journal.</summary>
    private static long Attendent(NpgsqlConnection connexion)
    {
        using var commande = new NpgsqlCommand("SELECT count(*) FROM pg_locks WHERE relation = 'journal'::regclass AND NOT granted", connexion);
        return (long)commande.ExecuteScalar()!;
    }

    private static bool Vit(int processus) => Directory.Exists($"/proc/{processus}");

    private static async Task JusquaAsync(Func<bool> condition, string sinon)
    {
        var echeance = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(echeance.Elapsed < TimeSpan.FromMinutes(1), sinon);
            await Task.Delay(100, CancellationToken.None);
        }
    }

    /// <returns>The process that set a first document.</returns>
    private async Task<int> ComposerAsync(HttpClient navigateur, PortailProcessus portail)
    {
        var convention = UneConvention.Au(StatutConvention.EnRedaction);
        await PortailProcessus.EcrireAsync(Connexion(), db =>
        {
            db.AddRange(convention, UnDiagnostic.Valide(convention.Id).Diagnostic, UnPlan.Vide(convention.Id));
            return Task.CompletedTask;
        });
        using var reponse = await navigateur.GetAsync(new Uri($"/conventions/{convention.Id.Value}/convention.pdf", UriKind.Relative), Arret);
        Assert.True(reponse.StatusCode == HttpStatusCode.OK, portail.Sorties);
        return Assert.Single(
            Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(p => int.TryParse(p, out _)).Select(p => int.Parse(p!, CultureInfo.InvariantCulture)),
            p => Parent(p) == portail.Processus.Id && Lire($"/proc/{p}/cmdline").Contains("worker.mjs", StringComparison.Ordinal));
    }

    /// <summary>The cluster's own files say where it listens and behind which password.</summary>
    private string Connexion() => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = int.Parse(File.ReadAllLines(Path.Combine(Cluster, "postmaster.pid"))[3], CultureInfo.InvariantCulture),
        Username = "ctg",
        Password = File.ReadAllText(Path.Combine(_donnees, "postgres", "mot-de-passe")).Trim(),
        Database = "ctgportal",
        Pooling = false,
    }.ConnectionString;

    private List<string> Postmasters() =>
        [.. Directory.EnumerateDirectories("/proc").Where(p => Lire(Path.Combine(p, "cmdline")).Split('\0') is [var programme, "-D", var dossier, ..] && programme.EndsWith("postgres", StringComparison.Ordinal) && dossier == Cluster)];

    private static int Parent(int processus) =>
        Lire($"/proc/{processus}/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, var parent, ..]
            ? int.Parse(parent, CultureInfo.InvariantCulture)
            : 0;

    private static string Lire(string fichier)
    {
        try
        {
            return File.ReadAllText(fichier);
        }
        catch (Exception fini) when (fini is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
