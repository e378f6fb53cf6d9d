using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CtgPortal.Web.Common.TagHelpers;

/// <summary><c>&lt;progression valeur="9" max="14" unite="fiches terminées" /&gt;</c>: a bar and its figure in words.</summary>
[HtmlTargetElement("progression", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ProgressionTagHelper(HtmlEncoder encoder) : TagHelper
{
    public decimal Valeur { get; set; }

    public decimal Max { get; set; } = 100;

    /// <summary>What is counted; the text then reads « 9 sur 14 fiches terminées ».</summary>
    public string Unite { get; set; } = "";

    /// <summary>Class of the bar: <c>axe-1</c> to <c>axe-8</c>, or the portal's own colour.</summary>
    public string Couleur { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);

        var part = Max <= 0 ? 0 : Math.Clamp(Valeur / Max, 0, 1);
        var texte = Max <= 0 ? "–" : Unite.Length == 0 ? Format.Pourcentage(part) : $"{Format.Nombre(Valeur)} sur {Format.Nombre(Max)} {Unite}";
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"progression {Couleur}".TrimEnd());
        output.Content.SetHtmlContent(
            $"""
            <svg class="progression-barre" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="progression-fond" width="100" height="8" rx="0" /><rect class="progression-part" width="{(100 * part).ToString("0.##", CultureInfo.InvariantCulture)}" height="8" /></svg><span class="progression-texte">{encoder.Encode(texte)}</span>
            """);
    }
}

/// <summary>
/// <c>&lt;barre-empilee titre="Avancement des fiches" segments="…" unite="fiche" /&gt;</c>: a picture with its title, its legend
/// and the same figures as a table.
/// </summary>
[HtmlTargetElement("barre-empilee", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class BarreEmpileeTagHelper(HtmlEncoder encoder) : TagHelper
{
    private const decimal Largeur = 600;

    public string Titre { get; set; } = "";

    public IReadOnlyList<Segment> Segments { get; set; } = [];

    /// <summary>What is counted, in the singular.</summary>
    public string Unite { get; set; } = "fiche";

    public string? UnitePluriel { get; set; }

    /// <summary>Amounts in euros rather than counts.</summary>
    public bool Montants { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);

        var total = Segments.Sum(s => s.Valeur);
        var id = $"barre-{context?.UniqueId}";
        output.TagName = "figure";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "barre-empilee");

        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<figcaption>{encoder.Encode(Titre)}</figcaption>");
        html.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {Largeur} 22\" preserveAspectRatio=\"none\" role=\"img\" aria-labelledby=\"{id}-t {id}-d\">");
        html.Append(CultureInfo.InvariantCulture, $"<title id=\"{id}-t\">{encoder.Encode(Titre)}</title><desc id=\"{id}-d\">{encoder.Encode(Description(total))}</desc>");
        html.Append(CultureInfo.InvariantCulture, $"<rect class=\"serie-vide\" width=\"{Largeur}\" height=\"22\" />");
        var x = 0m;
        foreach (var segment in Segments.Where(s => s.Valeur > 0))
        {
            var largeur = Largeur * segment.Valeur / total;
            html.Append(CultureInfo.InvariantCulture, $"<rect class=\"{encoder.Encode(segment.Couleur)}\" x=\"{x:0.##}\" width=\"{Math.Max(0, largeur - 2):0.##}\" height=\"22\" />");
            x += largeur;
        }

        html.Append("</svg><ul class=\"legende\" aria-hidden=\"true\">");
        foreach (var segment in Segments)
        {
            html.Append(CultureInfo.InvariantCulture, $"<li><svg viewBox=\"0 0 12 12\" width=\"12\" height=\"12\"><rect class=\"{encoder.Encode(segment.Couleur)}\" width=\"12\" height=\"12\" rx=\"2\" /></svg>{encoder.Encode(segment.Libelle)}\u00A0: <strong>{encoder.Encode(Chiffre(segment.Valeur))}</strong></li>");
        }

        html.Append(CultureInfo.InvariantCulture, $"</ul><details class=\"donnees\"><summary>Voir les chiffres<span class=\"visually-hidden\"> : {encoder.Encode(Titre)}</span></summary><table class=\"tableau tableau-serre\"><caption class=\"visually-hidden\">{encoder.Encode(Titre)}</caption><thead><tr><th scope=\"col\">État</th><th scope=\"col\" class=\"nombre\">Valeur</th><th scope=\"col\" class=\"nombre\">Part</th></tr></thead><tbody>");
        foreach (var segment in Segments)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{encoder.Encode(segment.Libelle)}</th><td class=\"nombre\">{encoder.Encode(Chiffre(segment.Valeur))}</td><td class=\"nombre\">{(total == 0 ? "–" : Format.Pourcentage(segment.Valeur / total))}</td></tr>");
        }

        html.Append("</tbody></table></details>");
        output.Content.SetHtmlContent(html.ToString());
    }

    private string Chiffre(decimal valeur) => Montants ? Format.Montant(valeur) : Format.Nombre(valeur);

    private string Description(decimal total)
    {
        var ensemble = Montants ? Format.Montant(total) : Format.Pluriel((long)total, Unite, UnitePluriel);
        return $"{ensemble} : " + string.Join(", ", Segments.Select(s => $"{s.Libelle} {Chiffre(s.Valeur)}")) + ".";
    }
}

/// <summary>
/// <c>&lt;th tri="fin" tri-actuel="@Model.Tri"&gt;Échéance&lt;/th&gt;</c>: a heading that sorts. The address carries <c>tri=fin</c> or
/// <c>tri=-fin</c> and keeps the filters.
/// </summary>
[HtmlTargetElement("th", Attributes = "tri")]
public sealed class TriTagHelper(Icones icones, HtmlEncoder encoder) : TagHelper
{
    /// <summary>Key of the column.</summary>
    public string Tri { get; set; } = "";

    /// <summary>The sort in force: a key, preceded by « - » when descending.</summary>
    public string? TriActuel { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);

        var contenu = await output.GetChildContentAsync();
        var (croissant, decroissant) = (TriActuel == Tri, TriActuel == "-" + Tri);
        var adresse = ViewContext.HttpContext.Request.Avec(("tri", croissant ? "-" + Tri : Tri), ("p", null));
        output.Attributes.SetAttribute("scope", "col");
        if (croissant || decroissant)
        {
            output.Attributes.SetAttribute("aria-sort", croissant ? "ascending" : "descending");
        }

        var icone = croissant ? "arrow-up" : decroissant ? "arrow-down" : "arrow-down-up";
        output.Content.SetHtmlContent($"<a class=\"tri\" href=\"{encoder.Encode(adresse)}\">");
        output.Content.AppendHtml(contenu).AppendHtml(IconeTagHelper.Svg(icones, icone)).AppendHtml("</a>");
    }
}
