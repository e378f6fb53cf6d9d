using System.Globalization;

namespace CtgPortal.Infrastructure.Sceaux.Pdf;

internal enum GenreEntree : byte
{
    Libre,
    Place,
    DansUnFlux,
}

/// <param name="Place">Offset in the file, or number of the object stream.</param>
internal readonly record struct EntreeXref(GenreEntree Genre, int Place, int Generation);

/// <param name="Debut">Offset that startxref or /Prev gives.</param>
/// <param name="Fin">After the %%EOF that closes it.</param>
internal sealed record SectionXref(int Debut, int Fin, bool EnFlux, DicoPdf Fermeture, Dictionary<int, EntreeXref> Entrees);

/// <summary>Reads the chain of cross-reference sections (ISO 32000-1 § 7.5.4 to 7.5.8).</summary>
internal sealed class LectureXref(byte[] octets, BudgetLecture budget)
{
    private readonly DetenteurFlux _detente = new();
    private int _entrees;

    /// <returns>From the newest to the oldest.</returns>
    public IReadOnlyList<SectionXref> Lire()
    {
        List<SectionXref> sections = [];
        HashSet<int> vues = [];
        for (int? place = DernierStartxref(); place is { } debut; place = Suivante(sections[^1].Fermeture["Prev"]))
        {
            if (!vues.Add(debut) || vues.Count > LimitesPdf.SectionsMax)
            {
                throw new PdfIllisibleException("Le fichier a trop de révisions, ou elles se renvoient l’une à l’autre.");
            }

            sections.Add(LireSection(debut));
        }

        return sections;
    }

    private int? Suivante(object? place) => place switch
    {
        null => null,
        long p when p >= 0 && p < octets.Length => (int)p,
        _ => throw new PdfIllisibleException("Le fichier désigne une révision hors de lui."),
    };

    private int DernierStartxref()
    {
        if (octets.Length < 20 || !octets.AsSpan(0, Math.Min(octets.Length, 1024)).StartsWith("%PDF-"u8))
        {
            throw new PdfIllisibleException("Ce fichier n’est pas un PDF.");
        }

        var queue = Math.Max(0, octets.Length - 1024);
        var place = octets.AsSpan(queue).LastIndexOf("startxref"u8);
        if (place < 0)
        {
            throw new PdfIllisibleException("La fin du fichier manque : il est tronqué ou abîmé.");
        }

        var debut = new LecteurPdf(octets, queue + place + 9, budget).LireEntier();
        return debut < octets.Length ? debut : throw new PdfIllisibleException("Le fichier désigne une révision hors de lui.");
    }

    private SectionXref LireSection(int debut)
    {
        var lecteur = new LecteurPdf(octets, debut, budget);
        lecteur.PasserLesBlancs();
        if (!octets.AsSpan(lecteur.Position).StartsWith("xref"u8))
        {
            return LireFlux(debut);
        }

        lecteur.Position += 4;
        var entrees = LireTable(lecteur);
        if (lecteur.LireObjet() is not DicoPdf fermeture)
        {
            throw new PdfIllisibleException("Une révision du fichier n’a pas de fermeture.");
        }

        // a hybrid file: what only readers of PDF 1.5 see stands in a stream beside the table
        if (Suivante(fermeture["XRefStm"]) is { } cache)
        {
            foreach (var (numero, entree) in LireFlux(cache).Entrees)
            {
                entrees.TryAdd(numero, entree);
            }
        }

        return new(debut, FinDe(lecteur.Position), EnFlux: false, fermeture, entrees);
    }

    private Dictionary<int, EntreeXref> LireTable(LecteurPdf lecteur)
    {
        var entrees = new Dictionary<int, EntreeXref>();
        while (true)
        {
            var mot = lecteur.LireMot();
            if (mot == "trailer")
            {
                return entrees;
            }

            if (!int.TryParse(mot, NumberStyles.None, CultureInfo.InvariantCulture, out var premier))
            {
                throw new PdfIllisibleException("La table des objets du fichier est abîmée.");
            }

            var nombre = lecteur.LireEntier();
            for (var i = 0; i < nombre; i++)
            {
                Compter();
                var (place, generation) = (lecteur.LireMot(), lecteur.LireEntier());
                var genre = lecteur.LireMot() switch { "n" => GenreEntree.Place, "f" => GenreEntree.Libre, _ => throw new PdfIllisibleException("La table des objets du fichier est abîmée.") };
                if (!long.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var octet) || (genre == GenreEntree.Place && octet >= octets.Length) || premier > LimitesPdf.ObjetsMax)
                {
                    throw new PdfIllisibleException("La table des objets du fichier est abîmée.");
                }

                entrees.TryAdd(premier + i, new(genre, genre == GenreEntree.Place ? (int)octet : 0, generation));
            }
        }
    }

    private SectionXref LireFlux(int debut)
    {
        var (_, objet) = FichierPdf.LireIndirect(octets, debut, budget, longueur => longueur is ReferencePdf ? null : longueur);
        if (objet is not FluxPdf flux || !flux.Dico.EstDeType("XRef") || flux.Dico["W"] is not List<object?> { Count: 3 } larges || flux.Dico["Size"] is not long taille)
        {
            throw new PdfIllisibleException("La table des objets du fichier est abîmée.");
        }

        var w = larges.Select(l => l is long and >= 0 and <= 8 and var n ? (int)n : throw new PdfIllisibleException("La table des objets du fichier est abîmée.")).ToArray();
        var pas = w.Sum();
        var contenu = _detente.Detendre(flux, (valeur, _) => valeur is ReferencePdf ? null : valeur);
        var index = flux.Dico["Index"] as List<object?> ?? [0L, taille];
        var entrees = new Dictionary<int, EntreeXref>();
        var lu = 0;
        for (var i = 0; i + 1 < index.Count; i += 2)
        {
            if (index[i] is not (long and >= 0 and <= LimitesPdf.ObjetsMax and var premier) || index[i + 1] is not (long and >= 0 and var nombre) || pas == 0 || nombre > (contenu.Length - lu) / pas)
            {
                throw new PdfIllisibleException("La table des objets du fichier est abîmée.");
            }

            for (var n = 0; n < nombre; n++, lu += pas)
            {
                Compter();
                entrees.TryAdd((int)premier + n, Entree(contenu.AsSpan(lu, pas), w));
            }
        }

        return new(debut, FinDe((int)(flux.Brut.Length + debut)), EnFlux: true, flux.Dico, entrees);
    }

    private EntreeXref Entree(ReadOnlySpan<byte> champs, int[] w)
    {
        var genre = w[0] == 0 ? 1 : Nombre(champs[..w[0]]);
        var (deux, trois) = (Nombre(champs.Slice(w[0], w[1])), Nombre(champs[(w[0] + w[1])..]));
        return genre switch
        {
            0 => new(GenreEntree.Libre, 0, 0),
            1 when deux < octets.Length => new(GenreEntree.Place, (int)deux, (int)Math.Min(trois, 65535)),
            2 when deux <= LimitesPdf.ObjetsMax => new(GenreEntree.DansUnFlux, (int)deux, 0),
            _ => throw new PdfIllisibleException("La table des objets du fichier est abîmée."),
        };
    }

    private static long Nombre(ReadOnlySpan<byte> champ)
    {
        ulong valeur = 0;
        foreach (var octet in champ)
        {
            valeur = (valeur << 8) | octet;
        }

        return valeur > long.MaxValue ? long.MaxValue : (long)valeur;
    }

    private void Compter()
    {
        if (++_entrees > LimitesPdf.ObjetsMax)
        {
            throw new PdfIllisibleException("Le fichier contient trop d’objets.");
        }
    }

    /// <summary>After the line of the %%EOF that follows.</summary>
    private int FinDe(int position)
    {
        var place = octets.AsSpan(position).IndexOf("%%EOF"u8);
        if (place < 0)
        {
            throw new PdfIllisibleException("La fin du fichier manque : il est tronqué ou abîmé.");
        }

        var fin = position + place + 5;
        if (fin < octets.Length && octets[fin] == '\r')
        {
            fin++;
        }

        return fin < octets.Length && octets[fin] == '\n' ? fin + 1 : fin;
    }
}
