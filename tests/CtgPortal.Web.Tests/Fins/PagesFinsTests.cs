using System.Net;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Territoires;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using CtgPortal.TestSupport.Documents;
using CtgPortal.Web.Tests.Common;

namespace CtgPortal.Web.Tests.Fins;

/// <summary>A convention is given notice of, seen on every page, and kept after all, through the pages.</summary>
public sealed class PagesFinsTests(PostgresServer serveur) : IAsyncLifetime
{
    private const string Formulaire = "form[data-garde]";

    private readonly Convention _convention = UneConvention.Au(StatutConvention.EnSuivi);

    private PortailDeTest _portail = null!;
    private HttpClient _conseiller = null!;

    private string Adresse => $"/conventions/{_convention.Id.Value}";

    private (string, string)[] Saisie =>
    [
        ("Input.Nature", "Denonciation"), ("Input.Partie", _convention.Parties[1].Id.Value.ToString()), ("Input.Motif", "Le conseil ne poursuit pas."),
        ("Input.ActeLe", "2026-03-12"), ("Input.PreavisMois", "3"),
    ];

    public async ValueTask InitializeAsync()
    {
        _portail = await PortailDeTest.OuvrirAsync(serveur, maintenant: UneConvention.Maintenant);
        await _portail.SauverAsync(new Region("32", "Hauts-de-France"), new Departement("02", "Aisne", "32"), new Caf("02", "Caf de l’Aisne", "02"));
        await _portail.SauverAsync(_convention, UnDiagnostic.Valide(_convention.Id).Diagnostic, UnPlan.Vide(_convention.Id));
        _conseiller = await _portail.ConnecterAsync(new Habilitation(Role.Conseiller, Portee.Caf, "02"));
    }

    public async ValueTask DisposeAsync()
    {
        _conseiller.Dispose();
        await _portail.DisposeAsync();
    }

    [Fact]
    public async Task L_acte_s_enregistre_se_lit_en_tete_de_chaque_page_et_se_retire()
    {
        var etape = await PageHtml.OuvrirAsync(_conseiller, $"{Adresse}/etape");
        var page = await PageHtml.OuvrirAsync(_conseiller, etape.Document.QuerySelector("main a[href$='/fin']")!.GetAttribute("href")!);

        var faite = await (await page.EnvoyerFichierAsync(Formulaire, "Input.Document", "lettre.pdf", PdfSimple.Un("lettre"), Saisie)).SuivreAsync();

        Assert.Contains("En préavis", faite.Texte, StringComparison.Ordinal);
        Assert.Null(faite.Document.QuerySelector(Formulaire));
        var plan = await PageHtml.OuvrirAsync(_conseiller, $"{Adresse}/plan");
        Assert.Contains("Dénonciation par « CC des Trois Rivières »", plan.Document.QuerySelector(".tete-fin")!.TextContent, StringComparison.Ordinal);

        var sansMotif = await faite.EnvoyerAsync("form[action*='Retirer']");
        Assert.Equal(HttpStatusCode.BadRequest, sansMotif.Statut);
        var retiree = await (await faite.EnvoyerAsync("form[action*='Retirer']", ("Retrait.Motif", "Un accord est trouvé."))).SuivreAsync();
        Assert.Contains("Un accord est trouvé.", retiree.Texte, StringComparison.Ordinal);
        Assert.Null(retiree.Document.QuerySelector(".tete-fin"));
        Assert.Contains("Retrait de l’acte", (await PageHtml.OuvrirAsync(_conseiller, $"{Adresse}/historique")).Texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_acte_incomplet_ou_impossible_garde_la_saisie()
    {
        var page = await PageHtml.OuvrirAsync(_conseiller, $"{Adresse}/fin");

        var sansDocument = await page.EnvoyerAsync(Formulaire, Saisie);
        Assert.Equal(HttpStatusCode.BadRequest, sansDocument.Statut);
        Assert.Contains("Joignez la lettre ou l’accord", sansDocument.Erreurs, StringComparison.Ordinal);

        var future = await page.EnvoyerFichierAsync(
            Formulaire, "Input.Document", "lettre.pdf", PdfSimple.Un("lettre"), [.. Saisie.Where(s => s.Item1 != "Input.ActeLe"), ("Input.ActeLe", "2026-04-01")]);
        Assert.Equal(HttpStatusCode.Conflict, future.Statut);
        Assert.Contains("dans l’avenir", future.Erreurs, StringComparison.Ordinal);
        Assert.Contains("Le conseil ne poursuit pas.", future.Document.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task La_presidente_lit_et_n_enregistre_rien()
    {
        using var presidente = await _portail.ConnecterAsync(new Habilitation(Role.Signataire, Portee.Convention, _convention.Id.Value.ToString()));

        var page = await PageHtml.OuvrirAsync(presidente, $"{Adresse}/fin");

        Assert.Equal(HttpStatusCode.OK, page.Statut);
        Assert.Null(page.Document.QuerySelector(Formulaire));
    }
}
