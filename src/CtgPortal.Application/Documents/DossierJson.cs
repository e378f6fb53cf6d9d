using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CtgPortal.Application.Documents;

/// <summary>The one JSON form of a dossier: what the export serves is, byte for byte, what the PDF carries.</summary>
public static class DossierJson
{
    /// <summary>Name of the file inside the PDF.</summary>
    public const string NomFichier = "convention.json";

    /// <summary>Identifier of the schema, independent of where it is served.</summary>
    public const string SchemaId = "urn:ctg-portal:schema:convention:1.0";

    public static JsonSerializerOptions Options { get; } = CreateOptions();

    public static byte[] Serialiser(DossierConvention dossier) => JsonSerializer.SerializeToUtf8Bytes(dossier, Options);

    /// <summary>Reads what <see cref="Serialiser"/> wrote, years ago as well: what was added since is then empty.</summary>
    public static DossierConvention Lire(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<DossierConvention>(json, Options) ?? throw new JsonException("An empty dossier.");

    /// <summary>JSON Schema (2020-12) of the export, made from the records; docs/schema holds the published copy.</summary>
    public static string Schema { get; } = SchemaPublie.De<DossierConvention>(SchemaId, "Convention territoriale globale", Options);

    private static JsonSerializerOptions CreateOptions()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            WriteIndented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict,
            RespectNullableAnnotations = true,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        };
        options.MakeReadOnly();
        return options;
    }
}
