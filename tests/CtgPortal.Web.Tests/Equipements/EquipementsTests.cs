using System.Net;
using System.Text;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using CtgPortal.Web.Tests.Common;

namespace CtgPortal.Web.Tests.Equipements;

public sealed class EquipementsTests(PostgresServer serveur) : IAsyncLifetime
{
    private PortailDeTest _portail = null!;
    private Convention _convention = null!;
    private HttpClient _coordination = null!;

    private string Adresse => $"/conventions/{_convention.Id.Value}/equipements";

    public async ValueTask InitializeAsync()
    {
        _portail = await PortailDeTest.OuvrirAsync(serveur);
        _convention = UneConvention.Au(StatutConvention.EnRedaction);
        await _portail.SauverAsync(_convention, Diagnostic.Commencer(_convention.Id, UneConvention.Maintenant), Domain.Plans.Plan.Commencer(_convention.Id, UneConvention.Maintenant));
        _coordination = await _portail.ConnecterAsync(Role.Coordination, _convention.Id);
    }

    public ValueTask DisposeAsync() => _portail.DisposeAsync();

    [Fact]
    public async Task Un_equipement_s_ajoute_se_corrige_et_se_retire()
    {
        Assert.Contains("Aucun équipement n’est inscrit", (await LireAsync("")).Texte, StringComparison.Ordinal);
        var nouveau = await LireAsync("/nouveau");
        var refus = await nouveau.EnvoyerAsync("main form[data-garde]", ("Input.Commune", "Paris"), ("Input.Type", "Autre"));
        Assert.Equal(HttpStatusCode.BadRequest, refus.Statut);
        Assert.Contains("Donnez le nom", refus.Erreurs, StringComparison.Ordinal);
        Assert.Contains("Dites de quel équipement", refus.Erreurs, StringComparison.Ordinal);
        var horsPerimetre = await nouveau.EnvoyerAsync("main form[data-garde]", ("Input.Nom", "Crèche"), ("Input.Commune", "Paris"), ("Input.Type", "Creche"));
        Assert.Contains("n’est pas dans le périmètre", horsPerimetre.Erreurs, StringComparison.Ordinal);

        var liste = await (await nouveau.EnvoyerAsync(
            "main form[data-garde]", ("Input.Nom", "Les Loups"), ("Input.Type", "Creche"), ("Input.Commune", "hirson"), ("Input.Capacite", "25"), ("Input.Bonus", "oui"),
            ("Input.Montants[0].Montant", "12 000,50"), ("Input.AutresSoutiens", "Département"))).SuivreAsync();
        Assert.Contains("« Les Loups » est ajouté", liste.Texte, StringComparison.Ordinal);
        var ligne = liste.Document.QuerySelector(".tableau-cadre tbody tr")!;
        Assert.Equal(["Hirson", "–", "Département", "25\u00A0places", "Oui"], ligne.QuerySelectorAll("td").Select(c => c.TextContent.Trim()));

        var fiche = ligne.QuerySelector("a")!.GetAttribute("href")!;
        var modifier = await PageHtml.OuvrirAsync(_coordination, fiche);
        Assert.Equal("12000,5", modifier.Document.QuerySelector("input[name='Input.Montants[0].Montant']")!.GetAttribute("value"));
        await (await modifier.EnvoyerAsync("main form[data-garde]", ("Input.Nom", "Les Louveteaux"))).SuivreAsync();
        Assert.Equal(HttpStatusCode.Conflict, (await modifier.EnvoyerAsync("main form[data-garde]", ("Input.Nom", "Trop tard"))).Statut);

        var retire = await (await (await PageHtml.OuvrirAsync(_coordination, fiche)).EnvoyerAsync("form[action*='handler=Retirer']")).SuivreAsync();
        Assert.Contains("Aucun équipement n’est inscrit", retire.Texte, StringComparison.Ordinal);
        var historique = (await PageHtml.OuvrirAsync(_coordination, $"/conventions/{_convention.Id.Value}/historique?sujet=Equipements")).Texte;
        Assert.Contains("Ajout de « Les Loups » aux équipements soutenus", historique, StringComparison.Ordinal);
        Assert.Contains("Retrait de « Les Louveteaux »", historique, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_tableau_s_importe_en_trois_pas_et_les_filtres_sont_dans_l_adresse()
    {
        var depot = await LireAsync("/import");
        var refus = await depot.EnvoyerFichierAsync("main form", "Input.Fichier", "x.pdf", Encoding.ASCII.GetBytes("%PDF-1.7 essai"));
        Assert.Equal(HttpStatusCode.Conflict, refus.Statut);
        Assert.Contains("Ce fichier est un PDF", refus.Erreurs, StringComparison.Ordinal);

        var colonnes = await (await depot.EnvoyerFichierAsync("main form", "Input.Fichier", "t.csv", Encoding.UTF8.GetBytes(
            "Structure;Ville;Type;Nb\nLes Loups;Hirson;Crèche;25\nRelais;;RPE;\nLes Loups;Hirson;Crèche;25\n"))).SuivreAsync();
        Assert.Equal(["nom", "commune", "type", ""], colonnes.Document.QuerySelectorAll("select[name^='Input.Champs'] option[selected]").Select(o => o.GetAttribute("value")));
        var rapport = await (await colonnes.EnvoyerAsync("main form", ("Input.Champs[3]", "capacite"), ("Input.Attendu", "3"))).SuivreAsync();
        Assert.Contains("Vous attendiez 3\u00A0équipements, le fichier en contient 2", rapport.Texte, StringComparison.Ordinal);
        Assert.Contains("Même équipement qu’à la ligne 2", rapport.Texte, StringComparison.Ordinal);
        var sansAccord = await rapport.EnvoyerAsync("form.bloc");
        Assert.Equal(HttpStatusCode.Conflict, sansAccord.Statut);
        Assert.Contains("Une ligne ne peut pas être écrite", sansAccord.Erreurs, StringComparison.Ordinal);

        var liste = await (await rapport.EnvoyerAsync("form.bloc", ("sansLesAutres", "true"))).SuivreAsync();
        Assert.Contains("2\u00A0équipements ajoutés", liste.Texte, StringComparison.Ordinal);
        Assert.Equal(2, liste.Document.QuerySelectorAll(".tableau-cadre tbody tr").Length);
        var filtree = await LireAsync("?type=RelaisPetiteEnfance&bonus=inconnu");
        Assert.Equal("Relais", Assert.Single(filtree.Document.QuerySelectorAll(".tableau-cadre tbody a")).TextContent);
        Assert.Contains("Aucun équipement ne correspond", (await LireAsync("?q=piscine")).Texte, StringComparison.Ordinal);
        foreach (var fichier in new[] { "equipements.xlsx", "equipements.csv", "modele-equipements.xlsx" })
        {
            Assert.Equal(HttpStatusCode.OK, (await _coordination.GetAsync($"{Adresse}/{fichier}", TestContext.Current.CancellationToken)).StatusCode);
        }
    }

    [Fact]
    public async Task Une_exigence_se_confirme_avec_son_motif_et_les_cej_se_voient()
    {
        var convention = $"/conventions/{_convention.Id.Value}";
        var page = await PageHtml.OuvrirAsync(_coordination, $"{convention}/petite-enfance");
        Assert.Equal(13, page.Document.QuerySelectorAll(".exigence").Length);
        var confirmer = await PageHtml.OuvrirAsync(_coordination, page.Document.QuerySelector("[id$='-CompatibiliteSdsf'] .actions a")!.GetAttribute("href")!);
        Assert.Contains("Dites pourquoi", (await confirmer.EnvoyerAsync("main form")).Erreurs, StringComparison.Ordinal);
        var confirmee = await (await confirmer.EnvoyerAsync("main form", ("Input.Motif", "Schéma, page 12."))).SuivreAsync();
        Assert.Contains("Schéma, page 12.", confirmee.Document.QuerySelector("[id$='-CompatibiliteSdsf']")!.TextContent, StringComparison.Ordinal);

        var cej = await PageHtml.OuvrirAsync(_coordination, $"{convention}/anciens-cej");
        await (await cej.EnvoyerAsync("main form", ("Input.AnciensCej[0].Intitule", "CEJ 2022-2026"), ("Input.AnciensCej[0].Collectivites", "Hirson\nBuire"), ("Input.AnciensCej[0].Fin", "2026-06-30"))).SuivreAsync();
        var detail = (await PageHtml.OuvrirAsync(_coordination, convention)).Texte;
        Assert.Contains("Un CEJ finit avant la signature", detail, StringComparison.Ordinal);
        Assert.Contains("Prendre la suite du CEJ « CEJ 2022-2026 »", (await PageHtml.OuvrirAsync(_coordination, "/")).Texte, StringComparison.Ordinal);
    }

    private Task<PageHtml> LireAsync(string suite) => PageHtml.OuvrirAsync(_coordination, Adresse + suite);
}
