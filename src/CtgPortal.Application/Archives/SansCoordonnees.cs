using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CtgPortal.Application.Archives;

/// <summary>
/// Takes out of texts what lets somebody be reached: e-mail addresses, telephone numbers, IP addresses, postal addresses. Names and
/// offices stay, for the acts are public. It errs on the side of taking out.
/// </summary>
public static partial class SansCoordonnees
{
    private const int DelaiMs = 2_000;

    /// <summary>In every text of a document, wherever it is.</summary>
    public static JsonNode? Retirer(JsonNode? noeud) => noeud switch
    {
        JsonObject objet => new JsonObject(objet.Select(p => KeyValuePair.Create(p.Key, Retirer(p.Value)))),
        JsonArray liste => new JsonArray([.. liste.Select(Retirer)]),
        JsonValue valeur when valeur.TryGetValue<string>(out var texte) => JsonValue.Create(Retirer(texte)),
        _ => noeud?.DeepClone(),
    };

    public static string Retirer(string texte)
    {
        ArgumentNullException.ThrowIfNull(texte);
        var reste = Lien().Replace(texte, "$1");
        reste = Courriel().Replace(reste, "[adresse électronique retirée]");
        reste = Telephone().Replace(reste, "[téléphone retiré]");
        reste = AdresseIp().Replace(reste, m => IPAddress.TryParse(m.Value, out _) ? "[adresse IP retirée]" : m.Value);
        reste = Voie().Replace(reste, "[adresse postale retirée]");
        return VoieAmbigue().Replace(reste, "[adresse postale retirée]");
    }

    [GeneratedRegex(@"\[([^\]\n]*)\]\((?:mailto|tel):[^)\n]*\)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, DelaiMs)]
    private static partial Regex Lien();

    [GeneratedRegex(@"[\p{L}\p{N}._%+'’-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+", RegexOptions.CultureInvariant, DelaiMs)]
    private static partial Regex Courriel();

    // ten digits of France, by two or together, with any usual sign between; never inside an identifier
    [GeneratedRegex(@"(?<![\w.,/-])(?:(?:\+|00)33[\s.\u00A0\u202F-]?(?:\(0\)[\s.\u00A0\u202F-]?)?[1-9]|0[1-9])(?:[\s.\u00A0\u202F-]?\d{2}){4}(?![\w-])", RegexOptions.CultureInvariant, DelaiMs)]
    private static partial Regex Telephone();

    [GeneratedRegex(@"(?<![\w.:])(?:(?:\d{1,3}\.){3}\d{1,3}|(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}|(?:[0-9a-f]{1,4}:){1,6}:(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4})*)?)(?![\w:]|\.\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, DelaiMs)]
    private static partial Regex AdresseIp();

    [GeneratedRegex(@"(?<!\w)\d{1,4}\s?(?:bis|ter|quater)?,?\s+(?:rue|avenue|boulevard|bd|impasse|allée)\s[^,;.\n()]{2,60}(?:,?\s*\d{5}\s+\p{Lu}[\p{L}'’ -]{1,40})?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, DelaiMs)]
    private static partial Regex Voie();

    // « 12 places en crèche » is not an address: these words need a postcode after them
    [GeneratedRegex(@"(?<!\w)\d{1,4}\s?(?:bis|ter|quater)?,?\s+(?:place|route|chemin|quai|cours|square|lotissement|résidence|hameau)\s[^;\n()]{2,80}?\b\d{5}\s+\p{Lu}[\p{L}'’ -]{1,40}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, DelaiMs)]
    private static partial Regex VoieAmbigue();
}
