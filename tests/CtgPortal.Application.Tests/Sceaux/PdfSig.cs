using System.Text.RegularExpressions;
using CtgPortal.Infrastructure.Sceaux.Verification;
using CtgPortal.TestSupport.Sceaux;

namespace CtgPortal.Application.Tests.Sceaux;

/// <summary>What poppler's pdfsig says of a file, with the given authority trusted.</summary>
internal static partial class PdfSig
{
    public sealed record Verdict(string Champ, bool EstValide, bool EstDeConfiance, bool CouvreTout, string Texte);

    public static async Task<IReadOnlyList<Verdict>> VerifierAsync(AtelierSceaux atelier, string fichier, string autorite, CancellationToken cancellationToken)
    {
        var magasin = "sql:" + Directory.CreateDirectory(Path.Combine(atelier.Dossier, "nss")).FullName;
        if (!File.Exists(Path.Combine(atelier.Dossier, "nss", "cert9.db")))
        {
            await CertUtil(["-d", magasin, "-N", "--empty-password"], cancellationToken);
            await CertUtil(["-d", magasin, "-A", "-n", "AC", "-t", "CT,C,C", "-i", autorite], cancellationToken);

            // NSS loses its way when the same certificate signs twice in a file, unless it knows it
            await CertUtil(["-d", magasin, "-A", "-n", "Sceau", "-t", ",,", "-i", atelier.Ecrire(await CertificatAsync(fichier, cancellationToken), "der")], cancellationToken);
        }

        return Lire((await OutilExterne.PdfSig.LancerAsync(["-nssdir", Path.Combine(atelier.Dossier, "nss"), fichier], cancellationToken)).Sortie);
    }

    /// <summary>Signatures only: fields left empty are not told.</summary>
    private static IReadOnlyList<Verdict> Lire(string sortie) =>
    [
        .. Numero().Split(sortie).Skip(1).Where(t => !t.Contains("is not signed", StringComparison.Ordinal)).Select(t => new Verdict(
            Champ().Match(t).Groups[1].Value,
            t.Contains("Signature Validation: Signature is Valid.", StringComparison.Ordinal),
            t.Contains("Certificate Validation: Certificate is Trusted.", StringComparison.Ordinal),
            t.Contains("- Total document signed", StringComparison.Ordinal),
            t)),
    ];

    private static async Task<byte[]> CertificatAsync(string fichier, CancellationToken cancellationToken) =>
        LectureCms.Lire(SignatureLue.De(await File.ReadAllBytesAsync(fichier, cancellationToken), "sceau").Cms).Signataire.RawData;

    private static async Task CertUtil(string[] arguments, CancellationToken cancellationToken)
    {
        var resultat = await OutilExterne.CertUtil.LancerAsync(arguments, cancellationToken);
        Assert.True(resultat.Code == 0, resultat.Erreurs);
    }

    [GeneratedRegex(@"^Signature #\d+:$", RegexOptions.Multiline)]
    private static partial Regex Numero();

    [GeneratedRegex("Signature Field Name: (.+)")]
    private static partial Regex Champ();
}
