using CtgPortal.Application.Commentaires;
using CtgPortal.Application.Common;
using CtgPortal.Application.Courriels;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.Infrastructure.Courriels;
using CtgPortal.Infrastructure.Persistence;
using CtgPortal.Infrastructure.Persistence.Quartz;
using CtgPortal.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Quartz;

namespace CtgPortal.Application.Tests.Courriels;

/// <summary>The scheduler itself, on its tables.</summary>
public class PlanificationTests(PostgresServer serveur)
{
    [Fact]
    public async Task Deux_instances_se_partagent_l_envoi_et_s_arretent_proprement()
    {
        var arret = TestContext.Current.CancellationToken;
        await using var smtp = new ServeurSmtpDeTest();
        var connexion = await serveur.CreateDatabaseAsync();
        await using var une = Instance(connexion, smtp);
        await using var autre = Instance(connexion, smtp);
        await EcrireAsync(une, "premier");
        await une.StartAsync(arret);
        await autre.StartAsync(arret);

        await smtp.AttendreAsync(arret);
        await une.StopAsync(arret);

        // the instance that remains takes over the schedule
        await EcrireAsync(autre, "second");
        await DeclencherAsync(autre);
        await smtp.AttendreAsync(arret);
        await autre.StopAsync(arret);

        Assert.Equal(2, smtp.Recus.Count);
        await using var donnees = NpgsqlDataSource.Create(connexion);
        await using var etats = donnees.CreateCommand(
            "SELECT coalesce(string_agg(concat_ws(', ', objet, tentatives, derniere_erreur), '; '), '') FROM courriels WHERE envoye_le IS NULL");
        Assert.Equal("", await etats.ExecuteScalarAsync(arret));
    }

    [Fact]
    public void Les_tables_sont_celles_que_la_version_installee_de_Quartz_attend()
    {
        var ressource = typeof(IScheduler).Assembly.GetManifestResourceStream("Quartz.Impl.AdoJobStore.Schema.create_postgres.sql");
        using var lecteur = new StreamReader(Assert.IsType<Stream>(ressource, exactMatch: false));

        var attendues = lecteur.ReadToEnd().Replace("{0}", QuartzSql.Prefixe, StringComparison.Ordinal)
            .Replace("{1}", QuartzSql.Prefixe, StringComparison.Ordinal);

        Assert.Equal(Instructions(attendues), Instructions(QuartzSql.Up));
    }

    [Fact]
    public async Task Le_retrait_des_tables_n_en_oublie_aucune()
    {
        await using var donnees = NpgsqlDataSource.Create(await serveur.CreateEmptyDatabaseAsync());
        foreach (var sql in new[] { QuartzSql.Up, QuartzSql.Down })
        {
            await using var commande = donnees.CreateCommand(sql);
            await commande.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await using var compte = donnees.CreateCommand("SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'");
        Assert.Equal(0L, await compte.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    private static string[] Instructions(string sql) =>
        [.. sql.ReplaceLineEndings("\n").Split('\n').Where(l => l.Length > 0 && !l.StartsWith("--", StringComparison.Ordinal))];

    private static WebApplication Instance(string connexion, ServeurSmtpDeTest smtp)
    {
        var constructeur = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development });
        constructeur.WebHost.UseUrls("http://127.0.0.1:0");
        constructeur.Configuration.AddInMemoryCollection(
            [.. DistributionTests.Reglages(smtp), new("ConnectionStrings:CtgPortal", connexion)]);
        constructeur.Services.AddDbContext<CtgDbContext>(options => options.UseCtgPostgres(connexion));

        // what the sending asks of the rest of the portal
        constructeur.Services.AddScoped<ICtgDbContext>(provider => provider.GetRequiredService<CtgDbContext>()).AddScoped<ComposeurMentions>();
        constructeur.Services.AddComptes(constructeur.Configuration).AddCourriels(constructeur.Configuration);
        return constructeur.Build();
    }

    private static async Task EcrireAsync(WebApplication instance, string objet)
    {
        await using var portee = instance.Services.CreateAsyncScope();
        var db = portee.ServiceProvider.GetRequiredService<CtgDbContext>();
        db.Courriels.Add(Courriel.Ecrire("claire@exemple.fr", objet, "Bonjour", TimeProvider.System.GetUtcNow()));
        await db.SaveChangesAsync();
    }

    private static async Task DeclencherAsync(WebApplication instance) =>
        await (await instance.Services.GetRequiredService<ISchedulerFactory>().GetScheduler()).TriggerJob(EnvoyerCourriels.Cle);
}
