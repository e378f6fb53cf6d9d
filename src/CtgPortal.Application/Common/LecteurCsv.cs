using System.Text;

namespace CtgPortal.Application.Common;

/// <summary>Opens a CSV file as people make them: UTF-8 with or without mark, UTF-16, Windows-1252; semicolons, commas, bars or tabs.</summary>
public static class LecteurCsv
{
    /// <summary>Null when the bytes are no text: a workbook, a picture.</summary>
    public static CsvOuvert? Ouvrir(byte[] contenu)
    {
        var encodage = TexteCsv.Encodage(contenu);
        var texte = TexteCsv.Lire(encodage).GetString(contenu).TrimStart('\uFEFF');
        if (texte.Contains('\0', StringComparison.Ordinal))
        {
            return null;
        }

        // one column needs no separator
        var separateur = TexteCsv.Separateur(texte) ?? ';';
        var lignes = Lignes(texte, separateur).GetEnumerator();
        return new(lignes.MoveNext() ? lignes.Current : [], Suite(lignes), $"{NomEncodage(encodage)}, {NomSeparateur(separateur)}");
    }

    private static string NomEncodage(string encodage) => encodage switch
    {
        "utf-8" => "UTF-8",
        "windows-1252" => "Windows-1252",
        _ => "UTF-16",
    };

    private static string NomSeparateur(char separateur) => separateur switch
    {
        ',' => "virgule",
        '\t' => "tabulation",
        '|' => "barre verticale",
        _ => "point-virgule",
    };

    private static IEnumerable<IReadOnlyList<string>> Suite(IEnumerator<IReadOnlyList<string>> lignes)
    {
        using (lignes)
        {
            while (lignes.MoveNext())
            {
                yield return lignes.Current;
            }
        }
    }

    private static IEnumerable<IReadOnlyList<string>> Lignes(string texte, char separateur)
    {
        var (cellules, cellule, cite) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < texte.Length; i++)
        {
            var c = texte[i];
            if (cite)
            {
                if (c != '"')
                {
                    cellule.Append(c);
                }
                else if (i + 1 < texte.Length && texte[i + 1] == '"')
                {
                    cellule.Append(texte[++i]);
                }
                else
                {
                    cite = false;
                }
            }
            else if (c == '"' && cellule.Length == 0)
            {
                cite = true;
            }
            else if (c == separateur)
            {
                cellules.Add(cellule.ToString());
                cellule.Clear();
            }
            else if (c is '\n' or '\r')
            {
                i += c == '\r' && i + 1 < texte.Length && texte[i + 1] == '\n' ? 1 : 0;
                cellules.Add(cellule.ToString());
                cellule.Clear();
                yield return cellules;
                cellules = [];
            }
            else
            {
                cellule.Append(c);
            }
        }

        if (cellule.Length > 0 || cellules.Count > 0)
        {
            cellules.Add(cellule.ToString());
            yield return cellules;
        }
    }
}

/// <param name="Lignes">Of data, read once.</param>
/// <param name="Format">In words: « UTF-8, point-virgule ».</param>
public sealed record CsvOuvert(IReadOnlyList<string> Entetes, IEnumerable<IReadOnlyList<string>> Lignes, string Format);
