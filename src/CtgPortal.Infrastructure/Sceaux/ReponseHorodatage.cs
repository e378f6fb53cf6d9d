using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using CtgPortal.Application.Signatures.Sceaux;
using CtgPortal.Infrastructure.Sceaux.Verification;

namespace CtgPortal.Infrastructure.Sceaux;

/// <summary>Checks an answer of RFC 3161 § 2.4.2, cause by cause.</summary>
internal sealed class ReponseHorodatage(HorodatageOptions options, DateTimeOffset now)
{
    public Horodatage Lire(byte[] reponse, ReadOnlySpan<byte> sha256, ReadOnlySpan<byte> nonce)
    {
        var octets = Jeton(reponse);
        var cms = LireCms(octets);
        if (cms.TypeDuContenu != OidsCms.InfoHorodatage || cms.Contenu is not { } contenu
            || !Rfc3161TimestampTokenInfo.TryDecode(contenu, out var info, out var lus) || lus != contenu.Length)
        {
            throw Incomprehensible();
        }

        if (info.HashAlgorithmId.Value != OidsCms.Sha256 || !info.GetMessageHash().Span.SequenceEqual(sha256))
        {
            throw new HorodatageRefuseException("a daté autre chose que le document demandé.");
        }

        if (info.GetNonce() is not { } recu || new BigInteger(recu.Span, isBigEndian: true) != new BigInteger(nonce, isBigEndian: true))
        {
            throw new HorodatageRefuseException("a rendu la réponse d’une autre demande.");
        }

        if (options.Politique.Length > 0 && info.PolicyId.Value != options.Politique)
        {
            throw new HorodatageRefuseException("n’a pas suivi la politique demandée.");
        }

        if ((info.Timestamp - now).Duration() > options.EcartMax)
        {
            throw new HorodatageRefuseException("ne donne pas la même heure que le portail : l’une des deux horloges est fausse.");
        }

        Verifier(cms, contenu, info.Timestamp);

        // once more as the base library reads it: the token must name the certificate that signs it
        return Rfc3161TimestampToken.TryDecode(octets, out var jeton, out var tous) && tous == octets.Length && jeton.VerifySignatureForHash(sha256, HashAlgorithmName.SHA256, out _)
            ? new(octets, info.Timestamp, cms.Signataire.GetNameInfo(X509NameType.SimpleName, forIssuer: false))
            : throw new HorodatageRefuseException("a rendu un jeton qui ne désigne pas le certificat qui le signe.");
    }

    private static HorodatageRefuseException Incomprehensible(Exception? cause = null) => new("a rendu une réponse incompréhensible.", cause);

    private static byte[] Jeton(byte[] reponse)
    {
        try
        {
            var sequence = new AsnReader(reponse, AsnEncodingRules.BER).ReadSequence();
            var etat = (int)sequence.ReadSequence().ReadInteger();
            return etat is 0 or 1 ? sequence.ReadEncodedValue().ToArray() : throw new HorodatageRefuseException($"a refusé de dater le document (réponse {etat}).");
        }
        catch (Exception cause) when (cause is AsnContentException or OverflowException)
        {
            throw Incomprehensible(cause);
        }
    }

    private static LectureCms LireCms(byte[] octets)
    {
        try
        {
            return LectureCms.Lire(octets);
        }
        catch (Exception cause) when (cause is SignatureFausseException or SignatureNonVerifiableException)
        {
            throw Incomprehensible(cause);
        }
    }

    private void Verifier(LectureCms cms, byte[] contenu, DateTimeOffset le)
    {
        try
        {
            cms.Verifier(cms.SHA(contenu));
        }
        catch (Exception cause) when (cause is SignatureFausseException or SignatureNonVerifiableException or CryptographicException or AsnContentException)
        {
            throw new HorodatageRefuseException("a rendu un jeton dont la signature est fausse.", cause);
        }

        var certificat = cms.Signataire;
        if (!certificat.Extensions.OfType<X509EnhancedKeyUsageExtension>().Any(e => e.Critical && e.EnhancedKeyUsages.Cast<Oid>().Any(o => o.Value == OidsCms.UsageHorodatage)))
        {
            throw new HorodatageRefuseException("emploie un certificat qui n’est pas fait pour horodater.");
        }

        if (le > certificat.NotAfter || le < certificat.NotBefore)
        {
            throw new HorodatageRefuseException("emploie un certificat expiré, ou qui n’est pas encore valable.");
        }

        if (!ConfianceEn(certificat, cms.Certificats, le))
        {
            throw new HorodatageRefuseException("emploie un certificat d’une autorité que le portail ne connaît pas (paramètre Horodatage:Autorites).");
        }
    }

    private bool ConfianceEn(X509Certificate2 certificat, IReadOnlyList<X509Certificate2> autres, DateTimeOffset le)
    {
        using var chaine = new X509Chain();
        chaine.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chaine.ChainPolicy.DisableCertificateDownloads = true;
        chaine.ChainPolicy.VerificationTime = le.UtcDateTime;
        chaine.ChainPolicy.VerificationTimeIgnored = false;
        chaine.ChainPolicy.ExtraStore.AddRange(autres.ToArray());
        if (options.Autorites.Length > 0)
        {
            chaine.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            chaine.ChainPolicy.CustomTrustStore.AddRange(FichierPkcs12.LirePem(options.Autorites, "Horodatage : Autorites").ToArray());
        }

        return chaine.Build(certificat);
    }
}
