using CtgPortal.Application.Signatures.Sceaux;
using CtgPortal.Infrastructure.Sceaux.Pdf;

namespace CtgPortal.Infrastructure.Sceaux;

/// <summary>One widget per field, merged with it, each with an appearance that draws nothing and a Form element in the structure of the file.</summary>
internal sealed class PreparationSignatures : IPreparationSignatures
{
    // ISO 32000-1 table 219: there are signatures, and saving the file otherwise than by an update would break them
    private const long SignaturesEtAjoutsSeuls = 3;
    private const long Imprimable = 4;

    public byte[] Preparer(byte[] pdf, IReadOnlyList<ChampSignature> champs)
    {
        try
        {
            var fichier = FichierPdf.Ouvrir(pdf);
            if (fichier.EstChiffre)
            {
                throw new PdfRefuseException("Ce PDF est chiffré : il ne peut pas recevoir de signatures.");
            }

            return Preparer(fichier, champs);
        }
        catch (PdfIllisibleException cause)
        {
            throw new PdfRefuseException(cause.Message, cause);
        }
    }

    private static byte[] Preparer(FichierPdf fichier, IReadOnlyList<ChampSignature> champs)
    {
        var formulaire = new FormulairePdf(fichier);
        if (champs.FirstOrDefault(c => formulaire.Trouver(c.Nom) is not null) is { } double_)
        {
            throw new PdfRefuseException($"Ce PDF contient déjà un champ « {double_.Nom} ».");
        }

        var maj = new MiseAJourPdf(fichier);
        var pages = PagesPdf.Lister(fichier);
        var structure = StructurePdf.Lire(fichier, maj);
        var nouveaux = new List<ReferencePdf>();
        foreach (var parPage in champs.GroupBy(c => c.Page))
        {
            if (parPage.Key < 1 || parPage.Key > pages.Count)
            {
                throw new PdfRefuseException($"Ce PDF n’a pas de page {parPage.Key}.");
            }

            var reference = pages[parPage.Key - 1];
            var page = fichier.Dico(reference)!;
            var annotations = new List<object?>(fichier.Tableau(page["Annots"]) ?? []);
            foreach (var champ in parPage)
            {
                var widget = maj.Reserver();
                maj.Ecrire(widget, Widget(fichier, maj, champ, reference, page, structure?.Ajouter(champ, widget, reference)));
                annotations.Add(widget);
                nouveaux.Add(widget);
            }

            maj.Ecrire(reference, page.Avec("Annots", annotations).Avec("Tabs", new NomPdf("S")));
        }

        structure?.Fermer();
        formulaire.Ajouter(maj, nouveaux, SignaturesEtAjoutsSeuls);
        return maj.Fermer();
    }

    private static DicoPdf Widget(FichierPdf fichier, MiseAJourPdf maj, ChampSignature champ, ReferencePdf page, DicoPdf pageDico, long? cleDeStructure)
    {
        var (gauche, haut) = PagesPdf.CoinHautGauche(fichier, pageDico);
        var (x, y) = (gauche + (decimal)champ.X, haut - (decimal)champ.Y);
        var (largeur, hauteur) = (decimal.Round((decimal)champ.Largeur, 3), decimal.Round((decimal)champ.Hauteur, 3));
        var vide = maj.Ajouter(new FluxPdf(
            new DicoPdf(("Type", new NomPdf("XObject")), ("Subtype", new NomPdf("Form")), ("BBox", new List<object?> { 0L, 0L, largeur, hauteur }), ("Resources", new DicoPdf())),
            ReadOnlyMemory<byte>.Empty));
        var widget = new DicoPdf(
            ("Type", new NomPdf("Annot")), ("Subtype", new NomPdf("Widget")), ("FT", new NomPdf("Sig")),
            ("T", ChainePdf.DeTexte(champ.Nom)), ("TU", ChainePdf.DeTexte(champ.Libelle)), ("F", Imprimable), ("P", page),
            ("Rect", new List<object?> { decimal.Round(x, 3), decimal.Round(y - hauteur, 3), decimal.Round(x + largeur, 3), decimal.Round(y, 3) }),
            ("AP", new DicoPdf(("N", vide))));
        if (cleDeStructure is { } cle)
        {
            widget["StructParent"] = cle;
        }

        return widget;
    }
}
