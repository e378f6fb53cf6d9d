using System.Xml.Linq;
using static CtgPortal.Application.Graphiques.Graphique;

namespace CtgPortal.Application.Graphiques;

/// <summary>One bar a line: its name on the left, on two lines when it is long, its figure at its end.</summary>
internal sealed class DessinBarres(Action<XElement> ajouter)
{
    private const decimal ColonneNoms = 132;
    private const decimal Epaisseur = 14;
    private const decimal Ligne = 15;
    private const decimal Marge = 4;
    private const decimal Taille = 13;

    /// <returns>The height of the drawing.</returns>
    public decimal Dessiner(IReadOnlyList<Barre> barres, (decimal Valeur, string Texte)? repere, decimal? maximum)
    {
        var nombres = barres.Select(b => b.Valeur).Append(repere?.Valeur).Append(maximum).OfType<decimal>().ToList();
        var (min, max) = (nombres.Append(0).Min(), nombres.Append(0).Max());
        var plusLong = barres.Select(b => LargeurDe(b.Texte)).DefaultIfEmpty().Max();
        var largeur = Largeur - ColonneNoms - plusLong - 8;
        var echelle = max == min ? 0 : largeur / (max - min);
        var zero = ColonneNoms - (min * echelle);

        var haut = repere is null ? Marge : Marge + 18;
        var y = haut;
        foreach (var barre in barres)
        {
            y += DessinerUne(barre, y, zero, echelle, repere is null ? null : Largeur - 2);
        }

        if (repere is { } r)
        {
            var x = zero + (r.Valeur * echelle);
            ajouter(Forme("line", "g-repere", ("x1", x), ("x2", x), ("y1", Marge + 16), ("y2", y)));
            var moitie = LargeurDe(r.Texte, 12) / 2;
            ajouter(Texte("g-repere-texte", Math.Clamp(x, moitie, Largeur - moitie), Marge + 10, r.Texte, "middle", 12));
        }

        return y + Marge;
    }

    /// <param name="droite">Where figures end when a line crosses the bars: all in one column, clear of it.</param>
    private decimal DessinerUne(Barre barre, decimal y, decimal zero, decimal echelle, decimal? droite)
    {
        var noms = EnLignes(barre.Libelle, ColonneNoms - 8);
        var hauteur = Math.Max(Epaisseur, noms.Count * Ligne) + 7;
        var centre = y + ((hauteur - 7) / 2);
        for (var i = 0; i < noms.Count; i++)
        {
            ajouter(Texte(
                barre.MisEnAvant ? "g-fort" : "g-texte", ColonneNoms - 8, centre + 4.5m + ((i - ((noms.Count - 1) / 2m)) * Ligne), noms[i], "end", Taille));
        }

        if (barre.Valeur is not { } valeur)
        {
            ajouter(Texte("g-discret", zero + 4, centre + 4.5m, barre.Texte));
            return hauteur;
        }

        var longueur = Math.Max(1.5m, Math.Abs(valeur) * echelle);
        ajouter(Forme(
            "rect", barre.MisEnAvant ? "g-avant" : "g-autre",
            ("x", valeur < 0 ? zero - longueur : zero), ("y", centre - (Epaisseur / 2)), ("width", longueur), ("height", Epaisseur), ("rx", 2)));
        var classe = barre.MisEnAvant ? "g-fort" : "g-texte";
        ajouter(droite is { } bord
            ? Texte(classe, bord, centre + 4.5m, barre.Texte, "end")
            : Texte(classe, (valeur < 0 ? zero : zero + longueur) + 5, centre + 4.5m, barre.Texte));
        return hauteur;
    }

    /// <summary>Three lines at most: the rest is cut, the table has it whole.</summary>
    private static List<string> EnLignes(string nom, decimal largeur)
    {
        List<string> lignes = [""];
        foreach (var mot in nom.Replace("-", "-\u200B", StringComparison.Ordinal).Split(' ', '\u200B'))
        {
            var colle = lignes[^1].Length == 0 || lignes[^1].EndsWith('-') ? lignes[^1] + mot : $"{lignes[^1]} {mot}";
            if (lignes[^1].Length == 0 || LargeurDe(colle, Taille) <= largeur)
            {
                lignes[^1] = colle;
            }
            else if (lignes.Count < 3)
            {
                lignes.Add(mot);
            }
            else
            {
                lignes[^1] += "…";
                break;
            }
        }

        return [.. lignes.Select(l => Couper(l, largeur))];
    }

    private static string Couper(string ligne, decimal largeur)
    {
        var court = ligne;
        while (LargeurDe(court, Taille) > largeur)
        {
            court = court.TrimEnd('…')[..^1] + "…";
        }

        return court;
    }
}
