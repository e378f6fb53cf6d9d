using CtgPortal.Infrastructure.Sceaux.Pdf;

namespace CtgPortal.Application.Tests.Sceaux;

/// <summary>What a signature of a file is made of, for the tools that check it apart.</summary>
internal sealed record SignatureLue(byte[] Cms, byte[] Couverts, int DebutDeLaPlace, int FinDeLaPlace)
{
    public static SignatureLue De(byte[] pdf, string champ)
    {
        var fichier = FichierPdf.Ouvrir(pdf);
        var dico = fichier.Dico(new FormulairePdf(fichier).Trouver(champ)!.Valeur)!;
        var plage = fichier.Tableau(dico["ByteRange"])!.Select(Convert.ToInt32).ToArray();
        var contenu = ((ChainePdf)dico["Contents"]!).Octets;
        System.Formats.Asn1.AsnDecoder.ReadEncodedValue(contenu, System.Formats.Asn1.AsnEncodingRules.DER, out _, out _, out var longueur);
        return new(contenu[..longueur], [.. pdf.AsSpan(0, plage[1]), .. pdf.AsSpan(plage[2], plage[3])], plage[1], plage[2]);
    }
}
