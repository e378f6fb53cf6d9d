using System.Net;
using System.Net.Http.Headers;
using System.Text;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Signatures;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Signatures;
using CtgPortal.Domain.Suivi;
using CtgPortal.Domain.Territoires;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using CtgPortal.Web.Tests.Common;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Web.Tests.Signatures;

/// <summary>The public page, for who has nothing but a document; and the proof, for who may read it.</summary>
public sealed class VerifierTests(PostgresServer serveur) : IAsyncLifetime
{
    private readonly Convention _convention = UneConvention.Au(StatutConvention.EnRedaction);

    private PortailDeTest _portail = null!;
    private Signature _circuit = null!;
    private byte[] _fige = [];

    private string Adresse => $"/conventions/{_convention.Id.Value}";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        // limits are counted for each process: this one serves no other test
        _portail = PortailDeTest.Sur(
            await serveur.CreateDatabaseAsync(), UneConvention.Maintenant, regler: hote => hote.UseSetting("Limites:VerificationsParMinute", "12"));
        var (plan, fiches) = UnPlan.Complet(_convention.Id, 1, 1, 1);
        await _portail.SauverAsync(new Region("32", "Hauts-de-France"), new Departement("02", "Aisne", "32"), new Caf("02", "Caf de l’Aisne", "02"));
        await _portail.SauverAsync([_convention, UnDiagnostic.Valide(_convention.Id).Diagnostic, plan, .. fiches, .. fiches.Select(SuiviFiche.Commencer)]);
        var conseil = new Habilitation(Role.Conseiller, Portee.Caf, "02");
        await _portail.EnvoyerAsync(new OuvrirALaSignature.Command(_convention.Id, _convention.Revision, UneOuverture.Choix), conseil);
        _circuit = await _portail.LireAsync(db => db.Signatures.AsNoTracking().SingleAsync());
        _fige = (await _portail.EnvoyerAsync(new ConsulterConventionPdf.Query(_convention.Id), conseil)).Contenu;
    }

    public ValueTask DisposeAsync() => _portail.DisposeAsync();

    [Fact]
    public async Task Le_code_QR_mene_au_document_sans_compte_ni_cookie_ni_script()
    {
        using var passant = _portail.Anonyme();

        var page = await PageHtml.OuvrirAsync(passant, $"/verifier/{_circuit.Reference}");

        Assert.Equal(HttpStatusCode.OK, page.Statut);
        Assert.Contains("en cours de signature", page.Texte, StringComparison.Ordinal);
        Assert.Contains(_convention.Intitule, page.Texte, StringComparison.Ordinal);
        Assert.Contains(_circuit.Empreinte, page.Texte, StringComparison.Ordinal);
        Assert.All(_circuit.Lignes, l => Assert.DoesNotContain(l.NomComplet, page.Texte, StringComparison.Ordinal));
        Assert.Empty(Gardes(page.Reponse));
        Assert.True(page.Reponse.Headers.CacheControl!.NoStore);
        Assert.Null(page.Document.QuerySelector("input[name=__RequestVerificationToken]"));
    }

    [Theory]
    [InlineData("/verifier?q=K7M3-QX9P-4TWD", HttpStatusCode.NotFound, "Aucun document de ce portail ne porte cette référence")]
    [InlineData("/verifier/K7M3QX9P4TWD", HttpStatusCode.NotFound, "Aucun document de ce portail ne porte cette référence")]
    [InlineData("/verifier?q=toto", HttpStatusCode.BadRequest, "Une référence a douze signes")]
    [InlineData("/verifier?q=%3Cscript%3E", HttpStatusCode.BadRequest, "Une référence a douze signes")]
    public async Task Une_reference_inconnue_ou_fausse_le_dit(string adresse, HttpStatusCode statut, string phrase)
    {
        using var passant = _portail.Anonyme();

        var page = await PageHtml.OuvrirAsync(passant, adresse);

        Assert.Equal(statut, page.Statut);
        Assert.Contains(phrase, page.Document.QuerySelector("#reference-erreur")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_fichier_depose_est_juge_et_oublie()
    {
        var avant = await _portail.LireAsync(db => db.Pieces.CountAsync());

        var (identique, page) = await DeposerAsync(_fige);
        Assert.Equal(HttpStatusCode.OK, identique);
        Assert.Contains("Ce fichier est identique au document d’origine", page, StringComparison.Ordinal);

        var change = _fige.ToArray();
        change[30_000] ^= 1;
        var (_, altere) = await DeposerAsync(change);
        Assert.Contains("Ce fichier a été modifié", altere, StringComparison.Ordinal);
        Assert.Contains("octet 30\u202f001", altere.Replace('\u00a0', '\u202f'), StringComparison.Ordinal);

        Assert.Contains("Ce fichier n’est pas un PDF", (await DeposerAsync("<html>"u8.ToArray())).Page, StringComparison.Ordinal);
        Assert.Contains("Ce fichier n’est pas connu de ce portail", (await DeposerAsync("%PDF-1.4 rien"u8.ToArray())).Page, StringComparison.Ordinal);
        Assert.Equal(avant, await _portail.LireAsync(db => db.Pieces.CountAsync()));
    }

    [Fact]
    public async Task Un_envoi_vide_annonce_enorme_ou_qui_n_en_finit_pas_est_refuse_clairement()
    {
        using var passant = _portail.Anonyme();

        var (vide, page) = await DeposerAsync([]);
        Assert.Equal((HttpStatusCode.BadRequest, true), (vide, page.Contains("Choisissez le fichier à vérifier.", StringComparison.Ordinal)));

        // announced: refused before a byte is read
        using var annonce = new StreamContent(new EnvoiSansFin(500L << 20));
        annonce.Headers.ContentLength = 500L << 20;
        annonce.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=limite");
        using var refus = await passant.PostAsync(new Uri("/verifier", UriKind.Relative), annonce, Cancellation);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refus.StatusCode);

        // not announced: cut at the limit
        using var flux = new StreamContent(new EnvoiSansFin(500L << 20));
        flux.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=limite");
        using var demande = new HttpRequestMessage(HttpMethod.Post, new Uri("/verifier", UriKind.Relative)) { Content = flux };
        demande.Headers.TransferEncodingChunked = true;
        using var coupe = await passant.SendAsync(demande, Cancellation);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, coupe.StatusCode);
        Assert.Contains("dépasse 40 Mo", await coupe.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);

        using var rien = new StringContent("x", Encoding.UTF8, "text/plain");
        using var autre = await passant.PostAsync(new Uri("/verifier", UriKind.Relative), rien, Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, autre.StatusCode);
    }

    [Fact]
    public async Task Essayer_des_references_au_hasard_lasse_vite_et_regarder_la_page_reste_libre()
    {
        using var passant = _portail.Anonyme();
        List<HttpStatusCode> statuts = [];
        for (var i = 0; i < 14; i++)
        {
            statuts.Add((await PageHtml.OuvrirAsync(passant, $"/verifier/{ReferenceDocument.Nouvelle()}")).Statut);
        }

        Assert.Equal(12, statuts.Count(s => s == HttpStatusCode.NotFound));
        Assert.Equal(2, statuts.Count(s => s == HttpStatusCode.TooManyRequests));
        Assert.Equal(HttpStatusCode.OK, (await PageHtml.OuvrirAsync(passant, "/verifier")).Statut);
    }

    [Fact]
    public async Task La_methode_de_la_page_est_celle_de_la_documentation()
    {
        using var passant = _portail.Anonyme();
        var documentation = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Documents", "verification.md"), Cancellation);

        var page = await PageHtml.OuvrirAsync(passant, "/verifier/methode");

        Assert.Equal(HttpStatusCode.OK, page.Statut);
        var blocs = page.Document.QuerySelectorAll("pre code").Select(c => c.TextContent.ReplaceLineEndings("\n").Trim()).ToList();
        Assert.Equal(4, blocs.Count);
        Assert.All(blocs, b => Assert.Contains(b, documentation, StringComparison.Ordinal));
    }

    [Fact]
    public async Task La_preuve_est_pour_qui_conduit_et_pour_qui_signe()
    {
        using var conseiller = await _portail.ConnecterAsync(new Habilitation(Role.Conseiller, Portee.Caf, "02"));
        using var presidente = await _portail.ConnecterAsync("Claire", "Morel", "president@demo.test", new Habilitation(Role.Signataire, Portee.Convention, $"{_convention.Id.Value}"));
        using var voisin = await _portail.ConnecterAsync(Role.Signataire, _convention.Id);
        using var lecteur = await _portail.ConnecterAsync(Role.Lecteur, _convention.Id);
        using var etranger = await _portail.ConnecterAsync(new Habilitation(Role.Conseiller, Portee.Caf, "59"));

        var entiere = await PageHtml.OuvrirAsync(conseiller, Adresse + "/signature/preuve");
        Assert.Contains("La chaîne est intacte", entiere.Texte, StringComparison.Ordinal);
        Assert.Contains("direction@demo.test", entiere.Texte, StringComparison.Ordinal);
        var sienne = await PageHtml.OuvrirAsync(presidente, Adresse + "/signature/preuve");
        Assert.Contains("president@demo.test", sienne.Texte, StringComparison.Ordinal);
        Assert.DoesNotContain("direction@demo.test", sienne.Texte, StringComparison.Ordinal);
        foreach (var fin in new[] { "", ".json", ".pdf" })
        {
            Assert.Equal(HttpStatusCode.OK, (await PageHtml.OuvrirAsync(presidente, $"{Adresse}/signature/preuve{fin}")).Statut);
            Assert.Equal(HttpStatusCode.Forbidden, (await PageHtml.OuvrirAsync(voisin, $"{Adresse}/signature/preuve{fin}")).Statut);
            Assert.Equal(HttpStatusCode.Forbidden, (await PageHtml.OuvrirAsync(lecteur, $"{Adresse}/signature/preuve{fin}")).Statut);
            Assert.Equal(HttpStatusCode.NotFound, (await PageHtml.OuvrirAsync(etranger, $"{Adresse}/signature/preuve{fin}")).Statut);
            Assert.Equal(HttpStatusCode.NotFound, (await PageHtml.OuvrirAsync(conseiller, $"{Adresse}/signature/preuve{fin}?version=7")).Statut);
        }
    }

    [Fact]
    public async Task Le_navigateur_et_l_adresse_de_qui_lit_sont_dans_la_preuve()
    {
        using var presidente = await _portail.ConnecterAsync("Claire", "Morel", "president@demo.test", new Habilitation(Role.Signataire, Portee.Convention, $"{_convention.Id.Value}"));
        presidente.DefaultRequestHeaders.UserAgent.ParseAdd("Essai/1.0");

        using var pdf = await presidente.GetAsync(new Uri(Adresse + "/convention.pdf", UriKind.Relative), Cancellation);

        var lu = await _portail.LireAsync(db => db.Preuves.AsNoTracking().SingleAsync(e => e.Type == "DocumentMontre"));
        Assert.Equal(("Essai/1.0", "Claire Morel"), (lu.Agent, lu.ParNom));
    }

    [Fact]
    public async Task L_administrateur_voit_les_horodatages_et_lui_seul()
    {
        using var administrateur = await _portail.ConnecterAsync(new Habilitation(Role.Administrateur, Portee.Nationale, ""));
        using var conseiller = await _portail.ConnecterAsync(new Habilitation(Role.Conseiller, Portee.Caf, "02"));

        var page = await PageHtml.OuvrirAsync(administrateur, "/admin/horodatages");

        Assert.Equal(HttpStatusCode.OK, page.Statut);
        Assert.Contains("Aucun horodatage", page.Texte, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await PageHtml.OuvrirAsync(conseiller, "/admin/horodatages")).Statut);
    }

    /// <summary>The cookies that a browser would keep: one that has expired takes another away.</summary>
    private static List<string> Gardes(HttpResponseMessage reponse) =>
        reponse.Headers.TryGetValues("Set-Cookie", out var cookies) ? [.. cookies.Where(c => !c.Contains("01 Jan 1970", StringComparison.Ordinal))] : [];

    private async Task<(HttpStatusCode Statut, string Page)> DeposerAsync(byte[] contenu)
    {
        using var passant = _portail.Anonyme();
        using var formulaire = new MultipartFormDataContent();
        using var fichier = new ByteArrayContent(contenu);
        formulaire.Add(fichier, "fichier", "convention.pdf");
        using var reponse = await passant.PostAsync(new Uri("/verifier", UriKind.Relative), formulaire, Cancellation);
        Assert.Empty(Gardes(reponse));
        return (reponse.StatusCode, WebUtility.HtmlDecode(await reponse.Content.ReadAsStringAsync(Cancellation)));
    }

    /// <summary>A form with one file that never ends before so many bytes.</summary>
    private sealed class EnvoiSansFin(long longueur) : Stream
    {
        private static readonly byte[] Tete = "--limite\r\nContent-Disposition: form-data; name=\"fichier\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.7\n"u8.ToArray();
        private long _lus;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => _lus; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var n = (int)Math.Min(count, longueur - _lus);
            for (var i = 0; i < n; i++)
            {
                buffer[offset + i] = _lus + i < Tete.Length ? Tete[_lus + i] : (byte)'a';
            }

            _lus += n;
            return n;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
