using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CtgPortal.Application.Common;

namespace CtgPortal.Infrastructure.Sceaux;

/// <summary>
/// A private authority for development and tests: a root, a certificate that seals, one that dates, and an empty list of revoked
/// certificates, made on first use in the data folder of the portal. Its names say that it is worth nothing. The root's key is thrown away.
/// </summary>
internal sealed class AutoriteDeDeveloppement(IReadOnlyList<string> dossiers)
{
    public const string Nom = "Autorité de développement CtgPortal – sans valeur";

    private const string Racine = "autorite.pem";
    private const string Sceau = "sceau.p12";
    private const string Horodatage = "horodatage.p12";
    private const string Liste = "revocation.crl";

    // wide enough for tests that live at another date
    private static readonly DateTimeOffset Debut = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Fin = new(2049, 12, 31, 0, 0, 0, TimeSpan.Zero);

    private readonly Lazy<string> _dossier = new(() => Preparer(dossiers));

    public CleLocale OuvrirSceau() => Ouvrir(Sceau);

    public CleLocale OuvrirHorodatage() => Ouvrir(Horodatage);

    public X509Certificate2 LireRacine() => X509Certificate2.CreateFromPem(File.ReadAllText(Chemin(Racine)));

    public byte[] LireListe() => File.ReadAllBytes(Chemin(Liste));

    private CleLocale Ouvrir(string fichier) =>
        new(X509CertificateLoader.LoadPkcs12FromFile(Chemin(fichier), null, FichierPkcs12.Garde), [LireRacine()]);

    private string Chemin(string fichier) => Path.Combine(_dossier.Value, fichier);

    private static string Preparer(IReadOnlyList<string> dossiers)
    {
        Exception? dernier = null;
        foreach (var parent in dossiers)
        {
            var dossier = Path.Combine(parent, "sceau");
            try
            {
                if (!Directory.Exists(dossier))
                {
                    Creer(parent, dossier);
                }

                return dossier;
            }
            catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
            {
                dernier = cause;
            }
        }

        throw new ServiceIndisponibleException(
            $"L’autorité de développement ne peut pas être rangée dans « {string.Join(" », « ", dossiers)} » : donnez le droit d’y écrire, ou indiquez un autre dossier par le paramètre CtgPortal:Donnees.", dernier);
    }

    /// <summary>Made beside and moved in one go: another process that does the same finds all of it or nothing.</summary>
    private static void Creer(string parent, string dossier)
    {
        var provisoire = Path.Combine(parent, $"sceau-{RandomNumberGenerator.GetHexString(12, lowercase: true)}");
        Directory.CreateDirectory(parent);
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(provisoire);
        }
        else
        {
            Directory.CreateDirectory(provisoire, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        Emettre(provisoire);
        try
        {
            Directory.Move(provisoire, dossier);
        }
        catch (IOException) when (Directory.Exists(dossier))
        {
            Directory.Delete(provisoire, recursive: true);
        }
    }

    private static void Emettre(string dossier)
    {
        using var cleRacine = RSA.Create(3072);
        var demande = Demande(Nom, cleRacine);
        demande.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        demande.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        using var racine = demande.CreateSelfSigned(Debut, Fin);
        File.WriteAllText(Path.Combine(dossier, Racine), racine.ExportCertificatePem() + "\n");
        Ecrire(Path.Combine(dossier, Sceau), racine, "Sceau de développement CtgPortal – sans valeur", null);
        Ecrire(Path.Combine(dossier, Horodatage), racine, "Horodatage de développement CtgPortal – sans valeur", new Oid(OidsCms.UsageHorodatage));
        var liste = new CertificateRevocationListBuilder().Build(racine, 1, Fin.AddDays(-1), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1, Debut);
        File.WriteAllBytes(Path.Combine(dossier, Liste), liste);
    }

    private static void Ecrire(string chemin, X509Certificate2 racine, string nom, Oid? usage)
    {
        using var cle = RSA.Create(3072);
        var demande = Demande(nom, cle);
        demande.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        demande.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, critical: true));
        demande.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(racine, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        if (usage is not null)
        {
            demande.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([usage], critical: true));
        }

        using var certificat = demande.Create(racine, Debut, Fin, RandomNumberGenerator.GetBytes(15));
        using var entier = certificat.CopyWithPrivateKey(cle);
        File.WriteAllBytes(chemin, entier.Export(X509ContentType.Pkcs12));
    }

    private static CertificateRequest Demande(string nom, RSA cle)
    {
        var sujet = new X500DistinguishedNameBuilder();
        sujet.AddCommonName(nom);
        sujet.AddOrganizationName("CtgPortal");
        sujet.AddCountryOrRegion("FR");
        var demande = new CertificateRequest(sujet.Build(), cle, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        demande.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(demande.PublicKey, critical: false));
        return demande;
    }
}
