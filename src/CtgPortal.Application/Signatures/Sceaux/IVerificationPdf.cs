using System.Security.Cryptography;

namespace CtgPortal.Application.Signatures.Sceaux;

/// <summary>Reads the signatures of any PDF, hostile ones included: always a result, in bounded time and memory; nothing is kept.</summary>
public interface IVerificationPdf
{
    ExamenPdf Examiner(byte[] fichier);
}

/// <summary>What a file says of itself.</summary>
public sealed record ExamenPdf
{
    /// <summary>Begins as a PDF does.</summary>
    public required bool EstPdf { get; init; }

    /// <summary>Why the file could not be read to the end, a French sentence; null when it could.</summary>
    public string? Defaut { get; init; }

    public required long Taille { get; init; }

    /// <summary>SHA-256 of the whole file, 64 lower-case hexadecimal digits.</summary>
    public required string Empreinte { get; init; }

    /// <summary>Encrypted: its signatures are not read.</summary>
    public bool EstChiffre { get; init; }

    /// <summary>From the first to the last; each is the first bytes of the file up to its end.</summary>
    public IReadOnlyList<RevisionPdf> Revisions { get; init; } = [];

    /// <summary>In the order of their revisions.</summary>
    public IReadOnlyList<SignaturePdf> Signatures { get; init; } = [];

    /// <summary>Bytes after what the last signature covers; zero when it covers the file to its end. Without signature, the whole file.</summary>
    public long OctetsApresDerniereSignature { get; init; }

    /// <summary>Every signature holds, the last one covers the file to its end, and no authority's name was tampered with.</summary>
    public bool EstIntact => Defaut is null && !EstChiffre && Signatures.Count > 0 && OctetsApresDerniereSignature == 0
        && Signatures.All(s => s.Integrite == IntegriteSignature.Intacte && s.OctetsNonCouverts.Count == 0 && s.Chaine != ChaineSignature.Invalide && s.ChaineHorodatage != ChaineSignature.Invalide);
}

/// <param name="Fin">Length of the file at that revision.</param>
/// <param name="Modifications">
/// What the revision changed of what was there before, other than filling signature fields and adding proofs; French sentences, empty for
/// an honest revision. A page shown otherwise than it was signed stands here.
/// </param>
public sealed record RevisionPdf(long Fin, IReadOnlyList<string> Modifications);

public sealed record SignaturePdf
{
    /// <summary>Name of the field.</summary>
    public required string Champ { get; init; }

    public required IntegriteSignature Integrite { get; init; }

    /// <summary>Why it does not hold or cannot be checked, a French sentence; null when it holds.</summary>
    public string? Defaut { get; init; }

    /// <summary>A timestamp of the whole document rather than a signature.</summary>
    public bool EstHorodatage { get; init; }

    /// <summary>Subject of the certificate that signed, in full; null when it could not be read.</summary>
    public string? Sujet { get; init; }

    /// <summary>Common name of the certificate that signed.</summary>
    public string? NomDuCertificat { get; init; }

    public string? Emetteur { get; init; }

    public DateTimeOffset? CertificatValableDu { get; init; }

    public DateTimeOffset? CertificatValableJusquAu { get; init; }

    /// <summary>Valid at the time told by the timestamp, else at the time the signature claims; null when neither is known.</summary>
    public bool? CertificatValableALaSignature { get; init; }

    public ChaineSignature Chaine { get; init; }

    /// <summary>What the signature says of itself (/Name, /Reason, /M): as true as its signer is.</summary>
    public string? Nom { get; init; }

    public string? Motif { get; init; }

    public DateTimeOffset? Le { get; init; }

    /// <summary>Time of a valid timestamp; null without one.</summary>
    public DateTimeOffset? HorodateeLe { get; init; }

    public string? Horodateur { get; init; }

    public ChaineSignature? ChaineHorodatage { get; init; }

    /// <summary>End of what is covered; the file up to there is the revision it signs.</summary>
    public long CouvreJusquA { get; init; }

    public bool CouvreTouteSaRevision { get; init; }

    public bool CouvreToutLeFichier { get; init; }

    /// <summary>Bytes before that end that it does not cover, itself excepted.</summary>
    public IReadOnlyList<PlageOctets> OctetsNonCouverts { get; init; } = [];
}

public sealed record PlageOctets(long Debut, long Fin);

public enum IntegriteSignature
{
    Intacte,
    Alteree,

    /// <summary>Of a kind that the portal does not check.</summary>
    NonVerifiable,
}

public enum ChaineSignature
{
    /// <summary>Signed by an authority that the portal does not know.</summary>
    Inconnue,

    /// <summary>By the certificate with which this portal seals.</summary>
    DuPortail,

    /// <summary>By an authority that the administrator trusts.</summary>
    DeConfiance,

    /// <summary>The certificates of the file contradict each other.</summary>
    Invalide,
}

public static class DebutDeFichier
{
    /// <summary>Whether a file begins with the frozen version of that length and fingerprint.</summary>
    /// <param name="empreinte">SHA-256, hexadecimal digits.</param>
    public static bool CommencePar(byte[] fichier, long longueur, string empreinte) =>
        longueur > 0 && fichier.LongLength >= longueur
        && string.Equals(Convert.ToHexStringLower(SHA256.HashData(fichier.AsSpan(0, (int)longueur))), empreinte, StringComparison.OrdinalIgnoreCase);
}
