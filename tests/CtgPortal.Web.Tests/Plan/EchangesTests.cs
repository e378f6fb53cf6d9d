using System.Net;
using System.Text;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Suivi;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using CtgPortal.Web.Tests.Common;

namespace CtgPortal.Web.Tests.Plan;

public sealed class EchangesTests(PostgresServer serveur) : IAsyncLifetime
{
    private const string Fichier = "Axe;Intitulé de l’action;Pilote;Budget 2026\nAxe 1;Fiche 1.1.1;Ville;\nJeunesse;Ouvrir un local;Ville;environ 12 000 €\nJeunesse;;Ville;\n";

    private PortailDeTest _portail = null!;
    private Convention _convention = null!;
    private HttpClient _coordination = null!;

    private static CancellationToken Arret => TestContext.Current.CancellationToken;

    private string Adresse => $"/conventions/{_convention.Id.Value}/plan";

    public async ValueTask InitializeAsync()
    {
        _portail = await PortailDeTest.OuvrirAsync(serveur);
        _convention = UneConvention.Au(StatutConvention.EnRedaction);
        var (plan, fiches) = UnPlan.Complet(_convention.Id, 1, 1, 2);
        await _portail.SauverAsync([_convention, plan, .. fiches, .. fiches.Select(SuiviFiche.Commencer)]);
        _coordination = await _portail.ConnecterAsync(Role.Coordination, _convention.Id);
    }

    public ValueTask DisposeAsync() => _portail.DisposeAsync();

    [Fact]
    public async Task Un_tableau_s_importe_et_s_annule_de_bout_en_bout_sans_script()
    {
        var colonnes = await (await DeposerAsync(Fichier)).SuivreAsync();
        Assert.Equal("Que contiennent les colonnes ?", colonnes.Document.QuerySelector("h1")!.TextContent);
        Assert.Equal(
            ["niveau-1", "intitule", "pilote-structure", "montant/2026/Financeur à préciser"],
            colonnes.Document.QuerySelectorAll(".colonnes-import select").Select(s => s.QuerySelector("option[selected]")!.GetAttribute("value")));

        var rapport = await (await colonnes.EnvoyerAsync("form[data-garde]", ("Input.Attendu", "3"))).SuivreAsync();
        Assert.Equal(["1", "1", "0", "1", "1"], rapport.Document.QuerySelectorAll(".bilan-import strong").Select(s => s.TextContent));
        Assert.Contains("Vous attendiez 3\u00A0fiches, le fichier en contient 2.", rapport.Texte, StringComparison.Ordinal);

        var refus = await rapport.EnvoyerAsync("input[name='empreinte']");
        Assert.Equal(HttpStatusCode.Conflict, refus.Reponse.StatusCode);

        var ecrit = await (await rapport.EnvoyerAsync("input[name='empreinte']", ("sansLesAutres", "true"))).SuivreAsync();
        Assert.Equal("Plan importé", ecrit.Document.QuerySelector("h1")!.TextContent);
        Assert.Contains("1\u00A0fiche ajoutée, 1\u00A0modifiée.", ecrit.Texte, StringComparison.Ordinal);

        var annule = await (await ecrit.EnvoyerAsync("form[action*='Annuler']")).SuivreAsync();
        Assert.Equal("Import annulé", annule.Document.QuerySelector("h1")!.TextContent);
        var historique = await PageHtml.OuvrirAsync(_coordination, $"/conventions/{_convention.Id.Value}/historique");
        Assert.Contains("Annulation de l’import de « plan.csv » : 1\u00A0fiche retirée, 1\u00A0remise comme avant", historique.Texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Le_plan_se_telecharge_avec_les_colonnes_et_les_fiches_de_l_adresse()
    {
        var csv = await _coordination.GetStringAsync($"{Adresse}/plan.csv?colonnes=service&q=Fiche 1.1.2", Arret);

        var lignes = csv.TrimEnd().Split("\r\n");
        Assert.Equal("Code;Numéro;Niveau 1 – Axe;Niveau 2 – Orientation;Intitulé;Service", lignes[0]);
        Assert.EndsWith(";2;Axe 1;Orientation 1.1;Fiche 1.1.2;Enfance", Assert.Single(lignes[1..]), StringComparison.Ordinal);
        var page = await PageHtml.OuvrirAsync(_coordination, $"{Adresse}/exporter?colonnes=service&q=Fiche 1.1.2");
        Assert.Contains("1\u00A0fiche action sur 2", page.Texte, StringComparison.Ordinal);
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", (await _coordination.GetAsync($"{Adresse}/modele.xlsx", Arret)).Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Une_fiche_une_selection_et_le_plan_partent_en_PDF_et_pour_Word_depuis_les_pages()
    {
        var tableau = await PageHtml.OuvrirAsync(_coordination, $"{Adresse}/tableau?q=1.1.2");
        Assert.Equal($"{Adresse}/exporter", tableau.Document.QuerySelector(".plan-selection button[formaction]")!.GetAttribute("formaction"));
        var fiche = tableau.Document.QuerySelector("input[name='fiches']")!.GetAttribute("value");

        var cochee = await PageHtml.OuvrirAsync(_coordination, $"{Adresse}/exporter?retour=%3Fq%3Dx&fiches={fiche}&colonnes=descriptif");
        Assert.Contains("1\u00A0fiche action sur 2, celles que vous avez cochées", cochee.Texte, StringComparison.Ordinal);
        var pdf = await _coordination.GetAsync(cochee.Document.QuerySelector("a[href*='fiches.pdf']")!.GetAttribute("href"), Arret);
        Assert.Equal("application/pdf", pdf.Content.Headers.ContentType!.MediaType);
        Assert.Contains("inline", pdf.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);

        // nothing ticked: the filters of the table stay
        var retour = await PageHtml.OuvrirAsync(_coordination, $"{Adresse}/exporter?retour=%3Fq%3D1.1.2%26colonnes%3Dprevu");
        Assert.Equal($"{Adresse}/exporter?q=1.1.2", retour.Reponse.Headers.Location!.ToString());

        var page = await PageHtml.OuvrirAsync(_coordination, $"/conventions/{_convention.Id.Value}/fiches/{fiche}");
        foreach (var (nom, type) in new[] { ("fiche.pdf", "application/pdf"), ("fiche.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document") })
        {
            var reponse = await _coordination.GetAsync(page.Document.QuerySelector($"a[href$='{nom}']")!.GetAttribute("href"), Arret);
            Assert.Equal(type, reponse.Content.Headers.ContentType!.MediaType);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await _coordination.GetAsync($"/conventions/{_convention.Id.Value}/fiches/{Guid.NewGuid()}/fiche.pdf", Arret)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _coordination.GetAsync($"{Adresse}/fiches.docx?q=introuvable", Arret)).StatusCode);
    }

    [Theory]
    [InlineData("%PDF-1.7", "est un PDF")]
    [InlineData("rien à découper", "ne se découpe pas en colonnes")]
    [InlineData("", "Joignez le classeur ou le CSV du plan.")]
    public async Task Un_fichier_qui_n_est_pas_un_tableau_est_refuse_avec_une_phrase(string contenu, string phrase) =>
        Assert.Contains(phrase, (await DeposerAsync(contenu)).Texte, StringComparison.Ordinal);

    [Fact]
    public async Task Un_lecteur_exporte_et_n_importe_pas()
    {
        var lecteur = await _portail.ConnecterAsync(Role.Lecteur, _convention.Id);

        Assert.Equal(HttpStatusCode.OK, (await lecteur.GetAsync($"{Adresse}/exporter", Arret)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await lecteur.GetAsync($"{Adresse}/importer", Arret)).StatusCode);
        Assert.DoesNotContain("plan/importer", await lecteur.GetStringAsync(Adresse, Arret), StringComparison.Ordinal);
    }

    private async Task<PageHtml> DeposerAsync(string contenu)
    {
        var page = await PageHtml.OuvrirAsync(_coordination, $"{Adresse}/importer");
        return await page.EnvoyerFichierAsync("input[type='file']", "Input.Fichier", "plan.csv", Encoding.UTF8.GetBytes(contenu));
    }
}
