using System.Security.Cryptography;
using CtgPortal.Application.Signatures.Sceaux;
using CtgPortal.Infrastructure.Sceaux.Pdf;

namespace CtgPortal.Infrastructure.Sceaux.Verification;

internal sealed class VerificationPdf(ConfianceSceaux confiance) : IVerificationPdf
{
    private const int SignaturesMax = 500;

    public ExamenPdf Examiner(byte[] fichier)
    {
        var examen = new ExamenPdf
        {
            EstPdf = fichier.AsSpan().StartsWith("%PDF-"u8),
            Taille = fichier.LongLength,
            Empreinte = Convert.ToHexStringLower(SHA256.HashData(fichier)),
            OctetsApresDerniereSignature = fichier.LongLength,
        };
        try
        {
            return Examiner(FichierPdf.Ouvrir(fichier), examen);
        }
        catch (PdfIllisibleException cause)
        {
            return examen with { Defaut = cause.Message };
        }
    }

    private ExamenPdf Examiner(FichierPdf pdf, ExamenPdf examen)
    {
        if (pdf.EstChiffre)
        {
            return examen with { EstChiffre = true, Defaut = "Ce PDF est chiffré : ses signatures ne peuvent pas être lues." };
        }

        var champs = new FormulairePdf(pdf).Champs
            .Where(c => c.Type == "Sig").Select(c => (Champ: c, Dico: pdf.Dico(c.Valeur))).Where(c => c.Dico is not null).ToList();
        if (champs.Count > SignaturesMax)
        {
            throw new PdfIllisibleException($"Le fichier porte plus de {SignaturesMax} signatures.");
        }

        var examinateur = new ExamenSignature(pdf, confiance.Lire(), new BudgetEmpreintes());
        List<SignaturePdf> signatures = [.. champs.Select(c => examinateur.Examiner(c.Champ, c.Dico!)).OrderBy(s => s.CouvreJusquA)];
        return examen with
        {
            Revisions = ComparaisonRevisions.Lire(pdf),
            Signatures = signatures,
            OctetsApresDerniereSignature = pdf.Octets.LongLength - signatures.Select(s => s.CouvreJusquA).DefaultIfEmpty(0).Max(),
        };
    }
}
