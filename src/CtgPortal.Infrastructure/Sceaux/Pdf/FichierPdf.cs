namespace CtgPortal.Infrastructure.Sceaux.Pdf;

/// <summary>The limits beyond which a file is refused rather than read.</summary>
internal static class LimitesPdf
{
    public const int TailleMax = 100 * 1024 * 1024;
    public const int SectionsMax = 2000;
    public const int ObjetsMax = 2_000_000;
    public const int ValeursMax = 4_000_000;
    public const long OctetsLusMax = 1024L * 1024 * 1024;
    public const int RenvoisMax = 30;
    public const int PagesMax = 20_000;
    public const int FluxDetenduMax = 16 * 1024 * 1024;
    public const long TotalDetenduMax = 96L * 1024 * 1024;
}

/// <summary>
/// A PDF read through its cross-reference sections, tables and streams, as it is or as it was at an earlier revision. It is never
/// mended: a file whose structure is broken is refused, because two readers would mend it differently.
/// </summary>
internal sealed class FichierPdf
{
    private readonly Dictionary<(int Section, int Numero), object?> _lus = [];
    private readonly Dictionary<(int Section, int Numero), Dictionary<int, object?>> _paquets = [];
    private readonly DetenteurFlux _detente = new();
    private int _profondeur;

    private readonly BudgetLecture _budget;

    private FichierPdf(byte[] octets, BudgetLecture budget) => (Octets, _budget) = (octets, budget);

    public byte[] Octets { get; }

    /// <summary>From the newest to the oldest.</summary>
    public IReadOnlyList<SectionXref> Sections { get; private init; } = [];

    public DicoPdf Fermeture => Sections[0].Fermeture;

    public bool EstChiffre => Sections.Any(s => s.Fermeture.Contient("Encrypt"));

    public int Taille { get; private init; }

    public DicoPdf Catalogue => Dico(Fermeture["Root"]) ?? throw new PdfIllisibleException("Le fichier n’a pas de catalogue.");

    /// <exception cref="PdfIllisibleException">Not a PDF, broken, or beyond <see cref="LimitesPdf"/>.</exception>
    public static FichierPdf Ouvrir(byte[] octets)
    {
        if (octets.Length > LimitesPdf.TailleMax)
        {
            throw new PdfIllisibleException($"Le fichier dépasse {LimitesPdf.TailleMax / 1024 / 1024} Mo.");
        }

        var budget = new BudgetLecture();
        var sections = new LectureXref(octets, budget).Lire();
        var taille = sections.Max(s => s.Entrees.Count == 0 ? 0 : s.Entrees.Keys.Max()) + 1;
        return new FichierPdf(octets, budget) { Sections = sections, Taille = taille };
    }

    /// <param name="section">0 for the file as it is, n for what it was before the n last sections.</param>
    public object? Resoudre(object? valeur, int section = 0)
    {
        for (var sauts = 0; valeur is ReferencePdf reference; sauts++)
        {
            if (sauts > 20)
            {
                throw new PdfIllisibleException("Le fichier renvoie d’un objet à l’autre sans fin.");
            }

            valeur = Lire(reference.Numero, section);
        }

        return valeur;
    }

    public DicoPdf? Dico(object? valeur, int section = 0) => Resoudre(valeur, section) switch { DicoPdf dico => dico, FluxPdf flux => flux.Dico, _ => null };

    public List<object?>? Tableau(object? valeur, int section = 0) => Resoudre(valeur, section) as List<object?>;

    /// <summary>Null where the file has no such object.</summary>
    public object? Lire(int numero, int section = 0)
    {
        for (var s = section; s < Sections.Count; s++)
        {
            if (Sections[s].Entrees.TryGetValue(numero, out var entree))
            {
                if (!_lus.TryGetValue((s, numero), out var lu))
                {
                    _lus[(s, numero)] = lu = Lire(numero, entree, s);
                }

                return lu;
            }
        }

        return null;
    }

    /// <summary>Decoded bytes of a stream of the file's own structure; the contents of pages are never decoded.</summary>
    public byte[] Detendre(FluxPdf flux) => _detente.Detendre(flux, Resoudre);

    private object? Lire(int numero, EntreeXref entree, int section) => entree.Genre switch
    {
        GenreEntree.Libre => null,
        GenreEntree.DansUnFlux => Paquet(entree.Place, section).GetValueOrDefault(numero),
        _ => LireEn(entree.Place, numero, section),
    };

    private object? LireEn(int place, int numero, int section)
    {
        // the length of a stream may stand in another object, whose length…
        if (++_profondeur > LimitesPdf.RenvoisMax)
        {
            throw new PdfIllisibleException("Le fichier renvoie d’un objet à l’autre sans fin.");
        }

        var (lu, objet) = LireIndirect(Octets, place, _budget, longueur => Resoudre(longueur, section));
        _profondeur--;
        return lu == numero ? objet : throw new PdfIllisibleException($"L’objet {numero} n’est pas à la place indiquée.");
    }

    internal static (int Numero, object? Objet) LireIndirect(byte[] octets, int place, BudgetLecture budget, Func<object?, object?> resoudre)
    {
        if (place < 0 || place >= octets.Length)
        {
            throw new PdfIllisibleException("Le fichier désigne une place hors de lui.");
        }

        var lecteur = new LecteurPdf(octets, place, budget);
        var numero = lecteur.LireEntier();
        lecteur.LireEntier();
        lecteur.Attendre("obj");
        var objet = lecteur.LireObjet();
        if (objet is not DicoPdf dico)
        {
            return (numero, objet);
        }

        lecteur.PasserLesBlancs();
        var debut = lecteur.Position;
        if (!octets.AsSpan(debut).StartsWith("stream"u8))
        {
            return (numero, dico);
        }

        debut += 6;
        debut += debut + 1 < octets.Length && octets[debut] == '\r' && octets[debut + 1] == '\n' ? 2 : 1;
        if (resoudre(dico["Length"]) is not long longueur || longueur < 0 || longueur > octets.Length - debut)
        {
            throw new PdfIllisibleException("Le fichier contient un flux dont la longueur est fausse.");
        }

        lecteur.Position = debut + (int)longueur;
        lecteur.Attendre("endstream");
        return (numero, new FluxPdf(dico, octets.AsMemory(debut, (int)longueur)));
    }

    private Dictionary<int, object?> Paquet(int numero, int section)
    {
        if (_paquets.TryGetValue((section, numero), out var deja))
        {
            return deja;
        }

        // a packet that would itself be in a packet is a loop
        if (EntreeDe(numero, section) is not { Genre: GenreEntree.Place } entree
            || LireEn(entree.Place, numero, section) is not FluxPdf flux || !flux.Dico.EstDeType("ObjStm")
            || Resoudre(flux.Dico["N"], section) is not long nombre || Resoudre(flux.Dico["First"], section) is not long premier)
        {
            throw new PdfIllisibleException("Le fichier contient un paquet d’objets illisible.");
        }

        var contenu = Detendre(flux);
        if (nombre < 0 || nombre > contenu.Length || premier < 0 || premier > contenu.Length)
        {
            throw new PdfIllisibleException("Le fichier contient un paquet d’objets illisible.");
        }

        var index = new LecteurPdf(contenu, 0, _budget);
        var objets = new Dictionary<int, object?>();
        for (var i = 0; i < nombre; i++)
        {
            var (objet, place) = (index.LireEntier(), index.LireEntier());
            objets[objet] = new LecteurPdf(contenu, (int)Math.Min(premier + place, contenu.Length), _budget).LireObjet();
        }

        return _paquets[(section, numero)] = objets;
    }

    private EntreeXref? EntreeDe(int numero, int section)
    {
        for (var s = section; s < Sections.Count; s++)
        {
            if (Sections[s].Entrees.TryGetValue(numero, out var entree))
            {
                return entree;
            }
        }

        return null;
    }
}
