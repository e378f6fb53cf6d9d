using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CtgPortal.Domain.Signatures.Preuves;

/// <summary>
/// Takes the addresses of people out of what a fact carries and leaves an HMAC in their place: who may read an address is given it with
/// the key, and can check that it is the one of the chain; to the others the HMAC tells nothing.
/// </summary>
internal sealed class ValeursReservees
{
    private static readonly string[] Noms = ["courriel", "telephone"];

    public byte[] Cle { get; } = RandomNumberGenerator.GetBytes(32);

    /// <summary>By their path: <c>/lignes/0/courriel</c>.</summary>
    public JsonObject Valeurs { get; } = [];

    public static string Sceller(byte[] cle, string valeur) => "hmac-sha256:" + Convert.ToHexStringLower(HMACSHA256.HashData(cle, Encoding.UTF8.GetBytes(valeur)));

    public JsonNode? MettreAPart(JsonNode? valeur, string chemin = "") => valeur switch
    {
        JsonObject objet => new JsonObject(objet.Select(p => KeyValuePair.Create(p.Key, Reserver(p.Key, p.Value, $"{chemin}/{p.Key}")))),
        JsonArray liste => new JsonArray([.. liste.Select((e, i) => MettreAPart(e, $"{chemin}/{i}"))]),
        JsonValue mots when mots.GetValueKind() == JsonValueKind.String => JsonValue.Create(Bienforme(mots.GetValue<string>())),
        _ => valeur?.DeepClone(),
    };

    private JsonNode? Reserver(string nom, JsonNode? valeur, string chemin)
    {
        if (valeur is not JsonValue v || v.GetValueKind() != JsonValueKind.String || !Noms.Any(n => nom.EndsWith(n, StringComparison.OrdinalIgnoreCase)))
        {
            return MettreAPart(valeur, chemin);
        }

        var clair = Bienforme(v.GetValue<string>());
        Valeurs[chemin] = clair;
        return JsonValue.Create(Sceller(Cle, clair));
    }

    /// <summary>Half a character cannot be written in UTF-8, and would come back as another.</summary>
    private static string Bienforme(string mots) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(mots));
}
