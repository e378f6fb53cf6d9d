using System.Security.Cryptography.X509Certificates;
using CtgPortal.Application.Common;

namespace CtgPortal.Application.Signatures.Sceaux;

/// <summary>The certificate that seals, from a PKCS#12 file; a token (PKCS#11) or a remote service would be another implementation.</summary>
public interface ICertificatSceau
{
    /// <summary>Never throws for what an administrator has to settle: it is said by the state.</summary>
    Task<EtatDuSceau> ConsulterEtatAsync(CancellationToken cancellationToken);

    /// <exception cref="ServiceIndisponibleException">Not configured, or the certificate is out of its dates.</exception>
    Task<ICleDeSceau> OuvrirAsync(CancellationToken cancellationToken);
}

/// <summary>A key that signs and never shows itself.</summary>
public interface ICleDeSceau : IDisposable
{
    X509Certificate2 Certificat { get; }

    /// <summary>The other certificates, from the issuer of the seal's to the root.</summary>
    IReadOnlyList<X509Certificate2> Chaine { get; }

    /// <summary>Signs a SHA-256 digest: RSA with PKCS#1 v1.5 padding, or ECDSA as an ASN.1 sequence, as the certificate says.</summary>
    byte[] SignerEmpreinte(ReadOnlySpan<byte> sha256);
}
