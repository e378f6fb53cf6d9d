using System.Net;
using System.Text;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Diagnostics.Imports;
using CtgPortal.Domain.Territoires;
using CtgPortal.Infrastructure.Imports;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using CtgPortal.Web.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CtgPortal.Web.Tests.Diagnostics;

public sealed class ImportTests(PostgresServer serveur) : IAsyncLifetime
{
    private const string Fichier = "Code commune;Nom commune;Année;Naissances\n02381;Hirson;2022;95\n02738;Saint-Michel;2022;nd\n02381;Hirson;2021;=2+2\n";
    private const string Depot = "form[data-depot]";

    private PortailDeTest _portail = null!;
    private Convention _convention = null!;
    private HttpClient _coordination = null!;

    private static CancellationToken Arret => TestContext.Current.CancellationToken;

    private string Adresse => $"/conventions/{_convention.Id.Value}/diagnostic/import";

    public async ValueTask InitializeAsync()
    {
        _portail = await PortailDeTest.OuvrirAsync(serveur);
        _convention = UneConvention.Au(StatutConvention.EnDiagnostic);
        await _portail.SauverAsync(_convention, UnDiagnostic.Commence(_convention.Id));
        await _portail.SauverAsync(new Region("32", "Hauts-de-France"));
        await _portail.SauverAsync(new Departement("02", "Aisne", "32"));
        _coordination = await _portail.ConnecterAsync(Role.Coordination, _convention.Id);
    }

    public ValueTask DisposeAsync() => _portail.DisposeAsync();

    [Fact]
    public async Task Un_fichier_s_importe_de_bout_en_bout_sans_script()
    {
        var colonnes = await (await DeposerAsync(Fichier)).SuivreAsync();
        Assert.Equal("Que contiennent les colonnes ?", colonnes.Document.QuerySelector("h1")!.TextContent);
        Assert.Equal(
            ["CodeCommune", "NomTerritoire", "Annee", "Valeur"],
            colonnes.Document.QuerySelectorAll(".colonnes-import select").Select(s => s.QuerySelector("option[selected]")!.GetAttribute("value")));

        var attente = await (await colonnes.EnvoyerAsync("form[data-garde]", ("Input.Source", "Insee"))).SuivreAsync();
        Assert.Contains("attend son tour", attente.Texte, StringComparison.Ordinal);
        await LireAsync();

        var rapport = await PageHtml.OuvrirAsync(_coordination, attente.Reponse.RequestMessage!.RequestUri!.PathAndQuery);
        Assert.Equal(["2", "0", "0", "1"], rapport.Document.QuerySelectorAll(".bilan-import strong").Select(s => s.TextContent));
        Assert.Contains("Ligne 4, « Naissances » : =2+2", rapport.Texte, StringComparison.Ordinal);

        var ecrit = await (await rapport.EnvoyerAsync("input[name='revisionImport']")).SuivreAsync();
        Assert.Contains("2\u00A0nouvelles valeurs écrites", ecrit.Texte, StringComparison.Ordinal);
        Assert.Equal(2, await _portail.LireAsync(async db => (await db.Diagnostics.SingleAsync()).Indicateurs.Sum(i => i.Valeurs.Count)));

        var historique = await PageHtml.OuvrirAsync(_coordination, $"/conventions/{_convention.Id.Value}/historique");
        Assert.Contains("Import de « essai.csv » : 2\u00A0nouvelles valeurs, 0\u00A0valeur remplacée", historique.Texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Le_rapport_se_telecharge_et_aucune_cellule_n_y_est_une_formule()
    {
        var import = await LuAsync();

        var reponse = await _coordination.GetAsync(new Uri($"{import}/rapport.csv", UriKind.Relative), Arret);

        Assert.Equal((HttpStatusCode.OK, "text/csv"), (reponse.StatusCode, reponse.Content.Headers.ContentType!.MediaType));
        var texte = await reponse.Content.ReadAsStringAsync(Arret);
        Assert.Contains(";Naissances;'=2+2;", texte, StringComparison.Ordinal);
        Assert.Contains("Nouvelle valeur;Naissances;Hirson;2022;;95", texte, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("%PDF-1.7 suite", "Ce fichier est un PDF")]
    [InlineData("", "Ce fichier est vide")]
    [InlineData("Bonjour\nune lettre\n", "ne se découpe pas en colonnes")]
    [InlineData("PK\u0003\u0004 pas un classeur", "n’est pas un classeur Excel lisible")]
    public async Task Un_fichier_qui_n_est_pas_un_tableau_est_refuse_en_francais(string contenu, string raison)
    {
        var page = await DeposerAsync(contenu);

        Assert.Equal(HttpStatusCode.Conflict, page.Statut);
        Assert.Contains(raison, page.Erreurs, StringComparison.Ordinal);
        Assert.Equal(0, await _portail.LireAsync(db => db.Imports.CountAsync()));
    }

    [Fact]
    public async Task Sans_le_jeton_du_formulaire_rien_n_est_recu()
    {
        using var contenu = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(Fichier)), "fichier", "essai.csv" } };
        using var faux = new MultipartFormDataContent
        {
            { new StringContent("faux"), "__RequestVerificationToken" }, { new ByteArrayContent(Encoding.UTF8.GetBytes(Fichier)), "fichier", "essai.csv" },
        };

        Assert.Equal(HttpStatusCode.BadRequest, (await _coordination.PostAsync(new Uri(Adresse, UriKind.Relative), contenu, Arret)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await _coordination.PostAsync(new Uri(Adresse, UriKind.Relative), faux, Arret)).StatusCode);
        Assert.Equal(0, await _portail.LireAsync(db => db.Imports.CountAsync()));
    }

    [Fact]
    public async Task Un_fichier_de_vingt_cinq_megaoctets_passe_par_blocs_et_un_formulaire_ordinaire_de_cette_taille_non()
    {
        var octets = new byte[25 * 1024 * 1024];
        Encoding.UTF8.GetBytes(Fichier).CopyTo(octets, 0);
        octets.AsSpan(Encoding.UTF8.GetByteCount(Fichier)).Fill((byte)'\n');

        var page = await (await PageHtml.OuvrirAsync(_coordination, Adresse)).EnvoyerFichierAsync(Depot, "fichier", "gros.csv", octets);

        Assert.Equal(HttpStatusCode.Found, page.Statut);
        Assert.Equal(25, await _portail.LireAsync(db => db.Set<BlocImporte>().CountAsync()));
        using var ordinaire = new ByteArrayContent(octets);
        Assert.Equal(
            HttpStatusCode.RequestEntityTooLarge,
            (await _coordination.PostAsync(new Uri($"/conventions/{_convention.Id.Value}/diagnostic/demarche", UriKind.Relative), ordinaire, Arret)).StatusCode);
    }

    [Fact]
    public async Task Ce_qui_manque_au_plan_est_dit_et_la_lecture_n_est_pas_lancee()
    {
        var colonnes = await (await DeposerAsync(Fichier)).SuivreAsync();

        var refus = await colonnes.EnvoyerAsync("form[data-garde]", ("Input.Source", "Insee"), ("Input.Roles[2]", "Ignorer"), ("Input.Roles[3]", "Ignorer"));
        var sansSource = await colonnes.EnvoyerAsync("form[data-garde]", ("Input.Source", " "));

        Assert.Equal(HttpStatusCode.Conflict, refus.Statut);
        Assert.Contains("quelles colonnes donnent les valeurs", refus.Erreurs, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, sansSource.Statut);
        Assert.Contains("Citez la source", sansSource.Erreurs, StringComparison.Ordinal);
        Assert.Equal(EtatImport.APreciser, await _portail.LireAsync(db => db.Imports.Select(i => i.Etat).SingleAsync()));
    }

    [Fact]
    public async Task Un_fichier_mal_decoupe_se_decoupe_autrement()
    {
        var colonnes = await (await DeposerAsync("a,b|Code commune|Année|Naissances\n1,5|02381|2022|3\n2,5|02738|2022|4\n")).SuivreAsync();

        var autre = await (await colonnes.EnvoyerAsync("#separateur", ("separateur", ","))).SuivreAsync();
        var retour = await (await autre.EnvoyerAsync("#separateur", ("separateur", "|"))).SuivreAsync();

        Assert.Equal(2, autre.Document.QuerySelectorAll(".colonnes-import select").Length);
        Assert.Equal(4, retour.Document.QuerySelectorAll(".colonnes-import select").Length);
    }

    [Fact]
    public async Task Les_indicateurs_se_choisissent_avant_d_ecrire()
    {
        var import = await LuAsync();
        var series = await PageHtml.OuvrirAsync(_coordination, $"{import}/indicateurs");

        var refus = await series.EnvoyerAsync("form[data-garde]", ("Input.Cibles[0]", "nouveau"), ("Input.Noms[0]", "Bébés"));
        var rapport = await (await series.EnvoyerAsync("form[data-garde]", ("Input.Cibles[0]", "nouveau"), ("Input.Noms[0]", "Bébés"), ("Input.Champ", "petite enfance"))).SuivreAsync();

        Assert.Contains("Choisissez le champ", refus.Erreurs, StringComparison.Ordinal);
        Assert.Contains("Bébés", rapport.Document.QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_diagnostic_valide_ne_propose_ni_n_accepte_d_ecrire()
    {
        var import = await LuAsync();
        var rapport = await PageHtml.OuvrirAsync(_coordination, import);
        await _portail.EcrireAsync(async db =>
        {
            var diagnostic = await db.Diagnostics.SingleAsync();
            diagnostic.AjouterConstat("enfance", NatureConstat.Besoin, "Des places.", StatutConvention.EnDiagnostic, UneConvention.Maintenant);
            diagnostic.Valider(StatutConvention.EnDiagnostic, UneConvention.Maintenant);
            await db.SaveChangesAsync();
        });

        var refus = await rapport.EnvoyerAsync("input[name='revisionImport']");
        var apres = await PageHtml.OuvrirAsync(_coordination, import);

        Assert.Equal(HttpStatusCode.Conflict, refus.Statut);
        Assert.Null(apres.Document.QuerySelector("input[name='revisionImport']"));
        Assert.Contains("rouvrez-le", apres.Texte, StringComparison.Ordinal);
        Assert.Null((await PageHtml.OuvrirAsync(_coordination, Adresse)).Document.QuerySelector(Depot));
    }

    [Theory]
    [InlineData(Role.Lecteur)]
    [InlineData(Role.Partenaire)]
    [InlineData(Role.Signataire)]
    public async Task Qui_ne_prepare_pas_la_convention_n_importe_pas(Role role)
    {
        var import = await LuAsync();
        var autre = await _portail.ConnecterAsync(role, _convention.Id);

        foreach (var page in new[] { Adresse, import, $"{import}/colonnes", $"{import}/indicateurs", $"{import}/rapport.csv" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await autre.GetAsync(new Uri(page, UriKind.Relative), Arret)).StatusCode);
        }
    }

    [Fact]
    public async Task Un_import_inconnu_ou_d_une_autre_convention_n_existe_pas()
    {
        var import = await LuAsync();
        var autre = UneConvention.Au(StatutConvention.EnDiagnostic);
        await _portail.SauverAsync(autre, UnDiagnostic.Commence(autre.Id));
        var ailleurs = await _portail.ConnecterAsync(Role.Coordination, autre.Id);
        var deplace = import.Replace(_convention.Id.Value.ToString(), autre.Id.Value.ToString(), StringComparison.Ordinal);

        foreach (var page in new[] { deplace, $"{deplace}/colonnes", $"{deplace}/indicateurs", $"{deplace}/rapport.csv", $"{Adresse}/{Guid.CreateVersion7()}", import })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await ailleurs.GetAsync(new Uri(page, UriKind.Relative), Arret)).StatusCode);
        }
    }

    [Fact]
    public async Task Un_fichier_s_abandonne()
    {
        var rapport = await PageHtml.OuvrirAsync(_coordination, await LuAsync());

        var liste = await (await rapport.EnvoyerAsync("form[action*='Abandonner' i]")).SuivreAsync();

        Assert.Contains("Le fichier est oublié.", liste.Texte, StringComparison.Ordinal);
        Assert.Equal(0, await _portail.LireAsync(db => db.Imports.CountAsync()));
    }

    private async Task<PageHtml> DeposerAsync(string contenu) =>
        await (await PageHtml.OuvrirAsync(_coordination, Adresse)).EnvoyerFichierAsync(Depot, "fichier", "essai.csv", Encoding.UTF8.GetBytes(contenu));

    private async Task<string> LuAsync()
    {
        var colonnes = await (await DeposerAsync(Fichier)).SuivreAsync();
        var lancee = await colonnes.EnvoyerAsync("form[data-garde]", ("Input.Source", "Insee"));
        await LireAsync();
        return lancee.Reponse.Headers.Location!.ToString();
    }

    private async Task LireAsync()
    {
        await using var portee = _portail.Services.CreateAsyncScope();
        Assert.Equal(1, await portee.ServiceProvider.GetRequiredService<LectureImports>().LireAsync(Arret));
    }
}
