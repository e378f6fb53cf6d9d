using System.Buffers.Binary;

namespace CtgPortal.Domain.Plans;

/// <summary>The code by which a sheet that leaves the portal and comes back finds its fiches again.</summary>
public static class CodeFiche
{
    public const int LongueurMax = 30;

    private const int Signes = 7;

    // no I, L, O nor U: nobody takes one sign for another
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>« F-7K3QM2X », made of the random end of the id: always the same, and of no other fiche.</summary>
    public static string De(FicheActionId fiche)
    {
        // the last bytes are random in every version of ids
        var reste = BinaryPrimitives.ReadUInt64LittleEndian(fiche.Value.ToByteArray().AsSpan(8)) >> 24;
        Span<char> signes = stackalloc char[Signes];
        for (var i = 0; i < Signes; i++, reste /= (ulong)Alphabet.Length)
        {
            signes[i] = Alphabet[(int)(reste % (ulong)Alphabet.Length)];
        }

        return $"F-{signes}";
    }

    /// <summary>People type « f-7k3qm2x » as well.</summary>
    public static bool EstLeMeme(string a, string b) => string.Equals(a.Trim(), b.Trim(), StringComparison.OrdinalIgnoreCase);
}
