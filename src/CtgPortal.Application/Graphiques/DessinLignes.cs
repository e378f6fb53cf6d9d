using System.Globalization;
using System.Xml.Linq;
using static CtgPortal.Application.Graphiques.Graphique;

namespace CtgPortal.Application.Graphiques;

/// <summary>Years across, values up; each line has its own dash and colour, and its name and last figure beside its end.</summary>
internal sealed class DessinLignes(Action<XElement> ajouter, Func<decimal, string> mesure)
{
    private const decimal Haut = 26;
    private const decimal Bas = 176;
    private const decimal Gauche = 18;
    private const decimal Axe = Bas + 24;
    private const decimal Taille = 12;

    /// <returns>The height of the drawing.</returns>
    public decimal Dessiner(IReadOnlyList<Serie> series)
    {
        var points = series.SelectMany(s => s.Points).Where(p => p.Valeur is not null).Select(p => (p.Annee, Valeur: p.Valeur!.Value)).ToList();
        var (debut, fin) = (points.Min(p => p.Annee), points.Max(p => p.Annee));
        var (min, max) = (points.Min(p => p.Valeur), points.Max(p => p.Valeur));
        var noms = series.Select(s => (Serie: s, Texte: Nom(s), Fin: s.Points.Last(p => p.Valeur is not null).Valeur!.Value)).ToList();
        var droite = Largeur - Math.Min(150, noms.Max(n => Math.Max(LargeurDe(Court(n.Serie.Libelle), Taille), LargeurDe(n.Texte, Taille)))) - 10;
        decimal X(int annee) => fin == debut ? droite : Gauche + ((droite - Gauche) * (annee - debut) / (fin - debut));
        decimal Y(decimal valeur) => max == min ? (Haut + Bas) / 2 : Bas - ((Bas - Haut) * (valeur - min) / (max - min));

        ajouter(Forme("line", "g-axe", ("x1", Gauche), ("x2", droite), ("y1", Axe), ("y2", Axe)));
        foreach (var annee in Annees([.. points.Select(p => p.Annee).Distinct().Order()], X))
        {
            ajouter(Forme("line", "g-axe", ("x1", X(annee)), ("x2", X(annee)), ("y1", Axe), ("y2", Axe + 4)));
            ajouter(Texte("g-discret", X(annee), Axe + 17, annee.ToString(CultureInfo.InvariantCulture), "middle", Taille));
        }

        for (var i = 0; i < series.Count; i++)
        {
            Tracer(series[i], i + 1, X, Y);
        }

        // the first figure of the territory, so that the way travelled reads without the table
        var connus = series[0].Points.Where(p => p.Valeur is not null).Take(2).ToList();
        var premier = connus[0];

        // above a line that goes down, below one that goes up
        var ecart = connus[^1].Valeur > premier.Valeur ? 17 : -9;
        ajouter(Texte("g-fort", X(premier.Annee) - 4, Y(premier.Valeur!.Value) + ecart, mesure(premier.Valeur.Value), "start", Taille));
        Nommer(noms, Y, droite + 9);
        return Axe + 24;
    }

    private void Tracer(Serie serie, int rang, Func<int, decimal> x, Func<decimal, decimal> y)
    {
        var connus = serie.Points.Where(p => p.Valeur is not null).Select(p => (X: x(p.Annee), Y: y(p.Valeur!.Value))).ToList();
        ajouter(new("polyline", new XAttribute("class", $"g-ligne-{rang}"), new XAttribute("points", string.Join(' ', connus.Select(p => $"{Chiffre(p.X)},{Chiffre(p.Y)}")))));
        foreach (var (px, py) in connus)
        {
            ajouter(Forme("circle", $"g-point-{rang}", ("cx", px), ("cy", py), ("r", rang == 1 ? 3.5m : 2.5m)));
        }
    }

    /// <summary>Names at the end of the lines, pushed apart where lines end close to each other.</summary>
    private void Nommer(List<(Serie Serie, string Texte, decimal Fin)> noms, Func<decimal, decimal> y, decimal x)
    {
        const decimal Pas = 30;
        var places = noms.OrderBy(n => y(n.Fin)).Select(n => (n.Serie, n.Texte, Y: y(n.Fin))).ToList();
        var ecart = places.Count < 2 ? 0 : Math.Max(0, ((places.Count - 1) * Pas) - (Bas - Haut));
        var libre = Haut - ecart - 4;
        for (var i = 0; i < places.Count; i++)
        {
            var plusBas = Bas + 8 - ((places.Count - 1 - i) * Pas);
            var place = Math.Min(Math.Max(places[i].Y, libre), plusBas);
            var classe = places[i].Serie.MisEnAvant ? "g-fort" : "g-texte";
            ajouter(Texte(classe, x, place - 2, Court(places[i].Serie.Libelle), "start", Taille));
            ajouter(Texte(classe, x, place + 12, places[i].Texte, "start", Taille));
            libre = place + Pas;
        }
    }

    private string Nom(Serie serie) => mesure(serie.Points.Last(p => p.Valeur is not null).Valeur!.Value);

    private static string Court(string libelle) => libelle.Length <= 22 ? libelle : string.Concat(libelle.AsSpan(0, 21).TrimEnd(), "…");

    /// <summary>The first and the last year, and between them those that have a figure and room for their name.</summary>
    private static List<int> Annees(IReadOnlyList<int> connues, Func<int, decimal> x)
    {
        const decimal Pas = 36;
        List<int> gardees = [connues[0]];
        foreach (var annee in connues.Skip(1).SkipLast(1))
        {
            if (x(annee) - x(gardees[^1]) >= Pas && x(connues[^1]) - x(annee) >= Pas)
            {
                gardees.Add(annee);
            }
        }

        return connues.Count == 1 ? gardees : [.. gardees, connues[^1]];
    }
}
