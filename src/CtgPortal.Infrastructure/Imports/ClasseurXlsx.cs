using System.Globalization;
using System.IO.Compression;
using System.Xml;
using CtgPortal.Domain.Imports;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace CtgPortal.Infrastructure.Imports;

/// <summary>Opens workbooks within bounds, and reads their cells as a person sees them.</summary>
internal static class ClasseurXlsx
{
    private const long OctetsOuvertsMax = 300L * 1024 * 1024;
    private const long OctetsTextesMax = 40L * 1024 * 1024;
    private const int FormulesCitees = 20;

    private static readonly XmlReaderSettings Lecture = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = OctetsOuvertsMax };

    public static bool Suivante(IExcelDataReader lecteur)
    {
        try
        {
            return lecteur.Read();
        }
        catch (Exception cause) when (cause is InvalidDataException or XmlException or ExcelReaderException or FormatException or OverflowException)
        {
            throw ContenuFichier.ClasseurIllisible();
        }
    }

    public static async Task<IExcelDataReader> OuvrirAsync(Stream contenu, CancellationToken cancellationToken)
    {
        var memoire = new MemoryStream();
        await contenu.CopyToAsync(memoire, cancellationToken);
        try
        {
            memoire.Position = 0;
            using (var archive = new ZipArchive(memoire, ZipArchiveMode.Read, leaveOpen: true))
            {
                // a small file may open into gigabytes; the lengths announced are those that reading allows
                if (archive.Entries.Sum(e => e.Length) > OctetsOuvertsMax
                    || archive.Entries.Any(e => e.Name.Equals("sharedStrings.xml", StringComparison.OrdinalIgnoreCase) && e.Length > OctetsTextesMax))
                {
                    throw ContenuFichier.ClasseurTropGros();
                }
            }

            memoire.Position = 0;
            return ExcelReaderFactory.CreateOpenXmlReader(memoire);
        }
        catch (Exception cause) when (cause is InvalidDataException or XmlException or ExcelReaderException or IOException)
        {
            throw ContenuFichier.ClasseurIllisible();
        }
    }

    /// <summary>
    /// Cells of a sheet whose formula has no result, or an error: the reader gives them as empty, and nobody would know. A workbook
    /// written by a program holds formulas that no spreadsheet has computed yet.
    /// </summary>
    /// <param name="feuille">From 0, in the order of the workbook.</param>
    public static IReadOnlyList<string> FormulesSansResultat(byte[] contenu, int feuille)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(contenu, writable: false), ZipArchiveMode.Read);
            return Partie(archive, feuille) is { } partie ? Chercher(partie) : [];
        }
        catch (Exception cause) when (cause is InvalidDataException or XmlException)
        {
            throw ContenuFichier.ClasseurIllisible();
        }
    }

    private static ZipArchiveEntry? Partie(ZipArchive archive, int feuille)
    {
        var liens = Elements(archive, "xl/workbook.xml", "sheet").Select(s => s.GetValueOrDefault("r:id")).ToList();
        if (feuille >= liens.Count || liens[feuille] is not { } lien)
        {
            return null;
        }

        var cible = Elements(archive, "xl/_rels/workbook.xml.rels", "Relationship").FirstOrDefault(r => r.GetValueOrDefault("Id") == lien)?.GetValueOrDefault("Target");
        return cible is null ? null : archive.GetEntry(cible.StartsWith('/') ? cible[1..] : $"xl/{cible}");
    }

    private static List<Dictionary<string, string>> Elements(ZipArchive archive, string chemin, string nom)
    {
        List<Dictionary<string, string>> elements = [];
        if (archive.GetEntry(chemin) is not { } partie)
        {
            return elements;
        }

        using var flux = partie.Open();
        using var xml = XmlReader.Create(flux, Lecture);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == nom)
            {
                Dictionary<string, string> attributs = [];
                while (xml.MoveToNextAttribute())
                {
                    attributs[xml.NamespaceURI.EndsWith("relationships", StringComparison.Ordinal) ? $"r:{xml.LocalName}" : xml.LocalName] = xml.Value;
                }

                elements.Add(attributs);
            }
        }

        return elements;
    }

    private static List<string> Chercher(ZipArchiveEntry partie)
    {
        List<string> trouvees = [];
        using var flux = partie.Open();
        using var xml = XmlReader.Create(flux, Lecture);
        var (adresse, formule, resultat, erreur) = ("", false, false, false);
        while (xml.Read() && trouvees.Count < FormulesCitees)
        {
            switch (xml.NodeType, xml.LocalName)
            {
                case (XmlNodeType.Element, "c"):
                    (adresse, formule, resultat, erreur) = (xml.GetAttribute("r") ?? "", false, false, xml.GetAttribute("t") == "e");
                    break;
                case (XmlNodeType.Element, "f"):
                    formule = true;
                    break;
                case (XmlNodeType.Element, "v"):
                    resultat = !xml.IsEmptyElement;
                    break;
                case (XmlNodeType.EndElement, "c") when erreur || (formule && !resultat):
                    trouvees.Add(adresse);
                    break;
            }
        }

        return trouvees;
    }
}

internal sealed class LigneClasseur(IExcelDataReader lecteur) : ILigneTableau
{
    public long Numero => lecteur.Depth + 1;

    public int Nombre => lecteur.FieldCount;

    public string Cellule(int index) => lecteur.GetValue(index) switch
    {
        null => "",
        double nombre => Ecrire(nombre, lecteur.GetNumberFormatString(index)),
        DateTime date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool vrai => vrai ? "oui" : "non",
        IFormattable autre => autre.ToString(null, CultureInfo.InvariantCulture),
        var autre => autre.ToString()!.Trim(),
    };

    // 0.125 shown as « 12,5 % » is 12.5 for who reads the sheet
    private static string Ecrire(double nombre, string? format) =>
        (format?.Contains('%', StringComparison.Ordinal) == true ? (decimal)nombre * 100 : nombre is > -1e15 and < 1e15 ? (decimal)nombre : (object)nombre) is decimal exact
            ? exact.ToString("0.##########", CultureInfo.InvariantCulture)
            : nombre.ToString("R", CultureInfo.InvariantCulture);
}
