using System.Net;
using System.Security.Cryptography;
using System.Text;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Suivi;
using CtgPortal.Domain.Territoires;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using CtgPortal.Web.Tests.Common;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Web.Tests.Signatures;

/// <summary>From the opening to the last signature, through the pages, and everything they refuse.</summary>
public sealed class PagesSignatureTests(PostgresServer serveur) : IAsyncLifetime
{
    private const string Ouvrir = "main form[data-garde]";
    private const string VersOuverture = "a[href$='/signature/ouvrir']";
    private const string Signer = "#signer form";
    private const string MotDePasse = "Un-mot-de-passe-2026";
    private const string Controle = "main form";
    private const string Papier = "form[enctype='multipart/form-data']";

    private readonly Convention _convention = UneConvention.Au(StatutConvention.EnRedaction);

    private PortailDeTest _portail = null!;
    private HttpClient _conseiller = null!;
    private HttpClient _presidente = null!;

    private string Adresse => $"/conventions/{_convention.Id.Value}";

    public async ValueTask InitializeAsync()
    {
        _portail = await PortailDeTest.OuvrirAsync(serveur, maintenant: UneConvention.Maintenant);
        var (plan, fiches) = UnPlan.Complet(_convention.Id, 1, 1, 1);
        await _portail.SauverAsync(new Region("32", "Hauts-de-France"), new Departement("02", "Aisne", "32"), new Caf("02", "Caf de l’Aisne", "02"));
        await _portail.SauverAsync([_convention, UnDiagnostic.Valide(_convention.Id).Diagnostic, plan, .. fiches, .. fiches.Select(SuiviFiche.Commencer)]);
        _conseiller = await _portail.ConnecterAsync(new Habilitation(Role.Conseiller, Portee.Caf, "02"));
        _presidente = await _portail.ConnecterAsync(
            "Claire", "Morel", "president@demo.test", new Habilitation(Role.Signataire, Portee.Convention, _convention.Id.Value.ToString()));
        await _portail.DonnerMotDePasseAsync("president@demo.test", MotDePasse);
    }

    public async ValueTask DisposeAsync()
    {
        _conseiller.Dispose();
        _presidente.Dispose();
        await _portail.DisposeAsync();
    }

    [Fact]
    public async Task La_convention_s_ouvre_se_signe_et_passe_en_suivi()
    {
        var ouverte = await OuvrirAsync();
        var empreinte = ouverte.Document.QuerySelector(".empreinte")!.TextContent;
        using var pdf = await _presidente.GetAsync(new Uri(Adresse + "/convention.pdf", UriKind.Relative), TestContext.Current.CancellationToken);
        var octets = await pdf.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal(empreinte, Convert.ToHexStringLower(SHA256.HashData(octets)));
        Assert.Equal($"\"{empreinte}\"", pdf.Headers.ETag!.Tag);

        var signee = await (await (await ASignerAsync()).EnvoyerAsync(Signer, ("Input.Consentement", "true"), ("Input.Secret", MotDePasse))).SuivreAsync();
        Assert.Contains("Votre signature est enregistrée.", signee.Texte, StringComparison.Ordinal);
        Assert.Null(signee.Document.QuerySelector("#signer"));

        var deposee = await (await (await PapierAsync()).EnvoyerFichierAsync(
            Papier, "Input.Scan", "scan.pdf", Encoding.ASCII.GetBytes("%PDF-1.4 scan"), ("Input.SigneeLe", "2026-03-10"))).SuivreAsync();
        Assert.Contains("Il comptera quand une autre personne l’aura contrôlé.", deposee.Texte, StringComparison.Ordinal);
        Assert.Contains("Vous l’avez déposé : une autre personne", deposee.Texte, StringComparison.Ordinal);
        using var coordination = await _portail.ConnecterAsync(Role.Coordination, _convention.Id);
        var controle = (await PageHtml.OuvrirAsync(coordination, Adresse + "/signature")).Document.QuerySelector("a[href*='/controle/']")!.GetAttribute("href")!;
        Assert.Null((await PageHtml.OuvrirAsync(_conseiller, controle)).Document.QuerySelector(Controle));
        var complete = await (await (await PageHtml.OuvrirAsync(coordination, controle)).EnvoyerAsync(Controle)).SuivreAsync();
        Assert.Contains("C’était la dernière signature", complete.Texte, StringComparison.Ordinal);
        Assert.Equal(StatutConvention.EnSuivi, await _portail.LireAsync(db => db.Conventions.Select(c => c.Statut).SingleAsync()));

        var documents = await PageHtml.OuvrirAsync(_presidente, Adresse + "/documents");
        Assert.Contains("c’est le texte signé par toutes les parties", documents.Texte, StringComparison.Ordinal);
        var scan = await PageHtml.OuvrirAsync(_presidente, documents.Document.QuerySelector("a[href*='/pieces/']")!.GetAttribute("href")!);
        Assert.Equal((HttpStatusCode.OK, "application/pdf", "attachment"), (scan.Statut, scan.Reponse.Content.Headers.ContentType!.MediaType, scan.Reponse.Content.Headers.ContentDisposition!.DispositionType));

        Assert.Null(documents.Document.QuerySelector("a[href$='/documents/archive']"));
        Assert.Equal(HttpStatusCode.Forbidden, (await PageHtml.OuvrirAsync(_presidente, Adresse + "/documents/archive")).Statut);
        await ArchiverEtPublierAsync();
    }

    private async Task ArchiverEtPublierAsync()
    {
        var page = await PageHtml.OuvrirAsync(_conseiller, (await PageHtml.OuvrirAsync(_conseiller, Adresse + "/documents")).Document.QuerySelector("a[href$='/documents/archive']")!.GetAttribute("href")!);
        Assert.Contains("Le document scellé n’est pas encore fait", page.Texte, StringComparison.Ordinal);
        Assert.Contains("Page signée à la main : Monsieur Paul Lévêque", page.Texte, StringComparison.Ordinal);
        var refus = await PageHtml.OuvrirAsync(_conseiller, Adresse + "/documents/archive?handler=Telecharger&definitive=true");
        Assert.Equal(HttpStatusCode.Conflict, refus.Statut);
        Assert.Contains("seule une archive provisoire", refus.Erreurs, StringComparison.Ordinal);

        using var zip = await _conseiller.GetAsync(new Uri(Adresse + "/documents/archive?handler=Telecharger", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(("application/zip", "attachment"), (zip.Content.Headers.ContentType!.MediaType, zip.Content.Headers.ContentDisposition!.DispositionType));
        using var archive = new System.IO.Compression.ZipArchive(await zip.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.Contains(archive.Entries, e => e.FullName.EndsWith("-provisoire/manifest-sha256.txt", StringComparison.Ordinal));

        foreach (var (chemin, type) in new[] { ("/copie-publiee.pdf", "application/pdf"), ("/copie-publiee.json", "application/json") })
        {
            using var copie = await _conseiller.GetAsync(new Uri(Adresse + chemin, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal((HttpStatusCode.OK, type), (copie.StatusCode, copie.Content.Headers.ContentType!.MediaType));
            Assert.Equal(HttpStatusCode.Forbidden, (await _presidente.GetAsync(new Uri(Adresse + chemin, UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
        }
    }

    [Fact]
    public async Task La_convention_se_telecharge_en_word_et_dit_si_elle_est_un_projet_ou_la_copie_d_une_version()
    {
        using var projet = await _conseiller.GetAsync(new Uri(Adresse + "/convention.docx", UriKind.Relative), TestContext.Current.CancellationToken);
        await OuvrirAsync();
        using var figee = await _conseiller.GetAsync(new Uri(Adresse + "/convention.docx", UriKind.Relative), TestContext.Current.CancellationToken);
        using var inconnue = await _conseiller.GetAsync(new Uri(Adresse + "/convention.docx?version=9", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(("convention-projet.docx", "convention-version-1.docx"), (projet.Content.Headers.ContentDisposition!.FileName, figee.Content.Headers.ContentDisposition!.FileName));
        Assert.Equal("application/vnd.openxmlformats-officedocument.wordprocessingml.document", figee.Content.Headers.ContentType!.MediaType);
        Assert.Equal("PK"u8.ToArray(), (await figee.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken))[..2]);
        Assert.Equal(HttpStatusCode.NotFound, inconnue.StatusCode);
    }

    [Fact]
    public async Task Signer_sans_cocher_la_phrase_le_dit_au_champ()
    {
        await OuvrirAsync();

        var refus = await (await ASignerAsync()).EnvoyerAsync(Signer);

        Assert.Equal(HttpStatusCode.BadRequest, refus.Statut);
        Assert.Contains("Cochez cette phrase pour signer.", refus.Erreurs, StringComparison.Ordinal);
        Assert.Equal(0, await SignaturesAsync());
    }

    [Fact]
    public async Task Un_texte_qui_a_change_ou_une_page_deja_envoyee_ne_se_signe_pas()
    {
        await OuvrirAsync();
        var page = await ASignerAsync();

        var autre = await page.EnvoyerAsync(Signer, ("Input.Consentement", "true"), ("Input.Secret", MotDePasse), ("Input.Empreinte", new string('0', 64)));
        Assert.Equal(HttpStatusCode.Conflict, autre.Statut);
        Assert.Contains("Le texte a changé", autre.Erreurs, StringComparison.Ordinal);

        var deux = await Task.WhenAll(
            page.EnvoyerAsync(Signer, ("Input.Consentement", "true"), ("Input.Secret", MotDePasse)), page.EnvoyerAsync(Signer, ("Input.Consentement", "true"), ("Input.Secret", MotDePasse)));
        Assert.Equal([HttpStatusCode.Found, HttpStatusCode.Conflict], deux.Select(r => r.Statut).Order());
        Assert.Contains("est déjà enregistrée pour cette version", deux.Single(r => r.Statut == HttpStatusCode.Conflict).Erreurs, StringComparison.Ordinal);
        Assert.Equal(1, await SignaturesAsync());
    }

    [Fact]
    public async Task Ouvrir_d_un_double_clic_ouvre_une_fois_et_l_autre_reponse_est_claire()
    {
        var page = await PreparerAsync();

        var deux = await Task.WhenAll(page.EnvoyerAsync(Ouvrir, Raisons(page)), page.EnvoyerAsync(Ouvrir, Raisons(page)));

        Assert.Equal([HttpStatusCode.Found, HttpStatusCode.Conflict], deux.Select(r => r.Statut).Order());
        Assert.Single(deux.Single(r => r.Statut == HttpStatusCode.Conflict).Document.QuerySelectorAll("h1"));
        Assert.Equal(1, await _portail.LireAsync(db => db.Signatures.CountAsync()));
    }

    [Theory]
    [InlineData("programme.pdf", "MZ\u0090 programme")]
    [InlineData("image.png", "<html><script>alert(1)</script></html>")]
    public async Task Un_fichier_qui_n_est_pas_ce_qu_il_dit_est_refuse_a_son_champ_et_la_date_gardee(string nom, string contenu)
    {
        await OuvrirAsync();

        var refus = await (await PapierAsync()).EnvoyerFichierAsync(Papier, "Input.Scan", nom, Encoding.Latin1.GetBytes(contenu), ("Input.SigneeLe", "2026-03-10"));

        Assert.Equal(HttpStatusCode.BadRequest, refus.Statut);
        Assert.Contains("ce fichier n’en est pas un", refus.Erreurs, StringComparison.Ordinal);
        Assert.Equal("2026-03-10", refus.Document.QuerySelector("[name='Input.SigneeLe']")!.GetAttribute("value"));
        Assert.Equal(0, await SignaturesAsync());
    }

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest, "Indiquez le jour de la signature.")]
    [InlineData("demain", HttpStatusCode.BadRequest, "n’est pas valide")]
    [InlineData("2026-13-45", HttpStatusCode.BadRequest, "n’est pas valide")]
    [InlineData("2030-01-01", HttpStatusCode.Conflict, "La date de signature est dans l’avenir.")]
    [InlineData("0002-01-01", HttpStatusCode.Conflict, "Cette date n’est pas plausible.")]
    public async Task Un_jour_impossible_est_refuse(string jour, HttpStatusCode statut, string message)
    {
        await OuvrirAsync();

        var refus = await (await PapierAsync()).EnvoyerFichierAsync(
            Papier, "Input.Scan", "scan.pdf", Encoding.ASCII.GetBytes("%PDF-1.4 scan"), ("Input.SigneeLe", jour));

        Assert.Equal(statut, refus.Statut);
        Assert.Contains(message, refus.Erreurs, StringComparison.Ordinal);
        Assert.Equal(0, await SignaturesAsync());
    }

    [Fact]
    public async Task Un_envoi_demesure_est_refuse_avec_la_limite()
    {
        await OuvrirAsync();

        var refus = await (await PapierAsync()).EnvoyerFichierAsync(Papier, "Input.Scan", "scan.pdf", new byte[(20 * 1024 * 1024) + 1], ("Input.SigneeLe", "2026-03-10"));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refus.Statut);
        Assert.Contains("Le fichier est trop lourd", refus.Texte, StringComparison.Ordinal);
        Assert.Equal(0, await SignaturesAsync());
    }

    [Fact]
    public async Task Qui_ne_peut_pas_ne_voit_pas_l_action_et_se_la_voit_refuser()
    {
        using var partenaire = await _portail.ConnecterAsync(Role.Partenaire, _convention.Id);
        using var etranger = await _portail.ConnecterAsync(new Habilitation(Role.Conseiller, Portee.Caf, "59"));

        var page = await LireAsync(partenaire);
        Assert.Equal(HttpStatusCode.OK, page.Statut);
        Assert.Null(page.Document.QuerySelector(VersOuverture));
        Assert.NotNull((await LireAsync(_conseiller)).Document.QuerySelector(VersOuverture));
        Assert.Equal(HttpStatusCode.Forbidden, (await PageHtml.OuvrirAsync(partenaire, Adresse + "/signature/ouvrir")).Statut);

        // the same form, sent by who may not
        using var contenu = new FormUrlEncodedContent(
        [
            new("__RequestVerificationToken", page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!),
            new("Input.Revision", $"{_convention.Revision}"),
        ]);
        using var refus = await partenaire.PostAsync(new Uri(Adresse + "/signature/ouvrir", UriKind.Relative), contenu, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, refus.StatusCode);
        Assert.Equal(0, await _portail.LireAsync(db => db.Signatures.CountAsync()));

        foreach (var fin in new[] { "/signature", "/documents", "/convention.pdf", "/convention.docx", "/export.json" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await PageHtml.OuvrirAsync(etranger, Adresse + fin)).Statut);
        }
    }

    [Fact]
    public async Task Un_signataire_inconnu_donne_404()
    {
        await OuvrirAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await PageHtml.OuvrirAsync(_conseiller, $"{Adresse}/signature/controle/{Guid.CreateVersion7()}")).Statut);
        Assert.Equal(HttpStatusCode.NotFound, (await PageHtml.OuvrirAsync(_conseiller, $"/conventions/{Guid.CreateVersion7()}/signature")).Statut);
    }

    private async Task<PageHtml> OuvrirAsync()
    {
        var page = await PreparerAsync();
        return await (await page.EnvoyerAsync(Ouvrir, Raisons(page))).SuivreAsync();
    }

    private Task<PageHtml> PreparerAsync() => PageHtml.OuvrirAsync(_conseiller, Adresse + "/signature/ouvrir");

    /// <summary>Why each reservation is accepted.</summary>
    private static (string, string)[] Raisons(PageHtml page) =>
        [.. page.Document.QuerySelectorAll("textarea[name$='.Motif']").Select(m => (m.GetAttribute("name")!, UneOuverture.Raison))];

    private Task<PageHtml> LireAsync(HttpClient navigateur) => PageHtml.OuvrirAsync(navigateur, Adresse + "/signature");

    private Task<PageHtml> ASignerAsync() => PageHtml.OuvrirAsync(_presidente, Adresse + "/signature/signer");

    /// <summary>For the director of the Caf, ticked.</summary>
    private async Task<PageHtml> PapierAsync()
    {
        var ligne = await _portail.LireAsync(db => db.Signatures.SelectMany(s => s.Lignes).Where(l => l.Numero == 1).Select(l => l.Id).SingleAsync());
        return await PageHtml.OuvrirAsync(_conseiller, $"{Adresse}/signature/papier?ligne={ligne.Value}");
    }

    private Task<int> SignaturesAsync() => _portail.LireAsync(db => db.Signatures.SelectMany(s => s.Lignes).CountAsync(l => l.Mode != null));
}
