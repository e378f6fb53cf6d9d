using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CtgPortal.TestSupport.Sceaux;

/// <summary>Authorities and certificates for one test.</summary>
public static class CertificatsDeTest
{
    public const string UsageHorodatage = "1.3.6.1.5.5.7.3.8";

    private static readonly DateTimeOffset Debut = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Fin = new(2045, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static X509Certificate2 Racine(string nom = "Racine de test")
    {
        using var cle = RSA.Create(2048);
        return Autorite(nom, cle).CreateSelfSigned(Debut.AddYears(-10), Fin);
    }

    public static X509Certificate2 Intermediaire(X509Certificate2 racine, string nom = "Intermédiaire de test")
    {
        using var cle = RSA.Create(2048);
        using var certificat = Autorite(nom, cle).Create(racine, Debut.AddYears(-5), Fin, RandomNumberGenerator.GetBytes(8));
        return certificat.CopyWithPrivateKey(cle);
    }

    public static X509Certificate2 Feuille(
        X509Certificate2 emetteur, string nom, X509KeyUsageFlags usage = X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation,
        DateTimeOffset? debut = null, DateTimeOffset? fin = null, string? usageEtendu = null)
    {
        using var cle = RSA.Create(2048);
        var demande = new CertificateRequest($"CN={nom}", cle, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        Completer(demande, emetteur, usage, usageEtendu);
        using var certificat = demande.Create(emetteur, debut ?? Debut, fin ?? Fin, RandomNumberGenerator.GetBytes(8));
        return certificat.CopyWithPrivateKey(cle);
    }

    public static X509Certificate2 FeuilleEcdsa(X509Certificate2 emetteur, string nom)
    {
        using var cle = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var demande = new CertificateRequest($"CN={nom}", cle, HashAlgorithmName.SHA256);
        Completer(demande, emetteur, X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, null);
        var signature = X509SignatureGenerator.CreateForRSA(emetteur.GetRSAPrivateKey()!, RSASignaturePadding.Pkcs1);
        using var certificat = demande.Create(emetteur.SubjectName, signature, Debut, Fin, RandomNumberGenerator.GetBytes(8));
        return certificat.CopyWithPrivateKey(cle);
    }

    /// <summary>PKCS#12 with the key of the first and the certificates of the others.</summary>
    public static byte[] EnPkcs12(string motDePasse, X509Certificate2 certificat, params X509Certificate2[] autres) =>
        new X509Certificate2Collection((X509Certificate2[])[certificat, .. autres.Select(a => X509CertificateLoader.LoadCertificate(a.RawData))]).Export(X509ContentType.Pkcs12, motDePasse)!;

    private static CertificateRequest Autorite(string nom, RSA cle)
    {
        var demande = new CertificateRequest($"CN={nom}", cle, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        demande.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, critical: true));
        demande.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        demande.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(demande.PublicKey, critical: false));
        return demande;
    }

    private static void Completer(CertificateRequest demande, X509Certificate2 emetteur, X509KeyUsageFlags usage, string? usageEtendu)
    {
        demande.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        demande.CertificateExtensions.Add(new X509KeyUsageExtension(usage, critical: true));
        demande.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(demande.PublicKey, critical: false));
        demande.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(emetteur, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        if (usageEtendu is not null)
        {
            demande.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(usageEtendu)], critical: true));
        }
    }
}
