using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CtgPortal.Web.Common.TagHelpers;

/// <summary><c>&lt;pastille ton="attention" icone="clock"&gt;En retard&lt;/pastille&gt;</c>: a state, with icon, word and colour.</summary>
[HtmlTargetElement("pastille")]
public sealed class PastilleTagHelper(Icones icones) : TagHelper
{
    public string Ton { get; set; } = "neutre";

    public string Icone { get; set; } = "circle";

    /// <summary>All three at once, in place of the other attributes and the content.</summary>
    public Pastille? Valeur { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);

        var contenu = await output.GetChildContentAsync();
        Ecrire(output, icones, Valeur?.Ton ?? Ton, Valeur?.Icone ?? Icone);
        if (Valeur is null)
        {
            output.Content.AppendHtml(contenu);
        }
        else
        {
            output.Content.Append(Valeur.Mot);
        }
    }

    internal static void Ecrire(TagHelperOutput output, Icones icones, string ton, string icone)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"pastille pastille-{ton}");
        output.Content.SetHtmlContent(IconeTagHelper.Svg(icones, icone));
    }
}

/// <summary><c>&lt;statut code="@row.Statut" /&gt;</c>: the stage of a convention.</summary>
[HtmlTargetElement("statut", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class StatutTagHelper(Icones icones) : TagHelper
{
    /// <summary>The status as stored; <c>code="@row.Statut"</c> takes the enum too.</summary>
    public string Code { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);

        var pastille = Statut.Pastille(Code);
        PastilleTagHelper.Ecrire(output, icones, pastille.Ton, pastille.Icone);
        output.Content.Append(pastille.Mot);
        output.Attributes.SetAttribute("data-statut", Code);
    }
}
