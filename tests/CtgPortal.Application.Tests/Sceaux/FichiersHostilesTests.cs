using System.Globalization;
using System.IO.Compression;
using System.Text;
using CsCheck;
using CtgPortal.Application.Signatures.Sceaux;

namespace CtgPortal.Application.Tests.Sceaux;

/// <summary>Whatever is sent, an answer comes: never a crash, a hang or a heap of memory.</summary>
public sealed class FichiersHostilesTests(SceauxFixture sceaux)
{
    private static readonly string[] Morceaux =
    [
        "<<", ">>", "[", "]", "/Type/Sig", "1 0 R", "obj", "endobj", "stream\n",
        "endstream", "(", ")", "<00>", "xref\n0 1\n", "trailer", "startxref\n9\n%%EOF\n", "0000000009 00000 n \n", "-1", "9999999999", "/Prev 9", "/Root 1 0 R", "1 0 obj", "\n",
    ];

    public static TheoryData<string> Pieges => [.. Fabriques.Keys];

    private static Dictionary<string, Func<byte[]>> Fabriques => new()
    {
        ["révisions en boucle"] = () => Classique("<</Type/Catalog>>", "/Prev 9"),
        ["longueur qui se désigne elle-même"] = () => Classique("<</Length 1 0 R>>\nstream\nx\nendstream"),
        ["tableaux imbriqués"] = () => Classique(new string('[', 100_000) + new string(']', 100_000)),
        ["dictionnaires imbriqués"] = () => Classique(string.Concat(Enumerable.Repeat("<</A ", 50_000))),
        ["un million de zéros"] = () => Classique($"<</Type/Catalog/AcroForm<</Fields[{string.Concat(Enumerable.Repeat("0 ", 5_000_000))}]>>>>"),
        ["champs en boucle"] = () => Classique("<</Type/Catalog/AcroForm<</Fields[1 0 R]>>/T(a)/Kids[1 0 R]>>"),
        ["pages en boucle"] = () => Classique("<</Type/Catalog/Pages 1 0 R/Kids[1 0 R 1 0 R]>>"),
        ["chaîne sans fin"] = () => Classique("(" + new string('a', 1_000_000)),
        ["table immense"] = () => Encoding.ASCII.GetBytes("%PDF-1.7\nxref\n0 2000000000\n0000000000 65535 f \ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n"),
        ["bombe dans la table"] = () => Bombe(1024L * 1024 * 1024),
        ["objets par paquets en boucle"] = PaquetEnBoucle,
        ["longueurs en chaîne"] = LongueursEnChaine,
        ["signature hors du fichier"] = () => Classique("<</Type/Catalog/AcroForm<</Fields[<</FT/Sig/T(s)/V<</ByteRange[0 9223372036854775807 9223372036854775807 1]/Contents<00>>>>>]>>>>"),
        ["signature sur tout"] = () => Classique("<</Type/Catalog/AcroForm<</Fields[<</FT/Sig/T(s)/V<</SubFilter/ETSI.CAdES.detached/ByteRange[0 10 20 30]/Contents<3080>>>>>]>>>>"),
    };

    [Theory, MemberData(nameof(Pieges))]
    public void Un_fichier_piege_a_une_reponse(string piege)
    {
        var fichier = Fabriques[piege]();
        var avant = GC.GetTotalAllocatedBytes(precise: true);

        var examen = sceaux.Verification.Examiner(fichier);

        Assert.False(examen.EstIntact);
        Assert.True(examen.Defaut is { Length: > 10 } || examen.Signatures.All(s => s.Integrite != IntegriteSignature.Intacte));
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - avant, 0, 1024L * 1024 * 1024);
    }

    [Fact]
    public void Un_fichier_au_dela_de_la_limite_est_refuse_sans_etre_lu()
    {
        var fichier = new byte[(100 * 1024 * 1024) + 1];
        "%PDF-1.7"u8.CopyTo(fichier);

        Assert.Contains("dépasse 100 Mo", sceaux.Verification.Examiner(fichier).Defaut, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_fichier_abime_au_hasard_a_toujours_une_reponse()
    {
        var pdf = (await sceaux.Scelle3Async()).Contenu;

        // the structure (the end of the file, its signatures) is where parsing happens: three times out of four there
        Gen.Select(Gen.Int[1, 12], Gen.Int[0, 3], Gen.Int[0, 1 << 20], Gen.Byte, Gen.Int[0, 400]).Sample(
            (nombre, ou, graine, octet, coupe) =>
            {
                var copie = pdf[..^coupe];
                var debut = ou == 0 ? 0 : copie.Length - (copie.Length / 6);
                for (var i = 0; i < nombre; i++)
                {
                    copie[debut + (int)((graine * 2654435761L * (i + 1) & 0x7FFFFFFF) % (copie.Length - debut))] = (byte)(octet + (i * 37));
                }

                var examen = sceaux.Verification.Examiner(copie);
                return examen.Taille == copie.Length && (!examen.EstIntact || copie.AsSpan().SequenceEqual(pdf));
            },
            iter: 300);
    }

    [Fact]
    public void N_importe_quels_octets_apres_un_entete_ont_une_reponse() => Gen.Select(
        Gen.Int[0, Morceaux.Length - 1].Select(i => Morceaux[i]).Array[1, 60],
        Gen.Byte.Array[0, 40]).Sample(
        (morceaux, bruit) =>
        {
            var fichier = Encoding.ASCII.GetBytes("%PDF-1.7\n" + string.Join(' ', morceaux)).Concat(bruit).Concat("\nstartxref\n9\n%%EOF\n"u8.ToArray()).ToArray();
            return !sceaux.Verification.Examiner(fichier).EstIntact;
        },
        iter: 3000);

    /// <summary>A file of one object with its table.</summary>
    private static byte[] Classique(string objet, string fermeture = "")
    {
        var debut = $"%PDF-1.7\n1 0 obj\n{objet}\nendobj\n";
        var table = fermeture.Contains("/Prev 9", StringComparison.Ordinal)
            ? "%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer<</Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF\n"
            : string.Create(CultureInfo.InvariantCulture, $"{debut}xref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer<</Root 1 0 R/Size 2>>\nstartxref\n{debut.Length}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(table);
    }

    private static byte[] Bombe(long taille)
    {
        using var comprime = new MemoryStream();
        using (var flux = new ZLibStream(comprime, CompressionLevel.Fastest))
        {
            var zeros = new byte[1024 * 1024];
            for (var i = 0L; i < taille; i += zeros.Length)
            {
                flux.Write(zeros);
            }
        }

        var octets = comprime.ToArray();
        return [.. Encoding.ASCII.GetBytes($"%PDF-1.7\n1 0 obj\n<</Type/XRef/W[1 4 2]/Size 9/Root 1 0 R/Filter/FlateDecode/Length {octets.Length}>>\nstream\n"), .. octets, .. "\nendstream\nendobj\nstartxref\n9\n%%EOF\n"u8];
    }

    /// <summary>Object 2 stands in packet 3, which stands in packet 2.</summary>
    private static byte[] PaquetEnBoucle()
    {
        byte[] entrees = [0, 0, 0, 1, 0, 9, 2, 0, 3, 2, 0, 2];
        return [.. Encoding.ASCII.GetBytes($"%PDF-1.7\n1 0 obj\n<</Type/XRef/W[1 2 0]/Size 4/Root 2 0 R/Length {entrees.Length}>>\nstream\n"), .. entrees, .. "\nendstream\nendobj\nstartxref\n9\n%%EOF\n"u8];
    }

    /// <summary>The length of each stream is in the next one.</summary>
    private static byte[] LongueursEnChaine()
    {
        const int Nombre = 50_000;
        var corps = new StringBuilder("%PDF-1.7\n");
        var table = new StringBuilder($"xref\n1 {Nombre}\n");
        for (var i = 1; i <= Nombre; i++)
        {
            table.Append(CultureInfo.InvariantCulture, $"{corps.Length:0000000000} 00000 n \n");
            corps.Append(CultureInfo.InvariantCulture, $"{i} 0 obj\n<</Length {i + 1} 0 R>>\nstream\nx\nendstream\nendobj\n");
        }

        return Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{corps}{table}trailer<</Root 1 0 R>>\nstartxref\n{corps.Length}\n%%EOF\n"));
    }
}
