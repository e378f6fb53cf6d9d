using System.Globalization;
using System.Xml.Linq;
using CtgPortal.Application.Plans;
using static CtgPortal.Application.Graphiques.Graphique;

namespace CtgPortal.Application.Graphiques;

/// <summary>
/// The whole plan as a wheel: a sector per axe with its icon, a ring per level of orientations, the fiches by their number on the
/// edge. The axes of the left half stand on the left, from the top down, the others on the right, as their cards do on the page.
/// </summary>
/// <param name="icone">The drawing of an icon, in a square of 16.</param>
public sealed class RouePlan(ArbrePlan plan, Func<AxeDuPlan, string> icone)
{
    private const decimal Centre = 320;
    private const decimal Moyeu = 104;
    private const decimal Bord = 314;

    private readonly List<XElement> _formes = [];

    /// <summary>The axes whose cards stand on the left: the first ones, half of what there is to read.</summary>
    public static int CoupureGauche(ArbrePlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var poids = plan.Axes.Select(a => 2.2m + (a.Intitule.Length / 60m) + a.Toutes.Sum(f => 0.8m + (f.Intitule.Length / 62m)) + (a.Branches.Count * 0.6m)).ToList();
        var (coupe, cumul) = (0, 0m);
        while (coupe < poids.Count && (coupe == 0 || cumul + (poids[coupe] / 2) <= poids.Sum() / 2))
        {
            cumul += poids[coupe++];
        }

        return coupe;
    }

    /// <param name="territoire">In the middle.</param>
    public Graphique Dessiner(string territoire, string? periode)
    {
        var coupure = CoupureGauche(plan);
        var (gauche, droite) = (plan.Axes.Take(coupure).ToList(), plan.Axes.Skip(coupure).ToList());
        if (droite.Count == 0)
        {
            Moitie(gauche, 0, 360, aRebours: false);
        }
        else
        {
            Moitie(gauche, 0, 180, aRebours: true);
            Moitie(droite, 0, 180, aRebours: false);
        }

        Milieu(territoire, periode);
        var description = $"{plan.Axes.Count} secteurs : " + string.Join(" ; ", plan.Axes.Select(a => $"{a.Rang}, {a.Intitule}, {Numeros(a)}")) + ".";
        return Graphique.Dessine("Le plan en un coup d’œil", description, 640, 640, _formes);
    }

    private void Moitie(List<AxeDuPlan> axes, decimal de, decimal ouverture, bool aRebours)
    {
        var total = axes.Sum(Poids);
        var angle = de;
        foreach (var axe in axes)
        {
            var part = ouverture * Poids(axe) / total;
            var groupe = new XElement("g", new XAttribute("class", Couleurs.Classe(axe.Couleur)));
            _formes.Add(groupe);
            Axe(groupe, axe, angle, angle + part, aRebours);
            angle += part;
        }
    }

    private void Axe(XElement groupe, AxeDuPlan axe, decimal de, decimal a, bool aRebours)
    {
        var anneaux = plan.Profondeur == 0 ? 0 : Math.Max(axe.Branches.Count == 0 ? 0 : 1, Profondeur(axe.Branches));
        var finAxe = Moyeu + (anneaux == 0 ? 104 : anneaux == 1 ? 84 : 72);
        Secteur(groupe, "r-axe", Moyeu + 6, finAxe, de, a, aRebours);
        var (x, y) = Point((Moyeu + 6 + finAxe) / 2, (de + a) / 2, aRebours);
        var large = (a - de) * 2.6m > 52;
        if (large)
        {
            groupe.Add(new XElement("g", new XAttribute("class", "r-icone"), new XAttribute("transform", string.Create(CultureInfo.InvariantCulture, $"translate({x - 18:0.#} {y - 35:0.#}) scale(2.25)")), XElement.Parse($"<g>{icone(axe)}</g>").Elements()));
        }

        groupe.Add(Texte("r-numero", x, y + (large ? 29 : 8), axe.Rang.ToString(CultureInfo.InvariantCulture), "middle", large ? 30 : 22));
        var pas = anneaux == 0 ? 0 : (Bord - 62 - finAxe) / anneaux;
        Feuilles(groupe, axe.Fiches, axe.Branches, de, a, finAxe, pas, aRebours);
    }

    private static void Feuilles(XElement groupe, IReadOnlyList<FicheDuPlan> fiches, IReadOnlyList<BrancheDuPlan> branches, decimal de, decimal a, decimal rayon, decimal pas, bool aRebours)
    {
        var total = fiches.Count + branches.Sum(Poids);
        if (total == 0)
        {
            Secteur(groupe, "r-vide", rayon + 3, Bord, de, a, aRebours);
            return;
        }

        var angle = de;
        foreach (var fiche in fiches)
        {
            var fin = angle + ((a - de) / total);
            Secteur(groupe, "r-fiche", rayon + 3, Bord, angle, fin, aRebours);
            var (x, y) = Point(Math.Max((rayon + Bord) / 2, Bord - 32), (angle + fin) / 2, aRebours);
            var taille = Math.Clamp((fin - angle) * 4.6m / Math.Max(1.6m, fiche.Numero.Length * 0.62m), 10, 24);
            var corde = (fin - angle) * (Bord - 32) / 57.3m;
            if (corde < LargeurDe(fiche.Numero, taille) + 4)
            {
                var serree = Math.Clamp(corde * 0.8m, 7, 15);
                var numero = Texte("r-fiche-numero", x, y + (serree * 0.36m), fiche.Numero, "middle", serree);
                numero.Add(new XAttribute("transform", string.Create(
                    CultureInfo.InvariantCulture, $"rotate({LeLongDuRayon((angle + fin) / 2, aRebours):0.#} {x:0.#} {y:0.#})")));
                groupe.Add(numero);
            }
            else
            {
                groupe.Add(Texte("r-fiche-numero", x, y + (taille * 0.36m), fiche.Numero, "middle", taille));
            }

            angle = fin;
        }

        foreach (var branche in branches)
        {
            var fin = angle + ((a - de) * Poids(branche) / total);
            Secteur(groupe, "r-branche", rayon + 3, rayon + pas, angle, fin, aRebours);
            if ((fin - angle) * (rayon + (pas / 2)) / 57.3m > LargeurDe(branche.Numero, 13) + 6)
            {
                var (x, y) = Point(rayon + 2 + (pas / 2), (angle + fin) / 2, aRebours);
                groupe.Add(Texte("r-branche-numero", x, y + 5, branche.Numero, "middle", 13));
            }

            Feuilles(groupe, branche.Fiches, branche.Branches, angle, fin, rayon + pas, pas, aRebours);
            angle = fin;
        }
    }

    private void Milieu(string territoire, string? periode)
    {
        List<string> lignes = [""];
        foreach (var mot in territoire.Split(' '))
        {
            var colle = lignes[^1].Length == 0 ? mot : $"{lignes[^1]} {mot}";
            if (lignes[^1].Length == 0 || LargeurDe(colle, 22) <= 165)
            {
                lignes[^1] = colle;
            }
            else if (lignes.Count < 5)
            {
                lignes.Add(mot);
            }
            else
            {
                lignes[^1] += "…";
                break;
            }
        }

        var haut = Centre - ((lignes.Count - 1) * 13m) - (periode is null ? 0 : 12) + 6;
        for (var i = 0; i < lignes.Count; i++)
        {
            _formes.Add(Texte("r-territoire", Centre, haut + (i * 26), lignes[i], "middle", 22));
        }

        if (periode is not null)
        {
            _formes.Add(Texte("g-discret", Centre, haut + (lignes.Count * 26) + 2, periode, "middle", 18));
        }
    }

    private static string Numeros(AxeDuPlan axe)
    {
        var fiches = axe.Toutes.Select(f => f.Numero).ToList();
        return fiches.Count == 0 ? "sans fiche" : $"{(fiches.Count == 1 ? "fiche" : "fiches")} {string.Join(", ", fiches)}";
    }

    private static decimal Poids(AxeDuPlan axe) => Math.Max(1, axe.Fiches.Count + axe.Branches.Sum(Poids));

    private static decimal Poids(BrancheDuPlan branche) => Math.Max(1, branche.Fiches.Count + branche.Branches.Sum(Poids));

    private static int Profondeur(IReadOnlyList<BrancheDuPlan> branches) => branches.Count == 0 ? 0 : 1 + branches.Max(b => Profondeur(b.Branches));

    /// <param name="angle">In degrees from the top; clockwise, or the other way round.</param>
    private static (decimal X, decimal Y) Point(decimal rayon, decimal angle, bool aRebours)
    {
        var radians = (double)(aRebours ? -angle : angle) * Math.PI / 180;
        return (Centre + (rayon * (decimal)Math.Sin(radians)), Centre - (rayon * (decimal)Math.Cos(radians)));
    }

    /// <summary>How to turn a text that its sector is too narrow for: along the radius, never upside down.</summary>
    private static decimal LeLongDuRayon(decimal angle, bool aRebours)
    {
        var place = aRebours ? 360 - angle : angle;
        return place <= 180 ? place - 90 : place - 270;
    }

    private static void Secteur(XElement groupe, string classe, decimal r1, decimal r2, decimal de, decimal a, bool aRebours)
    {
        // a whole circle is no arc: it is left a hair open
        var fin = a - de >= 360 ? de + 359.9m : a;
        var ((x1, y1), (x2, y2)) = (Point(r2, de, aRebours), Point(r2, fin, aRebours));
        var ((x3, y3), (x4, y4)) = (Point(r1, fin, aRebours), Point(r1, de, aRebours));
        var (grand, sens) = (fin - de > 180 ? 1 : 0, aRebours ? 0 : 1);
        groupe.Add(new XElement("path", new XAttribute("class", classe), new XAttribute("d", string.Create(
            CultureInfo.InvariantCulture,
            $"M{x1:0.##} {y1:0.##}A{r2:0.##} {r2:0.##} 0 {grand} {sens} {x2:0.##} {y2:0.##}L{x3:0.##} {y3:0.##}A{r1:0.##} {r1:0.##} 0 {grand} {1 - sens} {x4:0.##} {y4:0.##}Z"))));
    }
}
