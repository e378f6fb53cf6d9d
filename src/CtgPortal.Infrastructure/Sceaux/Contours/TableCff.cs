using System.Buffers.Binary;

namespace CtgPortal.Infrastructure.Sceaux.Contours;

/// <summary>The « CFF » table of a font (Adobe Technical Note 5176): where its glyphs and their shared pieces stand.</summary>
internal sealed class TableCff
{
    private readonly ReadOnlyMemory<byte> _octets;
    private readonly List<ReadOnlyMemory<byte>> _glyphes;
    private readonly List<ReadOnlyMemory<byte>> _globales;
    private readonly List<ReadOnlyMemory<byte>>[] _locales;
    private readonly Func<int, int> _policeDe;

    public TableCff(ReadOnlyMemory<byte> octets)
    {
        _octets = octets;
        var place = (int)octets.Span[2];
        LireIndex(ref place);
        var haut = LireDico(LireIndex(ref place)[0].Span);
        LireIndex(ref place);
        _globales = LireIndex(ref place);
        var glyphes = (int)haut[17][0];
        _glyphes = LireIndex(ref glyphes);
        if (haut.TryGetValue(Echappe(36), out var polices))
        {
            var fd = (int)polices[0];
            _locales = [.. LireIndex(ref fd).Select(p => Locales(LireDico(p.Span)))];
            _policeDe = SelecteurDe((int)haut[Echappe(37)][0]);
        }
        else
        {
            _locales = [Locales(haut)];
            _policeDe = _ => 0;
        }
    }

    public void Tracer(int glyphe, double x, ITraceContours trace) =>
        new CharstringType2(_globales, _locales[_policeDe(glyphe)], trace, x).Executer(_glyphes[glyphe].Span);

    private static int Echappe(int operateur) => 1200 + operateur;

    private List<ReadOnlyMemory<byte>> Locales(Dictionary<int, double[]> dico)
    {
        if (!dico.TryGetValue(18, out var prive))
        {
            return [];
        }

        var (taille, debut) = ((int)prive[0], (int)prive[1]);
        if (!LireDico(_octets.Slice(debut, taille).Span).TryGetValue(19, out var locales))
        {
            return [];
        }

        var place = debut + (int)locales[0];
        return LireIndex(ref place);
    }

    private Func<int, int> SelecteurDe(int place)
    {
        var octets = _octets;
        if (octets.Span[place] == 0)
        {
            return glyphe => octets.Span[place + 1 + glyphe];
        }

        return glyphe =>
        {
            var o = octets.Span[place..];
            var plages = BinaryPrimitives.ReadUInt16BigEndian(o[1..]);
            var p = 0;
            while (p + 1 < plages && BinaryPrimitives.ReadUInt16BigEndian(o[(3 + ((p + 1) * 3))..]) <= glyphe)
            {
                p++;
            }

            return o[3 + (p * 3) + 2];
        };
    }

    private List<ReadOnlyMemory<byte>> LireIndex(ref int place)
    {
        var o = _octets.Span;
        var nombre = BinaryPrimitives.ReadUInt16BigEndian(o[place..]);
        if (nombre == 0)
        {
            place += 2;
            return [];
        }

        var (taille, table) = (o[place + 2], place + 3);
        var donnees = table + ((nombre + 1) * taille) - 1;
        List<ReadOnlyMemory<byte>> index = [];
        for (var i = 0; i < nombre; i++)
        {
            var (debut, fin) = (Nombre(o, table + (i * taille), taille), Nombre(o, table + ((i + 1) * taille), taille));
            index.Add(_octets[(donnees + debut)..(donnees + fin)]);
        }

        place = donnees + Nombre(o, table + (nombre * taille), taille);
        return index;
    }

    private static int Nombre(ReadOnlySpan<byte> o, int place, int taille)
    {
        var valeur = 0;
        for (var i = 0; i < taille; i++)
        {
            valeur = (valeur << 8) | o[place + i];
        }

        return valeur;
    }

    private static Dictionary<int, double[]> LireDico(ReadOnlySpan<byte> o)
    {
        var dico = new Dictionary<int, double[]>();
        List<double> operandes = [];
        for (var i = 0; i < o.Length;)
        {
            int b = o[i++];
            switch (b)
            {
                case 12:
                    dico[Echappe(o[i++])] = [.. operandes];
                    operandes.Clear();
                    break;
                case <= 21:
                    dico[b] = [.. operandes];
                    operandes.Clear();
                    break;
                case 28:
                    operandes.Add(BinaryPrimitives.ReadInt16BigEndian(o[i..]));
                    i += 2;
                    break;
                case 29:
                    operandes.Add(BinaryPrimitives.ReadInt32BigEndian(o[i..]));
                    i += 4;
                    break;
                case 30:
                    // a real, none of which is needed here
                    while ((o[i] & 0xF) != 0xF && (o[i] >> 4) != 0xF)
                    {
                        i++;
                    }

                    i++;
                    operandes.Add(0);
                    break;
                case <= 246:
                    operandes.Add(b - 139);
                    break;
                case <= 250:
                    operandes.Add(((b - 247) * 256) + o[i++] + 108);
                    break;
                default:
                    operandes.Add((-(b - 251) * 256) - o[i++] - 108);
                    break;
            }
        }

        return dico;
    }
}
