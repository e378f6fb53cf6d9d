namespace CtgPortal.Infrastructure.Sceaux.Pdf;

internal static class PagesPdf
{
    /// <summary>In the order in which they are read; bounded, loops refused.</summary>
    public static IReadOnlyList<ReferencePdf> Lister(FichierPdf fichier, int section = 0)
    {
        List<ReferencePdf> pages = [];
        HashSet<int> vues = [];
        var reste = new Stack<object?>([fichier.Dico(fichier.Fermeture["Root"], section)?["Pages"]]);
        while (reste.TryPop(out var suivant))
        {
            if (suivant is not ReferencePdf reference || fichier.Dico(reference, section) is not { } noeud)
            {
                throw new PdfIllisibleException("Le fichier désigne une page qui n’existe pas.");
            }

            if (!vues.Add(reference.Numero) || vues.Count > LimitesPdf.PagesMax)
            {
                throw new PdfIllisibleException("Le fichier a trop de pages, ou elles se renvoient l’une à l’autre.");
            }

            if (fichier.Tableau(noeud["Kids"], section) is { } enfants)
            {
                foreach (var enfant in Enumerable.Reverse(enfants))
                {
                    reste.Push(enfant);
                }
            }
            else
            {
                pages.Add(reference);
            }
        }

        return pages;
    }

    public static (decimal Gauche, decimal Haut) CoinHautGauche(FichierPdf fichier, DicoPdf page)
    {
        for (var (noeud, sauts) = (page, 0); noeud is not null && sauts < 50; noeud = fichier.Dico(noeud["Parent"]), sauts++)
        {
            if ((fichier.Tableau(noeud["CropBox"]) ?? fichier.Tableau(noeud["MediaBox"])) is { Count: 4 } boite)
            {
                var n = boite.Select(v => fichier.Resoudre(v) switch { long entier => entier, decimal reel => reel, _ => 0m }).ToArray();
                return (Math.Min(n[0], n[2]), Math.Max(n[1], n[3]));
            }
        }

        throw new PdfIllisibleException("Une page du fichier n’a pas de dimensions.");
    }
}
