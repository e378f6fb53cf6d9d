namespace CtgPortal.Domain.Signatures;

/// <summary>Whom the authority of a certificate is to this portal.</summary>
public enum AutoriteDeCertificat
{
    /// <summary>Not known here: the certificate is what it says, and no more.</summary>
    Inconnue,

    /// <summary>Trusted by the administrator.</summary>
    DeConfiance,

    /// <summary>The portal itself.</summary>
    DuPortail,

    /// <summary>The certificates of the file contradict each other.</summary>
    Contradictoire,
}

/// <summary>A signature read in a file that comes back.</summary>
/// <param name="Champ">Its field in the file.</param>
/// <param name="Certificat">Name in the certificate that signed.</param>
/// <param name="Emetteur">Name of who issued that certificate.</param>
/// <param name="Le">Of its timestamp, else as it claims; null when it says nothing.</param>
/// <param name="EstDatee">By a timestamp that holds.</param>
/// <param name="Defaut">Why it does not hold, in a sentence; null when it does.</param>
/// <param name="CouvreTout">Every byte of the file up to its end, the document that was handed over among them.</param>
public sealed record SignatureDeParapheur(
    string Champ, string? Certificat, string? Emetteur, DateTimeOffset? Le, bool EstDatee, DateTimeOffset? ValableDu, DateTimeOffset? ValableJusquAu,
    bool? CertificatValable, AutoriteDeCertificat Autorite, string? Defaut, bool CouvreTout);

/// <summary>What a file that comes back from an outside parapheur says of itself.</summary>
/// <param name="Defaut">Why it could not be read, in a sentence: not a PDF, encrypted, hostile; null when it was.</param>
/// <param name="CommenceParLeRemis">Its first bytes are, to the last one, the document that is to sign.</param>
/// <param name="Modifications">What was changed of the document since, in sentences; signing changes nothing.</param>
/// <param name="FinitSansAjout">Nothing stands after the last signature but proofs.</param>
/// <param name="Signatures">Those that came since the document was handed over, from the first to the last.</param>
public sealed record FichierDeParapheur(
    string? Defaut, bool CommenceParLeRemis, IReadOnlyList<string> Modifications, bool FinitSansAjout, IReadOnlyList<SignatureDeParapheur> Signatures);
