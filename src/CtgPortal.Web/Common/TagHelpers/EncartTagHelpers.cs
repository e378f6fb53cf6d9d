using System.Text.Encodings.Web;
using CtgPortal.Domain.Common;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CtgPortal.Web.Common.TagHelpers;

/// <summary><c>&lt;encart ton="info" titre="…"&gt;…&lt;/encart&gt;</c>: a framed message; tones info, succes, attention, danger.</summary>
[HtmlTargetElement("encart")]
public sealed class EncartTagHelper(Icones icones, HtmlEncoder encoder) : TagHelper
{
    public string Ton { get; set; } = "info";

    public string? Titre { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);

        var contenu = await output.GetChildContentAsync();
        output.TagName = "div";
        output.Attributes.SetAttribute("class", $"encart encart-{Ton}");
        output.Content.SetHtmlContent(IconeTagHelper.Svg(icones, Icone(Ton)));
        output.Content.AppendHtml("<div class=\"encart-corps\">");
        if (Titre is not null)
        {
            output.Content.AppendHtml($"<p class=\"encart-titre\">{encoder.Encode(Titre)}</p>");
        }

        output.Content.AppendHtml(contenu).AppendHtml("</div>");
    }

    internal static string Icone(string ton) => ton switch
    {
        "succes" => "check-circle-fill",
        "attention" => "exclamation-triangle-fill",
        "danger" => "x-octagon-fill",
        _ => "info-circle-fill",
    };
}

/// <summary>
/// <c>&lt;obstacles liste="Model.Dossier.Obstacles" /&gt;</c>: what prevents the next step and what is only a reservation;
/// nothing at all when the list is empty.
/// </summary>
[HtmlTargetElement("obstacles", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ObstaclesTagHelper(Icones icones, HtmlEncoder encoder) : TagHelper
{
    public IReadOnlyList<Obstacle> Liste { get; set; } = [];

    public string TitreBloquants { get; set; } = "Il reste à faire avant cette étape";

    public string TitreReserves { get; set; } = "À savoir, sans que cela empêche de continuer";

    /// <summary>Address of the convention: each obstacle then leads to where it is lifted.</summary>
    public string? Adresse { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);

        if (Liste.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "obstacles");
        Groupe("danger", "x-octagon-fill", TitreBloquants, [.. Liste.Where(o => o.Bloquant)]);
        Groupe("attention", "exclamation-triangle-fill", TitreReserves, [.. Liste.Where(o => !o.Bloquant)]);

        void Groupe(string ton, string icone, string titre, List<Obstacle> obstacles)
        {
            if (obstacles.Count == 0)
            {
                return;
            }

            output.Content.AppendHtml($"<div class=\"encart encart-{ton}\">{IconeTagHelper.Svg(icones, icone)}<div class=\"encart-corps\">");
            output.Content.AppendHtml($"<p class=\"encart-titre\">{encoder.Encode(titre)}</p><ul>");
            foreach (var obstacle in obstacles)
            {
                output.Content.AppendHtml($"<li data-code=\"{encoder.Encode(obstacle.Code)}\">{encoder.Encode(obstacle.Message)}");
                if (Adresse is not null && LieuxObstacles.De(obstacle) is var (chemin, libelle))
                {
                    var suite = $"<span class=\"visually-hidden\"> : {encoder.Encode(obstacle.Message)}</span>";
                    output.Content.AppendHtml($" <a href=\"{encoder.Encode(Adresse + chemin)}\">{encoder.Encode(libelle)}{suite}</a>");
                }

                output.Content.AppendHtml("</li>");
            }

            output.Content.AppendHtml("</ul></div></div>");
        }
    }
}

/// <summary><c>&lt;etat-vide icone="people" titre="Aucun atelier"&gt;what it is for, and the first step&lt;/etat-vide&gt;</c>.</summary>
[HtmlTargetElement("etat-vide")]
public sealed class EtatVideTagHelper(Icones icones, HtmlEncoder encoder) : TagHelper
{
    public string Icone { get; set; } = "inbox";

    public string Titre { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);

        var contenu = await output.GetChildContentAsync();
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "etat-vide");
        output.Content.SetHtmlContent(IconeTagHelper.Svg(icones, Icone));
        output.Content.AppendHtml($"<p class=\"etat-vide-titre\">{encoder.Encode(Titre)}</p>").AppendHtml(contenu);
    }
}

/// <summary>
/// <c>&lt;confirmation libelle="Supprimer la fiche" titre="Supprimer la fiche 12 ?"&gt;consequences, then the form&lt;/confirmation&gt;</c>:
/// opens in place without script, as a dialog with it.
/// </summary>
[HtmlTargetElement("confirmation")]
public sealed class ConfirmationTagHelper(Icones icones, HtmlEncoder encoder) : TagHelper
{
    public string Libelle { get; set; } = "";

    /// <summary>What the button is about, for those who hear it out of its line.</summary>
    public string Precision { get; set; } = "";

    public string Titre { get; set; } = "";

    public string Icone { get; set; } = "trash";

    public string Bouton { get; set; } = "btn-outline-danger";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);

        var contenu = await output.GetChildContentAsync();
        output.TagName = "details";
        output.Attributes.SetAttribute("class", "confirmation");
        output.Content.SetHtmlContent(
            $"<summary class=\"btn {encoder.Encode(Bouton)}\">{IconeTagHelper.Svg(icones, Icone)} {encoder.Encode(Libelle)}{(Precision.Length == 0 ? "" : $"<span class=\"visually-hidden\"> {encoder.Encode(Precision)}</span>")}</summary>");
        output.Content.AppendHtml($"<div class=\"confirmation-corps\"><p class=\"confirmation-titre\">{encoder.Encode(Titre)}</p>");
        output.Content.AppendHtml(contenu).AppendHtml("</div>");
    }
}

/// <summary>
/// <c>&lt;bloc titre="Parties" modifier="/conventions/…/parties"&gt;…&lt;/bloc&gt;</c>: a read view with its edit link.
/// </summary>
[HtmlTargetElement("bloc")]
public sealed class BlocTagHelper(Icones icones, HtmlEncoder encoder) : TagHelper
{
    public string Titre { get; set; } = "";

    /// <summary>Address of the form; none when the person may not edit.</summary>
    public string? Modifier { get; set; }

    public string LibelleModifier { get; set; } = "Modifier";

    /// <summary>Level of the heading.</summary>
    public int Niveau { get; set; } = 2;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);

        var contenu = await output.GetChildContentAsync();
        output.TagName = "section";
        output.Attributes.SetAttribute("class", "bloc");
        output.Content.SetHtmlContent($"<div class=\"bloc-tete\"><h{Niveau} class=\"bloc-titre\">{encoder.Encode(Titre)}</h{Niveau}>");
        // an attribute whose expression is null arrives as an empty text
        if (!string.IsNullOrEmpty(Modifier))
        {
            output.Content.AppendHtml(
                $"<a class=\"bloc-modifier\" href=\"{encoder.Encode(Modifier)}\">{IconeTagHelper.Svg(icones, "pencil")} {encoder.Encode(LibelleModifier)}"
                + $"<span class=\"visually-hidden\"> : {encoder.Encode(Titre)}</span></a>");
        }

        output.Content.AppendHtml("</div>").AppendHtml(contenu);
    }
}
