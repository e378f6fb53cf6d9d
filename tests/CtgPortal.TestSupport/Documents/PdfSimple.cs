using System.Globalization;
using System.Text;

namespace CtgPortal.TestSupport.Documents;

/// <summary>A PDF of one page, as a scanner makes it: no signature, no form.</summary>
internal static class PdfSimple
{
    public static byte[] Un(string texte = "Convention signée")
    {
        string[] objets =
        [
            "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<>>/Contents 4 0 R>>",
            string.Create(CultureInfo.InvariantCulture, $"<</Length {Encoding.UTF8.GetByteCount(texte) + 2}>>\nstream\n% {texte}\nendstream"),
        ];
        var pdf = new StringBuilder("%PDF-1.7\n");
        List<int> places = [];
        foreach (var objet in objets)
        {
            places.Add(Encoding.UTF8.GetByteCount(pdf.ToString()));
            pdf.Append(CultureInfo.InvariantCulture, $"{places.Count} 0 obj\n{objet}\nendobj\n");
        }

        var table = Encoding.UTF8.GetByteCount(pdf.ToString());
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {places.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places)
        {
            pdf.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        }

        pdf.Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {places.Count + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.UTF8.GetBytes(pdf.ToString());
    }
}
