using System.IO.Compression;
using System.Text;
using CtgPortal.Application.Documents;

namespace CtgPortal.Application.Tests.Documents;

public sealed class TypeDocumentTests
{
    [Theory]
    [InlineData("[Content_Types].xml|word/document.xml", ".docx")]
    [InlineData("[Content_Types].xml|xl/workbook.xml", ".xlsx")]
    [InlineData("mimetype=application/vnd.oasis.opendocument.text|content.xml", ".odt")]
    [InlineData("mimetype=application/vnd.oasis.opendocument.spreadsheet|content.xml", ".ods")]
    public void Un_document_de_bureau_se_reconnait_a_ce_qu_il_contient(string entrees, string extension) =>
        Assert.Equal(extension, TypeDocument.Extension(TypeDocument.Reconnaitre(Archive(entrees))!));

    [Theory]
    [InlineData("[Content_Types].xml|word/document.xml|word/vbaProject.bin")]
    [InlineData("[Content_Types].xml|ppt/presentation.xml")]
    [InlineData("mimetype=application/vnd.oasis.opendocument.text")]
    [InlineData("mimetype=application/epub+zip|content.xml")]
    [InlineData("photo.exe")]
    public void Une_autre_archive_ou_des_macros_sont_refusees(string entrees) => Assert.Null(TypeDocument.Reconnaitre(Archive(entrees)));

    [Fact]
    public void Les_premiers_octets_decident_pour_le_reste()
    {
        Assert.Equal("application/pdf", TypeDocument.Reconnaitre("%PDF-1.7 "u8.ToArray()));
        Assert.Equal("image/jpeg", TypeDocument.Reconnaitre([0xFF, 0xD8, 0xFF, 0xE0]));
        Assert.Null(TypeDocument.Reconnaitre("<html><script>"u8.ToArray()));
        Assert.Null(TypeDocument.Reconnaitre([0x50, 0x4B, 3, 4, 1, 2, 3]));
        Assert.Null(TypeDocument.Reconnaitre([]));
    }

    public static byte[] Archive(string entrees)
    {
        using var memoire = new MemoryStream();
        using (var archive = new ZipArchive(memoire, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entree in entrees.Split('|'))
            {
                var (nom, contenu) = entree.Split('=') is [var n, var c] ? (n, c) : (entree, "x");
                using var flux = archive.CreateEntry(nom).Open();
                flux.Write(Encoding.UTF8.GetBytes(contenu));
            }
        }

        return memoire.ToArray();
    }
}
