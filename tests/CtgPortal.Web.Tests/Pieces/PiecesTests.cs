using System.Net;
using System.Text;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Deliberations;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Documents;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using CtgPortal.Web.Tests.Common;
using CtgPortal.Web.Tests.Plan;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Web.Tests.Pieces;

/// <summary>The component of attachments where it is shown, and the page that answers its refusals; everything without script.</summary>
public sealed class PiecesTests(PostgresServer serveur) : IAsyncLifetime
{
    private PlanWeb _plan = null!;
    private Entretien _entretien = null!;
    private DocumentExistant _document = null!;
    private Deliberation _deliberation = null!;

    public static TheoryData<NaturePorteur> Natures => [.. Enum.GetValues<NaturePorteur>()];

    public async ValueTask InitializeAsync()
    {
        _plan = await PlanWeb.OuvrirAsync(serveur);
        (_entretien, _document) = (UneEnquete.Entretien(_plan.Convention), UneEnquete.Document(_plan.Convention));
        var partie = await _plan.Portail.LireAsync(db => db.Conventions.Where(c => c.Id == _plan.Convention).SelectMany(c => c.Parties).OrderBy(p => p.Rang).Select(p => new { p.Id, p.Nom }).FirstAsync());
        _deliberation = UneDeliberation.De(_plan.Convention, partie.Id, partie.Nom);
        await _plan.Portail.SauverAsync(_entretien, _document, _deliberation, UnDiagnostic.Rempli(_plan.Convention).Diagnostic);
    }

    public ValueTask DisposeAsync() => _plan.DisposeAsync();

    [Theory, MemberData(nameof(Natures))]
    public async Task Un_fichier_se_joint_se_decrit_se_telecharge_et_se_retire_depuis_la_page_de_ce_qui_le_porte(NaturePorteur nature)
    {
        var page = await LireAsync(nature);
        Assert.Contains("Aucune pièce jointe pour l’instant", page.Texte, StringComparison.Ordinal);
        page = await JoindreAsync(page, "notes du 3 mars.pdf");
        Assert.Equal("La pièce jointe est ajoutée.", page.Document.QuerySelector("#annonce")!.TextContent.Trim());
        Assert.Contains("PDF 13 octets ajoutée par", Lisse(page.Document.QuerySelector(".piece-detail")!.TextContent), StringComparison.Ordinal);

        var lien = page.Document.QuerySelector(".piece-lien")!;
        Assert.Equal("notes du 3 mars.pdf", lien.TextContent);
        using var fichier = await _plan.Navigateur.GetAsync(new Uri(lien.GetAttribute("href")!, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(("attachment", "application/pdf"), (fichier.Content.Headers.ContentDisposition!.DispositionType, fichier.Content.Headers.ContentType!.MediaType));
        Assert.Equal("nosniff", Assert.Single(fichier.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("private", fichier.Headers.CacheControl!.ToString(), StringComparison.Ordinal);

        page = await (await page.EnvoyerAsync(".piece-decrire form", ("description", "Notes & <b>avis</b>"))).SuivreAsync();
        Assert.Equal("Notes & <b>avis</b>", page.Document.QuerySelector(".piece-lien")!.TextContent);
        Assert.Equal("notes du 3 mars.pdf", page.Document.QuerySelector(".piece-nom")!.TextContent);
        page = await (await page.EnvoyerAsync(".piece .confirmation form")).SuivreAsync();

        Assert.Null(page.Document.QuerySelector(".piece"));
        Assert.Equal(HttpStatusCode.NotFound, (await _plan.Navigateur.GetAsync(new Uri(lien.GetAttribute("href")!, UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
        var historique = (await _plan.LireAsync($"{_plan.Adresse}/historique")).Texte;
        Assert.Contains("Retrait de la pièce jointe « notes du 3 mars.pdf »", historique, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Natures))]
    public async Task Un_refus_montre_ses_raisons_et_la_liste_telle_qu_elle_est(NaturePorteur nature)
    {
        var page = await JoindreAsync(await LireAsync(nature), "bon.pdf");

        var refus = await page.EnvoyerFichierAsync("form[data-pieces]", "fichiers", "virus.pdf", "<script>"u8.ToArray());

        Assert.Equal(HttpStatusCode.BadRequest, refus.Statut);
        Assert.Contains("« virus.pdf » n’est ni un PDF", refus.Erreurs, StringComparison.Ordinal);
        Assert.Equal("bon.pdf", Assert.Single(refus.Document.QuerySelectorAll(".piece-lien")).TextContent);
        Assert.Equal(Adresse(nature), refus.Document.QuerySelector(".page-tete .actions a")!.GetAttribute("href"));
        Assert.Equal(HttpStatusCode.BadRequest, (await page.EnvoyerAsync("form[data-pieces]")).Statut);
        Assert.Equal(HttpStatusCode.NotFound, (await _plan.LireAsync(Adresse(nature, Guid.CreateVersion7()))).Statut);
    }

    [Fact]
    public async Task Une_piece_retiree_entre_temps_est_dite_introuvable_et_une_piece_decrite_entre_temps_est_un_conflit()
    {
        var page = await JoindreAsync(await LireAsync(NaturePorteur.Fiche), "a.pdf");
        await page.EnvoyerAsync(".piece-decrire form", ("description", "Relevé"));

        var conflit = await page.EnvoyerAsync(".piece-decrire form", ("description", "Autre"));
        Assert.Equal(HttpStatusCode.Conflict, conflit.Statut);
        Assert.Equal("Relevé", conflit.Document.QuerySelector(".piece-lien")!.TextContent);
        await conflit.EnvoyerAsync(".piece .confirmation form");

        Assert.Equal(HttpStatusCode.NotFound, (await conflit.EnvoyerAsync(".piece .confirmation form")).Statut);
    }

    [Fact]
    public async Task Qui_lit_voit_les_pieces_sans_rien_pouvoir_y_changer_et_rien_d_une_fiche_confidentielle()
    {
        var page = await JoindreAsync(await LireAsync(NaturePorteur.Fiche), "a.pdf");
        var piece = page.Document.QuerySelector(".piece-lien")!.GetAttribute("href")!;
        using var lecteur = await _plan.Portail.ConnecterAsync(Role.Lecteur, _plan.Convention);

        var lue = await PageHtml.OuvrirAsync(lecteur, Adresse(NaturePorteur.Fiche));
        Assert.Single(lue.Document.QuerySelectorAll(".piece-lien"));
        Assert.Empty(lue.Document.QuerySelectorAll(".pieces form"));
        Assert.Null((await PageHtml.OuvrirAsync(lecteur, Adresse(NaturePorteur.Document))).Document.QuerySelector(".pieces"));

        await _plan.Portail.EcrireAsync(async db =>
        {
            var fiche = await db.FichesAction.SingleAsync(f => f.Id == _plan.Fiches[0].Id);
            fiche.Rediger(new(Identite: fiche.Identite with { Confidentielle = true }), UnPlan.Etape, UnPlan.Maintenant);
            await db.SaveChangesAsync();
        });
        foreach (var cachee in new[] { piece, $"{_plan.Adresse}/pieces-jointes/fiche/{_plan.Fiches[0].Id.Value}" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await lecteur.GetAsync(new Uri(cachee, UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
        }
    }

    [Fact]
    public async Task D_un_diagnostic_valide_les_pieces_se_lisent_encore()
    {
        var page = await JoindreAsync(await LireAsync(NaturePorteur.Document), "a.pdf");
        await _plan.Portail.EcrireAsync(async db =>
        {
            (await db.Diagnostics.SingleAsync(d => d.ConventionId == _plan.Convention)).Valider(StatutConvention.EnRedaction, UnPlan.Maintenant, 1);
            await db.SaveChangesAsync();
        });

        var refus = await page.EnvoyerAsync(".piece .confirmation form");

        Assert.Equal(HttpStatusCode.Conflict, refus.Statut);
        Assert.Contains("Le diagnostic est validé", refus.Erreurs, StringComparison.Ordinal);
        Assert.Single(refus.Document.QuerySelectorAll(".piece-lien"));
        Assert.Empty((await LireAsync(NaturePorteur.Document)).Document.QuerySelectorAll(".pieces form"));
    }

    private static string Lisse(string texte) => string.Join(' ', texte.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static async Task<PageHtml> JoindreAsync(PageHtml page, string nom) =>
        await (await page.EnvoyerFichierAsync("form[data-pieces]", "fichiers", nom, Encoding.ASCII.GetBytes("%PDF-1.7 note"))).SuivreAsync();

    private Task<PageHtml> LireAsync(NaturePorteur nature) => _plan.LireAsync(Adresse(nature));

    private string Adresse(NaturePorteur nature, Guid? autre = null) => nature switch
    {
        NaturePorteur.Entretien => $"{_plan.Adresse}/diagnostic/entretiens/{autre ?? _entretien.Id.Value}",
        NaturePorteur.Document => $"{_plan.Adresse}/diagnostic/documents/{autre ?? _document.Id.Value}",
        NaturePorteur.Deliberation => $"{_plan.Adresse}/deliberations/{autre ?? _deliberation.PartieId.Value}",
        _ => $"{_plan.Adresse}/fiches/{autre ?? _plan.Fiches[0].Id.Value}",
    };
}
