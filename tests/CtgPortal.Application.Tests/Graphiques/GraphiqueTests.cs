using System.Globalization;
using System.Xml.Linq;
using CtgPortal.Application.Common;
using CtgPortal.Application.Graphiques;

namespace CtgPortal.Application.Tests.Graphiques;

public sealed class GraphiqueTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly Graphique Barres = Graphique.Barres(
        "Naissances <2024>", "Hirson : 40, Buire : secret.",
        [new Barre("Hirson & environs", 40, "40", true), new Barre("Buire", null, "secret", false), new Barre("Solde", -12, "−12", false)],
        (20, "Moyenne : 20"));

    private static readonly Graphique Lignes = Graphique.Lignes(
        "Évolution", "CC : 10 % en 2015, 12 % en 2021.",
        [new("CC des Trois Rivières", [(2015, 10m), (2018, null), (2021, 12m)], true), new("Aisne", [(2015, 11m), (2021, 12.1m)], false)],
        v => Nombres.Mesure(v, "%"));

    public static TheoryData<string> Dessins => ["barres", "lignes"];

    [Theory, MemberData(nameof(Dessins))]
    public void Une_image_dit_son_titre_et_sa_description_sans_style_en_ligne(string dessin)
    {
        var graphique = De(dessin);

        var svg = XElement.Parse(graphique.EnSvg(RenduGraphique.Page));

        Assert.Equal("img", svg.Attribute("role")!.Value);
        Assert.Equal((graphique.Titre, graphique.Description), (svg.Element(Svg + "title")!.Value, svg.Element(Svg + "desc")!.Value));
        Assert.DoesNotContain(svg.DescendantsAndSelf().Attributes(), a => a.Name == "style");
        Assert.DoesNotContain(svg.Descendants().Attributes(), a => a.Name == "fill" || a.Name == "stroke");
    }

    [Theory, MemberData(nameof(Dessins))]
    public void Dans_un_document_elle_porte_ses_couleurs_et_sa_police(string dessin)
    {
        var page = XElement.Parse(De(dessin).EnSvg(RenduGraphique.Page));
        var document = XElement.Parse(De(dessin).EnSvg(RenduGraphique.Document));

        Assert.Equal("Inter", document.Attribute("font-family")!.Value);
        Assert.DoesNotContain(document.DescendantsAndSelf().Attributes(), a => a.Name == "class");
        Assert.All(document.Descendants().Where(e => e.Name.LocalName is "rect" or "text" or "polyline" or "circle" or "line"), e => Assert.NotNull(e.Attribute("fill")));
        Assert.Equal(Textes(page), Textes(document));
    }

    [Fact]
    public void Un_chiffre_cache_n_a_pas_de_barre_et_le_dit()
    {
        var svg = XElement.Parse(Barres.EnSvg(RenduGraphique.Page));

        Assert.Equal(2, svg.Elements(Svg + "rect").Count());
        Assert.Contains("secret", Textes(svg));
        Assert.Single(svg.Elements(Svg + "rect"), r => r.Attribute("class")!.Value == "g-avant");
    }

    [Fact]
    public void Une_barre_est_longue_comme_sa_valeur_et_une_negative_part_vers_la_gauche()
    {
        var rects = XElement.Parse(Barres.EnSvg(RenduGraphique.Page)).Elements(Svg + "rect").ToList();
        var (positive, negative) = (rects[0], rects[1]);

        Assert.Equal(40m / 12m, Mesure(positive, "width") / Mesure(negative, "width"), 1);
        Assert.Equal(Mesure(positive, "x"), Mesure(negative, "x") + Mesure(negative, "width"), 1);
    }

    [Fact]
    public void Soixante_dix_sept_communes_restent_lisibles_et_dans_le_cadre()
    {
        var barres = Enumerable.Range(1, 77).Select(i => new Barre($"Saint-Étienne-de-la-Longue-Vallée-sur-Dordogne {i}", i, $"{i} foyers", false)).ToList();

        var svg = XElement.Parse(Graphique.Barres("Les communes", "77 communes", barres).EnSvg(RenduGraphique.Page));

        var hauteur = decimal.Parse(svg.Attribute("viewBox")!.Value.Split(' ')[3], CultureInfo.InvariantCulture);
        Assert.All(svg.Elements(Svg + "text"), t =>
        {
            Assert.InRange(Mesure(t, "font-size"), 12, 14);
            Assert.InRange(Mesure(t, "y"), 0, hauteur);
            var (x, largeur) = (Mesure(t, "x"), LargeurPrudente(t.Value));
            Assert.InRange(t.Attribute("text-anchor")!.Value == "end" ? x - largeur : x + largeur, 0, Graphique.Largeur);
        });
        Assert.Equal(77, svg.Elements(Svg + "rect").Count());
    }

    [Fact]
    public void Une_annee_sans_chiffre_laisse_la_ligne_continuer_sans_point()
    {
        var svg = XElement.Parse(Lignes.EnSvg(RenduGraphique.Page));

        Assert.Equal(4, svg.Elements(Svg + "circle").Count());
        Assert.Equal(["2015", "2021"], Textes(svg).Where(t => t.StartsWith("20", StringComparison.Ordinal)));
        Assert.Contains("CC des Trois Rivières", Textes(svg));
        Assert.Contains("12,1\u00A0%", Textes(svg));
    }

    [Fact]
    public void Les_noms_de_lignes_proches_ne_se_recouvrent_pas()
    {
        var svg = XElement.Parse(Graphique.Lignes(
            "Évolution", "x", [.. Enumerable.Range(0, 4).Select(i => new Serie($"Série {i}", [(2015, 10m), (2021, 10m + (i / 100m))], i == 0))], v => Nombres.Nombre(v)).EnSvg(RenduGraphique.Page));

        var hauteurs = svg.Elements(Svg + "text").Where(t => t.Value.StartsWith("Série", StringComparison.Ordinal)).Select(t => Mesure(t, "y")).Order().ToList();
        Assert.All(hauteurs.Zip(hauteurs.Skip(1)), p => Assert.True(p.Second - p.First >= 28, $"{p.First} {p.Second}"));
    }

    [Fact]
    public void Des_tuples_suffisent() => Assert.Equal(
        Graphique.Barres("Réponses", "x", [new Barre("Oui", 12, "12", true)]).EnSvg(RenduGraphique.Page),
        Graphique.Barres("Réponses", "x", [("Oui", (decimal?)12, "12", true)]).EnSvg(RenduGraphique.Page));

    private static Graphique De(string dessin) => dessin == "barres" ? Barres : Lignes;

    private static IEnumerable<string> Textes(XElement svg) => svg.Elements(Svg + "text").Select(t => t.Value);

    private static decimal Mesure(XElement forme, string attribut) => decimal.Parse(forme.Attribute(attribut)!.Value, CultureInfo.InvariantCulture);

    // no sign of the typeface is wider than this on average
    private static decimal LargeurPrudente(string texte) => texte.Length * 6.4m;
}
