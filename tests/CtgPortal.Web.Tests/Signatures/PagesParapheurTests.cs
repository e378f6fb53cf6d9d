using System.Net;
using CtgPortal.Application.Signatures;
using CtgPortal.Application.Signatures.Sceaux;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Signatures;
using CtgPortal.Domain.Suivi;
using CtgPortal.Domain.Territoires;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using CtgPortal.TestSupport.Sceaux;
using CtgPortal.Web.Tests.Common;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Web.Tests.Signatures;

/// <summary>The way through an outside parapheur, by its pages.</summary>
public sealed class PagesParapheurTests(PostgresServer serveur) : IAsyncLifetime
{
    private const string Deposer = "form[enctype='multipart/form-data']";

    private readonly Convention _convention = UneConvention.Au(StatutConvention.EnRedaction);

    private PortailDeTest _portail = null!;
    private HttpClient _conseiller = null!;
    private IReadOnlyList<LigneSignature> _lignes = [];
    private byte[] _remis = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Adresse => $"/conventions/{_convention.Id.Value}/signature";

    public async ValueTask InitializeAsync()
    {
        _portail = await PortailDeTest.OuvrirAsync(serveur, maintenant: UneConvention.Maintenant);
        var (plan, fiches) = UnPlan.Complet(_convention.Id, 1, 1, 1);
        await _portail.SauverAsync(new Region("32", "Hauts-de-France"), new Departement("02", "Aisne", "32"), new Caf("02", "Caf de l’Aisne", "02"));
        await _portail.SauverAsync([_convention, UnDiagnostic.Valide(_convention.Id).Diagnostic, plan, .. fiches, .. fiches.Select(SuiviFiche.Commencer)]);
        await _portail.EnvoyerAsync(new OuvrirALaSignature.Command(_convention.Id, _convention.Revision, UneOuverture.Choix), new Habilitation(Role.Conseiller, Portee.Caf, "02"));
        _conseiller = await _portail.ConnecterAsync(new Habilitation(Role.Conseiller, Portee.Caf, "02"));
        var circuit = await _portail.LireAsync(db => db.Signatures.AsNoTracking().SingleAsync());
        _lignes = circuit.Lignes;
        _remis = await _portail.LireAsync(db => db.Pieces.Where(p => p.Id == circuit.TexteId).Select(p => p.Contenu).SingleAsync());
    }

    public async ValueTask DisposeAsync()
    {
        _conseiller.Dispose();
        await _portail.DisposeAsync();
    }

    [Fact]
    public async Task Le_paquet_part_le_fichier_revient_et_les_signatures_comptent()
    {
        var signature = await PageHtml.OuvrirAsync(_conseiller, Adresse);
        var parapheur = await PageHtml.OuvrirAsync(_conseiller, signature.Document.QuerySelector("a[href$='/signature/parapheur']")!.GetAttribute("href")!);
        Assert.Contains("signataires attendus", parapheur.Texte, StringComparison.Ordinal);
        Assert.Equal(
            ($"{40 * 1024 * 1024}", true),
            (parapheur.Document.QuerySelector("input[type=file]")!.GetAttribute("data-octets-max"), parapheur.Texte.Contains("Taille maximale : 40\u00A0Mo", StringComparison.Ordinal)));
        using var paquet = await _conseiller.GetAsync(new Uri(parapheur.Document.QuerySelector("a[href$='.zip']")!.GetAttribute("href")!, UriKind.Relative), Cancellation);
        Assert.Equal(("application/zip", "parapheur-version-1.zip"), (paquet.Content.Headers.ContentType!.MediaType, paquet.Content.Headers.ContentDisposition!.FileName));

        var retour = await (await parapheur.EnvoyerFichierAsync(Deposer, "Input.Fichier", "signe.pdf", Signer("Claire Morel", "Un cachet de service"))).SuivreAsync();
        Assert.Contains("signatures y sont lues", retour.Texte, StringComparison.Ordinal);
        Assert.Contains("Inconnue de ce portail", retour.Texte, StringComparison.Ordinal);
        Assert.Contains("Le nom n’est pas le même", retour.Texte, StringComparison.Ordinal);
        Assert.Equal(0, await RecueilliesAsync());
        Assert.Contains("Un fichier signé attend votre confirmation", (await PageHtml.OuvrirAsync(_conseiller, Adresse + "/parapheur")).Texte, StringComparison.Ordinal);

        var complete = await (await retour.EnvoyerAsync("main form")).SuivreAsync();
        Assert.Contains("C’était la dernière signature", complete.Texte, StringComparison.Ordinal);
        Assert.Contains("Fichier signé", complete.Texte, StringComparison.Ordinal);
        Assert.Equal(2, await RecueilliesAsync());
    }

    [Fact]
    public async Task On_peut_ne_compter_qu_une_partie_des_signatures_mais_pas_aucune()
    {
        var parapheur = await PageHtml.OuvrirAsync(_conseiller, Adresse + "/parapheur");
        var retour = await (await parapheur.EnvoyerFichierAsync(Deposer, "Input.Fichier", "signe.pdf", Signer("Claire Morel", "Paul Lévêque"))).SuivreAsync();

        var aucune = await retour.EnvoyerAsync("main form", ("Input.Choix[0].Ligne", ""), ("Input.Choix[1].Ligne", ""));
        Assert.Equal(HttpStatusCode.BadRequest, aucune.Statut);
        Assert.Contains("Dites de qui est au moins une signature.", aucune.Erreurs, StringComparison.Ordinal);
        var double_ = await retour.EnvoyerAsync("main form", ("Input.Choix[0].Ligne", $"{_lignes[0].Id.Value}"), ("Input.Choix[1].Ligne", $"{_lignes[0].Id.Value}"));
        Assert.Equal(HttpStatusCode.Conflict, double_.Statut);
        Assert.Equal(0, await RecueilliesAsync());

        var une = await (await retour.EnvoyerAsync("main form", ("Input.Choix[1].Ligne", ""))).SuivreAsync();
        Assert.Contains("Les signatures du parapheur sont enregistrées.", une.Texte, StringComparison.Ordinal);
        Assert.Equal(1, await RecueilliesAsync());
    }

    [Fact]
    public async Task Un_mauvais_fichier_est_refuse_avec_ses_raisons_sur_la_page()
    {
        var parapheur = await PageHtml.OuvrirAsync(_conseiller, Adresse + "/parapheur");

        var sans = await parapheur.EnvoyerFichierAsync(Deposer, "Input.Fichier", "remis.pdf", _remis);
        Assert.Equal(HttpStatusCode.Conflict, sans.Statut);
        Assert.Contains("ne porte aucune nouvelle signature", sans.Erreurs, StringComparison.Ordinal);
        var vide = await parapheur.EnvoyerFichierAsync(Deposer, "Input.Fichier", "vide.pdf", []);
        Assert.Equal(HttpStatusCode.BadRequest, vide.Statut);
        var enorme = await parapheur.EnvoyerFichierAsync(Deposer, "Input.Fichier", "enorme.pdf", new byte[42 * 1024 * 1024]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, enorme.Statut);
        Assert.Contains("Le fichier est trop lourd", enorme.Texte, StringComparison.Ordinal);
        Assert.Equal(0, await RecueilliesAsync());
    }

    [Theory]
    [InlineData(Role.Signataire)]
    [InlineData(Role.Partenaire)]
    [InlineData(Role.Lecteur)]
    [InlineData(Role.Administrateur)]
    public async Task Qui_ne_conduit_pas_le_circuit_n_y_entre_pas(Role role)
    {
        using var autre = role == Role.Administrateur
            ? await _portail.ConnecterAsync(new Habilitation(role, Portee.Nationale, ""))
            : await _portail.ConnecterAsync(role, _convention.Id);

        Assert.Null((await PageHtml.OuvrirAsync(autre, Adresse)).Document.QuerySelector("a[href$='/signature/parapheur']"));
        foreach (var fin in new[] { "/parapheur", "/parapheur.zip", $"/parapheur/{Guid.CreateVersion7()}" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await PageHtml.OuvrirAsync(autre, Adresse + fin)).Statut);
        }
    }

    [Fact]
    public async Task Un_fichier_inconnu_ou_une_convention_etrangere_donnent_404()
    {
        using var etranger = await _portail.ConnecterAsync(new Habilitation(Role.Conseiller, Portee.Caf, "59"));

        Assert.Equal(HttpStatusCode.NotFound, (await PageHtml.OuvrirAsync(_conseiller, $"{Adresse}/parapheur/{Guid.CreateVersion7()}")).Statut);
        Assert.Equal(HttpStatusCode.NotFound, (await PageHtml.OuvrirAsync(etranger, Adresse + "/parapheur")).Statut);
    }

    /// <param name="deClaire">Name in the certificate that fills the field of the territory’s president.</param>
    /// <param name="dePaul">The same for the director of the Caf.</param>
    private byte[] Signer(string deClaire, string dePaul) => ParapheurDeTest.Signer(
        ParapheurDeTest.Signer(_remis, Champ(_lignes[1]), deClaire, UneConvention.Maintenant), Champ(_lignes[0]), dePaul, UneConvention.Maintenant);

    private static string Champ(LigneSignature ligne) => NomsDeChamps.DuSignataire(ligne.SignataireId!.Value.Value.ToString(), ligne.Numero);

    private Task<int> RecueilliesAsync() => _portail.LireAsync(db => db.Signatures.SelectMany(s => s.Lignes).CountAsync(l => l.Mode != null));
}
