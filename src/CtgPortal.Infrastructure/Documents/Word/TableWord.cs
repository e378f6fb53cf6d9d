using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CtgPortal.Infrastructure.Documents.Word;

/// <summary>One cell: paragraphs, and perhaps a ground and a span over several columns.</summary>
internal sealed record CelluleWord(IReadOnlyList<Paragraph> Paragraphes, string? Fond = null, int Colonnes = 1)
{
    public static CelluleWord De(string? texte, bool gras = false, string? couleur = null, JustificationValues? cote = null) =>
        new([.. EcritWord.Lignes(StylesWord.Cellule, texte, gras, couleur, cote)]);
}

/// <summary>A table with a real header row, repeated on each page, and a description for screen readers.</summary>
/// <param name="description">What the table holds.</param>
/// <param name="largeurs">Of the columns, in hundredths of the width.</param>
/// <param name="couleur">Of its header.</param>
internal sealed class TableWord(string description, IReadOnlyList<int> largeurs, string couleur = TeintesWord.Sarcelle)
{
    private const int PourCent = 50;

    private readonly List<TableRow> _lignes = [];

    public TableWord Colonnes(params IReadOnlyList<string> titres) => Entete([.. titres.Select(t => CelluleWord.De(t, gras: true, couleur: TeintesWord.Lisible(couleur)))]);

    public TableWord Entete(IReadOnlyList<CelluleWord> cellules)
    {
        _lignes.Add(Ligne([.. cellules.Select(c => c.Fond is null ? c with { Fond = TeintesWord.Eclaircie(couleur) } : c)], insecable: true, entete: true));
        return this;
    }

    /// <param name="insecable">False for a row that may be longer than a page.</param>
    public TableWord Ajouter(IReadOnlyList<CelluleWord> cellules, bool insecable = true)
    {
        _lignes.Add(Ligne(cellules, insecable, entete: false));
        return this;
    }

    public TableWord Textes(params IReadOnlyList<string?> textes) => Ajouter([.. textes.Select(t => CelluleWord.De(t))]);

    public Table Construire()
    {
        var table = new Table(
            new TableProperties(
                new TableStyle { Val = StylesWord.Tableau },
                new TableWidth { Width = $"{100 * PourCent}", Type = TableWidthUnitValues.Pct },
                new TableBorders(
                    Trait<TopBorder>(couleur, 8), Trait<BottomBorder>(TeintesWord.Filet, 4), Trait<InsideHorizontalBorder>(TeintesWord.Filet, 4)),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TableCellLeftMargin { Width = 100, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 100, Type = TableWidthValues.Dxa }),
                new TableLook { Val = "0020", FirstRow = true, LastRow = false, FirstColumn = false, LastColumn = false, NoHorizontalBand = true, NoVerticalBand = true },
                new TableDescription { Val = description }),
            new TableGrid(largeurs.Select(l => new GridColumn { Width = (l * 96).ToString(CultureInfo.InvariantCulture) })));
        table.Append(_lignes);
        return table;
    }

    private TableRow Ligne(IReadOnlyList<CelluleWord> cellules, bool insecable, bool entete)
    {
        var proprietes = new TableRowProperties();
        if (insecable)
        {
            proprietes.Append(new CantSplit());
        }

        if (entete)
        {
            proprietes.Append(new TableHeader());
        }

        var ligne = new TableRow();
        if (proprietes.HasChildren)
        {
            ligne.Append(proprietes);
        }

        var colonne = 0;
        foreach (var cellule in cellules)
        {
            ligne.Append(Cellule(cellule, largeurs.Skip(colonne).Take(cellule.Colonnes).Sum()));
            colonne += cellule.Colonnes;
        }

        return ligne;
    }

    private static TableCell Cellule(CelluleWord cellule, int largeur)
    {
        var proprietes = new TableCellProperties(new TableCellWidth { Width = $"{largeur * PourCent}", Type = TableWidthUnitValues.Pct });
        if (cellule.Colonnes > 1)
        {
            proprietes.Append(new GridSpan { Val = cellule.Colonnes });
        }

        if (cellule.Fond is { } fond)
        {
            proprietes.Append(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = fond });
        }

        var sortie = new TableCell(proprietes);
        sortie.Append(cellule.Paragraphes.Count == 0 ? [EcritWord.Paragraphe(StylesWord.Cellule, "")] : cellule.Paragraphes);
        return sortie;
    }

    private static T Trait<T>(string couleur, uint epaisseur)
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = epaisseur, Color = couleur };
}
