using System.Text;
using CtgPortal.Domain.Imports;

namespace CtgPortal.Application.Common;

/// <summary>How the text of a CSV is written and cut, judged from its first mebibyte.</summary>
public static class TexteCsv
{
    public const int OctetsJuges = 1024 * 1024;

    private const int LignesJugees = 60;

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    // in order of preference: a comma is also the decimal mark of French numbers
    private static readonly char[] Separateurs = [';', '\t', '|', ','];

    /// <summary>
    /// UTF-8 when every byte says so, else Windows-1252, which has every character of Latin-1. Bytes that are not UTF-8 further on
    /// are read as Windows-1252 too: no accent is lost.
    /// </summary>
    public static string Encodage(ReadOnlySpan<byte> debut)
    {
        if (debut.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return "utf-16BE";
        }

        if (ContenuFichier.EstUtf16(debut))
        {
            return debut[0] == 0 ? "utf-16BE" : "utf-16";
        }

        // a character may be cut by the end of the block
        var fin = debut.Length;
        for (var recul = 0; recul < 4 && fin > 0 && debut.Length == OctetsJuges && debut[fin - 1] >= 0x80; recul++)
        {
            fin--;
        }

        return System.Text.Unicode.Utf8.IsValid(debut[..fin]) ? "utf-8" : "windows-1252";
    }

    public static Encoding Lire(string encodage) => encodage switch
    {
        "windows-1252" => Windows1252,
        "utf-8" => Encoding.GetEncoding("utf-8", EncoderFallback.ReplacementFallback, new Repli1252()),
        _ => Encoding.GetEncoding(encodage),
    };

    /// <returns>Null when no character cuts the lines alike.</returns>
    public static char? Separateur(string debut)
    {
        List<Dictionary<char, int>> lignes = [];
        var courante = new Dictionary<char, int>();
        var (guillemets, vide) = (false, true);
        foreach (var c in debut)
        {
            if (c == '"')
            {
                guillemets = !guillemets;
            }
            else if (c is '\n' or '\r' && !guillemets)
            {
                if (!vide)
                {
                    lignes.Add(courante);
                }

                (courante, vide) = ([], true);
                if (lignes.Count == LignesJugees)
                {
                    break;
                }
            }
            else if (!guillemets && Separateurs.Contains(c))
            {
                courante[c] = courante.GetValueOrDefault(c) + 1;
            }

            vide &= char.IsWhiteSpace(c);
        }

        if (!vide && lignes.Count < 2)
        {
            lignes.Add(courante);
        }

        // the share of lines that have as many of it as most lines
        var parts = Separateurs.ToDictionary(s => s, s =>
        {
            var usuel = lignes.Select(l => l.GetValueOrDefault(s)).Where(n => n > 0).GroupBy(n => n).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key).FirstOrDefault();
            return usuel is null ? 0d : (double)usuel.Count() / lignes.Count;
        });
        return Separateurs.Where(s => parts[s] >= 0.8).Cast<char?>().FirstOrDefault()
            ?? Separateurs.Where(s => parts[s] > 0.3).OrderByDescending(s => parts[s]).Cast<char?>().FirstOrDefault();
    }

    private sealed class Repli1252 : DecoderFallback
    {
        public override int MaxCharCount => 4;

        public override DecoderFallbackBuffer CreateFallbackBuffer() => new Tampon();

        private sealed class Tampon : DecoderFallbackBuffer
        {
            private string _caracteres = "";
            private int _lus;

            public override int Remaining => _caracteres.Length - _lus;

            public override bool Fallback(byte[] bytesUnknown, int index)
            {
                (_caracteres, _lus) = (Windows1252.GetString(bytesUnknown), 0);
                return _caracteres.Length > 0;
            }

            public override char GetNextChar() => _lus < _caracteres.Length ? _caracteres[_lus++] : '\0';

            public override bool MovePrevious()
            {
                if (_lus == 0)
                {
                    return false;
                }

                _lus--;
                return true;
            }

            public override void Reset() => (_caracteres, _lus) = ("", 0);
        }
    }
}
