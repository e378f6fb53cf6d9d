using System.Globalization;
using CtgPortal.Application.Documents;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CtgPortal.Infrastructure.Documents.Word;

/// <summary>Tables with a real header row, repeated on each page, and rows that are not cut.</summary>
internal static class TableauxWord
{
    /// <summary>Fiftieths of a percent.</summary>
    private const int PourCent = 50;

    public static IEnumerable<OpenXmlElement> Dessiner(BlocTableau tableau)
    {
        yield return ComposeurWord.Paragraphe(StylesWord.Legende, tableau.Legende);
        var table = new Table(
            new TableProperties(
                new TableStyle { Val = StylesWord.Tableau },
                new TableWidth { Width = $"{100 * PourCent}", Type = TableWidthUnitValues.Pct },
                Bordures(),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TableCellLeftMargin { Width = 90, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 90, Type = TableWidthValues.Dxa }),
                new TableLook { Val = "0020", FirstRow = true, LastRow = false, FirstColumn = false, LastColumn = false, NoHorizontalBand = true, NoVerticalBand = true },
                new TableDescription { Val = tableau.Legende }),
            new TableGrid(tableau.Largeurs.Select(l => new GridColumn { Width = (l * 96).ToString(CultureInfo.InvariantCulture) })));
        table.Append(Ligne(tableau.Entetes, tableau.Largeurs, entete: true));
        table.Append(tableau.Lignes.Select(l => Ligne(l, tableau.Largeurs, entete: false)));
        yield return table;

        // two tables that touch become one
        yield return ComposeurWord.Paragraphe(StylesWord.Note, "");
    }

    private static TableRow Ligne(IReadOnlyList<string> cellules, IReadOnlyList<int> largeurs, bool entete)
    {
        var proprietes = new TableRowProperties(new CantSplit());
        if (entete)
        {
            proprietes.Append(new TableHeader());
        }

        var ligne = new TableRow(proprietes);
        for (var i = 0; i < cellules.Count; i++)
        {
            ligne.Append(Cellule(cellules[i], largeurs[i], entete));
        }

        return ligne;
    }

    private static TableCell Cellule(string texte, int largeur, bool entete)
    {
        var proprietes = new TableCellProperties(new TableCellWidth { Width = $"{largeur * PourCent}", Type = TableWidthUnitValues.Pct });
        if (entete)
        {
            proprietes.Append(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = "E6EEF0" });
        }

        var cellule = new TableCell(proprietes);
        foreach (var ligne in texte.Split('\n'))
        {
            var paragraphe = ComposeurWord.Paragraphe(StylesWord.Cellule, ligne);
            if (entete)
            {
                paragraphe.GetFirstChild<Run>()!.RunProperties = new RunProperties(new Bold());
            }

            cellule.Append(paragraphe);
        }

        return cellule;
    }

    private static TableBorders Bordures() => new(
        Trait<TopBorder>(), Trait<LeftBorder>(), Trait<BottomBorder>(), Trait<RightBorder>(), Trait<InsideHorizontalBorder>(), Trait<InsideVerticalBorder>());

    private static T Trait<T>()
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Color = "C3CFD5" };
}
