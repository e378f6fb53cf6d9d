using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CtgPortal.Application.Signatures.Sceaux;

namespace CtgPortal.Infrastructure.Sceaux;

/// <summary>A key held in memory, beside its certificate.</summary>
internal sealed class CleLocale(X509Certificate2 certificat, IReadOnlyList<X509Certificate2> chaine) : ICleDeSceau
{
    public X509Certificate2 Certificat => certificat;

    public IReadOnlyList<X509Certificate2> Chaine => chaine;

    public byte[] SignerEmpreinte(ReadOnlySpan<byte> sha256)
    {
        using var rsa = certificat.GetRSAPrivateKey();
        if (rsa is not null)
        {
            return rsa.SignHash(sha256.ToArray(), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }

        using var ecdsa = certificat.GetECDsaPrivateKey() ?? throw new CryptographicException("The key is neither RSA nor ECDSA.");
        return ecdsa.SignHash(sha256, DSASignatureFormat.Rfc3279DerSequence);
    }

    public void Dispose()
    {
        certificat.Dispose();
        foreach (var autre in chaine)
        {
            autre.Dispose();
        }
    }

    /// <summary>From the issuer of a certificate to the root, as far as the others allow.</summary>
    public static IReadOnlyList<X509Certificate2> Ordonner(X509Certificate2 certificat, IEnumerable<X509Certificate2> autres)
    {
        var reste = autres.ToList();
        List<X509Certificate2> chaine = [];
        for (var suivant = certificat; !suivant.SubjectName.RawData.AsSpan().SequenceEqual(suivant.IssuerName.RawData); suivant = chaine[^1])
        {
            if (reste.Find(c => c.SubjectName.RawData.AsSpan().SequenceEqual(suivant.IssuerName.RawData)) is not { } emetteur)
            {
                break;
            }

            chaine.Add(emetteur);
            reste.Remove(emetteur);
        }

        return chaine;
    }
}
