using System.Net;
using System.Security.Cryptography;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Territoires;
using CtgPortal.Infrastructure.Persistence;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using CtgPortal.Web.Tests.Common;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CtgPortal.Web.Tests.Resilience;

/// <summary>PostgreSQL stops under the portal and comes back: each page says so, and everything recovers without a restart.</summary>
public sealed class PanneDeBaseTests
{
    private static CancellationToken Arret => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sans_base_chaque_page_le_dit_et_tout_reprend_avec_elle()
    {
        // not a private temporary folder: as root, PostgreSQL runs under another account
        var dossier = Path.Combine(Path.GetTempPath(), $"ctgportal-panne-{RandomNumberGenerator.GetHexString(16, lowercase: true)}");
        try
        {
            await using var postgres = await PostgresPrive.StartAsync(PostgresPriveOptions.Durable(dossier), Arret);
            var serveur = await Serveur.PourAsync(postgres);
            await using var portail = PortailDeTest.Sur(postgres.ConnectionString("panne"), UneConvention.Maintenant);
            await portail.EcrireAsync(db => db.Database.MigrateAsync(Arret));
            var convention = UneConvention.Au(StatutConvention.EnDiagnostic);
            await portail.SauverAsync(new Region("32", "Hauts-de-France"), new Departement("02", "Aisne", "32"), new Caf("02", "Caf de l’Aisne", "02"));
            await portail.SauverAsync(convention, UnDiagnostic.Rempli(convention.Id).Diagnostic, UnPlan.Vide(convention.Id));
            using var connecte = await portail.ConnecterAsync(Habilitation.Nationale(Role.Administrateur), new(Role.Conseiller, Portee.Caf, "02"));
            using var inconnu = portail.Anonyme();
            var adresses = Adresses(portail, convention.Id).ToList();
            var avant = await StatutsAsync(connecte, adresses);
            var formulaire = await PageHtml.OuvrirAsync(inconnu, "/connexion");
            Assert.Equal(HttpStatusCode.OK, avant["/compte"]);
            Assert.Equal(HttpStatusCode.OK, await StatutAsync(inconnu, "/health/ready"));

            await serveur.ArreterAsync();

            foreach (var adresse in adresses)
            {
                Indisponible(await PageHtml.OuvrirAsync(connecte, adresse), adresse);
            }

            Indisponible(await formulaire.EnvoyerAsync("form[method=post]", ("Input.Courriel", "a@demo.test"), ("Input.MotDePasse", "une phrase")), "signing in");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatutAsync(inconnu, "/health/ready"));
            Assert.Equal(HttpStatusCode.OK, await StatutAsync(inconnu, "/health/live"));
            Assert.Equal(HttpStatusCode.OK, await StatutAsync(inconnu, "/connexion"));
            Assert.Equal(HttpStatusCode.OK, await StatutAsync(inconnu, "/accessibilite"));

            await serveur.DemarrerAsync();

            Assert.Equal(HttpStatusCode.OK, await StatutAsync(inconnu, "/health/ready"));
            Assert.Equal(avant, await StatutsAsync(connecte, adresses));
            await serveur.ArreterAsync();
        }
        finally
        {
            Directory.Delete(dossier, recursive: true);
        }
    }

    private static void Indisponible(PageHtml page, string ou)
    {
        Assert.True(page.Statut == HttpStatusCode.ServiceUnavailable, $"{ou} answered {(int)page.Statut}.");
        Assert.Equal("Le portail est momentanément indisponible", Assert.Single(page.Document.QuerySelectorAll("h1")).TextContent);
        Assert.Matches("^[0-9a-f]{32}$", page.Document.QuerySelector(".page-erreur-reference code")!.TextContent);
        Assert.DoesNotContain("Npgsql", page.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", page.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Adresses(PortailDeTest portail, ConventionId convention) => portail.Services
        .GetRequiredService<EndpointDataSource>().Endpoints
        .Select(e => e.Metadata.GetMetadata<PageActionDescriptor>()?.AttributeRouteInfo?.Template).OfType<string>().Distinct()
        .Select(modele => "/" + modele.Replace("{id:guid}", convention.Value.ToString(), StringComparison.Ordinal))
        .Where(adresse => !adresse.Contains('{', StringComparison.Ordinal));

    private static async Task<Dictionary<string, HttpStatusCode>> StatutsAsync(HttpClient navigateur, IEnumerable<string> adresses)
    {
        var statuts = new Dictionary<string, HttpStatusCode>();
        foreach (var adresse in adresses)
        {
            statuts[adresse] = await StatutAsync(navigateur, adresse);
        }

        return statuts;
    }

    private static async Task<HttpStatusCode> StatutAsync(HttpClient navigateur, string adresse)
    {
        using var reponse = await navigateur.GetAsync(new Uri(adresse, UriKind.Relative), Arret);
        return reponse.StatusCode;
    }

    /// <summary>Stops and starts the postmaster itself, on the same data and port.</summary>
    private sealed class Serveur(CompteSysteme compte, string programmes, PostgresPrive postgres)
    {
        private readonly string _donnees = Path.Combine(postgres.Dossier, "donnees");

        public static async Task<Serveur> PourAsync(PostgresPrive postgres)
        {
            var compte = await CompteSysteme.TrouverAsync(Arret);
            return new(compte, await BinairesPostgres.TrouverAsync(compte, Arret), postgres);
        }

        public Task ArreterAsync() => PgCtlAsync("stop", "-m", "immediate");

        public Task DemarrerAsync() => PgCtlAsync(
            "start", "-l", Path.Combine(postgres.Dossier, "postgresql.log"), "-o",
            $"-p {postgres.Port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=");

        private async Task PgCtlAsync(string ordre, params string[] options)
        {
            var (code, sortie) = await compte.ExecuterAsync(
                Path.Combine(programmes, "pg_ctl"), [ordre, "-s", "-w", "-t", "60", "-D", _donnees, .. options], Arret);
            Assert.True(code == 0, sortie);
        }
    }
}
