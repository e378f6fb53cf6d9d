using System.Text;

namespace CtgPortal.Application.Common;

/// <summary>Opens a CSV file as people make them: UTF-8 with or without mark, UTF-16, Windows-1252; semicolons, commas or tabs.</summary>
public static class LecteurCsv
{
    private static readonly (char Separateur, string Nom)[] Separateurs = [(';', "point-virgule"), (',', "virgule"), ('\t', "tabulation")];

    /// <summary>Null when the bytes are no text: a workbook, a picture.</summary>
    public static CsvOuvert? Ouvrir(byte[] contenu)
    {
        if (Decoder(contenu) is not var (texte, encodage) || texte.Contains('\0', StringComparison.Ordinal))
        {
            return null;
        }

        var (separateur, nom) = Separateurs.MaxBy(s => Compter(texte, s.Separateur));
        var lignes = Lignes(texte, separateur).GetEnumerator();
        return new(lignes.MoveNext() ? lignes.Current : [], Suite(lignes), $"{encodage}, {nom}");
    }

    private static (string Texte, string Encodage)? Decoder(byte[] contenu)
    {
        foreach (var (encodage, nom) in new (Encoding, string)[] { (Encoding.UTF8, "UTF-8"), (Encoding.Unicode, "UTF-16"), (Encoding.BigEndianUnicode, "UTF-16") })
        {
            var marque = encodage.GetPreamble();
            if (contenu.AsSpan().StartsWith(marque))
            {
                return (encodage.GetString(contenu, marque.Length, contenu.Length - marque.Length), nom);
            }
        }

        return System.Text.Unicode.Utf8.IsValid(contenu)
            ? (Encoding.UTF8.GetString(contenu), "UTF-8")
            : (CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(contenu), "Windows-1252");
    }

    /// <summary>In the first line, outside quotes.</summary>
    private static int Compter(string texte, char separateur)
    {
        var (nombre, cite) = (0, false);
        foreach (var c in texte.AsSpan(0, Math.Min(texte.Length, 100_000)))
        {
            cite ^= c == '"';
            if (!cite && c is '\n' or '\r' && nombre > 0)
            {
                break;
            }

            nombre += !cite && c == separateur ? 1 : 0;
        }

        return nombre;
    }

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
