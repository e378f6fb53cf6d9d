using System.Globalization;
using System.Xml.Linq;
using CtgPortal.Application.Documents;

namespace CtgPortal.Application.Graphiques;

/// <summary>Where a picture is shown: a page colours its classes, a document carries its colours and the font it is set in.</summary>
public enum RenduGraphique
{
    Page,
    Document,
}

/// <summary>One bar. <paramref name="Valeur"/> is null for a figure that may not be shown or that nobody has: its text says so.</summary>
/// <param name="Texte">The figure in words.</param>
/// <param name="MisEnAvant">The territory itself, rather than what one compares it with.</param>
public sealed record Barre(string Libelle, decimal? Valeur, string Texte, bool MisEnAvant);

/// <summary>A line over the years, in the order of their dates; a year without a figure is a hole.</summary>
public sealed record Serie(string Libelle, IReadOnlyList<(int Annee, decimal? Valeur)> Points, bool MisEnAvant);

/// <summary>
/// A picture as SVG, the same on a page and in a document: text stays text, shapes carry classes, and it is narrow enough to be read on
/// a phone. It never goes alone: the page and the document give the same figures in a table.
/// </summary>
public sealed class Graphique
{
    /// <summary>In units of the drawing: one unit is about one pixel on a phone.</summary>
    public const int Largeur = 360;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>What the style sheet of the pages says of each class, for paper.</summary>
    private static readonly Dictionary<string, (string Nom, string Valeur)[]> Papier = new()
    {
        ["g-fond"] = [("fill", "#eef2f4")],
        ["g-avant"] = [("fill", "#0f7078")],
        ["g-autre"] = [("fill", "#8fa9b2")],
        ["g-texte"] = [("fill", "#1d2a33")],
        ["g-fort"] = [("fill", "#1d2a33"), ("font-weight", "600")],
        ["g-discret"] = [("fill", "#52616c")],
        ["g-axe"] = [("stroke", "#d3dce1"), ("stroke-width", "1"), ("fill", "none")],
        ["g-repere"] = [("stroke", "#b4532a"), ("stroke-width", "1.5"), ("stroke-dasharray", "4 3"), ("fill", "none")],
        ["g-repere-texte"] = [("fill", "#9a3d1d"), ("font-weight", "600")],
        ["g-ligne-1"] = [("stroke", "#0f7078"), ("stroke-width", "3"), ("fill", "none")],
        ["g-ligne-2"] = [("stroke", "#0072b2"), ("stroke-width", "2"), ("stroke-dasharray", "7 3"), ("fill", "none")],
        ["g-ligne-3"] = [("stroke", "#b4532a"), ("stroke-width", "2"), ("stroke-dasharray", "2 3"), ("fill", "none")],
        ["g-ligne-4"] = [("stroke", "#52616c"), ("stroke-width", "2"), ("stroke-dasharray", "9 3 2 3"), ("fill", "none")],
        ["g-point-1"] = [("fill", "#0f7078")],
        ["g-point-2"] = [("fill", "#0072b2")],
        ["g-point-3"] = [("fill", "#b4532a")],
        ["g-point-4"] = [("fill", "#52616c")],
    };

    private readonly List<XElement> _formes = [];

    private Graphique(string titre, string description) => (Titre, Description) = (titre, description);

    public string Titre { get; }

    /// <summary>What the picture shows, in words: its text alternative.</summary>
    public string Description { get; }

    public decimal Hauteur { get; private set; }

    private int LargeurDuDessin { get; init; } = Largeur;

    private FormeGraphique Genre { get; init; }

    private IReadOnlyList<string> Categories { get; init; } = [];

    private IReadOnlyList<SerieGraphique> Donnees { get; init; } = [];

    /// <summary>For a document: the drawing, and the same figures for a word processor that draws by itself.</summary>
    public BlocGraphique EnBloc() => new(Genre, Titre, Description, Categories, Donnees, EnSvg(RenduGraphique.Document));

    /// <summary>For the data of a convention: the same drawing with the same figures.</summary>
    public GraphiqueDossier EnDossier() => new()
    {
        Titre = Titre,
        Alt = Description,
        Svg = EnSvg(RenduGraphique.Document),
        Forme = Genre == FormeGraphique.Barres ? FormeDessin.Barres : FormeDessin.Lignes,
        Categories = Categories,
        Series = [.. Donnees.Select(s => new SerieDossier { Nom = s.Nom, Valeurs = s.Valeurs })],
    };

    /// <summary>Horizontal bars: territories side by side, communes in order, answers to a question.</summary>
    /// <param name="repere">A value drawn as a line across the bars, such as that of the whole territory.</param>
    /// <param name="maximum">End of the scale, when several drawings share it.</param>
    public static Graphique Barres(
        string titre, string description, IReadOnlyList<Barre> barres, (decimal Valeur, string Texte)? repere = null, decimal? maximum = null)
    {
        var graphique = new Graphique(titre, description)
        {
            Genre = FormeGraphique.Barres,
            Categories = [.. barres.Select(b => b.Libelle)],
            Donnees = [new(titre, [.. barres.Select(b => b.Valeur)])],
        };
        graphique.Hauteur = new DessinBarres(graphique._formes.Add).Dessiner(barres, repere, maximum);
        return graphique;
    }

    /// <summary>The same, for who has tuples at hand.</summary>
    public static Graphique Barres(string titre, string description, IReadOnlyList<(string Libelle, decimal? Valeur, string Texte, bool MisEnAvant)> barres) =>
        Barres(titre, description, [.. barres.Select(b => new Barre(b.Libelle, b.Valeur, b.Texte, b.MisEnAvant))]);

    /// <summary>Lines over the years, four at most, each named at its end.</summary>
    /// <param name="mesure">How a value is written.</param>
    public static Graphique Lignes(string titre, string description, IReadOnlyList<Serie> series, Func<decimal, string> mesure)
    {
        List<int> annees = [.. series.SelectMany(s => s.Points).Select(p => p.Annee).Distinct().Order()];
        var graphique = new Graphique(titre, description)
        {
            Genre = FormeGraphique.Lignes,
            Categories = [.. annees.Select(a => a.ToString(CultureInfo.InvariantCulture))],
            Donnees = [.. series.Select(s => new SerieGraphique(s.Libelle, [.. annees.Select(a => s.Points.FirstOrDefault(p => p.Annee == a).Valeur)]))],
        };
        graphique.Hauteur = new DessinLignes(graphique._formes.Add, mesure).Dessiner(series);
        return graphique;
    }

    /// <summary>A drawing that has its own size: it is made by who knows what it shows, for a page.</summary>
    internal static Graphique Dessine(string titre, string description, int largeur, decimal hauteur, IEnumerable<XElement> formes)
    {
        var graphique = new Graphique(titre, description) { LargeurDuDessin = largeur, Hauteur = hauteur };
        graphique._formes.AddRange(formes);
        return graphique;
    }

    public string EnSvg(RenduGraphique rendu)
    {
        var racine = new XElement(
            Svg + "svg",
            new XAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {LargeurDuDessin} {Hauteur:0.#}")),
            new XElement(Svg + "title", Titre),
            new XElement(Svg + "desc", Description));
        racine.Add(rendu == RenduGraphique.Page
            ? [new XAttribute("class", "graphique"), new XAttribute("role", "img")]
            : new[] { new XAttribute("width", LargeurDuDessin), new XAttribute("height", Chiffre(Hauteur)), new XAttribute("font-family", "Inter") });
        racine.Add(_formes.Select(f => rendu == RenduGraphique.Page ? Copier(f) : Colorier(f)));
        return racine.ToString(SaveOptions.DisableFormatting);
    }

    internal static XElement Texte(string classe, decimal x, decimal y, string texte, string ancre = "start", decimal taille = 13) => new(
        "text", new XAttribute("class", classe), new XAttribute("x", Chiffre(x)), new XAttribute("y", Chiffre(y)),
        new XAttribute("text-anchor", ancre), new XAttribute("font-size", Chiffre(taille)), texte);

    internal static XElement Forme(string nom, string classe, params (string Nom, decimal Valeur)[] mesures) =>
        new(nom, new XAttribute("class", classe), mesures.Select(m => new XAttribute(m.Nom, Chiffre(m.Valeur))));

    internal static string Chiffre(decimal valeur) => valeur.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>About the width of a text: the drawing cannot measure, and leaves some room.</summary>
    internal static decimal LargeurDe(string texte, decimal taille = 13) => texte.Sum(c => c switch
    {
        ' ' or ' ' or ' ' or ',' or '.' or '\'' or '’' or 'i' or 'l' or 'I' or 'j' or 't' or 'f' or 'r' or '(' or ')' or '-' => 0.36m,
        'm' or 'w' or 'M' or 'W' or '%' => 0.9m,
        >= 'A' and <= 'Z' or 'É' or 'À' or '+' or '−' => 0.7m,
        _ => 0.59m,
    }) * taille;

    private static XElement Copier(XElement forme) => new(
        Svg + forme.Name.LocalName, forme.Attributes().Where(a => !a.IsNamespaceDeclaration), forme.Nodes().Select(n => n is XElement e ? Copier(e) : n));

    private static XElement Colorier(XElement forme)
    {
        var copie = Copier(forme);
        var classe = copie.Attribute("class")!;
        copie.Add(Papier[classe.Value].Select(a => new XAttribute(a.Nom, a.Valeur)));
        classe.Remove();
        return copie;
    }
}
