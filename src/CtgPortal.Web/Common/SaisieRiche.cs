using System.Net.Mime;
using System.Text;
using System.Text.Encodings.Web;
using CtgPortal.Application.Marques;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CtgPortal.Web.Common;

/// <summary>
/// What the editor of <c>&lt;champ-riche&gt;</c> sends. Without script the field holds the marked text itself; with script it holds
/// HTML behind <see cref="Marque"/>, which becomes a marked text before anything else reads it: nothing behind the form knows the difference.
/// </summary>
internal static class SaisieRiche
{
    public const string Marque = "<!--riche-->";

    public const string TropLong = "Ce texte est trop long pour être lu. Enregistrez-le en plusieurs fois.";

    public static bool EstHtml(string? saisie) => saisie?.StartsWith(Marque, StringComparison.Ordinal) == true;

    /// <summary>The marked text of what was typed, in either form.</summary>
    /// <exception cref="ArgumentException">Too long to be read.</exception>
    public static string Lire(string saisie) => EstHtml(saisie) ? TexteRiche.DepuisHtml(saisie[Marque.Length..].Replace("\0", "", StringComparison.Ordinal)) : saisie;

    /// <summary>
    /// What a paste becomes, and what a marked text looks like, for the editor: HTML or plain text in, HTML out. Keeps nothing. The two
    /// content types are none that a form of another site could send.
    /// </summary>
    public static void MapSaisieRiche(this WebApplication app) => app.MapPost("/texte-riche", async (HttpContext http, HtmlEncoder encoder) =>
    {
        if (http.Request.ContentLength is null or > 3L * TexteRiche.HtmlLongueurMax)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        using var lecteur = new StreamReader(http.Request.Body, Encoding.UTF8);
        var corps = await lecteur.ReadToEndAsync(http.RequestAborted);
        if (corps.Length > TexteRiche.HtmlLongueurMax)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        return new ContentType(http.Request.ContentType ?? "application/octet-stream").MediaType switch
        {
            MediaTypeNames.Text.Html => Results.Text(HtmlRiche.De(TexteRiche.DepuisHtml(corps), encoder), MediaTypeNames.Text.Html, Encoding.UTF8),
            MediaTypeNames.Text.Markdown => Results.Text(HtmlRiche.De(corps, encoder), MediaTypeNames.Text.Html, Encoding.UTF8),
            _ => Results.StatusCode(StatusCodes.Status415UnsupportedMediaType),
        };
    });

    /// <summary>One value of the form, read.</summary>
    public sealed class Valeur(IValueProvider autres, string nom, string texte) : IValueProvider
    {
        public bool ContainsPrefix(string prefix) => autres.ContainsPrefix(prefix);

        public ValueProviderResult GetValue(string key) => string.Equals(key, nom, StringComparison.OrdinalIgnoreCase) ? new(texte) : autres.GetValue(key);
    }
}
