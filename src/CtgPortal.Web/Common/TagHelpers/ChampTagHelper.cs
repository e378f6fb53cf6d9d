using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CtgPortal.Web.Common.TagHelpers;

/// <summary>
/// <c>&lt;champ asp-for="Input.Intitule" aide="…" longueur-max="300" /&gt;</c>: label, hint, control, counter and error of one field.
/// The control follows the type of the property: date, time, number, checkbox, list (with <c>options</c>), text.
/// </summary>
[HtmlTargetElement("champ", Attributes = "asp-for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ChampTagHelper(HtmlEncoder encoder) : ChampBase
{
    /// <summary>Overrides the kind of input: email, tel, url, search, password…</summary>
    public string? Type { get; set; }

    /// <summary>More than one makes a text area.</summary>
    public int Lignes { get; set; } = 1;

    /// <summary>Shows a counter; the server's own limit still decides, so nothing typed or pasted is cut.</summary>
    public int? LongueurMax { get; set; }

    public IEnumerable<SelectListItem>? Options { get; set; }

    /// <summary>First line of a list, for « none »; null for no such line.</summary>
    public string? OptionVide { get; set; }

    /// <summary>Unit after the control: €, %, places…</summary>
    public string? Suffixe { get; set; }

    /// <summary>The autocomplete token of HTML: email, current-password, off…</summary>
    public string? Autocomplete { get; set; }

    /// <summary>Width by content: <c>court</c> (dates, numbers), <c>moyen</c>, or full.</summary>
    public string? Largeur { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);

        var type = Type ?? TypeParDefaut(For.Metadata.UnderlyingOrModelType);
        var autres = output.Attributes.Where(a => a.Name != "class").ToList();
        foreach (var attribut in autres)
        {
            output.Attributes.Remove(attribut);
        }

        if (type == "checkbox")
        {
            CommencerEnveloppe(output, "div", "champ-case");
            EcrireCase(output, autres);
            return;
        }

        CommencerEnveloppe(output, "div", Largeur is { } largeur ? $"champ-{largeur}" : type is "date" or "time" or "number" || For.Metadata.UnderlyingOrModelType == typeof(decimal) ? "champ-court" : "");
        output.Content.AppendHtml($"<label class=\"champ-libelle\" for=\"{Id}\">{encoder.Encode(Etiquette)}{Marque()}</label>");
        EcrireAideEtErreur(output.Content, encoder);

        var controle = Controle(type);
        controle.Attributes["id"] = Id;
        controle.Attributes["name"] = Nom;
        Poser(controle, "autocomplete", Autocomplete);
        Poser(controle, "aria-describedby", DecritPar(LongueurMax is not null));
        Poser(controle, "aria-invalid", Erreur is null ? null : "true");
        Poser(controle, "aria-required", EstObligatoire ? "true" : null);
        foreach (var attribut in autres)
        {
            Poser(controle, attribut.Name, attribut.Value?.ToString() ?? "");
        }

        if (string.IsNullOrEmpty(Suffixe))
        {
            output.Content.AppendHtml(controle);
        }
        else
        {
            output.Content.AppendHtml("<span class=\"champ-groupe\">").AppendHtml(controle)
                .AppendHtml($"<span class=\"champ-suffixe\">{encoder.Encode(Suffixe)}</span></span>");
        }

        if (LongueurMax is { } max)
        {
            controle.Attributes["data-longueur-max"] = max.ToString(CultureInfo.InvariantCulture);
            output.Content.AppendHtml($"<p class=\"champ-compteur\" id=\"{Id}-compteur\">{Format.Nombre(max)} caractères au plus</p>");
        }
    }

    private TagBuilder Controle(string type)
    {
        if (Options is not null)
        {
            return Liste();
        }

        var saisie = Saisie(type);
        if (Lignes > 1)
        {
            var zone = new TagBuilder("textarea");
            zone.AddCssClass("form-control");
            zone.Attributes["rows"] = Lignes.ToString(CultureInfo.InvariantCulture);

            // a text area drops its first line break
            zone.InnerHtml.AppendHtml("\n").Append(saisie);
            return zone;
        }

        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.AddCssClass("form-control");
        input.Attributes["type"] = type;
        if (type != "password")
        {
            input.Attributes["value"] = saisie;
        }

        if (For.Metadata.UnderlyingOrModelType == typeof(decimal) && type == "text")
        {
            input.Attributes["inputmode"] = "decimal";
        }

        return input;
    }

    private TagBuilder Liste()
    {
        var choisies = ValeursChoisies();
        var liste = new TagBuilder("select");
        liste.AddCssClass("form-select");
        if (For.Metadata.IsEnumerableType)
        {
            liste.Attributes["multiple"] = "multiple";
        }

        if (OptionVide is not null)
        {
            liste.InnerHtml.AppendHtml($"<option value=\"\">{encoder.Encode(OptionVide)}</option>");
        }

        foreach (var groupe in Options!.GroupBy(o => o.Group?.Name))
        {
            IHtmlContentBuilder parent = liste.InnerHtml;
            TagBuilder? balise = null;
            if (groupe.Key is not null)
            {
                balise = new TagBuilder("optgroup");
                balise.Attributes["label"] = groupe.Key;
                parent = balise.InnerHtml;
            }

            foreach (var option in groupe)
            {
                var valeur = option.Value ?? option.Text;
                var choisie = choisies.Contains(valeur) ? " selected" : "";
                var inactive = option.Disabled ? " disabled" : "";
                parent.AppendHtml($"<option value=\"{encoder.Encode(valeur)}\"{choisie}{inactive}>{encoder.Encode(option.Text)}</option>");
            }

            if (balise is not null)
            {
                liste.InnerHtml.AppendHtml(balise);
            }
        }

        return liste;
    }

    private void EcrireCase(TagHelperOutput output, List<TagHelperAttribute> autres)
    {
        var cochee = Etat?.RawValue is { } brut
            ? brut is string[] valeurs ? valeurs.Contains("true") : string.Equals(brut.ToString(), "true", StringComparison.OrdinalIgnoreCase)
            : For.Model is true;
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.AddCssClass("form-check-input");
        input.Attributes["type"] = "checkbox";
        input.Attributes["id"] = Id;
        input.Attributes["name"] = Nom;
        input.Attributes["value"] = "true";
        Poser(input, "checked", cochee ? "checked" : null);
        Poser(input, "aria-describedby", DecritPar());
        Poser(input, "aria-invalid", Erreur is null ? null : "true");
        foreach (var attribut in autres)
        {
            Poser(input, attribut.Name, attribut.Value?.ToString() ?? "");
        }

        output.Content.AppendHtml("<div class=\"case\">").AppendHtml(input);
        output.Content.AppendHtml($"<label for=\"{Id}\">{encoder.Encode(Etiquette)}</label></div>");
        output.Content.AppendHtml($"<input type=\"hidden\" name=\"{encoder.Encode(Nom)}\" value=\"false\" />");
        EcrireAideEtErreur(output.Content, encoder);
    }

    private static void Poser(TagBuilder balise, string nom, string? valeur)
    {
        if (valeur is not null)
        {
            balise.Attributes[nom] = valeur;
        }
    }

    private static string TypeParDefaut(Type type) =>
        type == typeof(bool) ? "checkbox"
        : type == typeof(DateOnly) ? "date"
        : type == typeof(TimeOnly) ? "time"
        : type == typeof(int) || type == typeof(long) || type == typeof(short) ? "number"
        : "text";
}
