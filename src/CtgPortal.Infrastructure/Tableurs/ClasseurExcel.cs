using System.Globalization;
using System.Text;
using System.Xml;
using CtgPortal.Application.Tableurs;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CtgPortal.Infrastructure.Tableurs;

/// <summary>Sheets of typed columns as a workbook, with the Open XML SDK. Texts are written as texts: no cell holds a formula.</summary>
internal static class ClasseurExcel
{
    private const int NomLongueurMax = 31;
    private const int CelluleLongueurMax = 32_767;
    private const string Listes = "Listes";

    public static byte[] Ecrire(IReadOnlyList<FeuilleAEcrire> feuilles)
    {
        using var flux = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(flux, SpreadsheetDocumentType.Workbook))
        {
            var classeur = document.AddWorkbookPart();
            classeur.AddNewPart<WorkbookStylesPart>().Stylesheet = StylesExcel.Tous();
            var (sheets, noms, listes) = (new Sheets(), new DefinedNames(), new List<IReadOnlyList<string>>());
            for (var i = 0; i < feuilles.Count; i++)
            {
                var partie = classeur.AddNewPart<WorksheetPart>();
                partie.Worksheet = Feuille(feuilles[i], listes, premiere: i == 0);
                var nom = Nom(feuilles[i].Nom, sheets);
                sheets.Append(new Sheet { Id = classeur.GetIdOfPart(partie), SheetId = (uint)i + 1, Name = nom });
                var cite = $"'{nom.Replace("'", "''", StringComparison.Ordinal)}'";
                noms.Append(new DefinedName($"{cite}!$1:$1") { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)i });
            }

            if (listes.Count > 0)
            {
                var partie = classeur.AddNewPart<WorksheetPart>();
                partie.Worksheet = FeuilleDesListes(listes);
                sheets.Append(new Sheet { Id = classeur.GetIdOfPart(partie), SheetId = (uint)feuilles.Count + 1, Name = Listes, State = SheetStateValues.Hidden });
            }

            classeur.Workbook = new Workbook(sheets, noms);
        }

        return flux.ToArray();
    }

    private static Worksheet Feuille(FeuilleAEcrire feuille, List<IReadOnlyList<string>> listes, bool premiere)
    {
        var derniere = Adresse(feuille.Colonnes.Count - 1, feuille.Lignes.Count);
        var donnees = new SheetData(new Row(feuille.Colonnes.Select((c, i) => Texte(c.Titre, i, 0, StylesExcel.EnTete))) { RowIndex = 1, Height = 32, CustomHeight = true });
        for (var l = 0; l < feuille.Lignes.Count; l++)
        {
            var rang = l + 1;
            donnees.Append(new Row(feuille.Colonnes.Select((c, i) => Cellule(feuille.Lignes[l][i], c, i, rang)).OfType<Cell>()) { RowIndex = (uint)rang + 1 });
        }

        var contenu = new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetViews(new SheetView(
                new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen },
                new Selection { Pane = PaneValues.BottomLeft, ActiveCell = "A2", SequenceOfReferences = new ListValue<StringValue> { InnerText = "A2" } })
            { WorkbookViewId = 0, TabSelected = premiere }),
            new Columns(feuille.Colonnes.Select((c, i) => new Column
            {
                Min = (uint)i + 1,
                Max = (uint)i + 1,
                Width = c.Largeur,
                CustomWidth = true,
                Style = StylesExcel.De(c.Nature),
            })),
            donnees,
            new AutoFilter { Reference = $"A1:{derniere}" });
        if (Validations(feuille, listes) is { Count: > 0 } validations)
        {
            contenu.Append(new DataValidations(validations) { Count = (uint)validations.Count });
        }

        contenu.Append(
            new PageMargins { Left = 0.4, Right = 0.4, Top = 0.5, Bottom = 0.5, Header = 0.3, Footer = 0.3 },
            new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
        return contenu;
    }

    private static List<DataValidation> Validations(FeuilleAEcrire feuille, List<IReadOnlyList<string>> listes)
    {
        List<DataValidation> validations = [];
        var fin = feuille.Lignes.Count + feuille.LignesAPrevoir;
        for (var i = 0; i < feuille.Colonnes.Count && fin > 0; i++)
        {
            var colonne = feuille.Colonnes[i];
            if (colonne.Choix is null && colonne.Aide is null)
            {
                continue;
            }

            var validation = new DataValidation
            {
                AllowBlank = true,
                ShowErrorMessage = false,
                SequenceOfReferences = new ListValue<StringValue> { InnerText = $"{Adresse(i, 1)}:{Adresse(i, fin)}" },
            };
            if (colonne.Aide is { } aide)
            {
                // what Excel accepts
                (validation.ShowInputMessage, validation.PromptTitle, validation.Prompt) = (true, Court(colonne.Titre, 32), Court(aide, 255));
            }

            if (colonne.Choix is { Count: > 0 } choix)
            {
                listes.Add(choix);
                validation.Type = DataValidationValues.List;
                validation.Append(new Formula1($"{Listes}!${Lettres(listes.Count - 1)}$1:${Lettres(listes.Count - 1)}${choix.Count}"));
            }

            validations.Add(validation);
        }

        return validations;
    }

    private static Worksheet FeuilleDesListes(List<IReadOnlyList<string>> listes) => new(new SheetData(
        Enumerable.Range(0, listes.Max(l => l.Count)).Select(rang => new Row(listes.Select((l, i) => rang < l.Count ? Texte(l[rang], i, rang, StylesExcel.Texte) : null).OfType<Cell>()) { RowIndex = (uint)rang + 1 })));

    private static Cell? Cellule(object? valeur, ColonneAEcrire colonne, int index, int rang) => valeur switch
    {
        null or "" => null,
        string mot => Texte(mot, index, rang, colonne.Nature == NatureColonne.TexteLong ? StylesExcel.TexteLong : StylesExcel.Texte),
        bool vrai => Texte(vrai ? "Oui" : "Non", index, rang, StylesExcel.Texte),
        int nombre => Nombre(nombre, index, rang, StylesExcel.De(colonne.Nature)),
        decimal nombre => Nombre(nombre, index, rang, StylesExcel.De(colonne.Nature)),
        DateOnly jour => Nombre(Jours(jour), index, rang, StylesExcel.Date),
        _ => throw new ArgumentOutOfRangeException(nameof(valeur), valeur.GetType().Name, "A cell holds no such value."),
    };

    /// <summary>Since the last but one day of 1899, as spreadsheets count them.</summary>
    private static int Jours(DateOnly jour) => jour.DayNumber - new DateOnly(1899, 12, 30).DayNumber;

    private static Cell Nombre(decimal nombre, int index, int rang, uint style) =>
        new(new CellValue(nombre.ToString(CultureInfo.InvariantCulture))) { CellReference = Adresse(index, rang), StyleIndex = style };

    /// <summary>A text that looks like a formula also says that it is one: it stays a text when somebody edits the cell.</summary>
    private static Cell Texte(string texte, int index, int rang, uint style)
    {
        var propre = Propre(texte);
        return new(new InlineString(new Text(propre) { Space = SpaceProcessingModeValues.Preserve }))
        {
            CellReference = Adresse(index, rang),
            DataType = CellValues.InlineString,
            StyleIndex = propre.Length > 0 && "=+-@\t\r".Contains(propre[0], StringComparison.Ordinal) ? StylesExcel.TexteCite : style,
        };
    }

    /// <exception cref="ArgumentException">Longer than a cell can be: nothing is cut in silence.</exception>
    private static string Propre(string texte)
    {
        if (texte.Length > CelluleLongueurMax)
        {
            throw new ArgumentException($"A cell holds at most {CelluleLongueurMax} characters.", nameof(texte));
        }

        var propre = new StringBuilder(texte.Length);
        for (var i = 0; i < texte.Length; i++)
        {
            if (i + 1 < texte.Length && char.IsSurrogatePair(texte[i], texte[i + 1]))
            {
                propre.Append(texte, i++, 2);
            }
            else if (XmlConvert.IsXmlChar(texte[i]))
            {
                propre.Append(texte[i]);
            }
        }

        return propre.ToString();
    }

    private static string Nom(string nom, Sheets autres)
    {
        var propre = new string([.. nom.Where(c => !"[]:*?/\\".Contains(c, StringComparison.Ordinal))]).Trim('\'', ' ');
        var essai = Court(propre.Length == 0 ? "Feuille" : propre, NomLongueurMax);
        for (var n = 2; autres.Elements<Sheet>().Any(s => string.Equals(s.Name, essai, StringComparison.OrdinalIgnoreCase)) || essai == Listes; n++)
        {
            essai = $"{Court(propre, NomLongueurMax - 4)} {n}";
        }

        return essai;
    }

    private static string Court(string texte, int longueur) => texte.Length <= longueur ? texte : texte[..longueur];

    private static string Adresse(int colonne, int rang) => string.Create(CultureInfo.InvariantCulture, $"{Lettres(colonne)}{rang + 1}");

    private static string Lettres(int colonne) => colonne < 26 ? ((char)('A' + colonne)).ToString() : Lettres((colonne / 26) - 1) + (char)('A' + (colonne % 26));
}
