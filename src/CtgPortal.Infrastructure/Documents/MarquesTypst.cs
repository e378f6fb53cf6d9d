using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Marques;

namespace CtgPortal.Infrastructure.Documents;

/// <summary>
/// Reads the marks of the texts for the typesetter, which knows no Markdown: words set apart travel as data.
/// <list type="bullet">
/// <item>A line without marks is a string, as ever; with marks <c>{ "passages": [{ "mots", "gras", "italique", "lien" }] }</c>.</item>
/// <item>A text without marks nor lists is a string, a paragraph a line; else <c>{ "blocs": […], "longueur": 120 }</c>.</item>
/// </list>
/// </summary>
internal static class MarquesTypst
{
    /// <summary>The same options, but for the properties that say they carry <see cref="MarquesAttribute"/>.</summary>
    public static JsonSerializerOptions Lues(JsonSerializerOptions options) => new(options)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver().WithAddedModifier(type =>
        {
            foreach (var propriete in type.Properties)
            {
                if (propriete.AttributeProvider?.GetCustomAttributes(typeof(MarquesAttribute), inherit: false).SingleOrDefault() is MarquesAttribute marques)
                {
                    propriete.CustomConverter = propriete.PropertyType != typeof(string) ? new Lignes() : marques.SurUneLigne ? new Ligne() : new Texte();
                }
            }
        }),
    };

    private static void EcrireTexte(Utf8JsonWriter writer, string texte)
    {
        var blocs = BlocTexte.DepuisTexte(texte);
        if (blocs.All(b => b.Type == TypeBloc.Paragraphe && EnClair(b.Texte!) is not null))
        {
            writer.WriteStringValue(string.Join('\n', blocs.Select(b => EnClair(b.Texte!))));
            return;
        }

        writer.WriteStartObject();
        writer.WriteNumber("longueur", texte.Length);
        writer.WriteStartArray("blocs");
        foreach (var bloc in blocs)
        {
            writer.WriteStartObject();
            writer.WriteString("type", bloc.Type == TypeBloc.Paragraphe ? "paragraphe" : "liste");
            if (bloc.Type == TypeBloc.Paragraphe)
            {
                writer.WritePropertyName("texte");
                EcrireLigne(writer, bloc.Texte!);
            }
            else
            {
                writer.WritePropertyName("premier");
                JsonSerializer.Serialize(writer, bloc.Premier);
                writer.WriteStartArray("elements");
                foreach (var element in bloc.Elements)
                {
                    EcrireLigne(writer, element);
                }

                writer.WriteEndArray();
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void EcrireLigne(Utf8JsonWriter writer, string ligne)
    {
        if (EnClair(ligne) is { } clair)
        {
            writer.WriteStringValue(clair);
            return;
        }

        writer.WriteStartObject();
        writer.WriteStartArray("passages");
        foreach (var passage in TexteRiche.Passages(ligne))
        {
            writer.WriteStartObject();
            writer.WriteString("mots", passage.Texte);
            writer.WriteBoolean("gras", passage.Gras);
            writer.WriteBoolean("italique", passage.Italique);
            writer.WriteString("lien", passage.Lien);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Null when something of the line is set apart.</summary>
    private static string? EnClair(string ligne) => TexteRiche.Passages(ligne) switch
    {
        [] => "",
        [{ Gras: false, Italique: false, Lien: null } seul] => seul.Texte,
        _ => null,
    };

    private abstract class Ecriture<T> : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Data of the typesetter are written, never read.");
    }

    private sealed class Texte : Ecriture<string>
    {
        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => EcrireTexte(writer, value);
    }

    private sealed class Ligne : Ecriture<string>
    {
        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => EcrireLigne(writer, value);
    }

    private sealed class Lignes : Ecriture<IReadOnlyList<string>>
    {
        public override void Write(Utf8JsonWriter writer, IReadOnlyList<string> value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            foreach (var ligne in value)
            {
                EcrireLigne(writer, ligne);
            }

            writer.WriteEndArray();
        }
    }
}
