using System.Text.Encodings.Web;
using CtgPortal.Application.Territoires;
using CtgPortal.Domain.Territoires;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.WebUtilities;

namespace CtgPortal.Web.Common.TagHelpers;

/// <summary>
/// <c>&lt;territoire-input asp-for="Input.Titulaire" choix="Model.ChoixTitulaire" type="Epci" /&gt;</c>: a field where a territory is
/// typed. With script, suggestions come as one types; without, the server resolves what was typed with
/// <see cref="ConsulterTerritoireSaisi"/> and, in doubt, gives <see cref="Choix"/> back.
/// </summary>
[HtmlTargetElement("territoire-input", Attributes = "asp-for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TerritoireInputTagHelper(HtmlEncoder encoder) : ChampBase
{
    public TypeTerritoire? Type { get; set; }

    public string? Departement { get; set; }

    /// <summary>Territories that what was typed may mean; a checked one is posted before the text, under the same name, hence wins.</summary>
    public IReadOnlyList<ListerTerritoires.Row> Choix { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);

        CommencerEnveloppe(output, "div", "champ-territoire");
        output.Content.AppendHtml($"<label class=\"champ-libelle\" for=\"{Id}\">{encoder.Encode(Etiquette)}{Marque()}</label>");
        EcrireAideEtErreur(output.Content, encoder);
        EcrireChoix(output.Content);

        var champ = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        champ.Attributes["class"] = "form-control";
        champ.Attributes["type"] = "text";
        champ.Attributes["id"] = Id;
        champ.Attributes["name"] = Nom;
        champ.Attributes["value"] = Etat?.RawValue is string[] { Length: > 1 } recus ? recus[0] : Saisie("text");
        champ.Attributes["autocomplete"] = "off";
        champ.Attributes["spellcheck"] = "false";
        champ.Attributes["maxlength"] = "200";
        champ.Attributes["data-autocomplete-url"] = Adresse();
        Poser(champ, "aria-describedby", DecritPar());
        Poser(champ, "aria-invalid", Erreur is null ? null : "true");
        Poser(champ, "aria-required", EstObligatoire ? "true" : null);
        output.Content.AppendHtml(champ);
    }

    private void EcrireChoix(TagHelperContent contenu)
    {
        if (Choix.Count == 0)
        {
            return;
        }

        contenu.AppendHtml("<fieldset data-autocomplete-choix><legend>Choisissez parmi les territoires trouvés, ou précisez votre saisie</legend>");
        foreach (var (ligne, i) in Choix.Select((ligne, i) => (ligne, i)))
        {
            contenu.AppendHtml("<div class=\"case\">")
                .AppendHtml($"<input class=\"form-check-input\" type=\"radio\" id=\"{Id}-choix-{i}\" name=\"{encoder.Encode(Nom)}\" value=\"{encoder.Encode(ligne.Saisie)}\" />")
                .AppendHtml($"<label for=\"{Id}-choix-{i}\">{encoder.Encode(ligne.Nom)} <span class=\"text-body-secondary\">{encoder.Encode(Libelles.Precision(ligne))}</span></label>")
                .AppendHtml("</div>");
        }

        contenu.AppendHtml("</fieldset>");
    }

    private string Adresse()
    {
        var adresse = $"{ViewContext.HttpContext.Request.PathBase}/territoires/suggestions";
        var filtres = new Dictionary<string, string?> { ["type"] = Type?.ToString(), ["departement"] = Departement };
        return QueryHelpers.AddQueryString(adresse, filtres.Where(f => !string.IsNullOrEmpty(f.Value)));
    }

    private static void Poser(TagBuilder balise, string attribut, string? valeur)
    {
        if (valeur is not null)
        {
            balise.Attributes[attribut] = valeur;
        }
    }
}
