using System.Buffers.Binary;

namespace CtgPortal.Infrastructure.Sceaux.Contours;

/// <summary>
/// The outlines of a shipped OpenType font (CFF), so that letters are drawn without a font: widths from hmtx, glyphs from cmap (formats 4
/// and 12) and the « CFF » table. Only for files of this repository: nothing here reads what people send.
/// </summary>
internal sealed class PoliceContours
{
    private readonly byte[] _octets;
    private readonly TableCff _cff;
    private readonly Dictionary<int, int> _glyphes = [];
    private readonly int _hmtx;
    private readonly int _largeurs;

    private PoliceContours(byte[] octets)
    {
        _octets = octets;
        UnitesParCadratin = U16(Table("head"u8) + 18);
        _hmtx = Table("hmtx"u8);
        _largeurs = U16(Table("hhea"u8) + 34);
        LireCaracteres(Table("cmap"u8));
        _cff = new TableCff(octets.AsMemory(Table("CFF "u8)));
    }

    public int UnitesParCadratin { get; }

    public static PoliceContours Lire(string chemin) => new(File.ReadAllBytes(chemin));

    /// <summary>Width of a text in units of the font; a character that the font has not counts as a question mark.</summary>
    public int Largeur(string texte) => texte.EnumerateRunes().Sum(r => LargeurDuGlyphe(Glyphe(r.Value)));

    /// <summary>The outlines of a text from the origin, in units of the font.</summary>
    public void Tracer(string texte, ITraceContours trace)
    {
        var x = 0;
        foreach (var rune in texte.EnumerateRunes())
        {
            var glyphe = Glyphe(rune.Value);
            _cff.Tracer(glyphe, x, trace);
            x += LargeurDuGlyphe(glyphe);
        }
    }

    private int Glyphe(int point) => _glyphes.TryGetValue(point, out var glyphe) ? glyphe : _glyphes['?'];

    private int LargeurDuGlyphe(int glyphe) => U16(_hmtx + (4 * Math.Min(glyphe, _largeurs - 1)));

    private void LireCaracteres(int cmap)
    {
        for (var i = 0; i < U16(cmap + 2); i++)
        {
            var sous = cmap + (int)U32(cmap + 4 + (i * 8) + 4);
            switch (U16(sous))
            {
                case 4: LireFormat4(sous); break;
                case 12: LireFormat12(sous); break;
            }
        }
    }

    private void LireFormat4(int table)
    {
        var deuxFois = U16(table + 6);
        for (var s = 0; s < deuxFois; s += 2)
        {
            var dernier = U16(table + 14 + s);
            var premier = U16(table + 16 + deuxFois + s);
            var ecart = U16(table + 16 + (2 * deuxFois) + s);
            var ici = table + 16 + (3 * deuxFois) + s;
            var decalage = U16(ici);
            for (var point = (int)premier; point <= dernier && point != 0xFFFF; point++)
            {
                var glyphe = decalage == 0 ? point : U16(ici + decalage + (2 * (point - premier)));
                if (decalage == 0 || glyphe != 0)
                {
                    _glyphes[point] = (glyphe + ecart) & 0xFFFF;
                }
            }
        }
    }

    private void LireFormat12(int table)
    {
        for (var g = 0; g < U32(table + 12); g++)
        {
            var groupe = table + 16 + (g * 12);
            for (var point = U32(groupe); point <= U32(groupe + 4); point++)
            {
                _glyphes[(int)point] = (int)(U32(groupe + 8) + point - U32(groupe));
            }
        }
    }

    private int Table(ReadOnlySpan<byte> nom)
    {
        for (var i = 0; i < U16(4); i++)
        {
            if (_octets.AsSpan(12 + (i * 16), 4).SequenceEqual(nom))
            {
                return (int)U32(12 + (i * 16) + 8);
            }
        }

        throw new InvalidDataException("A shipped font has no such table.");
    }

    private ushort U16(int place) => BinaryPrimitives.ReadUInt16BigEndian(_octets.AsSpan(place));

    private uint U32(int place) => BinaryPrimitives.ReadUInt32BigEndian(_octets.AsSpan(place));
}

/// <summary>Receives the outlines of glyphs, absolute coordinates in units of the font.</summary>
internal interface ITraceContours
{
    void Aller(double x, double y);

    void Ligne(double x, double y);

    void Courbe(double x1, double y1, double x2, double y2, double x, double y);

    void Fermer();
}
