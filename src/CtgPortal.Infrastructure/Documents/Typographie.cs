using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.Extensions.Logging;

namespace CtgPortal.Infrastructure.Documents;

/// <summary>
/// Prepares what people typed for paper; the attached JSON keeps the words as typed.
/// <list type="bullet">
/// <item>French typography: curly apostrophes, non-breaking spaces before ; : ! ? » and units, and inside numbers.</item>
/// <item>Very long words (addresses, SHA-256) get places where a line may end, invisible otherwise.</item>
/// <item>
/// Characters the fonts cannot set. PDF/A forbids a missing glyph and the typesetter refuses the whole document for one, which is
/// right for the template and wrong for a person who typed an emoji in a note: each such character, taken with what is joined to
/// it, is printed as □ and its code point logged. A script the fonts lack (Arabic, Chinese…) prints as squares, visibly, rather than
/// vanishing; the attached JSON still holds it.
/// </item>
/// </list>
/// </summary>
internal sealed partial class Typographie(CouverturePolices polices, ILogger<Typographie> logger)
{
    public const char Remplacement = '\u25A1';

    private const char Coupure = '\u200B';

    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public byte[] Preparer(ReadOnlySpan<byte> json)
    {
        HashSet<int> remplaces = [];
        var prepared = Visit(JsonNode.Parse(json), remplaces);
        if (remplaces.Count > 0)
        {
            logger.LogWarning(
                "Characters the document's fonts cannot set were replaced: {CodePoints}",
                string.Join(' ', remplaces.Order().Take(40).Select(p => "U+" + p.ToString("X4", CultureInfo.InvariantCulture))));
        }

        return JsonSerializer.SerializeToUtf8Bytes(prepared, Compact);
    }

    public string PreparerTexte(string texte) => PreparerTexte(texte, []);

    private string PreparerTexte(string texte, HashSet<int> remplaces)
    {
        var printable = Composable(texte, remplaces);
        var typeset = Apostrophe().Replace(printable, "’");
        typeset = EspaceFine().Replace(typeset, "\u202F");
        typeset = EspaceInsecable().Replace(typeset, "\u00A0");
        return MotLong().Replace(typeset, m => Couper(m.Value));
    }

    private JsonNode? Visit(JsonNode? node, HashSet<int> remplaces) => node switch
    {
        JsonObject o => new JsonObject(o.Select(p => KeyValuePair.Create(p.Key, p.Key switch
        {
            "svg" => Dessin(p.Value!.GetValue<string>(), remplaces),

            // an address is followed, not printed
            "lien" => p.Value?.DeepClone(),
            _ => Visit(p.Value, remplaces),
        }))),
        JsonArray a => new JsonArray([.. a.Select(e => Visit(e, remplaces))]),
        JsonValue v when v.GetValueKind() == JsonValueKind.String => JsonValue.Create(PreparerTexte(v.GetValue<string>(), remplaces)),
        _ => node?.DeepClone(),
    };

    /// <summary>A picture: only the words in it are prepared, and nothing breaks its lines.</summary>
    private JsonValue Dessin(string svg, HashSet<int> remplaces)
    {
        var racine = XElement.Parse(svg);
        foreach (var texte in racine.DescendantNodes().OfType<XText>().ToList())
        {
            texte.Value = PreparerTexte(texte.Value, remplaces).Replace(Coupure.ToString(), "", StringComparison.Ordinal);
        }

        return JsonValue.Create(racine.ToString(SaveOptions.DisableFormatting));
    }

    private string Composable(string texte, HashSet<int> remplaces)
    {
        if (Ascii.IsValid(texte) && !texte.AsSpan().ContainsAnyInRange('\0', '\u0009') && !texte.AsSpan().ContainsAnyInRange('\u000B', '\u001F'))
        {
            return texte;
        }

        var result = new StringBuilder(texte.Length);
        var elements = StringInfo.GetTextElementEnumerator(Normaliser(texte));
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            if (element.EnumerateRunes().All(r => polices.Couvre(r.Value) || r.Value == '\n'))
            {
                result.Append(element);
            }
            else if (element is "\t" or "\u2028" or "\u2029" or "\r\n")
            {
                result.Append(element is "\t" ? ' ' : '\n');
            }
            else if (!element.EnumerateRunes().All(Invisible))
            {
                foreach (var rune in element.EnumerateRunes().Where(r => !polices.Couvre(r.Value)))
                {
                    remplaces.Add(rune.Value);
                }

                result.Append(Remplacement);
            }
        }

        return result.ToString();
    }

    /// <summary>Composed letters (é as one character), and no lone surrogate, which normalising would refuse.</summary>
    private static string Normaliser(string texte) =>
        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(texte)).Normalize(NormalizationForm.FormC);

    /// <summary>Controls, joiners, direction marks: nothing is lost on paper without them.</summary>
    private static bool Invisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format || rune.Value is >= 0xFE00 and <= 0xFE0F;

    private static string Couper(string mot)
    {
        var result = new StringBuilder(mot.Length + (mot.Length / 8));
        var depuis = 0;
        var elements = StringInfo.GetTextElementEnumerator(mot);
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            result.Append(element);
            if (++depuis >= 8 || (depuis > 2 && element is "/" or "." or "-" or "_" or "@" or "&" or "=" or "?"))
            {
                result.Append(Coupure);
                depuis = 0;
            }
        }

        return result.ToString().TrimEnd(Coupure);
    }

    [GeneratedRegex(@"(?<=\p{L})'(?=[\p{L}\d])")]
    private static partial Regex Apostrophe();

    [GeneratedRegex(@"[ \u00A0](?=[;!?](\s|$|[»)\]]))|(?<=\d)[ \u00A0](?=\d{3}(?!\d))")]
    private static partial Regex EspaceFine();

    [GeneratedRegex(@" (?=:(\s|$))| (?=»)|(?<=«) |(?<=\d) (?=[€%]|euros?\b)|(?<=\bn°) (?=\d)|(?<=\b(art|L|R|D)\.) (?=\d)")]
    private static partial Regex EspaceInsecable();

    [GeneratedRegex(@"\S{26,}")]
    private static partial Regex MotLong();
}
