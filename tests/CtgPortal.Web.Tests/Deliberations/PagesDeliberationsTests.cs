using System.Net;
using System.Text;
using CtgPortal.Domain.Comptes;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using CtgPortal.Web.Tests.Common;
using CtgPortal.Web.Tests.Plan;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Web.Tests.Deliberations;

/// <summary>The acts of the parties, from the list to the stamped copy, without script.</summary>
public sealed class PagesDeliberationsTests(PostgresServer serveur) : IAsyncLifetime
{
    private PlanWeb _plan = null!;
    private string _caf = "";
    private string _cc = "";

    public async ValueTask InitializeAsync()
    {
        _plan = await PlanWeb.OuvrirAsync(serveur);
        await _plan.Portail.SauverAsync(UnDiagnostic.Rempli(_plan.Convention).Diagnostic);
        var parties = await _plan.Portail.LireAsync(db => db.Conventions.Where(c => c.Id == _plan.Convention).SelectMany(c => c.Parties).OrderBy(p => p.Rang).Select(p => p.Id).ToListAsync());
        (_caf, _cc) = ($"{_plan.Adresse}/deliberations/{parties[0].Value}", $"{_plan.Adresse}/deliberations/{parties[1].Value}");
    }

    public ValueTask DisposeAsync() => _plan.DisposeAsync();

    [Fact]
    public async Task Un_acte_s_enregistre_se_complete_recoit_ses_fichiers_et_se_retire()
    {
        var liste = await _plan.LireAsync($"{_plan.Adresse}/deliberations");
        Assert.Contains("Pas encore renseigné", liste.Texte, StringComparison.Ordinal);
        var page = await _plan.LireAsync(liste.Document.QuerySelectorAll("tbody th a")[1].GetAttribute("href")!);

        var incomplet = await page.EnvoyerAsync("form[data-garde]", ("Input.Numero", "2026-14"), ("Input.Date", ""));
        Assert.Equal(HttpStatusCode.BadRequest, incomplet.Statut);
        Assert.EndsWith("Indiquez la date de l’acte.", incomplet.Document.QuerySelector("#Input_Date-erreur")!.TextContent.Trim(), StringComparison.Ordinal);
        page = await (await incomplet.EnvoyerAsync(
            "form[data-garde]", ("Input.Date", "2026-02-10"), ("Input.Pour", "31"), ("Input.Contre", "2"), ("Input.TransmisLe", "2026-02-11"), ("Input.RecuLe", "2026-02-11"),
            ("Input.Identifiant", "059-200072031-20260210-2026_14-DE"))).SuivreAsync();
        Assert.Equal("La délibération est enregistrée.", page.Document.QuerySelector("#annonce")!.TextContent.Trim());
        Assert.Equal(["Pris le 10 février 2026", "Transmis le 11 février 2026", "Reçu le 11 février 2026", "Publié : à noter"], Parcours(page));
        Assert.Contains("Il commence par « 059 »", page.Texte, StringComparison.Ordinal);
        Assert.Equal("31", page.Document.QuerySelector("#Input_Pour")!.GetAttribute("value"));

        page = await DeposerAsync(page, 0, "delibere.pdf");
        Assert.Equal("L’acte est déposé.", page.Document.QuerySelector("#annonce")!.TextContent.Trim());
        page = await DeposerAsync(page, 1, "retour.pdf");
        Assert.Equal(["Délibération", "Copie tamponnée"], page.Document.QuerySelectorAll(".piece .pastille").Select(p => p.TextContent.Trim()));

        liste = await _plan.LireAsync($"{_plan.Adresse}/deliberations");
        Assert.Equal(["Date de publication"], liste.Document.QuerySelectorAll("tbody tr")[1].QuerySelectorAll(".manques li").Select(l => l.TextContent.Trim()));
        Assert.Contains("Identifiant à vérifier", liste.Texte, StringComparison.Ordinal);

        var fin = await (await page.EnvoyerAsync("form[action*='/deliberations/'][action$='handler=Retirer']")).SuivreAsync();
        Assert.Contains("est retirée", fin.Document.QuerySelector("#annonce")!.TextContent, StringComparison.Ordinal);
        Assert.Equal([], await _plan.Portail.LireAsync(db => db.Pieces.Select(p => p.Nature + " " + p.Nom).ToListAsync()));
        Assert.Contains("Délibération de « CC des Trois Rivières » : n° 2026-14 du 10 février 2026", Lisse((await _plan.LireAsync($"{_plan.Adresse}/historique")).Texte), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_refus_dit_toutes_ses_raisons_et_garde_ce_qui_est_tape()
    {
        var page = await _plan.LireAsync(_cc);

        var refus = await page.EnvoyerAsync(
            "form[data-garde]", ("Input.Numero", "2026-14"), ("Input.Date", "2026-02-10"), ("Input.TransmisLe", "2026-02-01"), ("Input.RecuLe", "2026-01-30"));

        Assert.Equal(HttpStatusCode.Conflict, refus.Statut);
        Assert.Contains("transmis avant d’avoir été pris", refus.Erreurs, StringComparison.Ordinal);
        Assert.Contains("reçu par la préfecture avant d’avoir été envoyé", refus.Erreurs, StringComparison.Ordinal);
        Assert.Equal("2026-02-01", refus.Document.QuerySelector("#Input_TransmisLe")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Deux_personnes_qui_completent_le_meme_acte_voient_leur_desaccord()
    {
        var (une, autre) = (await _plan.LireAsync(_cc), await _plan.LireAsync(_cc));
        await une.EnvoyerAsync("form[data-garde]", ("Input.Numero", "A"), ("Input.Date", "2026-02-10"));

        var conflit = await autre.EnvoyerAsync("form[data-garde]", ("Input.Numero", "B"), ("Input.Date", "2026-02-10"));

        Assert.Equal(HttpStatusCode.Conflict, conflit.Statut);
        Assert.Contains("Numéro de l’acte", conflit.Document.QuerySelector(".conflits")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await conflit.EnvoyerAsync("form[data-garde]", ("Input.Numero", "B"))).Statut);
    }

    [Fact]
    public async Task La_prefecture_n_est_pas_demandee_a_la_Caf_et_un_lecteur_ne_change_rien()
    {
        var caf = await _plan.LireAsync(_caf);
        Assert.Null(caf.Document.QuerySelector("#Input_TransmisLe"));
        await caf.EnvoyerAsync("form[data-garde]", ("Input.Numero", "CA-1"), ("Input.Date", "2026-02-10"), ("Input.Unanimite", "true"));

        using var lecteur = await _plan.Portail.ConnecterAsync(Role.Lecteur, _plan.Convention);
        var lue = await PageHtml.OuvrirAsync(lecteur, _caf);
        Assert.Contains("à l’unanimité", lue.Texte, StringComparison.Ordinal);
        Assert.Empty(lue.Document.QuerySelectorAll("main form"));
        Assert.Empty((await PageHtml.OuvrirAsync(lecteur, $"{_plan.Adresse}/deliberations")).Document.QuerySelectorAll("main form"));
        Assert.Equal(HttpStatusCode.NotFound, (await _plan.LireAsync($"{_plan.Adresse}/deliberations/{Guid.CreateVersion7()}")).Statut);
    }

    [Fact]
    public async Task Ce_qui_manque_a_la_signature_mene_aux_deliberations()
    {
        var signature = await _plan.LireAsync($"{_plan.Adresse}/signature");

        Assert.Contains(
            signature.Document.QuerySelectorAll("a"), a => a.TextContent.Contains("Renseigner la délibération", StringComparison.Ordinal) && a.GetAttribute("href") == $"{_plan.Adresse}/deliberations");
        Assert.NotNull((await _plan.LireAsync($"{_plan.Adresse}/parties")).Document.QuerySelector($"a[href='{_cc}']"));
    }

    private static async Task<PageHtml> DeposerAsync(PageHtml page, int rang, string nom) =>
        await (await page.EnvoyerFichierAsync(
            rang == 0 ? ".depots-acte form:first-child" : ".depots-acte form:last-child", "Depot.Fichier", nom, Encoding.ASCII.GetBytes("%PDF-1.7 " + nom))).SuivreAsync();

    private static IEnumerable<string> Parcours(PageHtml page) =>
        page.Document.QuerySelectorAll(".parcours-acte li").Select(l => Lisse(l.TextContent));

    private static string Lisse(string texte) => string.Join(' ', texte.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
