using System.Security.Cryptography.X509Certificates;
using CtgPortal.Infrastructure.Sceaux.Pdf;

namespace CtgPortal.Infrastructure.Sceaux;

/// <summary>The « DSS » of ETSI EN 319 142-1: what is needed to check the certificate of the portal long after, kept in the file.</summary>
internal static class DossierDeValidation
{
    public static byte[] Ajouter(byte[] pdf, IReadOnlyList<X509Certificate2> certificats, IReadOnlyList<byte[]> listes)
    {
        var fichier = FichierPdf.Ouvrir(pdf);
        var maj = new MiseAJourPdf(fichier);
        var ancien = fichier.Dico(fichier.Catalogue["DSS"]) ?? new DicoPdf();
        var dossier = ancien
            .Avec("Certs", Completer(fichier, maj, ancien["Certs"], certificats.Select(c => c.RawData)))
            .Avec("CRLs", Completer(fichier, maj, ancien["CRLs"], listes));
        if (fichier.Catalogue["DSS"] is ReferencePdf reference)
        {
            maj.Ecrire(reference, dossier);
        }
        else
        {
            maj.Completer(fichier.Fermeture["Root"], "DSS", maj.Ajouter(dossier));
        }

        return maj.Fermer();
    }

    private static List<object?> Completer(FichierPdf fichier, MiseAJourPdf maj, object? deja, IEnumerable<byte[]> nouveaux) =>
        [.. fichier.Tableau(deja) ?? [], .. nouveaux.Select(octets => (object?)maj.Ajouter(new FluxPdf(new DicoPdf(), octets)))];
}
