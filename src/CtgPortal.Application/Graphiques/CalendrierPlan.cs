using System.Globalization;
using System.Xml.Linq;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Plans;
using static CtgPortal.Application.Graphiques.Graphique;

namespace CtgPortal.Application.Graphiques;

/// <summary>
/// The fiches over the years: one bar each, in the colour of its axe; an end that nobody has set is open, and today is a line.
/// Wide, the titles stand left of the bars; narrow, above them.
/// </summary>
public static class CalendrierPlan
{
    public const int Large = 1160;

    private const decimal Tete = 30;
    private const decimal Barre = 14;
    private const decimal Interligne = 17;
    private const decimal Taille = 14;

    /// <param name="etroit">For a phone.</param>
    public static Graphique Dessiner(ArbrePlan plan, IReadOnlyList<int> annees, DateOnly aujourdhui, bool etroit)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var largeur = etroit ? Graphique.Largeur : Large;
        var gauche = etroit ? 4m : 430m;
        var (debut, fin) = (new DateOnly(annees[0], 1, 1), new DateOnly(annees[^1] + 1, 1, 1));
        var echelle = (largeur - gauche - 6) / (fin.DayNumber - debut.DayNumber);
        decimal X(DateOnly jour) => gauche + (Math.Clamp(jour.DayNumber, debut.DayNumber, fin.DayNumber) - debut.DayNumber) * echelle;

        var formes = new List<XElement>();
        var y = Tete;
        foreach (var axe in plan.Axes)
        {
            var groupe = new XElement("g", new XAttribute("class", Couleurs.Classe(axe.Couleur)));
            formes.Add(groupe);
            y = NomDeLAxe(groupe, plan, axe, y, largeur);
            foreach (var fiche in axe.Toutes)
            {
                y = Fiche(groupe, fiche, y);
            }

            y += 10;
        }

        return Graphique.Dessine("Calendrier des fiches", Decrire(plan, annees), largeur, y + 4, [.. Grille(), .. formes, .. Aujourdhui()]);

        IEnumerable<XElement> Grille()
        {
            foreach (var annee in annees)
            {
                var x = X(new(annee, 1, 1));
                yield return Forme("line", "g-axe", ("x1", x), ("x2", x), ("y1", 4), ("y2", y));
                if (!etroit || annees.Count <= 8 || (annee - annees[0]) % 2 == 0)
                {
                    yield return Texte("g-discret", x + 5, 18, annee.ToString(CultureInfo.InvariantCulture), taille: etroit ? 12 : 13);
                }
            }
        }

        IEnumerable<XElement> Aujourdhui()
        {
            if (aujourdhui < debut || aujourdhui >= fin)
            {
                yield break;
            }

            var x = X(aujourdhui);
            yield return Forme("line", "g-repere", ("x1", x), ("x2", x), ("y1", 22), ("y2", y));
            var ancre = x > largeur - 90 ? "end" : "start";
            yield return Texte("g-repere-texte", ancre == "end" ? x - 4 : x + 4, y + 2, "Aujourd’hui", ancre, 12);
        }

        decimal Fiche(XElement groupe, FicheDuPlan fiche, decimal haut)
        {
            var titre = EnLignes($"{fiche.Numero}. {fiche.Intitule}", etroit ? largeur - 12 : gauche - 24, etroit ? 3 : 2);
            var hauteurTitre = titre.Count * Interligne;
            for (var i = 0; i < titre.Count; i++)
            {
                groupe.Add(Texte("g-texte", etroit ? gauche : 6, haut + 13 + (i * Interligne), titre[i], taille: etroit ? 13 : Taille));
            }

            var barre = etroit ? haut + hauteurTitre + 4 : haut + ((Math.Max(hauteurTitre, Interligne) - Barre) / 2) + 1;
            Tracer(groupe, fiche, barre);
            var ligne = barre + Barre + 5;
            foreach (var echeance in fiche.Echeances)
            {
                Marquer(groupe, echeance, ligne);
                ligne += Interligne;
            }

            var bas = etroit ? barre + Barre + 12 : haut + Math.Max(hauteurTitre, Interligne) + 9;
            return fiche.Echeances.Count == 0 ? bas : Math.Max(bas, ligne + 7);
        }

        // a lozenge on its day, and its words on the side that has room for them
        void Marquer(XElement groupe, EcheanceOperation echeance, decimal ligne)
        {
            var (x, milieu) = (X(echeance.Le), ligne + (Interligne / 2));
            groupe.Add(new XElement(
                "path", new XAttribute("class", "g-echeance"),
                new XAttribute("d", string.Create(CultureInfo.InvariantCulture, $"M{x:0.#} {milieu - 5:0.#}l5 5l-5 5l-5 -5Z"))));
            var (texte, aDroite, aGauche) = ($"{Mots.Jour(echeance.Le)} : {echeance.Intitule}", largeur - x - 12, x - gauche - 12);
            var place = Math.Max(aDroite, aGauche);
            var droite = LargeurDe(texte, 12) <= aDroite || aDroite >= aGauche;
            groupe.Add(Texte("g-discret g-echeance-texte", droite ? x + 9 : x - 9, milieu + 4, Couper(texte, place), droite ? "start" : "end", 12));
        }

        void Tracer(XElement groupe, FicheDuPlan fiche, decimal barre)
        {
            if (fiche.Debut is null && fiche.Fin is null)
            {
                groupe.Add(Texte("g-discret", gauche + 6, barre + 11.5m, Couper(fiche.Calendrier?.Split('\n')[0] ?? "Dates à préciser", largeur - gauche - 16), taille: 12));
                return;
            }

            var ouverte = fiche.Fin is null;
            var (de, a) = (X(fiche.Debut ?? debut), X(fiche.Fin?.AddDays(1) ?? fin));
            if (!ouverte)
            {
                groupe.Add(Forme("rect", "g-barre", ("x", de), ("y", barre), ("width", Math.Max(3, a - de)), ("height", Barre), ("rx", 3)));
                return;
            }

            // an arrow that leaves the drawing: nobody has said when it ends
            var pointe = Math.Max(de + 12, a);
            groupe.Add(new XElement(
                "path", new XAttribute("class", fiche.AmeliorationContinue ? "g-barre" : "g-barre g-incertaine"),
                new XAttribute("d", string.Create(CultureInfo.InvariantCulture, $"M{de:0.#} {barre:0.#}H{pointe - 9:0.#}L{pointe:0.#} {barre + (Barre / 2):0.#}L{pointe - 9:0.#} {barre + Barre:0.#}H{de:0.#}Z"))));
        }
    }

    private static decimal NomDeLAxe(XElement groupe, ArbrePlan plan, AxeDuPlan axe, decimal y, int largeur)
    {
        var nom = EnLignes($"{plan.NomAxe} {axe.Rang} – {axe.Intitule}", largeur - 24, 3, 15);
        groupe.Add(Forme("rect", "g-bandeau", ("x", 0), ("y", y), ("width", largeur), ("height", (nom.Count * 20) + 8), ("rx", 4)));
        for (var i = 0; i < nom.Count; i++)
        {
            groupe.Add(Texte("g-sur-bandeau", 10, y + 19 + (i * 20), nom[i], taille: 15));
        }

        return y + (nom.Count * 20) + 18;
    }

    private static string Decrire(ArbrePlan plan, IReadOnlyList<int> annees)
    {
        var fiches = plan.Fiches.ToList();
        var datees = fiches.Count(f => f.Debut is not null || f.Fin is not null);
        return $"Une barre par fiche, de {annees[0]} à {annees[^1]} : {datees} avec des dates, dont {fiches.Count(f => f.AmeliorationContinue)} en amélioration continue, et {fiches.Count - datees} sans date.{Echeances(fiches.Sum(f => f.Echeances.Count))} Le tableau qui suit dit les mêmes dates.";
    }

    private static string Echeances(int nombre) => nombre switch
    {
        0 => "",
        1 => " Un losange marque l’échéance d’une opération.",
        _ => $" {nombre} losanges marquent les échéances d’opérations.",
    };

    private static List<string> EnLignes(string texte, decimal largeur, int max, decimal taille = Taille)
    {
        List<string> lignes = [""];
        foreach (var mot in texte.Split(' '))
        {
            var colle = lignes[^1].Length == 0 ? mot : $"{lignes[^1]} {mot}";
            if (lignes[^1].Length == 0 || LargeurDe(colle, taille) <= largeur)
            {
                lignes[^1] = colle;
            }
            else if (lignes.Count < max)
            {
                lignes.Add(mot);
            }
            else
            {
                lignes[^1] += "…";
                break;
            }
        }

        return [.. lignes.Select(l => Couper(l, largeur, taille))];
    }

    private static string Couper(string ligne, decimal largeur, decimal taille = 12)
    {
        var court = ligne;
        while (LargeurDe(court, taille) > largeur && court.Length > 1)
        {
            court = court.TrimEnd('…')[..^1] + "…";
        }

        return court;
    }
}
