using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Options;

namespace CtgPortal.Web.Common.TagHelpers;

/// <summary>
/// <c>&lt;champ-fichier asp-for="Input.Scan" accepte=".pdf,.jpg,.png" /&gt;</c>: says what is accepted and how big; the form needs
/// <c>enctype="multipart/form-data"</c>.
/// </summary>
[HtmlTargetElement("champ-fichier", Attributes = "asp-for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ChampFichierTagHelper(
    HtmlEncoder encoder, IOptions<TeleversementsOptions> limites) : ChampBase
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
