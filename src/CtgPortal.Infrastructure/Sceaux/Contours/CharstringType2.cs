using System.Buffers.Binary;

namespace CtgPortal.Infrastructure.Sceaux.Contours;

/// <summary>Draws one glyph (Adobe Technical Note 5177). Hints are read over; arithmetic operators, which no shipped font uses, are refused.</summary>
internal sealed class CharstringType2(
    List<ReadOnlyMemory<byte>> globales, List<ReadOnlyMemory<byte>> locales, ITraceContours trace, double x0)
{
    private readonly List<double> _pile = [];
    private double _x = x0;
    private double _y;
    private int _indices;
    private bool _ouvert;
    private bool _fini;

    public void Executer(ReadOnlySpan<byte> code, int profondeur = 0)
    {
        if (profondeur > 10)
        {
            throw new InvalidDataException("A shipped font calls itself without end.");
        }

        for (var i = 0; i < code.Length && !_fini;)
        {
            int b = code[i++];
            if (b >= 32 || b == 28)
            {
                i += Empiler(code[i..], b);
                continue;
            }

            switch (b)
            {
                case 1 or 3 or 18 or 23:
                    Indices();
                    break;
                case 19 or 20:
                    Indices();
                    i += (_indices + 7) / 8;
                    break;
                case 10 or 29:
                    var pieces = b == 10 ? locales : globales;
                    var numero = (int)_pile[^1] + (pieces.Count < 1240 ? 107 : pieces.Count < 33900 ? 1131 : 32768);
                    _pile.RemoveAt(_pile.Count - 1);
                    Executer(pieces[numero].Span, profondeur + 1);
                    break;
                case 11:
                    return;
                case 12:
                    Souplesse(code[i++]);
                    break;
                case 14:
                    FermerContour();
                    _fini = true;
                    break;
                default:
                    Dessiner(b);
                    _pile.Clear();
                    break;
            }
        }
    }

    private int Empiler(ReadOnlySpan<byte> suite, int b)
    {
        switch (b)
        {
            case 28:
                _pile.Add(BinaryPrimitives.ReadInt16BigEndian(suite));
                return 2;
            case <= 246:
                _pile.Add(b - 139);
                return 0;
            case <= 250:
                _pile.Add(((b - 247) * 256) + suite[0] + 108);
                return 1;
            case <= 254:
                _pile.Add((-(b - 251) * 256) - suite[0] - 108);
                return 1;
            default:
                _pile.Add(BinaryPrimitives.ReadInt32BigEndian(suite) / 65536.0);
                return 4;
        }
    }

    private void Indices()
    {
        _indices += _pile.Count / 2;
        _pile.Clear();
    }

    private void Dessiner(int operateur)
    {
        // a first operand too many is the width of the glyph
        var p = _pile;
        switch (operateur)
        {
            case 21: Aller(p[^2], p[^1]); break;
            case 22: Aller(p[^1], 0); break;
            case 4: Aller(0, p[^1]); break;
            case 5: Lignes(p.Count); break;
            case 6: LignesAlternees(true); break;
            case 7: LignesAlternees(false); break;
            case 8: Courbes(0, p.Count); break;
            case 24:
                Courbes(0, p.Count - 2);
                Ligne(p[^2], p[^1]);
                break;
            case 25:
                Lignes(p.Count - 6);
                Courbes(p.Count - 6, p.Count);
                break;
            case 26: CourbesDroites(horizontales: false); break;
            case 27: CourbesDroites(horizontales: true); break;
            case 30: CourbesAlternees(horizontale: false); break;
            case 31: CourbesAlternees(horizontale: true); break;
            default: throw new InvalidDataException($"A shipped font uses the operator {operateur}.");
        }
    }

    private void Lignes(int fin)
    {
        for (var i = 0; i + 1 < fin; i += 2)
        {
            Ligne(_pile[i], _pile[i + 1]);
        }
    }

    private void LignesAlternees(bool horizontale)
    {
        foreach (var longueur in _pile)
        {
            Ligne(horizontale ? longueur : 0, horizontale ? 0 : longueur);
            horizontale = !horizontale;
        }
    }

    private void Courbes(int debut, int fin)
    {
        for (var i = debut; i + 5 < fin; i += 6)
        {
            Courbe(_pile[i], _pile[i + 1], _pile[i + 2], _pile[i + 3], _pile[i + 4], _pile[i + 5]);
        }
    }

    private void CourbesDroites(bool horizontales)
    {
        var i = _pile.Count % 4;
        var ecart = i == 1 ? _pile[0] : 0;
        for (; i + 3 < _pile.Count; i += 4, ecart = 0)
        {
            if (horizontales)
            {
                Courbe(_pile[i], ecart, _pile[i + 1], _pile[i + 2], _pile[i + 3], 0);
            }
            else
            {
                Courbe(ecart, _pile[i], _pile[i + 1], _pile[i + 2], 0, _pile[i + 3]);
            }
        }
    }

    private void CourbesAlternees(bool horizontale)
    {
        for (var i = 0; i + 3 < _pile.Count; i += 4, horizontale = !horizontale)
        {
            var reste = _pile.Count - i == 5 ? _pile[i + 4] : 0;
            if (horizontale)
            {
                Courbe(_pile[i], 0, _pile[i + 1], _pile[i + 2], reste, _pile[i + 3]);
            }
            else
            {
                Courbe(0, _pile[i], _pile[i + 1], _pile[i + 2], _pile[i + 3], reste);
            }
        }
    }

    private void Souplesse(int operateur)
    {
        var p = _pile;
        switch (operateur)
        {
            case 34:
                Courbe(p[0], 0, p[1], p[2], p[3], 0);
                Courbe(p[4], 0, p[5], -p[2], p[6], 0);
                break;
            case 35:
                Courbes(0, 12);
                break;
            case 36:
                Courbe(p[0], p[1], p[2], p[3], p[4], 0);
                Courbe(p[5], 0, p[6], p[7], p[8], -(p[1] + p[3] + p[7]));
                break;
            case 37:
                var (dx, dy) = (p[0] + p[2] + p[4] + p[6] + p[8], p[1] + p[3] + p[5] + p[7] + p[9]);
                Courbes(0, 6);
                Courbe(p[6], p[7], p[8], p[9], Math.Abs(dx) > Math.Abs(dy) ? p[10] : -dx, Math.Abs(dx) > Math.Abs(dy) ? -dy : p[10]);
                break;
            default:
                throw new InvalidDataException($"A shipped font uses the operator 12 {operateur}.");
        }

        p.Clear();
    }

    private void Aller(double dx, double dy)
    {
        FermerContour();
        (_x, _y, _ouvert) = (_x + dx, _y + dy, true);
        trace.Aller(_x, _y);
    }

    private void Ligne(double dx, double dy)
    {
        (_x, _y) = (_x + dx, _y + dy);
        trace.Ligne(_x, _y);
    }

    private void Courbe(double dx1, double dy1, double dx2, double dy2, double dx, double dy)
    {
        var (x1, y1) = (_x + dx1, _y + dy1);
        var (x2, y2) = (x1 + dx2, y1 + dy2);
        (_x, _y) = (x2 + dx, y2 + dy);
        trace.Courbe(x1, y1, x2, y2, _x, _y);
    }

    private void FermerContour()
    {
        if (_ouvert)
        {
            trace.Fermer();
            _ouvert = false;
        }
    }
}
