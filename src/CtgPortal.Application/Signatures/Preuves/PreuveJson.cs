using System.Text.Json;
using CtgPortal.Application.Documents;

namespace CtgPortal.Application.Signatures.Preuves;

/// <summary>The one JSON form of a proof: what is downloaded is, byte for byte, what its PDF carries.</summary>
public static class PreuveJson
{
    /// <summary>Name of the file inside the PDF.</summary>
    public const string NomFichier = "preuve.json";

    public const string SchemaId = "urn:ctg-portal:schema:preuve:1.0";

    /// <summary>docs/schema holds the published copy.</summary>
    public static string Schema { get; } = SchemaPublie.De<DossierDePreuve>(SchemaId, "Fichier de preuve d’un circuit de signature", DossierJson.Options);

    public static byte[] Serialiser(DossierDePreuve dossier) => JsonSerializer.SerializeToUtf8Bytes(dossier, DossierJson.Options);
}
