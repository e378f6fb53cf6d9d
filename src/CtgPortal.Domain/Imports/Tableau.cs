namespace CtgPortal.Domain.Imports;

public enum FormatFichier
{
    Csv,
    Xlsx,
}

/// <summary>How the file is cut into cells.</summary>
/// <param name="Separateur">Of a CSV.</param>
/// <param name="Encodage">Of a CSV: <c>utf-8</c>, <c>utf-16</c>, <c>utf-16BE</c> or <c>windows-1252</c>.</param>
/// <param name="Feuille">Of an XLSX, from 0.</param>
public sealed record Decoupage(FormatFichier Format, char Separateur, string Encodage, int Feuille)
{
    public static readonly IReadOnlyList<char> Separateurs = [';', ',', '\t', '|'];

    public static readonly IReadOnlyList<string> Encodages = ["utf-8", "windows-1252", "utf-16", "utf-16BE"];
}

/// <summary>One line of a file, valid until the next is read.</summary>
public interface ILigneTableau
{
    long Numero { get; }

    int Nombre { get; }

    /// <param name="index">From 0, below <see cref="Nombre"/>.</param>
    string Cellule(int index);
}

/// <summary>The first lines of a file, cut into cells.</summary>
/// <param name="Feuilles">Names of the sheets of a workbook.</param>
public sealed record ApercuTableau(IReadOnlyList<LigneApercu> Lignes, IReadOnlyList<string> Feuilles);

/// <param name="Numero">From 1, as a spreadsheet shows it.</param>
public sealed record LigneApercu(int Numero, IReadOnlyList<string> Cellules);
