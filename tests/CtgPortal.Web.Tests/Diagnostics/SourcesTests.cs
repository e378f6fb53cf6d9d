using System.Net;
using System.Text;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using CtgPortal.Web.Tests.Common;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Web.Tests.Diagnostics;

public sealed class SourcesTests(PostgresServer serveur) : IAsyncLifetime
{
    private PortailDeTest _portail = null!;
    private Convention _convention = null!;
    private HttpClient _coordination = null!;

    private string Adresse => $"/conventions/{_convention.Id.Value}/diagnostic";

    public async ValueTask InitializeAsync()
    {
        _portail = await PortailDeTest.OuvrirAsync(serveur);
        _convention = UneConvention.Au(StatutConvention.EnDiagnostic);
        await _portail.SauverAsync(_convention, UnDiagnostic.Rempli(_convention.Id).Diagnostic);
        _coordination = await _portail.ConnecterAsync(Role.Coordination, _convention.Id);
    }

    public ValueTask DisposeAsync() => _portail.DisposeAsync();

    [Fact]
    public async Task Les_constats_se_lisent_par_champ_en_quatre_cases_et_le_filtre_est_dans_l_adresse()
    {
        var page = await LireAsync("/constats");
        Assert.Equal(["Forces", "Faiblesses", "Opportunités", "Menaces"], page.Document.QuerySelectorAll(".swot-case h3 .pastille").Select(p => p.TextContent.Trim()));
        Assert.Single(page.Document.QuerySelectorAll(".constat"));

        var filtree = await LireAsync("/constats?theme=petite%20enfance&priorite=Aucune");
        Assert.Equal(["theme", "priorite"], filtree.Document.QuerySelectorAll("form.filtres select").Select(s => s.GetAttribute("name")));
        Assert.Equal("petite enfance", filtree.Document.QuerySelector("select[name=theme] option[selected]")!.GetAttribute("value"));
        Assert.Single(filtree.Document.QuerySelectorAll(".constat"));
        Assert.Equal("Aucune", filtree.Document.QuerySelector("select[name='priorite'] option[selected]")!.GetAttribute("value"));
        Assert.Contains("Aucun constat ne correspond", (await LireAsync("/constats?priorite=Haute")).Texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Une_priorite_choisie_se_voit_et_un_constat_dit_sur_quoi_il_s_appuie()
    {
        var priorites = await LireAsync("/constats/priorites");
        await (await priorites.EnvoyerAsync("main form select", ("Input.Choix[0].Priorite", "Haute"))).SuivreAsync();
        var constat = (await LireAsync("/constats")).Document.QuerySelector(".constat a")!.GetAttribute("href")!;
        Assert.Contains("Priorité haute", (await PageHtml.OuvrirAsync(_coordination, constat)).Texte, StringComparison.Ordinal);

        var modifier = await PageHtml.OuvrirAsync(_coordination, $"{constat}/modifier");
        var cle = modifier.Document.QuerySelector("input[name='Input.Appuis']")!.GetAttribute("value")!;
        var page = await (await modifier.EnvoyerAsync("main form[data-garde]", ("Input.Appuis", cle))).SuivreAsync();

        Assert.Equal("Taux de couverture", page.Document.QuerySelector(".appuis a")!.TextContent);
        Assert.Contains("Ce qu’il est devenu", page.Texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Une_enquete_s_ajoute_et_ses_resultats_se_relisent_avant_d_etre_gardes()
    {
        var nouvelle = await LireAsync("/enquetes/nouvelle");
        var refus = await nouvelle.EnvoyerAsync("main form[data-garde]", ("Input.Envoyes", "10"), ("Input.Reponses", "12"));
        Assert.Equal(HttpStatusCode.BadRequest, refus.Statut);
        Assert.Contains("Donnez un intitulé", refus.Erreurs, StringComparison.Ordinal);
        Assert.Contains("plus de réponses", refus.Erreurs, StringComparison.Ordinal);
        var enquete = await nouvelle.EnvoyerAsync("main form[data-garde]", ("Input.Intitule", "Questionnaire"), ("Input.Mode", "Papier"));
        var adresse = enquete.Reponse.Headers.Location!.ToString();

        var depot = await PageHtml.OuvrirAsync(_coordination, $"{adresse}/resultats");
        var lue = await (await depot.EnvoyerFichierAsync(
            "main form", "Input.Fichier", "r.csv", Encoding.Latin1.GetBytes("Horodateur;Êtes-vous satisfait ?\n" + string.Concat(Enumerable.Range(0, 20).Select(i => $"2026/01/01 10:{i:00};{(i < 12 ? "Oui" : "Non")}\n"))),
            ("Input.Forme", "Reponses"))).SuivreAsync();
        Assert.Contains("Windows-1252, point-virgule", lue.Texte, StringComparison.Ordinal);
        Assert.Contains("« Horodateur » : donnée personnelle", lue.Texte, StringComparison.Ordinal);
        Assert.Contains("Êtes-vous satisfait ?", lue.Document.QuerySelector(".question h3")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Aucun résultat", (await PageHtml.OuvrirAsync(_coordination, adresse)).Texte, StringComparison.Ordinal);

        var gardee = await (await lue.EnvoyerAsync("form[action*='handler=Retenir']")).SuivreAsync();
        Assert.Equal("Oui : 60\u00A0%, Non : 40\u00A0%.", gardee.Document.QuerySelector(".question svg desc")!.TextContent);
    }

    [Fact]
    public async Task Un_entretien_s_ajoute_et_la_liste_dit_les_communes_entendues_et_ses_pieces()
    {
        var nouveau = await LireAsync("/entretiens/nouveau");
        var entretien = await (await nouveau.EnvoyerAsync("main form[data-garde]", ("Input.Fonction", "Maire"), ("Input.Communes", "02053"))).SuivreAsync();
        await (await entretien.EnvoyerFichierAsync("form[data-pieces]", "fichiers", "notes.pdf", "%PDF-1.7 notes"u8.ToArray())).SuivreAsync();

        var liste = await LireAsync("/entretiens");
        Assert.Equal(["Aubenton"], liste.Document.QuerySelectorAll(".commune-entendue").Select(c => c.ChildNodes.OfType<AngleSharp.Dom.IText>().Last(t => t.TextContent.Trim().Length > 0).TextContent.Trim()));
        Assert.Contains("1 sur 3 commune entendue", liste.Texte, StringComparison.Ordinal);
        Assert.Equal("1 pièce jointe", string.Join(' ', liste.Document.QuerySelector(".pieces-compte")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }

    [Fact]
    public async Task Valider_garde_le_contenu_et_la_page_dit_ce_qui_a_change_depuis()
    {
        var validee = await (await (await LireAsync("/valider")).EnvoyerAsync("main form[method='post']")).SuivreAsync();
        Assert.Contains("n° 1", validee.Document.QuerySelector("tbody th")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await (await LireAsync("/entretiens/nouveau")).EnvoyerAsync("main form[data-garde]", ("Input.Fonction", "Maire"))).Statut);

        await (await (await LireAsync("/rouvrir")).EnvoyerAsync("main form[method='post']", ("Input.Motif", "Chiffres 2025"))).SuivreAsync();
        await (await (await LireAsync("/entretiens/nouveau")).EnvoyerAsync("main form[data-garde]", ("Input.Fonction", "Maire"))).SuivreAsync();
        var differences = await LireAsync("/validation/differences");

        Assert.Contains("Depuis la validation n° 1", differences.Document.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Ajouté"], differences.Document.QuerySelectorAll(".difference .pastille").Select(p => p.TextContent.Trim()));
        using var contenu = await _coordination.GetAsync(new Uri($"{Adresse}/validations/1.json", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("application/json", contenu.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.NotFound, (await LireAsync("/validation/differences?de=7")).Statut);
    }

    [Fact]
    public async Task Qui_ne_fait_que_lire_ne_voit_aucun_bouton_et_est_refuse()
    {
        var (enquete, entretien, document) = (UneEnquete.AvecResultats(_convention.Id), UneEnquete.Entretien(_convention.Id), UneEnquete.Document(_convention.Id));
        await _portail.SauverAsync(enquete, entretien, document);
        var lecteur = await _portail.ConnecterAsync(Role.Lecteur, _convention.Id);

        foreach (var chemin in new[] { "/constats", "/enquetes", $"/enquetes/{enquete.Id.Value}", "/entretiens", $"/entretiens/{entretien.Id.Value}", $"/documents/{document.Id.Value}", "/validation" })
        {
            var page = await PageHtml.OuvrirAsync(lecteur, Adresse + chemin);
            Assert.Equal((chemin, HttpStatusCode.OK), (chemin, page.Statut));
            Assert.Empty(page.Document.QuerySelectorAll("main .actions a"));
        }

        foreach (var chemin in new[] { "/constats/priorites", "/enquetes/nouvelle", $"/enquetes/{enquete.Id.Value}/resultats", "/entretiens/nouveau", $"/documents/{document.Id.Value}/modifier" })
        {
            Assert.Equal((chemin, HttpStatusCode.Forbidden), (chemin, (await PageHtml.OuvrirAsync(lecteur, Adresse + chemin)).Statut));
        }

        Assert.Equal(1, await _portail.LireAsync(db => db.Enquetes.CountAsync()));
    }

    private Task<PageHtml> LireAsync(string chemin) => PageHtml.OuvrirAsync(_coordination, Adresse + chemin);
}
