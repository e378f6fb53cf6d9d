using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;

namespace CtgPortal.Infrastructure.Sceaux.Pdf;

/// <summary>
/// One incremental update (ISO 32000-1 § 7.5.6): the bytes that were there, then the objects that change, then a cross-reference section
/// of the same kind as the last one. Nothing depends on the moment or the machine.
/// </summary>
internal sealed class MiseAJourPdf(FichierPdf fichier)
{
    private readonly SortedDictionary<int, (int Generation, object? Objet)> _objets = [];
    private readonly Dictionary<int, int> _places = [];
    private int _taille = Math.Max(fichier.Taille, fichier.Fermeture["Size"] is long and > 0 and < LimitesPdf.ObjetsMax and var taille ? (int)taille : 0);

    public ReferencePdf Ajouter(object? objet)
    {
        var reference = Reserver();
        _objets[reference.Numero] = (0, objet);
        return reference;
    }

    /// <summary>A number for an object to be written later, by those that it refers to.</summary>
    public ReferencePdf Reserver() => new(_taille++, 0);

    public void Ecrire(ReferencePdf reference, object? objet) => _objets[reference.Numero] = (reference.Generation, objet);

    /// <summary>Writes an entry of a dictionary, which may have been written by this update already.</summary>
    public void Completer(object? dictionnaire, string cle, object? valeur)
    {
        var reference = dictionnaire as ReferencePdf? ?? throw new PdfIllisibleException("Le fichier n’est pas un PDF bien formé.");
        var dico = _objets.TryGetValue(reference.Numero, out var ecrit) ? ecrit.Objet as DicoPdf : fichier.Dico(reference);
        Ecrire(reference, (dico ?? throw new PdfIllisibleException("Le fichier n’est pas un PDF bien formé.")).Avec(cle, valeur));
    }

    /// <summary>Where an object written by this update begins; once it is closed.</summary>
    public int PlaceDe(ReferencePdf reference) => _places[reference.Numero];

    public byte[] Fermer()
    {
        var sortie = new ArrayBufferWriter<byte>(fichier.Octets.Length + (64 * 1024));
        sortie.Write(fichier.Octets);
        if (fichier.Octets[^1] is not ((byte)'\n' or (byte)'\r'))
        {
            EcriturePdf.Ascii(sortie, "\n");
        }

        foreach (var (numero, (generation, objet)) in _objets)
        {
            _places[numero] = sortie.WrittenCount;
            EcriturePdf.Ascii(sortie, $"{numero} {generation} obj\n");
            EcriturePdf.Ecrire(sortie, objet);
            EcriturePdf.Ascii(sortie, "\nendobj\n");
        }

        var place = sortie.WrittenCount;
        if (fichier.Sections[0].EnFlux)
        {
            EcrireFlux(sortie, place);
        }
        else
        {
            EcrireTable(sortie);
        }

        EcriturePdf.Ascii(sortie, string.Create(CultureInfo.InvariantCulture, $"startxref\n{place}\n%%EOF\n"));
        return sortie.WrittenSpan.ToArray();
    }

    private void EcrireTable(ArrayBufferWriter<byte> sortie)
    {
        EcriturePdf.Ascii(sortie, "xref\n");
        foreach (var (premier, nombre) in Suites(_places.Keys))
        {
            EcriturePdf.Ascii(sortie, $"{premier} {nombre}\n");
            for (var numero = premier; numero < premier + nombre; numero++)
            {
                EcriturePdf.Ascii(sortie, $"{_places[numero]:0000000000} {_objets[numero].Generation:00000} n \n");
            }
        }

        EcriturePdf.Ascii(sortie, "trailer\n");
        EcriturePdf.Ecrire(sortie, Fermeture(new DicoPdf(), sortie));
        EcriturePdf.Ascii(sortie, "\n");
    }

    /// <summary>Not compressed: a compressor may change from one version to the next, and the same input must give the same bytes.</summary>
    private void EcrireFlux(ArrayBufferWriter<byte> sortie, int place)
    {
        var reference = Reserver();
        _places[reference.Numero] = place;
        _objets[reference.Numero] = (0, null);
        var entrees = new ArrayBufferWriter<byte>();
        var index = new List<object?>();
        foreach (var (premier, nombre) in Suites(_places.Keys))
        {
            index.AddRange([(long)premier, (long)nombre]);
            for (var numero = premier; numero < premier + nombre; numero++)
            {
                var p = _places[numero];
                entrees.Write<byte>([1, (byte)(p >> 24), (byte)(p >> 16), (byte)(p >> 8), (byte)p, (byte)(_objets[numero].Generation >> 8), (byte)_objets[numero].Generation]);
            }
        }

        EcriturePdf.Ascii(sortie, $"{reference.Numero} 0 obj\n");
        EcriturePdf.Ecrire(sortie, new FluxPdf(
            Fermeture(new DicoPdf(("Type", new NomPdf("XRef")), ("W", new List<object?> { 1L, 4L, 2L }), ("Index", index)), sortie), entrees.WrittenMemory));
        EcriturePdf.Ascii(sortie, "\nendobj\n");
    }

    private DicoPdf Fermeture(DicoPdf fermeture, ArrayBufferWriter<byte> sortie)
    {
        fermeture["Size"] = (long)_taille;
        fermeture["Root"] = fichier.Fermeture["Root"];
        if (fichier.Fermeture["Info"] is { } info)
        {
            fermeture["Info"] = info;
        }

        // the first half stays for the life of the file, the second is of this revision
        var revision = new ChainePdf(SHA256.HashData(sortie.WrittenSpan)[..16], EstHexadecimale: true);
        fermeture["ID"] = new List<object?> { fichier.Tableau(fichier.Fermeture["ID"]) is [ChainePdf premiere, ..] ? premiere : revision, revision };
        fermeture["Prev"] = (long)fichier.Sections[0].Debut;
        return fermeture;
    }

    private static IEnumerable<(int Premier, int Nombre)> Suites(IEnumerable<int> numeros)
    {
        (int Premier, int Nombre)? suite = null;
        foreach (var numero in numeros.Order())
        {
            if (suite is { } s && s.Premier + s.Nombre == numero)
            {
                suite = (s.Premier, s.Nombre + 1);
                continue;
            }

            if (suite is { } finie)
            {
                yield return finie;
            }

            suite = (numero, 1);
        }

        if (suite is { } derniere)
        {
            yield return derniere;
        }
    }
}
