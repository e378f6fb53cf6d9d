using CtgPortal.Application.Common;

namespace CtgPortal.Application.Signatures.Sceaux;

/// <summary>
/// Makes the final file: the base bytes unchanged, then one incremental revision per recorded signature, then what is known of the
/// revocation of the portal's certificate, then the portal's seal with its timestamp. Every revision is signed with the certificate of
/// the portal, never with one of the signer: each field says so.
/// </summary>
public interface IScelleur
{
    /// <summary>Whether sealing can be asked for now, and with which certificate; never throws for what an administrator has to settle.</summary>
    Task<EtatDuSceau> ConsulterEtatAsync(CancellationToken cancellationToken);

    /// <summary>
    /// The same document gives the same bytes but for the timestamp and what the authority publishes about revocation: a job that was
    /// killed starts again from the base.
    /// </summary>
    /// <exception cref="ServiceIndisponibleException">Not configured, certificate out of its dates, or the timestamp could not be had: the sentence says why. Try again later.</exception>
    /// <exception cref="PdfRefuseException">The base cannot bear the seal: not a PDF, encrypted, certified against changes, no such field, field already signed.</exception>
    Task<PdfScelle> ScellerAsync(DocumentASceller document, CancellationToken cancellationToken);
}

/// <param name="Pdf">The frozen bytes, or a file that begins with them and came back from an outside parapheur.</param>
/// <param name="Signatures">In the order in which they are to be written; without those that the file already bears by themselves.</param>
/// <param name="Le">When the sealing was asked for: written as time of each revision (/M). Keep it when a job starts again.</param>
/// <param name="Reference">Of the document, said by the seal.</param>
public sealed record DocumentASceller(byte[] Pdf, IReadOnlyList<SignatureAInscrire> Signatures, DateTimeOffset Le, string Reference)
{
    /// <summary>« la convention », « l’avenant n° 1 »: what the seal is said to stand on.</summary>
    public string Sujet { get; init; } = "la convention";
}

/// <summary>One signature recorded by the portal, to be attested in the field of its signer.</summary>
/// <param name="Champ">Name of an empty field, from <see cref="NomsDeChamps.DuSignataire"/>.</param>
/// <param name="Nom">Full name, title included.</param>
/// <param name="Qualite">Capacity, delegation included.</param>
/// <param name="SigneeLe">The day written on the text.</param>
/// <param name="Heure">Legal time in France of a signature given in the portal; null for one given by hand.</param>
/// <param name="Mode">In words, printed in the field: « signature électronique simple, au portail », « signée à la main, original numérisé »…</param>
/// <param name="Motif">
/// Whole sentence kept in the signature (/Reason) and honest about what is attested, such as « Le portail atteste que Claire Morel a signé au
/// portail le 12 mars 2026 à 14 h 32 (signature électronique simple). ». That it bears the portal's certificate is added by the sealer.
/// </param>
public sealed record SignatureAInscrire(string Champ, string Nom, string? Qualite, DateOnly SigneeLe, TimeOnly? Heure, string Mode, string Motif);

/// <param name="Empreinte">SHA-256 of the whole file, 64 lower-case hexadecimal digits.</param>
/// <param name="HorodateLe">Time told by the time-stamping authority.</param>
/// <param name="Horodateur">Name in the certificate of that authority.</param>
/// <param name="Signataire">Name in the certificate of the seal.</param>
/// <param name="AvecRevocation">True when revocation data could be had and stands in the file before the seal (B-LT material).</param>
public sealed record PdfScelle(byte[] Contenu, string Empreinte, DateTimeOffset HorodateLe, string Horodateur, string Signataire, bool AvecRevocation);

/// <param name="Pret">Sealing can be asked for.</param>
/// <param name="Phrase">For people: which certificate seals, or what is missing.</param>
/// <param name="DeDeveloppement">A private authority without value signs: to be said wherever the seal is shown.</param>
/// <param name="Certificat">Null when there is none.</param>
public sealed record EtatDuSceau(bool Pret, string Phrase, bool DeDeveloppement, CertificatDuSceau? Certificat);

/// <param name="Sujet">Name of who seals.</param>
/// <param name="Emetteur">Name of the authority that says so.</param>
public sealed record CertificatDuSceau(string Sujet, string Emetteur, DateTimeOffset ValableDu, DateTimeOffset ValableJusquAu, string Empreinte);
