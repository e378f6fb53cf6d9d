using System.Buffers.Binary;
using System.Collections.Frozen;

namespace CtgPortal.Infrastructure.Documents;

/// <summary>The code points that every shipped font can set, read from their cmap tables (OpenType 1.9, formats 4 and 12).</summary>
internal sealed class CouverturePolices
{
    private readonly FrozenSet<int> _points;

    private CouverturePolices(FrozenSet<int> points) => _points = points;

    public int Nombre => _points.Count;

    public bool Couvre(int point) => _points.Contains(point);

    public static CouverturePolices Lire(string dossier)
    {
        HashSet<int>? communs = null;
        foreach (var fichier in Directory.EnumerateFiles(dossier, "*.otf"))
        {
            var points = LirePoints(File.ReadAllBytes(fichier));
            if (communs is null)
            {
                communs = points;
            }
            else
            {
                communs.IntersectWith(points);
            }
        }

        return new((communs ?? throw new InvalidOperationException("The typesetting fonts are missing.")).ToFrozenSet());
    }

    private static HashSet<int> LirePoints(ReadOnlySpan<byte> font)
    {
        HashSet<int> points = [];
        var cmap = Table(font, "cmap"u8);
        for (var i = 0; i < U16(cmap, 2); i++)
        {
            var subtable = cmap[(int)U32(cmap, 4 + (i * 8) + 4)..];
            switch (U16(subtable, 0))
            {
                case 4:
                    LireFormat4(subtable, points);
                    break;
                case 12:
                    LireFormat12(subtable, points);
                    break;
            }
        }

        return points;
    }

    private static ReadOnlySpan<byte> Table(ReadOnlySpan<byte> font, ReadOnlySpan<byte> tag)
    {
        for (var i = 0; i < U16(font, 4); i++)
        {
            var record = font.Slice(12 + (i * 16), 16);
            if (record[..4].SequenceEqual(tag))
            {
                return font.Slice((int)U32(record, 8), (int)U32(record, 12));
            }
        }

        throw new InvalidDataException("A typesetting font has no character map.");
    }

    private static void LireFormat4(ReadOnlySpan<byte> table, HashSet<int> points)
    {
        var twiceSegments = U16(table, 6);
        for (var s = 0; s < twiceSegments; s += 2)
        {
            var last = U16(table, 14 + s);
            var first = U16(table, 16 + twiceSegments + s);
            var delta = U16(table, 16 + (2 * twiceSegments) + s);
            var offsetAt = 16 + (3 * twiceSegments) + s;
            var offset = U16(table, offsetAt);
            for (int point = first; point <= last && point != 0xFFFF; point++)
            {
                var glyph = offset == 0 ? point + delta : U16(table, offsetAt + offset + (2 * (point - first)));
                if ((glyph & 0xFFFF) != 0)
                {
                    points.Add(point);
                }
            }
        }
    }

    private static void LireFormat12(ReadOnlySpan<byte> table, HashSet<int> points)
    {
        for (var g = 0; g < U32(table, 12); g++)
        {
            var group = table.Slice(16 + (g * 12), 12);
            for (var point = U32(group, 0); point <= U32(group, 4); point++)
            {
                points.Add((int)point);
            }
        }
    }

    private static ushort U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);

    private static uint U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
}
