using System.Diagnostics;
using System.Globalization;
using System.Net;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Suivi;
using CtgPortal.Infrastructure.Documents;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using CtgPortal.Web.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CtgPortal.Web.Tests.Resilience;

/// <summary>The typesetter killed or stuck under the whole portal: a clear page, nothing half done, the others unharmed.</summary>
public sealed class ComposeurTests(PostgresServer serveur) : IAsyncLifetime
{
    private readonly Convention _convention = UneConvention.Au(StatutConvention.EnRedaction);

    private PortailDeTest _portail = null!;
    private HttpClient _navigateur = null!;
    private string _adresse = "";

    private TypstWorkerPool Travailleurs => _portail.Services.GetRequiredService<TypstWorkerPool>();

    public async ValueTask InitializeAsync()
    {
        _portail = await PortailDeTest.OuvrirAsync(serveur, referentiel: true, maintenant: UneConvention.Maintenant, remplacer: services =>
            services.Configure<DocumentsOptions>(o => (o.Travailleurs, o.Delai) = (1, TimeSpan.FromSeconds(15))));
        _navigateur = await _portail.ConnecterAsync(new Habilitation(Role.Conseiller, Portee.Caf, "02"));
        var (plan, fiches) = UnPlan.Complet(_convention.Id, 1, 1, 1);
        await _portail.SauverAsync([_convention, UnDiagnostic.Valide(_convention.Id).Diagnostic, plan, .. fiches, .. fiches.Select(SuiviFiche.Commencer)]);
        _adresse = $"/conventions/{_convention.Id.Value}";
    }

    public async ValueTask DisposeAsync()
    {
        _navigateur.Dispose();
        await _portail.DisposeAsync();
    }

    [Theory]
    [InlineData("KILL")]
    [InlineData("STOP")]
    public async Task Un_document_perdu_donne_une_page_claire_puis_le_suivant_vient(string signal)
    {
        await ExigerUnPdfAsync();
        await SignalerAsync("STOP", Assert.Single(Travailleurs.Processus));
        var perdu = PageHtml.OuvrirAsync(_navigateur, _adresse + "/convention.pdf");

        // the rest of the portal goes on while one document is stuck
        Assert.Equal(HttpStatusCode.OK, (await PageHtml.OuvrirAsync(_navigateur, _adresse + "/signature")).Statut);
        Assert.Equal(HttpStatusCode.OK, (await PageHtml.OuvrirAsync(_navigateur, _adresse + "/export.json")).Statut);
        Assert.False(perdu.IsCompleted);
        await SignalerAsync(signal, Assert.Single(Travailleurs.Processus));

        var page = await perdu;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Statut);
        Assert.Equal("text/html", page.Reponse.Content.Headers.ContentType!.MediaType);
        Assert.Equal("Le portail est momentanément indisponible", Assert.Single(page.Document.QuerySelectorAll("h1")).TextContent);
        Assert.Contains("essayez", page.Document.QuerySelector(".chapeau")!.TextContent, StringComparison.Ordinal);
        Assert.Matches("^[0-9a-f]{32}$", page.Document.QuerySelector(".page-erreur-reference code")!.TextContent);
        await ExigerUnPdfAsync();
    }

    [Fact]
    public async Task Ouvrir_a_la_signature_sans_composeur_ne_change_rien_puis_reussit()
    {
        await ExigerUnPdfAsync();
        var page = await PageHtml.OuvrirAsync(_navigateur, _adresse + "/signature/ouvrir");
        var victime = Assert.Single(Travailleurs.Processus);
        await SignalerAsync("STOP", victime);

        var refus = await page.EnvoyerAsync(
            "form[data-garde]", [.. page.Document.QuerySelectorAll("textarea[name$='.Motif']").Select(m => (m.GetAttribute("name")!, UneOuverture.Raison))]);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refus.Statut);
        Assert.Contains("temps prévu", refus.Erreurs, StringComparison.Ordinal);
        Assert.Equal(
            (StatutConvention.EnRedaction, 0, 0, 0),
            await _portail.LireAsync(async db => (
                await db.Conventions.Select(c => c.Statut).SingleAsync(), await db.Signatures.CountAsync(),
                await db.Pieces.CountAsync(), await db.Courriels.CountAsync())));
        Assert.DoesNotContain(await _portail.LireAsync(db => db.Journal.Select(e => e.Type).ToListAsync()), t => t == "SignatureOuverte");

        // the reasons are still there
        Assert.Equal(HttpStatusCode.Found, (await refus.EnvoyerAsync("form[data-garde]")).Statut);
        Assert.Equal(StatutConvention.EnSignature, await _portail.LireAsync(db => db.Conventions.Select(c => c.Statut).SingleAsync()));
        Assert.DoesNotContain(victime, Travailleurs.Processus);
    }

    private async Task ExigerUnPdfAsync()
    {
        using var reponse = await _navigateur.GetAsync(new Uri(_adresse + "/convention.pdf", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, reponse.StatusCode);
        var octets = await reponse.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal("%PDF-"u8.ToArray(), octets[..5]);
    }

    private static async Task SignalerAsync(string signal, int processus)
    {
        using var kill = Process.Start("kill", ["-" + signal, processus.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, kill.ExitCode);
    }
}
