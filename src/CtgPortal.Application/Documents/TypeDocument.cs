using System.IO.Compression;
using System.Text;

namespace CtgPortal.Application.Documents;

/// <summary>Recognises office documents too, by what is inside the archive: neither the name nor what the browser says is believed.</summary>
public static class TypeDocument
{
    private const int EntreesMax = 10_000;
    private const string Odf = "application/vnd.oasis.opendocument.";

    private static readonly Dictionary<string, string> Extensions = new()
    {
        ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"] = ".docx",
        ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"] = ".xlsx",
        [Odf + "text"] = ".odt",
        [Odf + "spreadsheet"] = ".ods",
    };

    /// <summary>Null when the bytes are neither a PDF, a picture, a text nor a workbook, or when they carry macros.</summary>
    public static string? Reconnaitre(byte[] contenu)
    {
        if (TypeFichier.Reconnaitre(contenu) is { } connu)
        {
            return connu;
        }

        if (!contenu.AsSpan().StartsWith("PK\u0003\u0004"u8))
        {
            return null;
        }

        try
        {
            using var archive = new ZipArchive(new MemoryStream(contenu, writable: false));
            return archive.Entries.Count > EntreesMax ? null : Reconnaitre(archive);
        }
        catch (InvalidDataException)
        {
            // a damaged archive is no document
            return null;
        }
    }

    /// <summary>With the dot.</summary>
    public static string Extension(string typeMime) => Extensions.TryGetValue(typeMime, out var extension) ? extension : TypeFichier.Extension(typeMime);

    private static string? Reconnaitre(ZipArchive archive)
    {
        bool Contient(string nom) => archive.Entries.Any(e => e.FullName.Equals(nom, StringComparison.OrdinalIgnoreCase));
        if (archive.Entries.Any(e => e.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        if (Contient("[Content_Types].xml"))
        {
            return Contient("word/document.xml") ? Extensions.Keys.ElementAt(0) : Contient("xl/workbook.xml") ? Extensions.Keys.ElementAt(1) : null;
        }

        if (archive.GetEntry("mimetype") is not { Length: < 100 } type || !Contient("content.xml"))
        {
            return null;
        }

        using var lecture = new StreamReader(type.Open(), Encoding.ASCII);
        var annonce = new char[100];
        var lu = lecture.ReadBlock(annonce);
        var typeMime = new string(annonce, 0, lu).Trim();
        return typeMime.StartsWith(Odf, StringComparison.Ordinal) && Extensions.ContainsKey(typeMime) ? typeMime : null;
    }
}
