using System.Security.Cryptography;
using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Signatures.Sceaux;
using CtgPortal.Domain.Signatures;
using MediatR;

namespace CtgPortal.Application.Signatures.Verification;

public enum VerdictFichier
{
    /// <summary>Byte for byte the text that was frozen.</summary>
    Identique,

    /// <summary>Begins with the frozen text, and all that follows is signed with the certificate of this portal, to the last byte.</summary>
    Scelle,

    /// <summary>The same, signed with other certificates: it came back from elsewhere.</summary>
    SigneEnsuite,

    /// <summary>Begins with the frozen text, and goes on with what nothing vouches for.</summary>
    Complete,

    /// <summary>Comes from a frozen text, and is not it any more.</summary>
    Altere,

    /// <summary>The beginning of a frozen text.</summary>
    Tronque,

    /// <summary>Byte for byte a document signed outside the portal that was taken in: nothing was signed here.</summary>
    OriginalRepris,

    /// <summary>Not a text that this portal froze.</summary>
    Inconnu,
    Chiffre,
    PasUnPdf,
}

/// <summary>Says whether a file is a text frozen here. Nothing of the file is kept, and its bytes are wiped once read.</summary>
public static class ConsulterFichier
{
    [Public]
    public sealed record Query(byte[] Contenu) : IRequest<Constat>;

    /// <param name="Texte">The frozen text that the file is, or comes from.</param>
    /// <param name="Empreinte">SHA-256 of the file.</param>
    /// <param name="Differences">In the file, from the first; bounded.</param>
    /// <param name="DifferencesEnTout">How many there are.</param>
    /// <param name="Sceau">The last signature of a file that was signed after it was frozen.</param>
    public sealed record Constat(
        VerdictFichier Verdict, TextePublic? Texte, string Empreinte, long Taille, IReadOnlyList<PlageOctets> Differences, int DifferencesEnTout, SceauLu? Sceau)
    {
        /// <summary>Of a document signed outside the portal.</summary>
        public OriginalPublic? Original { get; init; }
    }

    /// <param name="Par">Name in its certificate.</param>
    /// <param name="HorodateLe">As the time-stamping authority says.</param>
    /// <param name="Signatures">Of the file, the seal included.</param>
    /// <param name="Defauts">What an addition changed in the text, in sentences; empty for an honest one.</param>
    public sealed record SceauLu(string? Par, DateTimeOffset? HorodateLe, string? Horodateur, int Signatures, IReadOnlyList<string> Defauts);

    internal sealed class Handler(ICtgReadContext db, IVerificationPdf verification) : IRequestHandler<Query, Constat>
    {
        private const int Debut = 4_096;
        private const int CandidatsMax = 5;

        public async Task<Constat> Handle(Query query, CancellationToken cancellationToken)
        {
            var contenu = query.Contenu;
            try
            {
                var empreinte = Convert.ToHexStringLower(SHA256.HashData(contenu));
                Constat Dire(VerdictFichier verdict, TexteFige? texte = null, ComparaisonOctets? comparaison = null) => new(
                    verdict, texte is null ? null : TextePublic.De(texte), empreinte, contenu.Length, comparaison?.Plages ?? [], comparaison?.EnTout ?? 0, Sceau: null);

                if (!EstUnPdf(contenu))
                {
                    return Dire(VerdictFichier.PasUnPdf);
                }

                if (await db.LireTextesFigesAsync(new(Empreintes: await EmpreintesDesDebutsAsync(contenu, cancellationToken)), cancellationToken) is { Count: > 0 } debuts)
                {
                    var texte = debuts.MaxBy(t => t.Taille)!;
                    return texte.Circuit.Empreinte == empreinte ? Dire(VerdictFichier.Identique, texte) : Juger(Dire(VerdictFichier.Complete, texte), texte.Taille, verification.Examiner(contenu));
                }

                if (await db.LireOriginalAsync(empreinte, cancellationToken) is { } original)
                {
                    return Dire(VerdictFichier.OriginalRepris) with { Original = original };
                }

                return await LePlusProcheAsync(contenu, cancellationToken) is { } proche
                    ? Dire(proche.Verdict, proche.Texte, proche.Comparaison)
                    : Dire(verification.Examiner(contenu).EstChiffre ? VerdictFichier.Chiffre : VerdictFichier.Inconnu);
            }
            finally
            {
                CryptographicOperations.ZeroMemory(contenu);
            }
        }

        private static bool EstUnPdf(ReadOnlySpan<byte> contenu) => contenu[..Math.Min(1_024, contenu.Length)].IndexOf("%PDF-"u8) >= 0;

        /// <summary>A file that begins with the frozen text: what comes after is worth what its signatures are worth.</summary>
        private static Constat Juger(Constat constat, int figes, ExamenPdf examen)
        {
            List<string> defauts = [.. examen.Revisions.Where(r => r.Fin > figes).SelectMany(r => r.Modifications).Distinct(), .. examen.Defaut is { } d ? [d] : Array.Empty<string>()];
            var signatures = examen.Signatures.Where(s => !s.EstHorodatage).ToList();
            var derniere = signatures.LastOrDefault();
            var sceau = derniere is null ? null : new SceauLu(derniere.NomDuCertificat, derniere.HorodateeLe, derniere.Horodateur, signatures.Count, defauts);
            if (sceau is not null && examen.EstIntact && defauts.Count == 0 && signatures.TrueForAll(s => s.CouvreJusquA > figes))
            {
                return constat with
                {
                    Verdict = signatures.TrueForAll(s => s.Chaine == ChaineSignature.DuPortail) ? VerdictFichier.Scelle : VerdictFichier.SigneEnsuite,
                    Sceau = sceau,
                };
            }

            PlageOctets[] plages = derniere is null
                ? [new(figes, constat.Taille)]
                : [
                    .. examen.Signatures.SelectMany(s => s.OctetsNonCouverts),
                    .. examen.OctetsApresDerniereSignature > 0 ? [new(constat.Taille - examen.OctetsApresDerniereSignature, constat.Taille)] : Array.Empty<PlageOctets>(),
                ];
            return constat with { Differences = [.. plages.Take(ComparaisonOctets.PlagesMax)], DifferencesEnTout = plages.Length, Sceau = sceau };
        }

        /// <summary>The fingerprint of the first bytes of the file, at each length that a frozen text has: in one reading.</summary>
        private async Task<IReadOnlyCollection<string>> EmpreintesDesDebutsAsync(byte[] contenu, CancellationToken cancellationToken)
        {
            using var empreinte = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var lus = 0;
            List<string> empreintes = [];
            foreach (var taille in await db.LireTaillesFigeesAsync(contenu.Length, cancellationToken))
            {
                empreinte.AppendData(contenu, lus, taille - lus);
                lus = taille;
                empreintes.Add(Convert.ToHexStringLower(empreinte.GetCurrentHash()));
            }

            return empreintes;
        }

        /// <summary>The frozen text from which the file was made, by the reference that it bears or by its first bytes.</summary>
        private async Task<(VerdictFichier Verdict, TexteFige Texte, ComparaisonOctets Comparaison)?> LePlusProcheAsync(byte[] contenu, CancellationToken cancellationToken)
        {
            var references = ReferencesDe(contenu);
            var candidats = references.Count == 0 ? [] : await db.LireTextesFigesAsync(new(References: references), cancellationToken);
            if (candidats.Count == 0 && contenu.Length >= Debut)
            {
                candidats = await db.LireTextesFigesAsync(new(Debut: contenu[..Debut]), cancellationToken);
            }

            (VerdictFichier, TexteFige, ComparaisonOctets Comparaison)? meilleur = null;
            foreach (var candidat in candidats.OrderByDescending(t => t.Circuit.OuverteLe).Take(CandidatsMax))
            {
                var attendu = await db.LireOctetsFigesAsync(candidat.Circuit.TexteId, cancellationToken);
                var comparaison = ComparaisonOctets.Entre(attendu, contenu);
                if (meilleur is null || comparaison.Octets < meilleur.Value.Comparaison.Octets)
                {
                    var coupe = contenu.Length < attendu.Length && attendu.AsSpan().StartsWith(contenu);
                    meilleur = (coupe ? VerdictFichier.Tronque : VerdictFichier.Altere, candidat, comparaison);
                }
            }

            return meilleur;
        }

        /// <summary>As the metadata of a frozen text write it, in the clear.</summary>
        private static List<string> ReferencesDe(ReadOnlySpan<byte> contenu)
        {
            const int Ecrite = ReferenceDocument.Longueur + 2;
            HashSet<string> references = [];
            for (var i = 4; i + Ecrite - 4 <= contenu.Length && references.Count < CandidatsMax; i++)
            {
                if (contenu[i] == '-' && contenu[i + 5] == '-' && Lire(contenu.Slice(i - 4, Ecrite)) is { } reference)
                {
                    references.Add(reference);
                }
            }

            return [.. references];
        }

        private static string? Lire(ReadOnlySpan<byte> signes) =>
            System.Text.Ascii.IsValid(signes) ? ReferenceDocument.Lire(System.Text.Encoding.ASCII.GetString(signes)) : null;
    }
}
