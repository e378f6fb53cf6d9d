using System.Net;
using CtgPortal.Domain.Conventions;
using CtgPortal.Infrastructure.Persistence;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using CtgPortal.Web.Tests.Common;
using Npgsql;

namespace CtgPortal.Web.Tests.Resilience;

/// <summary>What <c>dotnet publish</c> gives, run as the Dockerfile runs it: Production, away from the sources, on a given PostgreSQL.</summary>
public sealed class PublicationTests(PostgresServer serveur)
{
    private static CancellationToken Arret => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Le_portail_publie_prepare_sa_base_et_sert_pages_fichiers_et_documents()
    {
        var portail = Directory.CreateTempSubdirectory("ctg-publie-").FullName;
        try
        {
            var (code, sortie) = await Commande.ExecuterAsync(
                "dotnet",
                [
                    "publish", Path.Combine(PortailProcessus.Racine(), "src", "CtgPortal.Web"), "--no-build", "--configuration", PortailProcessus.Configuration, "--output", portail,
                ],
                Arret);
            Assert.True(code == 0, sortie);
            // the model written out as code, without which a start takes a third longer
            Assert.NotEqual(-1, File.ReadAllBytes(Path.Combine(portail, "CtgPortal.Infrastructure.dll")).AsSpan().IndexOf("CtgDbContextModel"u8));
            var connexion = await serveur.CreateEmptyDatabaseAsync();
            Dictionary<string, string> production = new()
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["DOTNET_gcServer"] = "0",
                ["MALLOC_ARENA_MAX"] = "2",
                ["ConnectionStrings__CtgPortal"] = connexion,
                ["CtgPortal__AdressePublique"] = "https://ctg.exemple.fr",
            };

            await using (var preparation = PortailProcessus.Lancer(portail, portail, ["--preparer"], production))
            {
                Assert.True(await preparation.FinAsync() == 0, preparation.Sorties);
            }

            await PortailProcessus.CreerAdministrateurAsync(connexion);
            var convention = UneConvention.Au(StatutConvention.EnRedaction);
            await PortailProcessus.EcrireAsync(connexion, db =>
            {
                db.AddRange(convention, UnDiagnostic.Valide(convention.Id).Diagnostic, UnPlan.Vide(convention.Id));
                return Task.CompletedTask;
            });
            await using var publie = PortailProcessus.Lancer(portail, portail, [], production);
            await publie.AttendreAsync();
            using var inconnu = new HttpClient { BaseAddress = publie.Adresse };
            foreach (var adresse in new[] { "/health/live", "/health/ready", "/lib/htmx/htmx.min.js", "/css/site.css", "/connexion", "/schemas/convention.schema.json" })
            {
                var page = await PageHtml.OuvrirAsync(inconnu, adresse);
                Assert.True(page.Statut == HttpStatusCode.OK, $"{adresse} answered {(int)page.Statut}.{Environment.NewLine}{publie.Sorties}");
            }

            using var administrateur = await publie.ConnecterAsync();
            using var pdf = await administrateur.GetAsync(new Uri($"/conventions/{convention.Id.Value}/convention.pdf", UriKind.Relative), Arret);
            Assert.True(pdf.StatusCode == HttpStatusCode.OK, publie.Sorties);
            Assert.Equal("%PDF-"u8.ToArray(), (await pdf.Content.ReadAsByteArrayAsync(Arret))[..5]);
            Assert.DoesNotContain(PortailProcessus.Courriel, publie.Sorties, StringComparison.Ordinal);
            await publie.SignalerAsync("TERM");
            Assert.True(await publie.FinAsync() == 0, publie.Sorties);
        }
        finally
        {
            Directory.Delete(portail, recursive: true);
        }
    }

    [Fact]
    public async Task Sans_base_de_donnees_la_production_dit_en_une_phrase_ce_qui_manque()
    {
        var web = Path.Combine(PortailProcessus.Racine(), "src", "CtgPortal.Web");
        await using var portail = PortailProcessus.Lancer(
            Path.Combine(web, "bin", PortailProcessus.Configuration, "net10.0"), web, [], new() { ["ASPNETCORE_ENVIRONMENT"] = "Production" });

        Assert.Equal(1, await portail.FinAsync());
        Assert.Contains("ConnectionStrings__CtgPortal", Assert.Single(portail.Sorties.Split(Environment.NewLine)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_reglage_absent_se_dit_en_une_phrase_sans_trace_d_erreur()
    {
        var web = Path.Combine(PortailProcessus.Racine(), "src", "CtgPortal.Web");
        await using var portail = PortailProcessus.Lancer(
            Path.Combine(web, "bin", PortailProcessus.Configuration, "net10.0"), web, ["--preparer"],
            new() { ["ASPNETCORE_ENVIRONMENT"] = "Production", ["ConnectionStrings__CtgPortal"] = await serveur.CreateDatabaseAsync() });

        Assert.Equal(1, await portail.FinAsync());
        Assert.Contains("CtgPortal__AdressePublique", portail.Sorties.Split(Environment.NewLine)[^1], StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", portail.Sorties, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Une_base_qui_ne_repond_pas_se_dit_en_une_phrase()
    {
        var web = Path.Combine(PortailProcessus.Racine(), "src", "CtgPortal.Web");
        // nobody listens there
        var chaine = new NpgsqlConnectionStringBuilder { Host = "127.0.0.1", Port = 1, Database = "ctg", Username = "ctg", Password = "un secret" };
        await using var portail = PortailProcessus.Lancer(
            Path.Combine(web, "bin", PortailProcessus.Configuration, "net10.0"), web, ["--preparer"],
            new() { ["ASPNETCORE_ENVIRONMENT"] = "Production", ["ConnectionStrings__CtgPortal"] = chaine.ConnectionString });

        Assert.Equal(1, await portail.FinAsync());
        var dit = portail.Sorties.Split(Environment.NewLine);
        Assert.Contains("La base de données « ctg » de 127.0.0.1 (port 1) ne s’ouvre pas", dit[^2], StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", portail.Sorties, StringComparison.Ordinal);
        Assert.DoesNotContain("un secret", portail.Sorties, StringComparison.Ordinal);
    }
}
