using CtgPortal.Application.Signatures.Sceaux;

namespace CtgPortal.Infrastructure.Sceaux.Pdf;

/// <summary>
/// The structure of a tagged file (ISO 32000-1 § 14.7). A field goes into the cell of its row in the table that follows the heading
/// « Signatures »; one without row after that table; into the document, at its end, when there is no such table.
/// </summary>
internal sealed class StructurePdf
{
    private const int ElementsMax = 500_000;

    private readonly FichierPdf _fichier;
    private readonly MiseAJourPdf _maj;
    private readonly object _referenceRacine;
    private readonly DicoPdf _racine;
    private readonly ReferencePdf _document;
    private readonly List<ReferencePdf> _cellules = [];
    private readonly ReferencePdf? _table;
    private readonly List<object?> _parents = [];
    private readonly Dictionary<int, List<object?>> _enfants = [];
    private long _cle;

    private StructurePdf(FichierPdf fichier, MiseAJourPdf maj, object reference, DicoPdf racine)
    {
        (_fichier, _maj, _referenceRacine, _racine) = (fichier, maj, reference, racine);
        _document = Enfants(racine).OfType<ReferencePdf>().FirstOrDefault();
        _table = TableDesSignatures();
        if (_table is { } table)
        {
            _cellules = [.. Cellules(table)];
        }

        _cle = racine["ParentTreeNextKey"] as long? ?? throw new PdfIllisibleException("Les balises du fichier ne peuvent pas être complétées.");
    }

    /// <returns>Null for a file without tags.</returns>
    public static StructurePdf? Lire(FichierPdf fichier, MiseAJourPdf maj) =>
        fichier.Catalogue["StructTreeRoot"] is { } reference && fichier.Dico(reference) is { } racine && racine["K"] is not null ? new(fichier, maj, reference, racine) : null;

    /// <summary>A Form element for a widget.</summary>
    /// <returns>The key under which the structure finds it, for its StructParent.</returns>
    public long Ajouter(ChampSignature champ, ReferencePdf widget, ReferencePdf page)
    {
        var (parent, apres) = Place(champ);
        var element = _maj.Ajouter(new DicoPdf(
            ("Type", new NomPdf("StructElem")), ("S", new NomPdf("Form")), ("P", parent), ("Pg", page), ("Alt", ChainePdf.DeTexte(champ.Libelle)),
            ("K", new DicoPdf(("Type", new NomPdf("OBJR")), ("Obj", widget), ("Pg", page)))));
        if (!_enfants.TryGetValue(parent.Numero, out var enfants))
        {
            var dico = (DicoPdf)_fichier.Resoudre(parent)!;
            _enfants[parent.Numero] = enfants = [.. Enfants(dico)];
            _maj.Ecrire(parent, dico.Avec("K", enfants));
        }

        enfants.Insert(apres is null ? enfants.Count : enfants.IndexOf(apres) + 1, element);
        _parents.AddRange([_cle, element]);
        return _cle++;
    }

    public void Fermer()
    {
        if (_parents.Count == 0)
        {
            return;
        }

        var arbre = _fichier.Dico(_racine["ParentTree"]) ?? new DicoPdf();
        var complete = arbre["Kids"] is not null
            ? arbre.Avec("Kids", new List<object?>([
                .. _fichier.Tableau(arbre["Kids"])!,
                _maj.Ajouter(new DicoPdf(("Limits", new List<object?> { _parents[0], _parents[^2] }), ("Nums", _parents))),
            ]))
            : arbre.Avec("Nums", new List<object?>([.. _fichier.Tableau(arbre["Nums"]) ?? [], .. _parents]));
        var racine = _racine.Avec("ParentTreeNextKey", _cle);
        if (_racine["ParentTree"] is ReferencePdf reference)
        {
            _maj.Ecrire(reference, complete);
        }
        else
        {
            racine["ParentTree"] = complete;
        }

        if (_referenceRacine is ReferencePdf ici)
        {
            _maj.Ecrire(ici, racine);
        }
        else
        {
            _maj.Completer(_fichier.Fermeture["Root"], "StructTreeRoot", racine);
        }
    }

    private List<object?> Enfants(DicoPdf element) => _fichier.Resoudre(element["K"]) switch
    {
        null => [],
        List<object?> liste => liste,
        _ => [element["K"]],
    };

    /// <returns>The element that holds the field, and the child after which it comes.</returns>
    private (ReferencePdf Parent, object? Apres) Place(ChampSignature champ)
    {
        if (champ.Rang is { } rang && rang >= 1 && rang <= _cellules.Count)
        {
            return (_cellules[rang - 1], null);
        }

        return _table is { } table && _fichier.Dico(table)!["P"] is ReferencePdf parent && _fichier.Resoudre(parent) is DicoPdf dico && Enfants(dico).Contains(table)
            ? (parent, table)
            : (_document, null);
    }

    private ReferencePdf? TableDesSignatures()
    {
        var apresTitre = false;
        foreach (var (reference, element) in Parcourir(_document))
        {
            apresTitre |= element.Nom("S") == "H1" && _fichier.Resoudre(element["T"]) is ChainePdf titre && titre.EnTexte() == "Signatures";
            if (apresTitre && element.Nom("S") == "Table")
            {
                return reference;
            }
        }

        return null;
    }

    /// <summary>Last cell of each row of the body.</summary>
    private IEnumerable<ReferencePdf> Cellules(ReferencePdf table) => Parcourir(table).Where(e => e.Element.Nom("S") == "TR")
        .Select(ligne => Enfants(ligne.Element).OfType<ReferencePdf>().LastOrDefault())
        .Where(cellule => _fichier.Dico(cellule)?.Nom("S") == "TD");

    private IEnumerable<(ReferencePdf Reference, DicoPdf Element)> Parcourir(ReferencePdf depart)
    {
        HashSet<int> vus = [];
        var reste = new Stack<ReferencePdf>([depart]);
        while (reste.TryPop(out var reference))
        {
            if (!vus.Add(reference.Numero) || vus.Count > ElementsMax)
            {
                throw new PdfIllisibleException("Les balises du fichier sont trop nombreuses, ou se renvoient l’une à l’autre.");
            }

            if (_fichier.Resoudre(reference) is not DicoPdf element)
            {
                continue;
            }

            yield return (reference, element);
            foreach (var enfant in Enfants(element).OfType<ReferencePdf>().Reverse())
            {
                reste.Push(enfant);
            }
        }
    }
}
