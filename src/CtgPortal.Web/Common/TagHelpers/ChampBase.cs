using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Encodings.Web;
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
