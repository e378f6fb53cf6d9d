using System.IO.Compression;

namespace CtgPortal.Infrastructure.Sceaux.Pdf;

/// <summary>Decodes the streams of the file's own structure (Flate, with its predictors), within a bound for each and for all.</summary>
internal sealed class DetenteurFlux
{
    private long _total;

    public byte[] Detendre(FluxPdf flux, Func<object?, int, object?> resoudre)
    {
        var filtre = resoudre(flux.Dico["Filter"], 0);
        var parametres = resoudre(flux.Dico["DecodeParms"], 0);
        if (filtre is List<object?> filtres)
        {
            (filtre, parametres) = filtres.Count switch
            {
                0 => (null, null),
                1 => (resoudre(filtres[0], 0), parametres is List<object?> { Count: 1 } p ? resoudre(p[0], 0) : parametres),
                _ => throw Inconnu(),
            };
        }

        return filtre switch
        {
            null => Compter(flux.Brut.ToArray()),
            NomPdf { Valeur: "FlateDecode" } => Predire(Degonfler(flux.Brut), parametres as DicoPdf),
            _ => throw Inconnu(),
        };
    }

    private static PdfIllisibleException Inconnu() => new("Le fichier emploie une compression que le portail ne lit pas pour sa structure.");

    private byte[] Compter(byte[] octets)
    {
        _total += octets.Length;
        return octets.Length <= LimitesPdf.FluxDetenduMax && _total <= LimitesPdf.TotalDetenduMax ? octets : throw TropGros();
    }

    private static PdfIllisibleException TropGros() => new("Le fichier, une fois décompressé, dépasse les limites du portail.");

    private byte[] Degonfler(ReadOnlyMemory<byte> brut)
    {
        try
        {
            using var entree = new ZLibStream(new MemoryStream(brut.ToArray()), CompressionMode.Decompress);
            using var sortie = new MemoryStream();
            var tampon = new byte[64 * 1024];
            for (int lus; (lus = entree.Read(tampon)) > 0;)
            {
                if (sortie.Length + lus > LimitesPdf.FluxDetenduMax || _total + sortie.Length + lus > LimitesPdf.TotalDetenduMax)
                {
                    throw TropGros();
                }

                sortie.Write(tampon, 0, lus);
            }

            return Compter(sortie.ToArray());
        }
        catch (InvalidDataException cause)
        {
            throw new PdfIllisibleException("Le fichier contient un flux compressé abîmé.", cause);
        }
    }

    private static byte[] Predire(byte[] octets, DicoPdf? parametres)
    {
        var predicteur = parametres?["Predictor"] as long? ?? 1;
        if (predicteur == 1)
        {
            return octets;
        }

        if (predicteur < 10 || parametres!["Colors"] is not (null or 1L) || parametres["BitsPerComponent"] is not (null or 8L)
            || (parametres["Columns"] as long? ?? 1) is not (> 0 and < 1_000_000 and var colonnes))
        {
            throw Inconnu();
        }

        var largeur = (int)colonnes;
        var lignes = octets.Length / (largeur + 1);
        var sortie = new byte[lignes * largeur];
        for (var l = 0; l < lignes; l++)
        {
            var genre = octets[l * (largeur + 1)];
            for (var c = 0; c < largeur; c++)
            {
                var gauche = c > 0 ? sortie[(l * largeur) + c - 1] : 0;
                var haut = l > 0 ? sortie[((l - 1) * largeur) + c] : 0;
                var coin = l > 0 && c > 0 ? sortie[((l - 1) * largeur) + c - 1] : 0;
                var ajout = genre switch { 0 => 0, 1 => gauche, 2 => haut, 3 => (gauche + haut) / 2, 4 => Paeth(gauche, haut, coin), _ => throw Inconnu() };
                sortie[(l * largeur) + c] = (byte)(octets[(l * (largeur + 1)) + 1 + c] + ajout);
            }
        }

        return sortie;
    }

    private static int Paeth(int gauche, int haut, int coin)
    {
        var p = gauche + haut - coin;
        var (a, b, c) = (Math.Abs(p - gauche), Math.Abs(p - haut), Math.Abs(p - coin));
        return a <= b && a <= c ? gauche : b <= c ? haut : coin;
    }
}
