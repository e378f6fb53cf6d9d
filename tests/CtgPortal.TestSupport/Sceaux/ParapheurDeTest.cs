using System.Security.Cryptography.X509Certificates;
using CtgPortal.Application.Signatures.Sceaux;
using CtgPortal.Infrastructure.Sceaux;
using CtgPortal.Infrastructure.Sceaux.Pdf;

namespace CtgPortal.TestSupport.Sceaux;

/// <summary>Signs as an outside parapheur does: in the fields of the document, with certificates that the portal does not know.</summary>
internal static class ParapheurDeTest
{
    private static readonly X509Certificate2 Racine = CertificatsDeTest.Racine("Autorité des élus");

    /// <param name="nom">In the certificate.</param>
    /// <param name="fin">Of its validity.</param>
    public static byte[] Signer(byte[] pdf, string champ, string nom, DateTimeOffset le, DateTimeOffset? debut = null, DateTimeOffset? fin = null)
    {
        using var certificat = CertificatsDeTest.Feuille(Racine, nom, debut: debut, fin: fin);
        using var cle = new CleLocale(certificat, [X509CertificateLoader.LoadCertificate(Racine.RawData)]);
        var place = EcritureCms.Signer(new byte[32], cle).Encoder().Length;
        var revision = new RevisionSignee(pdf, champ, place, (nom, "Signé au parapheur", le), (largeur, hauteur) => new FluxPdf(
            new DicoPdf(("Type", new NomPdf("XObject")), ("Subtype", new NomPdf("Form")), ("BBox", new List<object?> { 0L, 0L, (long)largeur, (long)hauteur })), "q Q"u8.ToArray()));
        return revision.Remplir(EcritureCms.Signer(revision.Empreinte(), cle).Encoder()) ?? throw new InvalidOperationException("The signature is longer than its twin.");
    }

    /// <summary>The fields of a document that nobody has signed yet.</summary>
    public static IReadOnlyList<string> ChampsVides(byte[] pdf)
    {
        var fichier = FichierPdf.Ouvrir(pdf);
        return [.. new FormulairePdf(fichier).Champs.Where(c => c.Type == "Sig" && c.Nom != NomsDeChamps.Sceau && fichier.Resoudre(c.Valeur) is null).Select(c => c.Nom)];
    }

    /// <summary>Shows another page over the document that was to sign, then goes on as if nothing had happened.</summary>
    public static byte[] RemplacerUnePage(byte[] pdf)
    {
        var maj = new MiseAJourPdf(FichierPdf.Ouvrir(pdf));
        maj.Completer(PagesPdf.Lister(FichierPdf.Ouvrir(pdf))[0], "Contents", maj.Ajouter(new FluxPdf(new DicoPdf(), "BT ET"u8.ToArray())));
        return maj.Fermer();
    }
}
