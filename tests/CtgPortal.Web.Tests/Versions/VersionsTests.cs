using System.Net;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Suivi;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using CtgPortal.Web.Tests.Common;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Web.Tests.Versions;

public sealed class VersionsTests(PostgresServer serveur) : IAsyncLifetime
{
    private const string Garder = "main form[method=post]";

    private PortailDeTest _portail = null!;
    private Convention _convention = null!;
    private HttpClient _coordination = null!;

    private string Convention => $"/conventions/{_convention.Id.Value}";

    private string Adresse => $"{Convention}/versions";

    public async ValueTask InitializeAsync()
    {
        _portail = await PortailDeTest.OuvrirAsync(serveur, referentiel: true);
        _convention = UneConvention.Au(StatutConvention.EnRedaction);
        var (plan, fiches) = UnPlan.Complet(_convention.Id, 1, 1, 2);
        AggregateRoot[] tous = [_convention, UnDiagnostic.Valide(_convention.Id).Diagnostic, plan, .. fiches, .. fiches.Select(SuiviFiche.Commencer)];
        await _portail.SauverAsync(tous);
        _coordination = await _portail.ConnecterAsync(Role.Coordination, _convention.Id);
        await (await LireAsync(Convention + "/texte")).EnvoyerAsync("form[action*='Commencer']");
    }

    public async ValueTask DisposeAsync()
    {
        _coordination.Dispose();
        await _portail.DisposeAsync();
    }

    [Fact]
    public async Task Les_documents_et_l_historique_menent_aux_versions()
    {
        Assert.NotNull((await LireAsync(Convention + "/documents")).Document.QuerySelector($"a[href='{Adresse}']"));
        Assert.NotNull((await LireAsync(Convention + "/historique")).Document.QuerySelector($"a[href='{Adresse}']"));
        var vide = await LireAsync(Adresse + "/comparer");
        Assert.Equal("Rien à comparer", vide.Document.QuerySelector(".etat-vide-titre")?.TextContent.Trim());
    }

    [Fact]
    public async Task On_garde_une_version_puis_on_lit_ce_qui_a_change()
    {
        var gardee = await GarderAsync("Avant le comité");
        Assert.Contains("La version « Avant le comité » est gardée (n° 1).", gardee.Texte, StringComparison.Ordinal);
        Assert.Contains("Rien n’a changé depuis le", gardee.Texte, StringComparison.Ordinal);
        Assert.Contains("Rien n’a changé", (await LireAsync(Adresse + "/comparer?de=1")).Texte, StringComparison.Ordinal);

        await PresenterAsync("Les familles du territoire.");
        await GarderAsync("Après le comité");
        await PresenterAsync("Toutes les familles du territoire et <b>leurs</b> enfants.");

        var page = await LireAsync(Adresse + "/comparer?de=2");
        Assert.Equal("[ajouté : Toutes les] ", page.Document.QuerySelector(".difference ins")!.TextContent);
        Assert.Equal("[retiré : Les] ", page.Document.QuerySelector(".difference del")!.TextContent);
        Assert.Null(page.Document.QuerySelector(".difference b"));
        Assert.Equal(["Texte"], page.Document.QuerySelectorAll(".bref h3").Select(h => h.TextContent));

        // two versions, each order, filtered and side by side: all in the address
        var cote = await LireAsync(Adresse + "/comparer?de=1&a=2&partie=Texte&vue=cote");
        Assert.Equal("2", cote.Document.QuerySelector("select[name=a] option[selected]")!.GetAttribute("value"));
        Assert.Equal(2, cote.Document.QuerySelectorAll(".cote-a-cote dd").Length);
        Assert.Contains("Rien n’a changé dans cette partie", (await LireAsync(Adresse + "/comparer?de=1&a=2&partie=Plan")).Texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Une_version_sans_nom_le_dit_au_champ_et_une_inconnue_donne_404()
    {
        var refus = await (await LireAsync(Adresse)).EnvoyerAsync(Garder, ("Input.Nom", " "));
        Assert.Equal(HttpStatusCode.BadRequest, refus.Statut);
        Assert.Contains("Donnez un nom à cette version", refus.Erreurs, StringComparison.Ordinal);
        foreach (var fin in new[] { "/comparer?de=7", "/7/sans-objet", "/7.json", "/7.pdf", "/7.docx", "/ce-qui-a-change.pdf?de=7" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await LireAsync(Adresse + fin)).Statut);
        }
    }

    [Fact]
    public async Task Une_version_se_note_sans_objet_et_reste()
    {
        await GarderAsync("Par erreur");

        var sansMotif = await (await LireAsync(Adresse + "/1/sans-objet")).EnvoyerAsync(Garder, ("Input.Motif", ""));
        var notee = await (await (await LireAsync(Adresse + "/1/sans-objet")).EnvoyerAsync(Garder, ("Input.Motif", "Gardée deux fois"))).SuivreAsync();

        Assert.Equal(HttpStatusCode.BadRequest, sansMotif.Statut);
        Assert.Contains("Gardée deux fois", notee.Document.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Null(notee.Document.QuerySelector($"a[href='{Adresse}/1/sans-objet']"));
        Assert.Equal(1, await _portail.LireAsync(db => db.Versions.CountAsync()));
    }

    [Fact]
    public async Task Qui_ne_prepare_pas_la_convention_lit_et_compare_sans_garder()
    {
        await GarderAsync("Avant");
        using var lecteur = await _portail.ConnecterAsync(Role.Lecteur, _convention.Id);
        using var etranger = await _portail.ConnecterAsync(Role.Coordination, ConventionId.New());

        var page = await PageHtml.OuvrirAsync(lecteur, Adresse);
        Assert.Null(page.Document.QuerySelector(Garder));
        Assert.Equal(HttpStatusCode.OK, (await PageHtml.OuvrirAsync(lecteur, Adresse + "/comparer?de=1")).Statut);
        Assert.Equal(HttpStatusCode.Forbidden, (await PageHtml.OuvrirAsync(lecteur, Adresse + "/1/sans-objet")).Statut);
        foreach (var fin in new[] { "", "/comparer?de=1", "/1.json", "/1.docx", "/ce-qui-a-change.docx?de=1" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await PageHtml.OuvrirAsync(etranger, Adresse + fin)).Statut);
        }
    }

    [Fact]
    public async Task Ce_qui_est_garde_se_telecharge()
    {
        await GarderAsync("Avant");
        foreach (var (fin, type) in new[]
        {
            ("/1.json", "application/json"), ("/1.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            ("/ce-qui-a-change.docx?de=1", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"), ("/ce-qui-a-change.pdf?de=1&partie=Plan", "application/pdf"),
        })
        {
            using var reponse = await _coordination.GetAsync(new Uri(Adresse + fin, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal((HttpStatusCode.OK, type), (reponse.StatusCode, reponse.Content.Headers.ContentType!.MediaType));
        }
    }

    private Task<PageHtml> LireAsync(string adresse) => PageHtml.OuvrirAsync(_coordination, adresse);

    private async Task<PageHtml> GarderAsync(string nom) => await (await (await LireAsync(Adresse)).EnvoyerAsync(Garder, ("Input.Nom", nom))).SuivreAsync();

    private async Task PresenterAsync(string preambule)
    {
        var reponse = await (await LireAsync(Convention + "/texte/passages/preambule")).EnvoyerAsync("form[data-garde]", ("Input.Corps", preambule));
        Assert.Equal(HttpStatusCode.Redirect, reponse.Statut);
    }
}
