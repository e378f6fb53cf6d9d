using System.Buffers;
using CtgPortal.Application.Signatures.Sceaux;
using CtgPortal.Infrastructure.Sceaux.Pdf;

namespace CtgPortal.Infrastructure.Sceaux.Verification;

/// <summary>
/// What each revision changed of what was there: filling a signature field, adding proofs and tags is honest; anything else is told, for a
/// valid signature over a page that was replaced meanwhile would still be valid.
/// </summary>
internal sealed class ComparaisonRevisions
{
    private const int DitesMax = 50;

    private static readonly HashSet<string> DuCatalogue = ["AcroForm", "DSS", "Perms", "Extensions", "Version", "Metadata", "StructTreeRoot"];
    private static readonly HashSet<string> DuFormulaire = ["Fields", "SigFlags", "DR", "DA"];
    private static readonly HashSet<string> DeLaPage = ["Annots", "Tabs"];
    private static readonly HashSet<string> DuChamp = ["V", "AP", "Lock", "F", "M", "MK", "AS", "DA"];

    private readonly FichierPdf _fichier;
    private readonly int _section;
    private readonly Dictionary<int, int> _pages = [];
    private readonly List<string> _dites = [];

    private ComparaisonRevisions(FichierPdf fichier, int section)
    {
        (_fichier, _section) = (fichier, section);
        foreach (var page in PagesPdf.Lister(fichier, section + 1))
        {
            _pages[page.Numero] = _pages.Count + 1;
        }
    }

    /// <summary>From the first to the last.</summary>
    public static IReadOnlyList<RevisionPdf> Lire(FichierPdf fichier) =>
    [
        .. Enumerable.Range(0, fichier.Sections.Count).Reverse()
            .Select(s => new RevisionPdf(fichier.Sections[s].Fin, s == fichier.Sections.Count - 1 ? [] : new ComparaisonRevisions(fichier, s).Comparer())),
    ];

    private List<string> Comparer()
    {
        var racine = (_fichier.Sections[_section].Fermeture["Root"] as ReferencePdf?)?.Numero;
        if (racine != (_fichier.Sections[_section + 1].Fermeture["Root"] as ReferencePdf?)?.Numero)
        {
            Dire("Le document a été remplacé par un autre.");
        }

        var formulaire = (_fichier.Dico(_fichier.Sections[_section].Fermeture["Root"], _section)?["AcroForm"] as ReferencePdf?)?.Numero;
        foreach (var numero in _fichier.Sections[_section].Entrees.Keys.Order())
        {
            if (_dites.Count < DitesMax && _fichier.Lire(numero, _section + 1) is { } avant)
            {
                Comparer(numero, avant, _fichier.Lire(numero, _section), racine, formulaire);
            }
        }

        return _dites;
    }

    private void Comparer(int numero, object avant, object? apres, int? racine, int? formulaire)
    {
        if (apres is not null && Octets(avant).SequenceEqual(Octets(apres)))
        {
            return;
        }

        if (avant is List<object?> liste && apres is List<object?> nouvelle && liste.TrueForAll(nouvelle.Contains))
        {
            Annotations(nouvelle.Except(liste));
        }
        else if (avant is not DicoPdf dico || apres is not DicoPdf nouveau)
        {
            if (Des(avant) is not ("Metadata" or "XRef" or "ObjStm"))
            {
                Dire(apres is null ? $"Un élément du document a été supprimé (objet {numero})." : $"Un contenu du document a été remplacé (objet {numero}).");
            }
        }
        else if (_pages.TryGetValue(numero, out var page))
        {
            Page(dico, nouveau, page);
        }
        else if (dico.Nom("Subtype") == "Widget" || dico.Contient("FT"))
        {
            Si(!Seulement(dico, nouveau, DuChamp) || (dico.Nom("FT") ?? "Sig") != "Sig", $"Un champ du formulaire a été modifié (objet {numero}).");
        }
        else if (dico.EstDeType("Pages"))
        {
            Dire("Des pages ont été ajoutées, retirées ou déplacées.");
        }
        else if (numero == racine || numero == formulaire)
        {
            Si(!Seulement(dico, nouveau, numero == racine ? DuCatalogue : DuFormulaire), "La structure générale du document a été modifiée.");
        }
        else if (!EstSansEffetVisible(dico, numero))
        {
            Dire($"Un contenu du document a été remplacé (objet {numero}).");
        }
    }

    /// <summary>Tags, proofs and the card of the document: nothing that is seen on a page.</summary>
    private bool EstSansEffetVisible(DicoPdf dico, int numero) =>
        dico.Nom("Type") is "StructElem" or "StructTreeRoot" or "DSS" or "Sig" || dico.Contient("Nums") || dico.Contient("CRLs") || dico.Contient("OCSPs")
        || dico.Contient("Certs") || (_fichier.Fermeture["Info"] as ReferencePdf?)?.Numero == numero;

    private void Page(DicoPdf avant, DicoPdf apres, int page)
    {
        Si(!Seulement(avant, apres, DeLaPage), $"La page {page} a été modifiée.");
        var deja = _fichier.Tableau(avant["Annots"], _section + 1) ?? [];
        var nouvelles = _fichier.Tableau(apres["Annots"], _section) ?? [];
        Si(!deja.TrueForAll(nouvelles.Contains), $"Une annotation de la page {page} a été retirée.");
        Annotations(nouvelles.Except(deja), page);
    }

    private void Annotations(IEnumerable<object?> ajoutees, int? page = null)
    {
        foreach (var ajoutee in ajoutees)
        {
            Si(
                _fichier.Dico(ajoutee, _section) is { } annotation && annotation.Contient("Subtype") && (annotation.Nom("Subtype") != "Widget" || (annotation.Nom("FT") ?? "Sig") != "Sig"),
                page is { } p ? $"Une annotation a été ajoutée page {p}." : "Une annotation a été ajoutée.");
        }
    }

    private static bool Seulement(DicoPdf avant, DicoPdf apres, HashSet<string> permises) =>
        avant.Entrees.Concat(apres.Entrees).Select(e => e.Key).Distinct()
            .All(cle => permises.Contains(cle) || Octets(avant[cle]).SequenceEqual(Octets(apres[cle])));

    private static string? Des(object objet) => objet switch { FluxPdf flux => flux.Dico.Nom("Type"), DicoPdf dico => dico.Nom("Type"), _ => null };

    private static ReadOnlySpan<byte> Octets(object? objet)
    {
        var sortie = new ArrayBufferWriter<byte>();
        EcriturePdf.Ecrire(sortie, objet);
        return sortie.WrittenSpan;
    }

    private void Si(bool condition, string phrase)
    {
        if (condition)
        {
            Dire(phrase);
        }
    }

    private void Dire(string phrase)
    {
        if (_dites.Count < DitesMax && !_dites.Contains(phrase))
        {
            _dites.Add(phrase);
        }
    }
}
