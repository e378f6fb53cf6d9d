using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CtgPortal.Infrastructure.Sceaux;

/// <summary>Reads the file that seals and says what is wrong with it.</summary>
internal static class FichierPkcs12
{
    private const int MotDePasseFaux = unchecked((int)0x80070056);

    /// <summary>The key stays in memory where the system allows it.</summary>
    public static X509KeyStorageFlags Garde => OperatingSystem.IsMacOS() ? X509KeyStorageFlags.DefaultKeySet : X509KeyStorageFlags.EphemeralKeySet;

    /// <exception cref="CertificatRefuseException">A sentence for the administrator.</exception>
    public static CleLocale Ouvrir(SceauOptions options)
    {
        var fichiers = Charger(options);
        var certificat = fichiers.FirstOrDefault(c => c.HasPrivateKey)
            ?? throw new CertificatRefuseException($"Sceau : « {options.Certificat} » ne contient pas de clé privée. Exportez le certificat avec sa clé.");
        Verifier(certificat);
        return new(certificat, CleLocale.Ordonner(certificat, [.. fichiers.Where(c => c != certificat), .. LirePem(options.Autorites, "Sceau : Autorites")]));
    }

    /// <param name="parametre">Named when the file cannot be read.</param>
    public static IReadOnlyList<X509Certificate2> LirePem(string chemin, string parametre)
    {
        if (chemin.Length == 0)
        {
            return [];
        }

        try
        {
            var collection = new X509Certificate2Collection();
            collection.ImportFromPemFile(chemin);
            return collection.Count > 0 ? [.. collection] : throw new CertificatRefuseException($"{parametre} : « {chemin} » ne contient aucun certificat PEM.");
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new CertificatRefuseException($"{parametre} : « {chemin} » ne peut pas être lu comme une suite de certificats PEM.", cause);
        }
    }

    private static X509Certificate2Collection Charger(SceauOptions options)
    {
        try
        {
            return X509CertificateLoader.LoadPkcs12Collection(File.ReadAllBytes(options.Certificat), options.MotDePasse, Garde);
        }
        catch (CryptographicException cause) when (cause.HResult == MotDePasseFaux)
        {
            throw new CertificatRefuseException($"Sceau : le mot de passe de « {options.Certificat} » est faux. Corrigez Sceau:MotDePasse.", cause);
        }
        catch (CryptographicException cause)
        {
            throw new CertificatRefuseException($"Sceau : « {options.Certificat} » n’est pas un fichier PKCS#12 (.p12 ou .pfx) lisible.", cause);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new CertificatRefuseException($"Sceau : le fichier « {options.Certificat} » n’existe pas, ou le portail n’a pas le droit de le lire.", cause);
        }
    }

    private static void Verifier(X509Certificate2 certificat)
    {
        using var rsa = certificat.GetRSAPublicKey();
        using var ecdsa = certificat.GetECDsaPublicKey();
        if (rsa is not { KeySize: >= 2048 } && ecdsa is not { KeySize: >= 256 })
        {
            throw new CertificatRefuseException("Sceau : la clé du certificat doit être RSA de 2048 bits au moins, ou ECDSA de 256 bits au moins.");
        }

        var usages = certificat.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault()?.KeyUsages;
        var autorite = certificat.Extensions.OfType<X509BasicConstraintsExtension>().FirstOrDefault()?.CertificateAuthority == true;
        if (autorite || (usages is { } u && (u & (X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation)) == 0))
        {
            throw new CertificatRefuseException("Sceau : ce certificat n’est pas fait pour signer des documents. Il faut un certificat de cachet, dont l’usage de clé comprend « signature numérique » ou « non-répudiation ».");
        }
    }
}

/// <summary>A setting that an administrator has to correct; the message is a French sentence.</summary>
internal sealed class CertificatRefuseException(string message, Exception? cause = null) : Exception(message, cause);
