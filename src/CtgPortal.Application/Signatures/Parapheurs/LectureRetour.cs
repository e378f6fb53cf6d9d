using CtgPortal.Application.Signatures.Sceaux;
using CtgPortal.Domain.Imports;
using CtgPortal.Domain.Signatures;

namespace CtgPortal.Application.Signatures.Parapheurs;

/// <summary>Reads a file that comes back from a parapheur: what it says of itself, and whose its signatures seem to be.</summary>
internal static class LectureRetour
{
    /// <param name="remis">The bytes that were to sign.</param>
    public static FichierDeParapheur Lire(this IVerificationPdf verification, byte[] fichier, byte[] remis)
    {
        var examen = verification.Examiner(fichier);
        var nouvelles = examen.Signatures.Where(s => s.CouvreJusquA > remis.Length).ToList();
        return new(
            examen.EstPdf ? examen.Defaut : "Ce fichier n’est pas un PDF.",
            fichier.AsSpan().StartsWith(remis),
            [.. examen.Revisions.Where(r => r.Fin > remis.Length).SelectMany(r => r.Modifications).Distinct()],
            FinitSansAjout(examen),
            [.. nouvelles.Where(s => !s.EstHorodatage).Select(Decrire)]);
    }

    /// <summary>
    /// For each signature of the file, the awaited person whose field it fills or whose whole name its certificate bears; null when there
    /// is none or several.
    /// </summary>
    public static LigneSignatureId? Proposer(this Signature circuit, SignatureDeParapheur signature)
    {
        var attendues = circuit.Lignes.Where(l => l is { EstDue: true, Role: RoleLigne.Signataire }).ToList();
        var parChamp = attendues.Where(l => NomsDeChamps.DuSignataire(l.SignataireId?.Value.ToString(), l.Numero) == signature.Champ).ToList();
        var parNom = attendues.Where(l => Porte(signature.Certificat, l.NomComplet)).ToList();
        return (parNom.Count, parChamp.Count) switch
        {
            (1, _) => parNom[0].Id,
            (0, 1) => parChamp[0].Id,
            _ => parNom.Intersect(parChamp).Select(l => (LigneSignatureId?)l.Id).SingleOrDefault(),
        };
    }

    /// <summary>Whether the certificate bears every word of a name, in any order: « MOREL Claire » is « Madame Claire Morel ».</summary>
    public static bool Porte(string? certificat, string nomComplet)
    {
        var mots = Mots(certificat).ToHashSet();
        return Mots(nomComplet).Where(m => m is not ("madame" or "monsieur")).All(mots.Contains) && mots.Count > 0;
    }

    private static string[] Mots(string? nom) => EnTete.Normaliser(nom ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Proofs may follow the last signature, as a revision of their own; anything else may not.</summary>
    private static bool FinitSansAjout(ExamenPdf examen) =>
        examen.OctetsApresDerniereSignature == 0 || (examen.Revisions.Count > 0 && examen.Revisions[^1].Fin == examen.Taille && examen.Revisions[^1].Fin - examen.OctetsApresDerniereSignature == Avant(examen));

    /// <summary>Where the revision before the last one ends.</summary>
    private static long Avant(ExamenPdf examen) => examen.Revisions.Count > 1 ? examen.Revisions[^2].Fin : 0;

    private static SignatureDeParapheur Decrire(SignaturePdf s) => new(
        s.Champ, s.NomDuCertificat, s.Emetteur, s.HorodateeLe ?? s.Le, s.HorodateeLe is not null, s.CertificatValableDu, s.CertificatValableJusquAu,
        s.CertificatValableALaSignature,
        s.Chaine switch
        {
            ChaineSignature.DuPortail => AutoriteDeCertificat.DuPortail,
            ChaineSignature.DeConfiance => AutoriteDeCertificat.DeConfiance,
            ChaineSignature.Invalide => AutoriteDeCertificat.Contradictoire,
            _ => AutoriteDeCertificat.Inconnue,
        },
        s.Integrite == IntegriteSignature.Intacte ? null : s.Defaut ?? "Elle ne peut pas être vérifiée.",
        s.CouvreTouteSaRevision && s.OctetsNonCouverts.Count == 0);
}
