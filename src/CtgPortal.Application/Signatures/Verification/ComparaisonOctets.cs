using CtgPortal.Application.Signatures.Sceaux;

namespace CtgPortal.Application.Signatures.Verification;

/// <summary>Where two files differ.</summary>
/// <param name="Plages">In the file received, from the first; at most <see cref="PlagesMax"/>.</param>
/// <param name="EnTout">How many there are.</param>
/// <param name="Octets">How many bytes differ, added and missing ones included.</param>
internal sealed record ComparaisonOctets(IReadOnlyList<PlageOctets> Plages, int EnTout, long Octets)
{
    public const int PlagesMax = 20;

    /// <summary>Two changes closer than this are told as one.</summary>
    private const int Voisinage = 16;

    public static ComparaisonOctets Entre(byte[] attendu, byte[] recu)
    {
        if (attendu.Length != recu.Length)
        {
            // something was put in or taken out: what stands between the same beginning and the same end
            var debut = attendu.AsSpan().CommonPrefixLength(recu);
            var fin = FinCommune(attendu.AsSpan(debut), recu.AsSpan(debut));
            return new([new(debut, recu.Length - fin)], 1, Math.Max(attendu.Length, recu.Length) - debut - fin);
        }

        List<PlageOctets> plages = [];
        var (enTout, octets) = (0, 0L);
        var depuis = 0;
        while (depuis < recu.Length)
        {
            var debut = depuis + attendu.AsSpan(depuis).CommonPrefixLength(recu.AsSpan(depuis));
            if (debut == recu.Length)
            {
                break;
            }

            var (dernier, i) = (debut, debut);
            for (; i < recu.Length && i - dernier <= Voisinage; i++)
            {
                if (attendu[i] != recu[i])
                {
                    dernier = i;
                    octets++;
                }
            }

            enTout++;
            if (plages.Count < PlagesMax)
            {
                plages.Add(new(debut, dernier + 1));
            }

            depuis = i;
        }

        return new(plages, enTout, octets);
    }

    private static int FinCommune(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        var n = 0;
        while (n < a.Length && n < b.Length && a[^(n + 1)] == b[^(n + 1)])
        {
            n++;
        }

        return n;
    }
}
