using System.Security.Cryptography.X509Certificates;
using System.Text;
using CtgPortal.Application.Common;
using CtgPortal.Application.Signatures.Sceaux;
using CtgPortal.Infrastructure.Sceaux;
using CtgPortal.TestSupport.Sceaux;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CtgPortal.Application.Tests.Sceaux;

public sealed class CertificatSceauTests(SceauxFixture sceaux) : IDisposable
{
    private static readonly X509Certificate2 Racine = CertificatsDeTest.Racine("Racine d’un prestataire");

    private readonly AtelierSceaux _atelier = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _atelier.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Un_certificat_avec_sa_chaine_scelle_et_se_verifie_ailleurs(bool ecdsa)
    {
        using var intermediaire = CertificatsDeTest.Intermediaire(Racine);
        using var certificat = ecdsa ? CertificatsDeTest.FeuilleEcdsa(intermediaire, "Cachet de la Caf") : CertificatsDeTest.Feuille(intermediaire, "Cachet de la Caf");
        var racine = _atelier.Ecrire(Encoding.ASCII.GetBytes(Racine.ExportCertificatePem()), "pem");
        await using var services = Services(CertificatsDeTest.EnPkcs12("secret", certificat, intermediaire), "secret", ("Sceau:Autorites", racine));

        var etat = await services.GetRequiredService<IScelleur>().ConsulterEtatAsync(Cancellation);
        var scelle = await services.GetRequiredService<IScelleur>().ScellerAsync(SceauxFixture.Document(await sceaux.Figee3Async(), 3), Cancellation);

        Assert.True(etat is { Pret: true, DeDeveloppement: false, Certificat: { Sujet: "Cachet de la Caf", Emetteur: "Intermédiaire de test" } });
        Assert.False(scelle.AvecRevocation);
        Assert.True(services.GetRequiredService<IVerificationPdf>().Examiner(scelle.Contenu).EstIntact);
        var sceau = SignatureLue.De(scelle.Contenu, NomsDeChamps.Sceau);
        var openssl = await OutilExterne.OpenSsl.LancerAsync(
            ["cms", "-verify", "-binary", "-inform", "DER", "-in", _atelier.Ecrire(sceau.Cms, "der"), "-content", _atelier.Ecrire(sceau.Couverts, "bin"), "-CAfile", racine, "-purpose", "any", "-cades", "-out", Path.Combine(_atelier.Dossier, "copie")],
            Cancellation);
        Assert.True(openssl.Code == 0, openssl.Erreurs);
        Assert.All(await PdfSig.VerifierAsync(_atelier, _atelier.Ecrire(scelle.Contenu), racine, Cancellation), v => Assert.True(v.EstValide && v.EstDeConfiance, v.Texte));
    }

    public static TheoryData<string, string> Fautes => new()
    {
        { "mot de passe", "le mot de passe de" },
        { "fichier absent", "n’existe pas" },
        { "autre fichier", "n’est pas un fichier PKCS#12" },
        { "sans clé", "ne contient pas de clé privée" },
        { "usage", "n’est pas fait pour signer des documents" },
        { "autorité", "n’est pas fait pour signer des documents" },
        { "pem", "ne contient aucun certificat PEM" },
    };

    [Theory, MemberData(nameof(Fautes))]
    public async Task Un_mauvais_reglage_empeche_le_demarrage_avec_une_phrase(string faute, string phrase)
    {
        using var certificat = CertificatsDeTest.Feuille(Racine, "Cachet");
        using var chiffrement = CertificatsDeTest.Feuille(Racine, "Chiffrement", X509KeyUsageFlags.KeyEncipherment);
        var bon = CertificatsDeTest.EnPkcs12("secret", certificat);
        await using var services = faute switch
        {
            "mot de passe" => Services(bon, "autre"),
            "fichier absent" => SceauxFixture.Services("Production", ("Sceau:Certificat", Path.Combine(_atelier.Dossier, "absent.p12"))),
            "autre fichier" => Services("pas un certificat"u8.ToArray(), "secret"),
            "sans clé" => Services(new X509Certificate2Collection(X509CertificateLoader.LoadCertificate(certificat.RawData)).Export(X509ContentType.Pkcs12, "secret")!, "secret"),
            "usage" => Services(CertificatsDeTest.EnPkcs12("secret", chiffrement), "secret"),
            "autorité" => Services(CertificatsDeTest.EnPkcs12("secret", Racine), "secret"),
            _ => Services(bon, "secret", ("Sceau:Autorites", _atelier.Ecrire("rien"u8.ToArray(), "pem"))),
        };

        var refus = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains(phrase, refus.Message, StringComparison.Ordinal);
        Assert.StartsWith("Sceau", refus.Message, StringComparison.Ordinal);
    }

    /// <summary>Time alone does this: the portal starts, and says that it cannot seal.</summary>
    [Theory]
    [InlineData(-3, -1, "a expiré le")]
    [InlineData(1, 3, "n’est valable qu’à partir du")]
    public async Task Un_certificat_hors_de_ses_dates_se_dit_sans_empecher_le_demarrage(int debut, int fin, string phrase)
    {
        var now = TimeProvider.System.GetUtcNow();
        using var certificat = CertificatsDeTest.Feuille(Racine, "Cachet", debut: now.AddYears(debut), fin: now.AddYears(fin));
        await using var services = Services(CertificatsDeTest.EnPkcs12("secret", certificat), "secret");

        services.GetRequiredService<IStartupValidator>().Validate();
        var etat = await services.GetRequiredService<IScelleur>().ConsulterEtatAsync(Cancellation);
        var refus = await Assert.ThrowsAsync<ServiceIndisponibleException>(() => services.GetRequiredService<ICertificatSceau>().OuvrirAsync(Cancellation));

        Assert.False(etat.Pret);
        Assert.Contains(phrase, etat.Phrase, StringComparison.Ordinal);
        Assert.Equal(etat.Phrase, refus.Message);
    }

    [Theory]
    [InlineData("Horodatage:Adresses:0", "ftp://exemple.fr", "n’est pas une adresse")]
    [InlineData("Horodatage:Politique", "bonjour", "Politique")]
    [InlineData("Horodatage:Delai", "00:00:00", "positifs")]
    public async Task Un_horodatage_mal_regle_empeche_le_demarrage(string cle, string valeur, string phrase)
    {
        await using var services = SceauxFixture.Services("Production", (cle, valeur));

        var refus = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains(phrase, refus.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void L_autorite_de_developpement_est_la_meme_pour_deux_processus_qui_la_creent_ensemble()
    {
        var dossier = Path.Combine(_atelier.Dossier, "donnees");

        var empreintes = Enumerable.Range(0, 4).AsParallel().WithDegreeOfParallelism(4).Select(_ =>
        {
            using var cle = new AutoriteDeDeveloppement([dossier]).OuvrirSceau();
            return cle.Certificat.Thumbprint;
        }).ToList();

        Assert.Single(empreintes.Distinct());
        Assert.Equal(["sceau"], Directory.GetDirectories(dossier).Select(Path.GetFileName));
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(Path.Combine(dossier, "sceau")) == (UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));
    }

    private ServiceProvider Services(byte[] p12, string motDePasse, params (string, string)[] autres) => SceauxFixture.Services(
        "Development", [("Sceau:Certificat", _atelier.Ecrire(p12, "p12")), ("Sceau:MotDePasse", motDePasse), .. autres]);
}
