using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace CtgPortal.Application.Documents;

/// <summary>JSON Schema (2020-12) of what the portal gives to others, made from the records and their descriptions.</summary>
internal static class SchemaPublie
{
    public static string De<T>(string id, string titre, JsonSerializerOptions options)
    {
        var exporter = new JsonSchemaExporterOptions
        {
            TreatNullObliviousAsNonNullable = true,
            TransformSchemaNode = Describe,
        };
        var root = options.GetJsonSchemaAsNode(typeof(T), exporter).AsObject();
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = id,
            ["title"] = titre,
        };
        foreach (var (key, value) in root)
        {
            schema[key] = value?.DeepClone();
        }

        return schema.ToJsonString(options) + "\n";
    }

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode node)
    {
        var source = context.PropertyInfo?.AttributeProvider
            ?? (context.TypeInfo.Kind == JsonTypeInfoKind.Object ? context.TypeInfo.Type : null);
        var description = source?.GetCustomAttributes(typeof(DescriptionAttribute), inherit: true)
            .OfType<DescriptionAttribute>().FirstOrDefault()?.Description;
        if (description is null || node is not JsonObject schema)
        {
            return node;
        }

        // first, where a reader looks for it
        schema.Insert(0, "description", description);
        return schema;
    }
}
