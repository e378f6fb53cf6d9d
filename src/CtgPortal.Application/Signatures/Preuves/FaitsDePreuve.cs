using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CtgPortal.Application.Journal;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Signatures.Preuves;

namespace CtgPortal.Application.Signatures.Preuves;

/// <summary>From a fact to what its chain keeps of it, and back.</summary>
public static class FaitsDePreuve
{
    // said by the link itself, or by the convention of the circuit
    private static readonly string[] Ailleurs = ["signature", "le", "ligneConcernee", "conventions"];

    private static readonly JsonSerializerOptions Options = new(JournalJson.Options) { Converters = { new Identifiants() } };

    private static readonly FrozenDictionary<string, Type> Types = typeof(IFaitDePreuve).Assembly.GetTypes()
        .Where(t => t.IsAssignableTo(typeof(IFaitDePreuve)) && t is { IsAbstract: false })
        .ToFrozenDictionary(t => t.Name);

    /// <summary>Every type of fact that a chain may hold.</summary>
    public static IReadOnlyCollection<Type> Tous => Types.Values;

    public static FaitPreuve Decrire(IFaitDePreuve fait)
    {
        var faits = JsonSerializer.SerializeToNode(fait, fait.GetType(), Options)!.AsObject();
        foreach (var nom in Ailleurs)
        {
            faits.Remove(nom);
        }

        if (faits["changements"] is JsonArray { Count: 0 })
        {
            faits.Remove("changements");
        }

        return new(fait.Signature, fait.GetType().Name, fait.Le, fait.LigneConcernee, faits);
    }

    /// <summary>The fact that a link tells; null for a type that the domain no longer has, or that carried something else then.</summary>
    public static IFaitDePreuve? Lire(EvenementPreuve evenement)
    {
        if (!Types.TryGetValue(evenement.Type, out var type))
        {
            return null;
        }

        var faits = JsonNode.Parse(evenement.Faits)!.AsObject();
        faits["signature"] = evenement.SignatureId.Value.ToString();
        faits["le"] = JsonSerializer.SerializeToNode(evenement.Le, Options);
        faits["ligneConcernee"] = evenement.Ligne?.ToString();
        try
        {
            return (IFaitDePreuve?)faits.Deserialize(type, Options);
        }
        catch (JsonException)
        {
            // written by an earlier portal, whose type carried something else: the link is shown by what it holds
            return null;
        }
    }

    /// <summary>An id is its value: nobody who reads a proof needs to know how the portal wraps it.</summary>
    private sealed class Identifiants : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.GetInterfaces()
            .Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IStronglyTypedId<>));

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(Identifiant<>).MakeGenericType(typeToConvert))!;
    }

    private sealed class Identifiant<TId> : JsonConverter<TId>
        where TId : struct, IStronglyTypedId<TId>
    {
        public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => TId.From(reader.GetGuid());

        public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }
}
