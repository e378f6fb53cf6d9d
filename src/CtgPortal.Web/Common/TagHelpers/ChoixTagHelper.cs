using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CtgPortal.Web.Common.TagHelpers;

/// <summary>
/// <c>&lt;choix asp-for="Input.Champs" options="…" /&gt;</c>: radio buttons, or boxes when the property is a list, in a fieldset.
/// </summary>
[HtmlTargetElement("choix", Attributes = "asp-for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ChoixTagHelper(HtmlEncoder encoder) : ChampBase
{
    public IEnumerable<SelectListItem> Options { get; set; } = [];

    /// <summary>Side by side on a wide screen; for two or three short words.</summary>
    public bool EnLigne { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);

        CommencerEnveloppe(output, "fieldset", EnLigne ? "champ-choix champ-choix-en-ligne" : "champ-choix");
        if (DecritPar() is { } decritPar)
        {
            output.Attributes.SetAttribute("aria-describedby", decritPar);
        }

        output.Content.AppendHtml($"<legend class=\"champ-libelle\">{encoder.Encode(Etiquette)}{Marque()}</legend>");
        EcrireAideEtErreur(output.Content, encoder);
        output.Content.AppendHtml("<div class=\"choix-options\">");

        var type = For.Metadata.IsEnumerableType ? "checkbox" : "radio";
        var choisies = ValeursChoisies();
        var rang = 0;
        foreach (var option in Options)
        {
            var valeur = option.Value ?? option.Text;

            // the first one bears the id of the field, so that the error summary leads to it
            var id = rang++ == 0 ? Id : $"{Id}_{rang}";
            output.Content.AppendHtml(
                $"<div class=\"case\"><input class=\"form-check-input\" type=\"{type}\" id=\"{id}\" name=\"{encoder.Encode(Nom)}\" value=\"{encoder.Encode(valeur)}\""
                + (choisies.Contains(valeur) ? " checked" : "") + (option.Disabled ? " disabled" : "")
                + (Erreur is null ? "" : " aria-invalid=\"true\"")
                + $" /><label for=\"{id}\">{encoder.Encode(option.Text)}</label></div>");
        }

        output.Content.AppendHtml("</div>");
    }
}
