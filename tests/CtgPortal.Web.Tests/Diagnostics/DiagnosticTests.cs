using System.Net;
using AngleSharp.Html.Dom;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using CtgPortal.Web.Tests.Comptes;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Web.Tests.Diagnostics;

public sealed class DiagnosticTests(PostgresServer serveur) : IAsyncLifetime
{
    private PortailDeTest _portail = null!;
    private Convention _convention = null!;
    private NavigateurDeTest _coordination = null!;

    private string Adresse => $"/conventions/{_convention.Id.Value}/diagnostic";

    public async ValueTask InitializeAsync()
    {
        _portail = await PortailDeTest.OuvrirAsync(serveur);
        _convention = UneConvention.Au(StatutConvention.EnDiagnostic);
        await _portail.SauverAsync(_convention);
        _coordination = new(await _portail.ConnecterAsync(Role.Coordination, _convention.Id));
    }

    public ValueTask DisposeAsync() => _portail.DisposeAsync();

    [Fact]
    public async Task Un_diagnostic_vide_dit_par_quoi_commencer()
    {
        await _portail.SauverAsync(UnDiagnostic.Commence(_convention.Id));

        var page = await _coordination.LireAsync(Adresse);

        Assert.Equal((HttpStatusCode.OK, "Diagnostic partagé"), (page.Statut, page.Titre));
        Assert.NotNull(page.Document.QuerySelector($".etat-vide a[href='{Adresse}/catalogue']"));
        Assert.Null(page.Document.QuerySelector($"a[href='{Adresse}/valider']"));
    }

    [Fact]
    public async Task Montre_les_chiffres_compares_et_les_constats_par_nature()
    {
        await RempliAsync();

        var page = await _coordination.LireAsync(Adresse);

        Assert.Equal("petite enfance", page.Document.QuerySelector("main h2[id^=champ-]")!.TextContent);
        Assert.Equal("48,5\u00A0%", page.Document.QuerySelector(".carte-chiffre .mesure-valeur")!.TextContent);
        Assert.Equal("5,5\u00A0points au-dessous du département", page.Document.QuerySelector(".carte-chiffre .carte-pied .mesure-mots")!.TextContent);
        Assert.Equal("1", page.Document.QuerySelector($".parties a[href='{Adresse}/constats'] .parties-nombre")!.LastChild!.TextContent);
    }

    [Fact]
    public async Task Un_indicateur_s_ajoute_et_recoit_ses_valeurs()
    {
        await _portail.SauverAsync(UnDiagnostic.Commence(_convention.Id));

        var ajout = await _coordination.EnvoyerAsync(
            $"{Adresse}/indicateurs/nouveau?champ=jeunesse", "", ("Input.Intitule", "Part des 18-25 ans"), ("Input.Unite", "%"), ("Input.Nature", "Part"));
        Assert.Equal(HttpStatusCode.Redirect, ajout.Statut);
        var valeur = await _coordination.EnvoyerAsync(
            ajout.Vers!, EstSaisie, ("Input.Geographie", "Epci:240200600"), ("Input.Annee", "2024"), ("Input.Valeur", "8,25"), ("Input.Source", "Insee"));

        Assert.Equal(HttpStatusCode.Redirect, valeur.Statut);
        var page = await _coordination.LireAsync(valeur.Vers!);
        Assert.Equal(["CC des Trois Rivières", "2024", "8,25\u00A0%", "Insee"], page.Document.QuerySelectorAll("tbody tr > *").Take(4).Select(c => c.TextContent.Trim()));
        Assert.Equal(("2024", "Insee"), (Valeur(page, "Input.Annee"), Valeur(page, "Input.Source")));
    }

    [Theory]
    [InlineData("Input.Valeur", "beaucoup", "nombre")]
    [InlineData("Input.Annee", "1800", "L’année doit se situer")]
    [InlineData("Input.Source", "", "Citez la source")]
    [InlineData("Input.Geographie", "", "Choisissez un territoire")]
    public async Task Une_valeur_mal_saisie_est_redemandee_avec_ce_qui_etait_tape(string champ, string saisie, string message)
    {
        var (_, indicateur, _) = await RempliAsync();
        (string, string)[] bonne = [("Input.Geographie", "Epci:240200600"), ("Input.Annee", "2023"), ("Input.Valeur", "12,5"), ("Input.Source", "Caf")];

        var page = await _coordination.EnvoyerAsync(
            $"{Adresse}/indicateurs/{indicateur.Value}", EstSaisie, [.. bonne.Where(b => b.Item1 != champ), (champ, saisie)]);

        Assert.Equal(champ == "Input.Annee" ? HttpStatusCode.Conflict : HttpStatusCode.BadRequest, page.Statut);
        Assert.Contains(message, page.Erreurs, StringComparison.Ordinal);
        Assert.Equal(saisie, champ == "Input.Geographie" ? saisie : Valeur(page, champ));
    }

    [Fact]
    public async Task Une_valeur_et_un_indicateur_se_retirent()
    {
        var (_, indicateur, _) = await RempliAsync();
        var adresse = $"{Adresse}/indicateurs/{indicateur.Value}";

        Assert.Equal(HttpStatusCode.Redirect, (await _coordination.EnvoyerAsync(adresse, "handler=RetirerValeur")).Statut);
        Assert.Single((await _coordination.LireAsync(adresse)).Document.QuerySelectorAll("tbody tr"));
        Assert.Equal(Adresse, (await _coordination.EnvoyerAsync(adresse, f => f.Action.EndsWith("handler=Retirer", StringComparison.Ordinal))).Vers);
        Assert.Equal(HttpStatusCode.NotFound, (await _coordination.LireAsync(adresse)).Statut);
    }

    [Fact]
    public async Task Un_constat_s_ajoute_se_corrige_et_se_retire()
    {
        await _portail.SauverAsync(UnDiagnostic.Commence(_convention.Id));

        var ajout = await _coordination.EnvoyerAsync(
            $"{Adresse}/constats/nouveau?champ=logement", "", ("Input.Nature", "Besoin"), ("Input.Texte", "Des logements <b>jeunes</b>"));
        Assert.Equal($"{Adresse}/constats", ajout.Vers);
        var constat = (await _portail.LireAsync(db => db.Diagnostics.AsNoTracking().SingleAsync())).Constats[0].Id.Value;
        var page = await _coordination.LireAsync($"{Adresse}/constats");
        Assert.Contains("Des logements <b>jeunes</b>", page.Texte, StringComparison.Ordinal);

        var lecture = $"{Adresse}/constats/{constat}";
        var adresse = $"{lecture}/modifier";
        Assert.Equal("Des logements <b>jeunes</b>", ((IHtmlTextAreaElement)(await _coordination.LireAsync(adresse)).Document.QuerySelector("textarea")!).Value);
        Assert.Equal(lecture, (await _coordination.EnvoyerAsync(adresse, EstSaisie, ("Input.Nature", "Enjeu"))).Vers);
        Assert.Equal("Enjeu", (await _coordination.LireAsync(lecture)).Titre.Trim());
        Assert.Equal($"{Adresse}/constats", (await _coordination.EnvoyerAsync(adresse, "handler=Retirer")).Vers);
        Assert.Equal(HttpStatusCode.NotFound, (await _coordination.LireAsync(lecture)).Statut);
    }

    [Fact]
    public async Task Un_constat_sans_nature_ni_texte_est_redemande()
    {
        await _portail.SauverAsync(UnDiagnostic.Commence(_convention.Id));

        var page = await _coordination.EnvoyerAsync($"{Adresse}/constats/nouveau?champ=logement", "");

        Assert.Equal(HttpStatusCode.BadRequest, page.Statut);
        Assert.Equal(["#Input_Nature", "#Input_Texte"], page.Document.QuerySelectorAll("#erreurs a").Select(a => a.GetAttribute("href")).Order(StringComparer.Ordinal));
        Assert.All(page.Document.QuerySelectorAll("#erreurs a"), a => Assert.NotNull(page.Document.QuerySelector(a.GetAttribute("href")!)));
    }

    [Fact]
    public async Task Une_demarche_depassee_montre_les_deux_valeurs_puis_s_enregistre()
    {
        await _portail.SauverAsync(UnDiagnostic.Commence(_convention.Id));
        await _coordination.EnvoyerAsync($"{Adresse}/demarche", "", ("Input.Demarche", "La première"), ("Input.Sources", "Insee\nCaf"));

        var page = await _coordination.EnvoyerAsync($"{Adresse}/demarche", "", ("Input.Revision", "1"), ("Input.Demarche", "La seconde"));

        Assert.Equal(HttpStatusCode.Conflict, page.Statut);
        var conflit = page.Document.QuerySelector("tr[data-champ=Demarche]")!;
        Assert.Equal(["La première", "La seconde"], conflit.QuerySelectorAll("td").Select(c => c.TextContent));
        Assert.Equal("La seconde", ((IHtmlTextAreaElement)page.Document.QuerySelector("[name='Input.Demarche']")!).Value);
        Assert.Equal("2", Valeur(page, "Input.Revision"));
    }

    [Fact]
    public async Task Un_ajout_sur_une_revision_depassee_garde_la_saisie()
    {
        var (diagnostic, _, _) = await RempliAsync();

        var page = await _coordination.EnvoyerAsync(
            $"{Adresse}/constats/nouveau?champ=logement", "", ("Input.Revision", "1"), ("Input.Nature", "Force"), ("Input.Texte", "Un atout"));

        Assert.Equal(HttpStatusCode.Conflict, page.Statut);
        Assert.Equal("Un atout", ((IHtmlTextAreaElement)page.Document.QuerySelector("[name='Input.Texte']")!).Value);
        Assert.Equal($"{diagnostic.Revision}", Valeur(page, "Input.Revision"));
    }

    [Fact]
    public async Task Se_valide_puis_se_rouvre_avec_un_motif()
    {
        await RempliAsync();

        Assert.Equal($"{Adresse}/validation", (await _coordination.EnvoyerAsync($"{Adresse}/valider", "")).Vers);
        var valide = await _coordination.LireAsync(Adresse);
        Assert.Contains("par Camille Essai", valide.Texte, StringComparison.Ordinal);
        Assert.Null(valide.Document.QuerySelector($"a[href$='/nouveau']"));

        Assert.Equal(HttpStatusCode.BadRequest, (await _coordination.EnvoyerAsync($"{Adresse}/rouvrir", "")).Statut);
        Assert.Equal($"{Adresse}/validation", (await _coordination.EnvoyerAsync($"{Adresse}/rouvrir", "", ("Input.Motif", "Chiffres 2025"))).Vers);
        Assert.Contains("À valider", (await _coordination.LireAsync(Adresse)).Texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_diagnostic_valide_avant_le_portail_se_lit_sans_nommer_personne()
    {
        await _portail.SauverAsync(UnDiagnostic.Valide(_convention.Id).Diagnostic);

        Assert.Contains("Validé le 2\u00A0mars\u00A02026 :", (await _coordination.LireAsync(Adresse)).Texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_diagnostic_vide_ne_se_valide_pas_et_dit_pourquoi()
    {
        await _portail.SauverAsync(UnDiagnostic.Commence(_convention.Id));

        var page = await _coordination.EnvoyerAsync($"{Adresse}/valider", "");

        Assert.Equal(HttpStatusCode.Conflict, page.Statut);
        Assert.Contains("Le diagnostic est vide", page.Erreurs, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("[data-code=diagnostic-vide]"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/demarche")]
    [InlineData("/indicateurs/nouveau")]
    [InlineData("/constats/nouveau")]
    [InlineData("/valider")]
    [InlineData("/rouvrir")]
    public async Task Chaque_page_repond_404_ailleurs_et_refuse_qui_ne_peut_qu_y_lire(string page)
    {
        await RempliAsync();
        var lecteur = new NavigateurDeTest(await _portail.ConnecterAsync(Role.Lecteur, _convention.Id));
        var ailleurs = new NavigateurDeTest(await _portail.ConnecterAsync(new Habilitation(Role.Coordination, Portee.Territoire, "999999999")));

        Assert.Equal(HttpStatusCode.OK, (await _coordination.LireAsync(Adresse + page)).Statut);
        Assert.Equal(page.Length == 0 ? HttpStatusCode.OK : HttpStatusCode.Forbidden, (await lecteur.LireAsync(Adresse + page)).Statut);
        Assert.Equal(HttpStatusCode.NotFound, (await ailleurs.LireAsync(Adresse + page)).Statut);
        Assert.Equal(HttpStatusCode.NotFound, (await _coordination.LireAsync($"/conventions/{Guid.CreateVersion7()}/diagnostic{page}")).Statut);
    }

    [Theory]
    [InlineData("indicateurs")]
    [InlineData("constats")]
    public async Task Une_ligne_inconnue_repond_404(string lignes)
    {
        await RempliAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await _coordination.LireAsync($"{Adresse}/{lignes}/{Guid.CreateVersion7()}")).Statut);
    }

    [Fact]
    public async Task Qui_ne_peut_que_lire_ne_voit_aucun_formulaire()
    {
        var (_, indicateur, constat) = await RempliAsync();
        var lecteur = new NavigateurDeTest(await _portail.ConnecterAsync(Role.Partenaire, _convention.Id));

        var page = await lecteur.LireAsync($"{Adresse}/indicateurs/{indicateur.Value}");

        Assert.Equal(HttpStatusCode.OK, page.Statut);
        Assert.Empty(page.Document.QuerySelectorAll("main form"));
        Assert.Empty((await lecteur.LireAsync(Adresse)).Document.QuerySelectorAll(".bloc-modifier"));
        Assert.Single((await _coordination.LireAsync(Adresse)).Document.QuerySelectorAll(".bloc-modifier"));
        Assert.Equal(HttpStatusCode.Forbidden, (await lecteur.LireAsync($"{Adresse}/constats/{constat.Value}/modifier")).Statut);
    }

    private static bool EstSaisie(IHtmlFormElement formulaire) => formulaire.GetAttribute("action") is null or "" && formulaire.QuerySelector("[name^='Input.']") is not null;

    private static string? Valeur(PageLue page, string champ) => ((IHtmlInputElement)page.Document.QuerySelector($"input[name='{champ}']")!).Value;

    private async Task<(Diagnostic Diagnostic, IndicateurId Indicateur, ConstatId Constat)> RempliAsync()
    {
        var rempli = UnDiagnostic.Rempli(_convention.Id);
        await _portail.SauverAsync(rempli.Diagnostic);
        return rempli;
    }
}
