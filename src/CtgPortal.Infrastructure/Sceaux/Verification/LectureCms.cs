using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CtgPortal.Infrastructure.Sceaux.Verification;

/// <summary>Why a signature does not hold; the message is a French sentence.</summary>
internal sealed class SignatureFausseException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>Of a kind that the portal does not check; the message is a French sentence.</summary>
internal sealed class SignatureNonVerifiableException(string message) : Exception(message);

/// <summary>
/// A CMS with one signer (RFC 5652), read field by field: what the signature does not cover must be what it can only be, so that a changed
/// byte is seen wherever it is.
/// </summary>
internal sealed record LectureCms(
    string TypeDuContenu, byte[]? Contenu, IReadOnlyList<X509Certificate2> Certificats, HashAlgorithmName Algorithme, byte[] AttributsSignes,
    IReadOnlyList<(string Oid, byte[] Valeur)> Attributs, string AlgorithmeDeSignature, byte[] Signature, X509Certificate2 Signataire,
    IReadOnlyList<(string Oid, byte[] Valeur)> NonSignes)
{
    private const string Pss = "1.2.840.113549.1.1.10";
    private const int CertificatsMax = 50;

    private static readonly Asn1Tag Zero = new(TagClass.ContextSpecific, 0, isConstructed: true);
    private static readonly Asn1Tag Un = new(TagClass.ContextSpecific, 1, isConstructed: true);
    private static readonly Asn1Tag Cle = new(TagClass.ContextSpecific, 0);

    private static readonly Dictionary<string, HashAlgorithmName> Empreintes = new()
    {
        [OidsCms.Sha256] = HashAlgorithmName.SHA256,
        ["2.16.840.1.101.3.4.2.2"] = HashAlgorithmName.SHA384,
        ["2.16.840.1.101.3.4.2.3"] = HashAlgorithmName.SHA512,
    };

    /// <summary>With the digest that each implies; null when it is said elsewhere.</summary>
    private static readonly Dictionary<string, HashAlgorithmName?> Signatures = new()
    {
        [OidsCms.Rsa] = null,
        [Pss] = null,
        ["1.2.840.113549.1.1.11"] = HashAlgorithmName.SHA256,
        ["1.2.840.113549.1.1.12"] = HashAlgorithmName.SHA384,
        ["1.2.840.113549.1.1.13"] = HashAlgorithmName.SHA512,
        [OidsCms.EcdsaSha256] = HashAlgorithmName.SHA256,
        ["1.2.840.10045.4.3.3"] = HashAlgorithmName.SHA384,
        ["1.2.840.10045.4.3.4"] = HashAlgorithmName.SHA512,
    };

    // what RFC 3161 and EN 319 122 add after signing: timestamps, certificates and revocation kept for the long term, countersignatures
    private static readonly HashSet<string> NonSignesConnus =
    [
        OidsCms.Horodatage, OidsCms.ContreSignature, "1.2.840.113549.1.9.16.2.21", "1.2.840.113549.1.9.16.2.22", "1.2.840.113549.1.9.16.2.23",
        "1.2.840.113549.1.9.16.2.24", "1.2.840.113549.1.9.16.2.25", "1.2.840.113549.1.9.16.2.26", "1.2.840.113549.1.9.16.2.27",
        "1.2.840.113549.1.9.16.2.48", "0.4.0.1733.2.4", "0.4.0.1733.2.5",
    ];

    /// <exception cref="SignatureFausseException">It contradicts itself.</exception>
    /// <exception cref="SignatureNonVerifiableException">It uses what the portal does not know.</exception>
    public static LectureCms Lire(ReadOnlyMemory<byte> cms)
    {
        try
        {
            var enveloppe = new AsnReader(cms, AsnEncodingRules.BER);
            var racine = enveloppe.ReadSequence();
            enveloppe.ThrowIfNotEmpty();
            Exiger(racine.ReadObjectIdentifier() == OidsCms.DonneesSignees);
            var explicite = racine.ReadSequence(Zero);
            racine.ThrowIfNotEmpty();
            var donnees = explicite.ReadSequence();
            explicite.ThrowIfNotEmpty();
            return LireDonnees(donnees);
        }
        catch (Exception cause) when (cause is AsnContentException or CryptographicException or OverflowException)
        {
            throw new SignatureFausseException("La signature est abîmée.", cause);
        }
    }

    /// <summary>Checks the value of the signature, over a digest of what is signed.</summary>
    public void Verifier(ReadOnlySpan<byte> empreinte)
    {
        var type = Attribut(OidsCms.TypeDuContenu) ?? throw Abimee();
        var dite = Attribut(OidsCms.EmpreinteDuContenu) ?? throw Abimee();
        Exiger(new AsnReader(type, AsnEncodingRules.DER).ReadObjectIdentifier() == TypeDuContenu);
        if (!new AsnReader(dite, AsnEncodingRules.DER).ReadOctetString().AsSpan().SequenceEqual(empreinte))
        {
            throw new SignatureFausseException("Le contenu couvert par la signature a été modifié.");
        }

        VerifierLeCertificatDesigne();
        if (!EstDe(Signataire, SHA(AttributsSignes)))
        {
            throw new SignatureFausseException("La signature ne correspond pas au certificat joint.");
        }
    }

    public byte[] SHA(ReadOnlySpan<byte> octets) => CryptographicOperations.HashData(Algorithme, octets);

    private static SignatureFausseException Abimee() => new("La signature est abîmée.");

    private static void Exiger(bool condition)
    {
        if (!condition)
        {
            throw Abimee();
        }
    }

    private byte[]? Attribut(string oid) => Attributs.Where(a => a.Oid == oid).Select(a => a.Valeur).SingleOrDefault();

    /// <summary>signing-certificate-v2 names the certificate by its digest: another with the same name and number would not do.</summary>
    private void VerifierLeCertificatDesigne()
    {
        if (Attribut(OidsCms.CertificatSignataireV2) is not { } valeur)
        {
            return;
        }

        var premier = new AsnReader(valeur, AsnEncodingRules.BER).ReadSequence().ReadSequence().ReadSequence();
        var algorithme = HashAlgorithmName.SHA256;
        if (premier.PeekTag() == Asn1Tag.Sequence)
        {
            algorithme = Empreinte(premier.ReadSequence());
        }

        if (!premier.ReadOctetString().AsSpan().SequenceEqual(CryptographicOperations.HashData(algorithme, Signataire.RawData)))
        {
            throw new SignatureFausseException("Le certificat joint n’est pas celui qui a signé.");
        }
    }

    private bool EstDe(X509Certificate2 certificat, byte[] empreinte)
    {
        using var rsa = certificat.GetRSAPublicKey();
        if (rsa is not null)
        {
            return rsa.VerifyHash(empreinte, Signature, Algorithme, AlgorithmeDeSignature == Pss ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1);
        }

        using var ecdsa = certificat.GetECDsaPublicKey() ?? throw new SignatureNonVerifiableException("La signature emploie une clé que le portail ne sait pas vérifier.");
        return ecdsa.VerifyHash(empreinte, Signature, DSASignatureFormat.Rfc3279DerSequence);
    }

    private static LectureCms LireDonnees(AsnReader donnees)
    {
        var version = (int)donnees.ReadInteger();
        var empreintes = donnees.ReadSetOf();
        List<HashAlgorithmName> algorithmes = [];
        while (empreintes.HasData)
        {
            algorithmes.Add(Empreinte(empreintes.ReadSequence()));
        }

        var encapsule = donnees.ReadSequence();
        var type = encapsule.ReadObjectIdentifier();
        var contenu = encapsule.HasData ? encapsule.ReadSequence(Zero).ReadOctetString() : null;
        Exiger(type == OidsCms.Donnees ? version is 1 or 3 or 4 or 5 : version is 3 or 4 or 5);
        List<X509Certificate2> certificats = [];
        if (donnees.HasData && donnees.PeekTag() == Zero)
        {
            var suite = donnees.ReadSetOf(skipSortOrderValidation: true, Zero);
            while (suite.HasData)
            {
                Exiger(certificats.Count < CertificatsMax);
                certificats.Add(X509CertificateLoader.LoadCertificate(suite.ReadEncodedValue().Span));
            }
        }

        if (donnees.HasData && donnees.PeekTag() == Un)
        {
            donnees.ReadEncodedValue();
        }

        var signataires = donnees.ReadSetOf(skipSortOrderValidation: true);
        donnees.ThrowIfNotEmpty();
        var signataire = signataires.ReadSequence();
        if (signataires.HasData)
        {
            throw new SignatureNonVerifiableException("La signature a plusieurs signataires dans une même enveloppe.");
        }

        return LireSignataire(signataire, type, contenu, certificats, algorithmes);
    }

    private static LectureCms LireSignataire(AsnReader lecture, string type, byte[]? contenu, List<X509Certificate2> certificats, List<HashAlgorithmName> algorithmes)
    {
        var version = (int)lecture.ReadInteger();
        var certificat = lecture.PeekTag() == Asn1Tag.Sequence ? ParNumero(lecture.ReadSequence(), certificats) : ParCle(lecture.ReadOctetString(Cle), certificats);
        Exiger(version is 1 or 3);
        var algorithme = Empreinte(lecture.ReadSequence());
        Exiger(algorithmes.TrueForAll(a => a == algorithme));
        if (lecture.PeekTag() != Zero)
        {
            throw new SignatureNonVerifiableException("La signature n’a pas d’attributs signés.");
        }

        byte[] signes = [.. lecture.PeekEncodedValue().Span];
        var attributs = Attributs_(lecture.ReadSetOf(skipSortOrderValidation: true, Zero));
        signes[0] = 0x31;
        var sequence = lecture.ReadSequence();
        var deSignature = sequence.ReadObjectIdentifier();
        if (!Signatures.TryGetValue(deSignature, out var impliquee))
        {
            throw new SignatureNonVerifiableException("La signature emploie un algorithme que le portail ne sait pas vérifier.");
        }

        Exiger(impliquee is null || impliquee == algorithme);
        if (deSignature != Pss)
        {
            ReadNull(sequence);
        }

        var valeur = lecture.ReadOctetString();
        var nonSignes = lecture.HasData ? Attributs_(lecture.ReadSetOf(skipSortOrderValidation: true, Un)) : [];
        lecture.ThrowIfNotEmpty();
        return nonSignes.Find(a => !NonSignesConnus.Contains(a.Oid)) is (not null, _)
            ? throw new SignatureNonVerifiableException("La signature porte une mention que le portail ne connaît pas.")
            : new(type, contenu, certificats, algorithme, signes, attributs, deSignature, valeur, certificat, nonSignes);
    }

    private static X509Certificate2 ParNumero(AsnReader numero, List<X509Certificate2> certificats)
    {
        var (emetteur, serie) = (numero.ReadEncodedValue(), numero.ReadIntegerBytes());
        numero.ThrowIfNotEmpty();
        return certificats.Find(c => c.IssuerName.RawData.AsSpan().SequenceEqual(emetteur.Span) && c.SerialNumberBytes.Span.SequenceEqual(serie.Span)) ?? throw SansCertificat();
    }

    private static X509Certificate2 ParCle(byte[] cle, List<X509Certificate2> certificats) =>
        certificats.Find(c => c.Extensions.OfType<X509SubjectKeyIdentifierExtension>().Any(e => e.SubjectKeyIdentifierBytes.Span.SequenceEqual(cle))) ?? throw SansCertificat();

    private static SignatureFausseException SansCertificat() => new("Le certificat du signataire n’est pas joint à la signature.");

    private static HashAlgorithmName Empreinte(AsnReader sequence)
    {
        var algorithme = Empreintes.TryGetValue(sequence.ReadObjectIdentifier(), out var nom)
            ? nom
            : throw new SignatureNonVerifiableException("La signature emploie une empreinte trop faible, ou que le portail ne connaît pas.");
        ReadNull(sequence);
        return algorithme;
    }

    private static void ReadNull(AsnReader sequence)
    {
        if (sequence.HasData)
        {
            sequence.ReadNull();
        }

        sequence.ThrowIfNotEmpty();
    }

    private static List<(string Oid, byte[] Valeur)> Attributs_(AsnReader ensemble)
    {
        List<(string, byte[])> attributs = [];
        while (ensemble.HasData)
        {
            var sequence = ensemble.ReadSequence();
            var oid = sequence.ReadObjectIdentifier();
            var valeurs = sequence.ReadSetOf(skipSortOrderValidation: true);
            sequence.ThrowIfNotEmpty();
            while (valeurs.HasData)
            {
                attributs.Add((oid, valeurs.ReadEncodedValue().ToArray()));
            }
        }

        return attributs;
    }
}
