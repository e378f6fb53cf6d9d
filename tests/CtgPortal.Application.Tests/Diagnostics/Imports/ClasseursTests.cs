using System.Globalization;
using System.IO.Compression;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Diagnostics.Imports;
using CtgPortal.Domain.Imports;
using CtgPortal.Infrastructure.Imports;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CtgPortal.Application.Tests.Diagnostics.Imports;

public class ClasseursTests
{
    [Fact]
    public async Task Un_classeur_de_l_Insee_se_lit_sur_sa_bonne_feuille_sous_ses_titres()
    {
        var octets = Classeur(
            ("Documentation", [["Base de données", null], ["Source : Insee", null]]),
            ("COM_2021", [["Naissances en 2021", null, null], [null, null, null], ["CODGEO", "LIBGEO", "NAISD21"], ["02381", "Hirson", 95d], ["75056", "Paris", 20000d]]));

        Assert.Equal(["Hirson 2021 Naissances : 95"], TableauxTests.Textes(await TableauxTests.ResultatAsync(octets, "base-cc-naissances.xlsx")));
    }

    [Fact]
    public async Task Un_code_devenu_nombre_et_un_pourcentage_se_lisent_comme_a_l_ecran() =>
        Assert.Equal(
            ["Hirson 2020 Taux de couverture : 12.5"],
            TableauxTests.Textes(await TableauxTests.ResultatAsync(
                Classeur(("Feuil1", [["Code commune", "Année", "Taux de couverture"], [2381d, 2020d, 0.125m], [1004d, 2020d, 0.5m]])), "taux.xlsx")));

    [Fact]
    public async Task Un_classeur_abime_est_refuse_en_francais()
    {
        var octets = Classeur(("Feuil1", [["Code commune", "Année", "Taux"], [2381d, 2020d, 1d]]))[..^200];

        var refus = await Assert.ThrowsAsync<BusinessRuleException>(() => TableauxTests.ResultatAsync(octets, "abime.xlsx"));

        Assert.Equal("classeur-illisible", Assert.Single(refus.Obstacles).Code);
    }

    [Fact]
    public async Task Une_archive_qui_enfle_est_refusee_avant_d_etre_ouverte()
    {
        using var memoire = new MemoryStream();
        using (var archive = new ZipArchive(memoire, ZipArchiveMode.Create, leaveOpen: true))
        {
            await using var gonfle = await archive.CreateEntry("xl/sharedStrings.xml", CompressionLevel.Fastest).OpenAsync(TestContext.Current.CancellationToken);
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 41; i++)
            {
                await gonfle.WriteAsync(zeros, TestContext.Current.CancellationToken);
            }
        }

        Assert.True(memoire.Length < 1024 * 1024);
        var refus = await Assert.ThrowsAsync<BusinessRuleException>(
            () => new Tableaux().ReconnaitreAsync(() => new MemoryStream(memoire.ToArray()), FormatFichier.Xlsx, ReconnaissanceColonnes.Ressemblance, TestContext.Current.CancellationToken));
        Assert.Equal("classeur-trop-gros", Assert.Single(refus.Obstacles).Code);
    }

    /// <summary>A double is a number, a decimal is one shown as a percentage.</summary>
    private static byte[] Classeur(params (string Nom, object?[][] Lignes)[] feuilles)
    {
        using var memoire = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(memoire, SpreadsheetDocumentType.Workbook))
        {
            var classeur = document.AddWorkbookPart();
            classeur.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(
                new Fonts(new Font()), new Fills(new Fill()), new Borders(new Border()), new CellStyleFormats(new CellFormat()),
                new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 10, ApplyNumberFormat = true }));
            var liste = new Sheets();
            for (var i = 0; i < feuilles.Length; i++)
            {
                var feuille = classeur.AddNewPart<WorksheetPart>();
                feuille.Worksheet = new Worksheet(new SheetData(feuilles[i].Lignes.Select(l => new Row(l.Select(Cellule)))));
                liste.Append(new Sheet { Id = classeur.GetIdOfPart(feuille), SheetId = (uint)i + 1, Name = feuilles[i].Nom });
            }

            classeur.Workbook = new Workbook(liste);
        }

        return memoire.ToArray();
    }

    private static Cell Cellule(object? valeur) => valeur switch
    {
        null => new Cell(),
        double nombre => new Cell(new CellValue(nombre)),
        decimal part => new Cell(new CellValue(part.ToString(CultureInfo.InvariantCulture))) { StyleIndex = 1 },
        _ => new Cell(new InlineString(new Text(valeur.ToString()!))) { DataType = CellValues.InlineString },
    };
}
