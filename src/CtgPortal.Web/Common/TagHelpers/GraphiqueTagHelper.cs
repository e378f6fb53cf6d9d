using System.Text.Encodings.Web;
using CtgPortal.Application.Graphiques;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CtgPortal.Web.Common.TagHelpers;

/// <summary>
/// <c>&lt;graphique valeur="…" /&gt;</c>: a picture with its title; nothing when there is none. The page gives the same figures in a
/// table, one click away.
/// </summary>
[HtmlTargetElement("graphique", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class GraphiqueTagHelper(HtmlEncoder encoder) : TagHelper
{
    public Graphique? Valeur { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);

        if (Valeur is null)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "figure";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "figure-graphique");
        output.Content.SetHtmlContent($"<figcaption>{encoder.Encode(Valeur.Titre)}</figcaption>{Valeur.EnSvg(RenduGraphique.Page)}");
    }
}

/// <summary>
/// <c>&lt;apercu-chiffre valeurs="…" /&gt;</c>: a glance beside a figure, with no text of its own. Points over the years when there are
/// two or more; the words beside it say the same.
/// </summary>
[HtmlTargetElement("apercu-chiffre", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ApercuChiffreTagHelper : TagHelper
{
    private const decimal Largeur = 110;
    private const decimal Hauteur = 36;

    /// <summary>Year and value, oldest first.</summary>
    public IReadOnlyList<(int Annee, decimal Valeur)> Valeurs { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);

        if (Valeurs.Count < 2)
        {
            output.SuppressOutput();
            return;
        }

        var (debut, fin) = (Valeurs[0].Annee, Valeurs[^1].Annee);
        var (min, max) = (Valeurs.Min(v => v.Valeur), Valeurs.Max(v => v.Valeur));
        var points = Valeurs
            .Select(v => (
                X: 4 + ((Largeur - 8) * (v.Annee - debut) / Math.Max(1, fin - debut)),
                Y: max == min ? Hauteur / 2 : Hauteur - 5 - ((Hauteur - 10) * (v.Valeur - min) / (max - min))))
            .ToList();
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "apercu-chiffre");
        output.Attributes.SetAttribute("viewBox", FormattableString.Invariant($"0 0 {Largeur} {Hauteur}"));
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Attributes.SetAttribute("focusable", "false");
        output.Content.SetHtmlContent(
            $"<polyline points=\"{string.Join(' ', points.Select(p => FormattableString.Invariant($"{p.X:0.#},{p.Y:0.#}")))}\" />"
            + FormattableString.Invariant($"<circle cx=\"{points[^1].X:0.#}\" cy=\"{points[^1].Y:0.#}\" r=\"3.5\" />"));
    }
}
