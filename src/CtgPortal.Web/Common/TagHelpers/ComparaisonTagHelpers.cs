using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CtgPortal.Web.Common.TagHelpers;

/// <summary>One bar: what it is, its figure, and whether it is the territory itself rather than what one compares it with.</summary>
public sealed record Barre(string Libelle, decimal Valeur, bool Principale);

/// <summary>
/// <c>&lt;barres titre="Taux de couverture, 2024" valeurs="…" unite="%" /&gt;</c>: one bar a line with its figure beside it;
/// nothing with fewer than two values. The page gives the same figures in a table.
/// </summary>
[HtmlTargetElement("barres", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class BarresTagHelper(HtmlEncoder encoder) : TagHelper
{
    public string Titre { get; set; } = "";

    public IReadOnlyList<Barre> Valeurs { get; set; } = [];

    public string? Unite { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);

        if (Valeurs.Count < 2)
        {
            output.SuppressOutput();
            return;
        }

        // bars start at zero, on the left unless a value is negative
        var min = Math.Min(0, Valeurs.Min(v => v.Valeur));
        var max = Math.Max(0, Valeurs.Max(v => v.Valeur));
        var etendue = max - min == 0 ? 1 : max - min;

        output.TagName = "figure";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "barres");
        output.Content.AppendHtml($"<figcaption>{encoder.Encode(Titre)}</figcaption><ul>");
        foreach (var barre in Valeurs)
        {
            var debut = 100 * (Math.Min(0, barre.Valeur) - min) / etendue;
            var largeur = 100 * Math.Abs(barre.Valeur) / etendue;
            var couleur = barre.Principale ? "barre-principale" : "barre-comparee";
            output.Content.AppendHtml(
                $"<li class=\"{couleur}\"><span class=\"barre-nom\">{encoder.Encode(barre.Libelle)}<span class=\"visually-hidden\"> : </span></span>"
                + "<svg viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\" focusable=\"false\"><rect class=\"barre-fond\" width=\"100\" height=\"10\" />"
                + string.Create(CultureInfo.InvariantCulture, $"<rect class=\"barre-part\" x=\"{debut:0.##}\" width=\"{largeur:0.##}\" height=\"10\" /></svg>")
                + $"<span class=\"barre-valeur\">{encoder.Encode(Format.Mesure(barre.Valeur, Unite))}</span></li>");
        }

        output.Content.AppendHtml("</ul>");
    }
}

/// <summary>
/// <c>&lt;evolution titre="CC des Trois Rivières" points="…" unite="%" /&gt;</c>: a small line over the years with its first and last
/// figures; nothing with fewer than two years.
/// </summary>
[HtmlTargetElement("evolution", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class EvolutionTagHelper(HtmlEncoder encoder) : TagHelper
{
    public string Titre { get; set; } = "";

    /// <summary>Year and value, oldest first.</summary>
    public IReadOnlyList<(int Annee, decimal Valeur)> Points { get; set; } = [];

    public string? Unite { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);

        if (Points.Count < 2)
        {
            output.SuppressOutput();
            return;
        }

        var (premier, dernier) = (Points[0], Points[^1]);
        var (min, max) = (Points.Min(p => p.Valeur), Points.Max(p => p.Valeur));
        var trace = new StringBuilder();
        foreach (var (annee, valeur) in Points)
        {
            var x = 4 + (112m * (annee - premier.Annee) / Math.Max(1, dernier.Annee - premier.Annee));
            var y = max == min ? 16 : 28 - (24 * (valeur - min) / (max - min));
            trace.Append(CultureInfo.InvariantCulture, $"{x:0.#},{y:0.#} ");
        }

        var fin = trace.ToString().TrimEnd().Split(' ')[^1].Split(',');
        output.TagName = "figure";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "evolution");
        output.Content.SetHtmlContent(
            $"<figcaption>{encoder.Encode(Titre)}</figcaption><p><span>{encoder.Encode(Format.Mesure(premier.Valeur, Unite))} <span class=\"discret\">en {premier.Annee}</span></span>"
            + $"<svg viewBox=\"0 0 120 32\" width=\"120\" height=\"32\" aria-hidden=\"true\" focusable=\"false\"><polyline points=\"{trace.ToString().TrimEnd()}\" /><circle cx=\"{fin[0]}\" cy=\"{fin[1]}\" r=\"3.5\" /></svg>"
            + $"<span><strong>{encoder.Encode(Format.Mesure(dernier.Valeur, Unite))}</strong> <span class=\"discret\">en {dernier.Annee}</span></span></p>");
    }
}
