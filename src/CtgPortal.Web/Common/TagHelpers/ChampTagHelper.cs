using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CtgPortal.Web.Common.TagHelpers;

/// <summary>What every form control shares: name, id, label, hint, error, what was typed, and how they are tied for a screen reader.</summary>
public abstract class ChampBase : TagHelper
{
    [HtmlAttributeName("asp-for")]
    public ModelExpression For { get; set; } = null!;

    /// <summary>Defaults to the property's <c>[Display(Name)]</c>.</summary>
    public string? Libelle { get; set; }

    /// <summary>Hint under the label.</summary>
    public string? Aide { get; set; }

    /// <summary>Defaults to the property's <c>[Required]</c>, or to a value type that is not nullable.</summary>
    public bool? Obligatoire { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>What the address calls it, when the property says so: <c>[FromQuery(Name = "theme")]</c>.</summary>
    protected string Nom => For.Metadata.BinderModelName ?? ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    protected string Id => TagBuilder.CreateSanitizedId(Nom, "_");

    protected string Etiquette => Libelle ?? For.Metadata.DisplayName ?? For.Metadata.PropertyName ?? For.Name;

    protected bool EstObligatoire => Obligatoire
        ?? (For.Metadata.ValidatorMetadata.OfType<RequiredAttribute>().Any()
            || (For.Metadata.ModelType.IsValueType && !For.Metadata.IsReferenceOrNullableType && For.Metadata.ModelType != typeof(bool)));

    protected ModelStateEntry? Etat => ViewContext.ViewData.ModelState.TryGetValue(Nom, out var etat) ? etat : null;

    protected string? Erreur => Etat?.Errors is { Count: > 0 } erreurs ? string.Join(" ", erreurs.Select(e => e.ErrorMessage)) : null;

    protected string? DecritPar(bool compteur = false)
    {
        string?[] ids = [Aide is null ? null : $"{Id}-aide", compteur ? $"{Id}-compteur" : null, Erreur is null ? null : $"{Id}-erreur"];
        var presents = ids.Where(i => i is not null).ToList();
        return presents.Count == 0 ? null : string.Join(' ', presents);
    }

    protected void CommencerEnveloppe(TagHelperOutput output, string balise, string classe)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = balise;
        output.TagMode = TagMode.StartTagAndEndTag;
        var autre = output.Attributes["class"]?.Value?.ToString();
        output.Attributes.SetAttribute("class", string.Join(' ', new[] { "champ", classe, Erreur is null ? "" : "champ-en-erreur", autre ?? "" }.Where(c => c.Length > 0)));
    }

    protected void EcrireAideEtErreur(TagHelperContent contenu, HtmlEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(contenu);
        ArgumentNullException.ThrowIfNull(encoder);
        if (Aide is not null)
        {
            contenu.AppendHtml($"<p class=\"champ-aide\" id=\"{Id}-aide\">{encoder.Encode(Aide)}</p>");
        }

        if (Erreur is { } erreur)
        {
            contenu.AppendHtml($"<p class=\"champ-erreur\" id=\"{Id}-erreur\"><span class=\"visually-hidden\">Erreur : </span>{encoder.Encode(erreur)}</p>");
        }
    }

    protected string Marque() => EstObligatoire ? "<span class=\"champ-marque\" aria-hidden=\"true\"> *</span>" : "";

    /// <summary>What was typed when the form is shown again, else the value of the model as the control expects it.</summary>
    protected string Saisie(string? type)
    {
        if (Etat?.AttemptedValue is { } tentee)
        {
            return tentee;
        }

        return For.Model switch
        {
            null => "",
            DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTimeOffset or DateTime => throw new NotSupportedException("Use DateOnly and TimeOnly in forms."),
            TimeOnly heure => heure.ToString("HH:mm", CultureInfo.InvariantCulture),
            decimal nombre => nombre.ToString("0.######", type == "number" ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo("fr-FR")),
            IFormattable valeur => valeur.ToString(null, CultureInfo.InvariantCulture),
            var autre => autre.ToString() ?? "",
        };
    }

    protected HashSet<string> ValeursChoisies()
    {
        if (Etat?.RawValue is { } brut)
        {
            return [.. brut switch { string un => [un], IEnumerable<string> plusieurs => plusieurs, _ => [] }];
        }

        return For.Model switch
        {
            null => [],
            string texte => [texte],
            IEnumerable liste => [.. liste.Cast<object?>().Select(e => Convert.ToString(e, CultureInfo.InvariantCulture) ?? "")],
            var valeur => [Convert.ToString(valeur, CultureInfo.InvariantCulture) ?? ""],
        };
    }
}

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

/// <summary>
/// <c>&lt;champ-fichier asp-for="Input.Scan" accepte=".pdf,.jpg,.png" /&gt;</c>: says what is accepted and how big; the form needs
/// <c>enctype="multipart/form-data"</c>.
/// </summary>
[HtmlTargetElement("champ-fichier", Attributes = "asp-for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ChampFichierTagHelper(
    HtmlEncoder encoder, Microsoft.Extensions.Options.IOptions<TeleversementsOptions> limites) : ChampBase
{
    public string Accepte { get; set; } = "";

    /// <summary>For a page that takes larger files than the others.</summary>
    public long? OctetsMax { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);

        var max = OctetsMax ?? limites.Value.OctetsMax;
        var formats = string.Join(", ", Accepte.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(e => e.TrimStart('.').ToUpperInvariant()));
        var consigne = $"{(formats.Length == 0 ? "" : $"Formats acceptés : {formats}. ")}Taille maximale : {max / 1024 / 1024}\u00A0Mo.";
        Aide = Aide is null ? consigne : $"{Aide} {consigne}";

        CommencerEnveloppe(output, "div", "champ-fichier");
        output.Content.AppendHtml($"<label class=\"champ-libelle\" for=\"{Id}\">{encoder.Encode(Etiquette)}{Marque()}</label>");
        EcrireAideEtErreur(output.Content, encoder);
        output.Content.AppendHtml(
            $"<input class=\"form-control\" type=\"file\" id=\"{Id}\" name=\"{encoder.Encode(Nom)}\" data-octets-max=\"{max}\""
            + (Accepte.Length == 0 ? "" : $" accept=\"{encoder.Encode(Accepte)}\"")
            + (DecritPar() is { } decritPar ? $" aria-describedby=\"{decritPar}\"" : "")
            + (Erreur is null ? "" : " aria-invalid=\"true\"")
            + (For.Metadata.IsEnumerableType ? " multiple" : "") + " />");
    }
}
