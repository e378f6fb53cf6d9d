using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CtgPortal.Web.Common.TagHelpers;

/// <summary><c>&lt;texte-riche valeur="@x" vide="Pas encore écrit" /&gt;</c>: a long text with its paragraphs, lists, bold, italic and links.</summary>
[HtmlTargetElement("texte-riche", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TexteRicheTagHelper(HtmlEncoder encoder) : TagHelper
{
    public string? Valeur { get; set; }

    /// <summary>What is said of nothing; nothing at all by default.</summary>
    public string? Vide { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);

        var html = HtmlRiche.De(Valeur, encoder);
        if (html.Length == 0 && Vide is null)
        {
            output.SuppressOutput();
            return;
        }

        var autre = output.Attributes["class"]?.Value?.ToString();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", string.Join(' ', new[] { "texte-riche", html.Length == 0 ? "vide" : null, autre }.OfType<string>()));
        if (html.Length == 0)
        {
            output.Content.Append(Vide);
        }
        else
        {
            output.Content.SetHtmlContent(html);
        }
    }
}

/// <summary>
/// <c>&lt;champ-riche asp-for="Input.Descriptif" lignes="8" longueur-max="20000" /&gt;</c>: a long text. Without script a text area where
/// marks are typed; with script (riche.js) an editor that shows them. Binds to a string that holds the marked text in both cases.
/// </summary>
[HtmlTargetElement("champ-riche", Attributes = "asp-for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ChampRicheTagHelper(HtmlEncoder encoder, Icones icones) : ChampBase
{
    private const string Consigne =
        "Une ligne fait un paragraphe. « - » ou « 1. » en début de ligne fait une liste. **deux étoiles** : gras, *une étoile* : italique, [mots](https://adresse) : lien.";

    /// <summary>Height of the empty field.</summary>
    public int Lignes { get; set; } = 5;

    /// <summary>Shows a counter; the server's own limit still decides.</summary>
    public int? LongueurMax { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);

        var texte = SaisieRiche.Lire(Saisie("text"));
        CommencerEnveloppe(output, "div", "champ-riche");
        output.Content.AppendHtml($"<label class=\"champ-libelle\" id=\"{Id}-libelle\" for=\"{Id}\">{encoder.Encode(Etiquette)}{Marque()}</label>");
        EcrireAideEtErreur(output.Content, encoder);
        output.Content.AppendHtml($"<p class=\"champ-aide riche-consigne\" id=\"{Id}-consigne\">{encoder.Encode(Consigne)}</p>");

        var zone = new TagBuilder("textarea");
        zone.AddCssClass("form-control");
        zone.Attributes["id"] = Id;
        zone.Attributes["name"] = Nom;
        zone.Attributes["rows"] = Lignes.ToString(CultureInfo.InvariantCulture);
        zone.Attributes["data-riche"] = $"{Id}-modele";
        zone.Attributes["aria-describedby"] = $"{DecritPar(LongueurMax is not null)} {Id}-consigne".TrimStart();
        if (Erreur is not null)
        {
            zone.Attributes["aria-invalid"] = "true";
        }

        if (EstObligatoire)
        {
            zone.Attributes["aria-required"] = "true";
        }

        if (LongueurMax is { } max)
        {
            zone.Attributes["data-longueur-max"] = max.ToString(CultureInfo.InvariantCulture);
        }

        // a text area drops its first line break
        zone.InnerHtml.AppendHtml("\n").Append(texte);
        output.Content.AppendHtml(zone).AppendHtml(Modele(texte));
        if (LongueurMax is { } longueur)
        {
            output.Content.AppendHtml($"<p class=\"champ-compteur\" id=\"{Id}-compteur\">{Format.Nombre(longueur)} caractères au plus</p>");
        }
    }

    /// <summary>What the script makes the editor from; inert until then.</summary>
    private string Modele(string texte) =>
        $"""
        <template id="{Id}-modele"><div class="riche">
        <div class="riche-outils" role="toolbar" aria-label="Mise en forme : {encoder.Encode(Etiquette)}" aria-controls="{Id}-editeur">
        {Outil("gras", "type-bold", "Gras", "Ctrl+B", true)}{Outil("italique", "type-italic", "Italique", "Ctrl+I", true)}<span class="riche-trait"></span>{Outil("puces", "list-ul", "Liste à puces", "Ctrl+Maj+8", true)}{Outil("numeros", "list-ol", "Liste numérotée", "Ctrl+Maj+9", true)}<span class="riche-trait"></span>{Outil("lien", "link-45deg", "Lien", "Ctrl+K", true)}<span class="riche-trait"></span>{Outil("annuler", "arrow-counterclockwise", "Annuler", "Ctrl+Z", false)}{Outil("retablir", "arrow-clockwise", "Rétablir", "Ctrl+Y", false)}
        </div>
        <div class="riche-lien" role="group" aria-label="Lien" hidden>
        <label for="{Id}-adresse">Adresse du lien</label>
        <input class="form-control" type="text" inputmode="url" id="{Id}-adresse" placeholder="https://…" autocomplete="off" aria-describedby="{Id}-adresse-erreur" />
        <button class="btn btn-primary" type="button" data-lien="poser">Poser le lien</button>
        <button class="btn btn-outline-primary" type="button" data-lien="oter">Ôter le lien</button>
        <button class="btn btn-link" type="button" data-lien="fermer">Annuler</button>
        <p class="champ-erreur" id="{Id}-adresse-erreur" role="alert"></p>
        </div>
        <div class="riche-page texte-riche" id="{Id}-editeur" data-lignes="{Math.Clamp(Lignes, 3, 18)}">{HtmlRiche.De(texte, encoder)}</div>
        <p class="visually-hidden" role="status"></p>
        </div></template>
        """;

    private string Outil(string nom, string icone, string libelle, string raccourci, bool bascule) =>
        $"<button type=\"button\" class=\"riche-outil\" data-outil=\"{nom}\" aria-label=\"{libelle}\" title=\"{libelle} ({raccourci})\"{(bascule ? " aria-pressed=\"false\"" : "")}>{IconeTagHelper.Svg(icones, icone)}</button>";
}
