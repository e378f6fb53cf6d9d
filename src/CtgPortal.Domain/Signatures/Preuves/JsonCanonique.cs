using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CtgPortal.Domain.Signatures.Preuves;

/// <summary>
/// One way only of writing a value, so that a fingerprint of it means something (RFC 8785, restricted to whole numbers): names in the
/// order of their code points, no space, nothing escaped that need not be. Python writes the same with
/// <c>json.dumps(x, sort_keys=True, separators=(",", ":"), ensure_ascii=False)</c>.
/// </summary>
public static class JsonCanonique
{
    public static string Ecrire(JsonNode? valeur)
    {
        var texte = new StringBuilder();
        Ecrire(valeur, texte);
        return texte.ToString();
    }

    private static void Ecrire(JsonNode? valeur, StringBuilder texte)
    {
        switch (valeur)
        {
            case null:
                texte.Append("null");
                break;
            case JsonObject objet:
                Entourer(objet.OrderBy(p => p.Key, StringComparer.Ordinal), '{', '}', texte, p =>
                {
                    Ecrire(p.Key, texte);
                    texte.Append(':');
                    Ecrire(p.Value, texte);
                });
                break;
            case JsonArray liste:
                Entourer(liste, '[', ']', texte, e => Ecrire(e, texte));
                break;
            default:
                EcrireSimple(valeur.AsValue(), texte);
                break;
        }
    }

    private static void EcrireSimple(JsonValue valeur, StringBuilder texte)
    {
        switch (valeur.GetValueKind())
        {
            case JsonValueKind.True:
                texte.Append("true");
                break;
            case JsonValueKind.False:
                texte.Append("false");
                break;
            case JsonValueKind.String:
                Ecrire(valeur.GetValue<string>(), texte);
                break;
            default:
                // a fraction has several writings: it travels as words
                var nombre = valeur.ToJsonString();
                texte.Append(nombre.All(c => char.IsAsciiDigit(c) || c == '-') ? nombre : $"\"{nombre}\"");
                break;
        }
    }

    private static void Entourer<T>(IEnumerable<T> elements, char debut, char fin, StringBuilder texte, Action<T> ecrire)
    {
        texte.Append(debut);
        var premier = true;
        foreach (var element in elements)
        {
            texte.Append(premier ? "" : ",");
            premier = false;
            ecrire(element);
        }

        texte.Append(fin);
    }

    private static void Ecrire(string mots, StringBuilder texte)
    {
        texte.Append('"');
        foreach (var c in mots)
        {
            _ = c switch
            {
                '"' => texte.Append("\\\""),
                '\\' => texte.Append(@"\\"),
                '\b' => texte.Append("\\b"),
                '\f' => texte.Append("\\f"),
                '\n' => texte.Append("\\n"),
                '\r' => texte.Append("\\r"),
                '\t' => texte.Append("\\t"),
                < ' ' => texte.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => texte.Append(c),
            };
        }

        texte.Append('"');
    }
}
