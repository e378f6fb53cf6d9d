using System.IO.Compression;
using System.Text;
using CtgPortal.Application.Imports;
using CtgPortal.Domain.Common;
using CtgPortal.Infrastructure.Imports;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CtgPortal.Application.Tests.Imports;

public class ClasseursEntiersTests
{
    [Fact]
    public async Task Les_feuilles_masquees_les_fusions_et_les_formules_sont_dites()
    {
        var classeur = await LireAsync(Classeur(
            ("Équipements", null, "A2:A3",
            [
                [Texte("Commune"), Texte("Nom"), Texte("Places")],
                [Texte("Hirson"), Texte("Crèche"), Formule("10+15", "25")],
                [null, Texte("Relais"), Formule("1/0", null)],
            ]),
            ("Brouillon", SheetStateValues.Hidden, null, [[Texte("ancien")]])));

        Assert.Equal([("Équipements", false), ("Brouillon", true)], classeur.Feuilles.Select(f => (f.Nom, f.Masquee)));
        var feuille = classeur.Feuilles[0];
        Assert.Equal([(1, "Commune|Nom|Places"), (2, "Hirson|Crèche|25"), (3, "Hirson|Relais")], feuille.Lignes.Select(l => (l.Numero, string.Join('|', l.Cellules))));
        Assert.Equal((1, "C3"), (feuille.Fusions, Assert.Single(feuille.FormulesSansResultat)));
    }

    [Fact]
    public async Task Les_dates_et_les_oui_non_se_lisent_comme_a_l_ecran()
    {
        var classeur = await LireAsync(Classeur(("F", null, null,
        [
            [
                new Cell(new CellValue("46093")) { CellReference = "A1", StyleIndex = 1 },
                new Cell(new CellValue("1")) { CellReference = "B1", DataType = CellValues.Boolean },
                Texte("12/03/2026"),
            ],
        ])));

        Assert.Equal(["2026-03-12", "oui", "12/03/2026"], Assert.Single(classeur.Feuilles[0].Lignes).Cellules);
    }

    [Theory]
    [InlineData("Nom;Commune\nCrèche « L’Envol »;Hirson\n", "utf-8")]
    [InlineData("Nom,Commune\nCrèche,Hirson\n", "windows-1252")]
    public async Task Un_csv_est_une_feuille_sans_nom(string texte, string encodage)
    {
        var octets = (encodage == "utf-8" ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(1252)!).GetBytes(texte);

        var classeur = await LireAsync(octets);

        var feuille = Assert.Single(classeur.Feuilles);
        Assert.Equal(("", encodage), (feuille.Nom, classeur.Decoupage.Encodage));
        Assert.Equal(["Nom", "Commune"], feuille.Lignes[0].Cellules);
        Assert.Equal("Hirson", feuille.Lignes[1].Cellule(1));
        Assert.StartsWith("Crèche", feuille.Lignes[1].Cellule(0), StringComparison.Ordinal);
        Assert.Equal("", feuille.Lignes[1].Cellule(7));
    }

    [Fact]
    public async Task Au_dela_de_vingt_mille_lignes_la_feuille_le_dit()
    {
        var texte = new StringBuilder("Nom;Commune\n");
        for (var i = 0; i < FeuilleLue.LignesMax; i++)
        {
            texte.Append("a;b\n");
        }

        var feuille = Assert.Single((await LireAsync(Encoding.UTF8.GetBytes(texte.ToString()))).Feuilles);

        Assert.Equal((FeuilleLue.LignesMax, true), (feuille.Lignes.Count, feuille.EstTronquee));
    }

    [Fact]
    public async Task Une_archive_qui_enfle_est_refusee()
    {
        var bombe = await BombeAsync();

        Assert.True(bombe.Length < 4 * 1024 * 1024);
        Assert.Equal("classeur-trop-gros", await CodeAsync(bombe));
    }

    [Theory]
    [InlineData("PK\u0003\u0004 pas une archive", "classeur-illisible")]
    [InlineData("%PDF-1.7", "fichier-refuse")]
    [InlineData("PK\u0003\u0004..........................mimetypeapplication/vnd.oasis.opendocument.spreadsheetPK", "fichier-refuse")]
    [InlineData("", "fichier-vide")]
    [InlineData("rien à découper", "separateur-introuvable")]
    public async Task Ce_qui_n_est_pas_un_tableau_est_refuse_en_francais(string contenu, string code) =>
        Assert.Equal(code, await CodeAsync(Encoding.UTF8.GetBytes(contenu)));

    [Theory]
    [InlineData("Workbook", "fichier-refuse")]
    [InlineData("EncryptedPackage", "fichier-protege")]
    public async Task Un_ancien_classeur_et_un_classeur_protege_ne_se_disent_pas_pareil(string partie, string code) =>
        Assert.Equal(code, await CodeAsync([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[512], .. Encoding.Unicode.GetBytes(partie), .. new byte[64]]));

    /// <summary>Some kilobytes that would be hundreds of megabytes.</summary>
    internal static async Task<byte[]> BombeAsync()
    {
        using var memoire = new MemoryStream();
        await using (var archive = new ZipArchive(memoire, ZipArchiveMode.Create, leaveOpen: true))
        {
            await using var gonfle = await archive.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).OpenAsync(TestContext.Current.CancellationToken);
            var zeros = new byte[4 * 1024 * 1024];
            for (var i = 0; i < 76; i++)
            {
                await gonfle.WriteAsync(zeros, TestContext.Current.CancellationToken);
            }
        }

        return memoire.ToArray();
    }

    private static Task<ClasseurLu> LireAsync(byte[] octets) => new Tableaux().LireClasseurAsync(octets, TestContext.Current.CancellationToken);

    private static async Task<string> CodeAsync(byte[] octets) =>
        Assert.Single((await Assert.ThrowsAsync<BusinessRuleException>(() => LireAsync(octets))).Obstacles).Code;

    internal static Cell Texte(string texte) => new(new InlineString(new Text(texte))) { DataType = CellValues.InlineString };

    internal static Cell Formule(string formule, string? resultat) =>
        resultat is null ? new Cell(new CellFormula(formule)) : new Cell(new CellFormula(formule), new CellValue(resultat));

    internal static byte[] Classeur(params (string Nom, SheetStateValues? Etat, string? Fusion, Cell?[][] Lignes)[] feuilles)
    {
        using var memoire = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(memoire, SpreadsheetDocumentType.Workbook))
        {
            var classeur = document.AddWorkbookPart();
            classeur.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(
                new Fonts(new Font()), new Fills(new Fill()), new Borders(new Border()), new CellStyleFormats(new CellFormat()),
                new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 14, ApplyNumberFormat = true }));
            var liste = new Sheets();
            foreach (var (nom, etat, fusion, lignes) in feuilles)
            {
                var partie = classeur.AddNewPart<WorksheetPart>();
                for (var l = 0; l < lignes.Length; l++)
                {
                    for (var c = 0; c < lignes[l].Length; c++)
                    {
                        lignes[l][c]?.CellReference = $"{(char)('A' + c)}{l + 1}";
                    }
                }

                partie.Worksheet = new Worksheet(new SheetData(lignes.Select((l, i) => new Row(l.OfType<Cell>()) { RowIndex = (uint)i + 1 })));
                if (fusion is not null)
                {
                    partie.Worksheet.Append(new MergeCells(new MergeCell { Reference = fusion }));
                }

                liste.Append(new Sheet { Id = classeur.GetIdOfPart(partie), SheetId = (uint)liste.Count() + 1, Name = nom, State = etat });
            }

            classeur.Workbook = new Workbook(liste);
        }

        return memoire.ToArray();
    }
}
