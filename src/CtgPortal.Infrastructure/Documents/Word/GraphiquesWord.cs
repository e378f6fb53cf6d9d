using CtgPortal.Application.Documents;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using Wp = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace CtgPortal.Infrastructure.Documents.Word;

/// <summary>Charts that the word processor draws itself, with a text alternative.</summary>
internal sealed class GraphiquesWord(MainDocumentPart principale)
{
    /// <summary>In English Metric Units: 360 000 to a centimetre.</summary>
    private const long Centimetre = 360_000;
    private const uint AxeCategories = 1;
    private const uint AxeValeurs = 2;

    /// <summary>Told apart by colour-blind readers, the territory first.</summary>
    private static readonly string[] Couleurs = ["0F7078", "0072B2", "B4532A", "52616C"];

    private uint _numero;

    public IEnumerable<OpenXmlElement> Dessiner(BlocGraphique graphique)
    {
        var partie = principale.AddNewPart<ChartPart>();
        partie.ChartSpace = new C.ChartSpace(
            new C.EditingLanguage { Val = "fr-FR" },
            new C.RoundedCorners { Val = false },
            new C.Chart(
                new C.AutoTitleDeleted { Val = true },
                new C.PlotArea(new C.Layout(), Trace(graphique), Categories(graphique.Forme), Valeurs(graphique.Forme)),
                new C.Legend(new C.LegendPosition { Val = C.LegendPositionValues.Bottom }, new C.Overlay { Val = false }),
                new C.PlotVisibleOnly { Val = true },
                new C.DisplayBlanksAs { Val = C.DisplayBlanksAsValues.Gap }),
            new C.ShapeProperties(new A.NoFill(), new A.Outline(new A.NoFill())));
        if (graphique.Forme == FormeGraphique.Barres)
        {
            // each bar carries its figure
            partie.ChartSpace.Descendants<C.MajorGridlines>().Single().Remove();
        }

        if (graphique.Series.Count < 2)
        {
            // one series is named by the title
            partie.ChartSpace.Descendants<C.Legend>().Single().Remove();
        }

        partie.ChartSpace.AddNamespaceDeclaration("c", "http://schemas.openxmlformats.org/drawingml/2006/chart");
        partie.ChartSpace.AddNamespaceDeclaration("a", "http://schemas.openxmlformats.org/drawingml/2006/main");

        yield return ComposeurWord.Paragraphe(StylesWord.Legende, graphique.Titre);
        yield return new Paragraph(new Run(new Drawing(Cadre(graphique, principale.GetIdOfPart(partie)))));
    }

    private Wp.Inline Cadre(BlocGraphique graphique, string partie)
    {
        var lignes = graphique.Forme == FormeGraphique.Barres ? graphique.Categories.Count * graphique.Series.Count : 9;
        return new(
            new Wp.Extent { Cx = 17 * Centimetre, Cy = Math.Clamp(2 + lignes, 4, 20) * Centimetre * 3 / 4 },
            new Wp.DocProperties { Id = ++_numero, Name = graphique.Titre, Description = graphique.Description },
            new Wp.NonVisualGraphicFrameDrawingProperties(),
            new A.Graphic(new A.GraphicData(new C.ChartReference { Id = partie }) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart" }))
        {
            DistanceFromTop = 0,
            DistanceFromBottom = 0,
            DistanceFromLeft = 0,
            DistanceFromRight = 0,
        };
    }

    private static OpenXmlCompositeElement Trace(BlocGraphique graphique)
    {
        if (graphique.Forme == FormeGraphique.Lignes)
        {
            var lignes = new C.LineChart(new C.Grouping { Val = C.GroupingValues.Standard }, new C.VaryColors { Val = false });
            lignes.Append(graphique.Series.Select((s, i) => Ligne(graphique, s, i)));
            lignes.Append(new C.ShowMarker { Val = true }, new C.AxisId { Val = AxeCategories }, new C.AxisId { Val = AxeValeurs });
            return lignes;
        }

        var barres = new C.BarChart(
            new C.BarDirection { Val = C.BarDirectionValues.Bar }, new C.BarGrouping { Val = C.BarGroupingValues.Clustered }, new C.VaryColors { Val = false });
        barres.Append(graphique.Series.Select((s, i) => Barre(graphique, s, i)));
        barres.Append(new C.GapWidth { Val = 45 }, new C.AxisId { Val = AxeCategories }, new C.AxisId { Val = AxeValeurs });
        return barres;
    }

    private static C.BarChartSeries Barre(BlocGraphique graphique, SerieGraphique serie, int rang) => new(
        new C.Index { Val = (uint)rang }, new C.Order { Val = (uint)rang }, Nom(serie),
        new C.ChartShapeProperties(Plein(rang)), new C.InvertIfNegative { Val = false }, Etiquettes(), Axe(graphique), Chiffres(serie));

    private static C.LineChartSeries Ligne(BlocGraphique graphique, SerieGraphique serie, int rang) => new(
        new C.Index { Val = (uint)rang }, new C.Order { Val = (uint)rang }, Nom(serie),
        new C.ChartShapeProperties(new A.Outline(Plein(rang)) { Width = rang == 0 ? 34_925 : 22_225 }),
        new C.Marker(new C.Symbol { Val = rang % 2 == 0 ? C.MarkerStyleValues.Circle : C.MarkerStyleValues.Diamond }, new C.Size { Val = 6 },
            new C.ChartShapeProperties(Plein(rang))),
        Axe(graphique), Chiffres(serie), new C.Smooth { Val = false });

    private static A.SolidFill Plein(int rang) => new(new A.RgbColorModelHex { Val = Couleurs[rang % Couleurs.Length] });

    private static C.SeriesText Nom(SerieGraphique serie) => new(new C.StringReference(
        new C.Formula(""), new C.StringCache(new C.PointCount { Val = 1 }, new C.StringPoint(new C.NumericValue(serie.Nom)) { Index = 0 })));

    private static C.DataLabels Etiquettes() => new(
        new C.ShowLegendKey { Val = false }, new C.ShowValue { Val = true }, new C.ShowCategoryName { Val = false },
        new C.ShowSeriesName { Val = false }, new C.ShowPercent { Val = false }, new C.ShowBubbleSize { Val = false });

    private static C.CategoryAxisData Axe(BlocGraphique graphique)
    {
        var noms = new C.StringLiteral(new C.PointCount { Val = (uint)graphique.Categories.Count });
        noms.Append(graphique.Categories.Select((c, i) => new C.StringPoint(new C.NumericValue(c)) { Index = (uint)i }));
        return new(noms);
    }

    private static C.Values Chiffres(SerieGraphique serie)
    {
        var chiffres = new C.NumberLiteral(new C.FormatCode("General"), new C.PointCount { Val = (uint)serie.Valeurs.Count });
        chiffres.Append(serie.Valeurs.Index().Where(v => v.Item is not null).Select(v => new C.NumericPoint(
            new C.NumericValue(v.Item!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)))
        { Index = (uint)v.Index }));
        return new(chiffres);
    }

    private static C.CategoryAxis Categories(FormeGraphique forme) => new(
        new C.AxisId { Val = AxeCategories },

        // the first bar at the top, as people read
        new C.Scaling(new C.Orientation { Val = forme == FormeGraphique.Barres ? C.OrientationValues.MaxMin : C.OrientationValues.MinMax }),
        new C.Delete { Val = false },
        new C.AxisPosition { Val = forme == FormeGraphique.Barres ? C.AxisPositionValues.Left : C.AxisPositionValues.Bottom },
        new C.MajorTickMark { Val = C.TickMarkValues.None }, new C.MinorTickMark { Val = C.TickMarkValues.None },
        new C.TickLabelPosition { Val = C.TickLabelPositionValues.Low },
        new C.CrossingAxis { Val = AxeValeurs }, new C.Crosses { Val = C.CrossesValues.AutoZero });

    private static C.ValueAxis Valeurs(FormeGraphique forme) => new(
        new C.AxisId { Val = AxeValeurs },
        new C.Scaling(new C.Orientation { Val = C.OrientationValues.MinMax }),

        // bars carry their figures
        new C.Delete { Val = forme == FormeGraphique.Barres },
        new C.AxisPosition { Val = forme == FormeGraphique.Barres ? C.AxisPositionValues.Bottom : C.AxisPositionValues.Left },
        new C.MajorGridlines(new C.ChartShapeProperties(new A.Outline(new A.SolidFill(new A.RgbColorModelHex { Val = "E3EAED" })))),
        new C.NumberingFormat { FormatCode = "General", SourceLinked = false },
        new C.MajorTickMark { Val = C.TickMarkValues.None }, new C.MinorTickMark { Val = C.TickMarkValues.None },
        new C.TickLabelPosition { Val = C.TickLabelPositionValues.NextTo },
        new C.CrossingAxis { Val = AxeCategories }, new C.Crosses { Val = C.CrossesValues.AutoZero });
}
