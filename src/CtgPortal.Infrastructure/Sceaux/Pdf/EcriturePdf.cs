using System.Buffers;
using System.Globalization;
using System.Text;

namespace CtgPortal.Infrastructure.Sceaux.Pdf;

/// <summary>Writes objects as bytes, always the same way.</summary>
internal static class EcriturePdf
{
    public static void Ecrire(IBufferWriter<byte> sortie, object? valeur)
    {
        switch (valeur)
        {
            case null: Ascii(sortie, "null"); break;
            case bool b: Ascii(sortie, b ? "true" : "false"); break;
            case long or int: Ascii(sortie, Convert.ToInt64(valeur, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)); break;
            case decimal d: Ascii(sortie, d.ToString("0.######", CultureInfo.InvariantCulture)); break;
            case NomPdf nom: Nom(sortie, nom.Valeur); break;
            case ChainePdf { EstHexadecimale: true } chaine: Ascii(sortie, $"<{Convert.ToHexString(chaine.Octets)}>"); break;
            case ChainePdf chaine: Litterale(sortie, chaine.Octets); break;
            case ReferencePdf reference: Ascii(sortie, $"{reference.Numero} {reference.Generation} R"); break;
            case List<object?> tableau: Tableau(sortie, tableau); break;
            case DicoPdf dico: Dico(sortie, dico); break;
            case FluxPdf flux: Flux(sortie, flux); break;
            case BrutPdf brut: Ascii(sortie, brut.Texte); break;
            default: throw new ArgumentException($"Not an object of a PDF: {valeur.GetType().Name}.", nameof(valeur));
        }
    }

    public static void Ascii(IBufferWriter<byte> sortie, string texte) => Encoding.ASCII.GetBytes(texte, sortie);

    private static void Nom(IBufferWriter<byte> sortie, string nom)
    {
        Ascii(sortie, "/");
        foreach (var c in nom)
        {
            Ascii(sortie, char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '+' or '*' or ':' ? c.ToString() : $"#{(int)c:X2}");
        }
    }

    private static void Litterale(IBufferWriter<byte> sortie, byte[] octets)
    {
        Ascii(sortie, "(");
        foreach (var octet in octets)
        {
            switch (octet)
            {
                case (byte)'(' or (byte)')' or (byte)'\\': sortie.Write([(byte)'\\', octet]); break;
                case 13: Ascii(sortie, "\\r"); break;
                default: sortie.Write([octet]); break;
            }
        }

        Ascii(sortie, ")");
    }

    private static void Tableau(IBufferWriter<byte> sortie, List<object?> tableau)
    {
        Ascii(sortie, "[");
        for (var i = 0; i < tableau.Count; i++)
        {
            if (i > 0)
            {
                Ascii(sortie, " ");
            }

            Ecrire(sortie, tableau[i]);
        }

        Ascii(sortie, "]");
    }

    private static void Dico(IBufferWriter<byte> sortie, DicoPdf dico)
    {
        Ascii(sortie, "<<");
        foreach (var (cle, valeur) in dico.Entrees)
        {
            Ascii(sortie, "\n");
            Nom(sortie, cle);
            Ascii(sortie, " ");
            Ecrire(sortie, valeur);
        }

        Ascii(sortie, "\n>>");
    }

    private static void Flux(IBufferWriter<byte> sortie, FluxPdf flux)
    {
        Dico(sortie, flux.Dico.Avec("Length", (long)flux.Brut.Length));
        Ascii(sortie, "\nstream\n");
        sortie.Write(flux.Brut.Span);
        Ascii(sortie, "\nendstream");
    }
}
