using System.Text.Json;
using System.Text.Json.Nodes;
using CtgPortal.Application.Documents;
using CtgPortal.TestSupport.Documents;

namespace CtgPortal.Application.Tests.Documents;

public sealed class DossierJsonTests
{
    public static TheoryData<DossierConvention> Exemples =>
        [DossierExemple.Vide(), DossierExemple.TroisRivieres(), DossierExemple.Signee(), DossierExemple.SoixanteFiches(), DossierExemple.Extreme()];

    [Fact]
    public async Task Le_schema_publie_est_celui_des_enregistrements()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Documents", "convention.schema.json");
        var published = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        if (published != DossierJson.Schema)
        {
            // to be copied to docs/schema when the change is wanted
            await File.WriteAllTextAsync(Path.ChangeExtension(file, ".received.json"), DossierJson.Schema, TestContext.Current.CancellationToken);
        }

        Assert.Equal(published, DossierJson.Schema);
    }

    [Theory, MemberData(nameof(Exemples))]
    public void Un_export_suit_le_schema(DossierConvention dossier)
    {
        Assert.True(Evaluate(JsonNode.Parse(DossierJson.Serialiser(dossier))!));
    }

    [Fact]
    public void Le_schema_refuse_ce_qui_manque_et_ce_qui_n_est_pas_du_bon_type()
    {
        var sansIntitule = JsonNode.Parse(DossierJson.Serialiser(DossierExemple.Vide()))!.AsObject();
        sansIntitule.Remove("intitule");
        var etatInconnu = JsonNode.Parse(DossierJson.Serialiser(DossierExemple.Vide()))!.AsObject();
        etatInconnu["etat"] = "signee";

        Assert.False(Evaluate(sansIntitule));
        Assert.False(Evaluate(etatInconnu));
    }

    [Fact]
    public void Un_export_se_relit_sans_perte()
    {
        var octets = DossierJson.Serialiser(DossierExemple.Extreme());

        var relu = JsonSerializer.Deserialize<DossierConvention>(octets, DossierJson.Options)!;

        Assert.Equal(octets, DossierJson.Serialiser(relu));
    }

    [Fact]
    public void Un_texte_libre_devient_des_paragraphes_et_des_listes()
    {
        var blocs = BlocTexte.DepuisTexte("Premier\r\n\r\n- un\n• deux\nFin - vraiment\n-sans espace");

        Assert.Equal([TypeBloc.Paragraphe, TypeBloc.Liste, TypeBloc.Paragraphe, TypeBloc.Paragraphe], blocs.Select(b => b.Type));
        Assert.Equal(["un", "deux"], blocs[1].Elements);
        Assert.Equal("Fin - vraiment", blocs[2].Texte);
    }

    private static bool Evaluate(JsonNode json)
    {
        var racine = JsonNode.Parse(DossierJson.Schema)!.AsObject();
        return Suit(json, racine, racine);
    }

    /// <summary>The keywords our schema uses, and no other: an unknown one fails the test rather than being skipped.</summary>
    private static bool Suit(JsonNode? valeur, JsonObject schema, JsonObject racine) => schema.All(k => k.Key switch
    {
        "$schema" or "$id" or "title" or "description" or "default" => true,
        "format" or "pattern" => true,
        "type" => k.Value is JsonArray types ? types.Any(t => EstDuType(valeur, (string)t!)) : EstDuType(valeur, (string)k.Value!),
        "enum" => k.Value!.AsArray().Any(v => JsonNode.DeepEquals(v, valeur)),
        "required" => valeur is not JsonObject o || k.Value!.AsArray().All(n => o.ContainsKey((string)n!)),
        "properties" => valeur is not JsonObject o || k.Value!.AsObject().All(p => !o.ContainsKey(p.Key) || Suit(o[p.Key], p.Value!.AsObject(), racine)),
        "items" => valeur is not JsonArray a || a.All(e => Suit(e, k.Value!.AsObject(), racine)),
        "$ref" => Suit(valeur, Pointe((string)k.Value!, racine), racine),
        "anyOf" => k.Value!.AsArray().Any(s => Suit(valeur, s!.AsObject(), racine)),
        _ => throw new NotSupportedException(k.Key),
    });

    private static bool EstDuType(JsonNode? valeur, string type) => (valeur?.GetValueKind(), type) switch
    {
        (null, "null") => true,
        (JsonValueKind.Object, "object") or (JsonValueKind.Array, "array") or (JsonValueKind.String, "string") or (JsonValueKind.Number, "number") => true,
        (JsonValueKind.Number, "integer") => valeur!.AsValue().TryGetValue<int>(out _),
        (JsonValueKind.True or JsonValueKind.False, "boolean") => true,
        _ => false,
    };

    private static JsonObject Pointe(string reference, JsonObject racine) =>
        reference[1..].Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate((JsonNode)racine, (n, part) => n[part]!).AsObject();
}
