using System.Text.Encodings.Web;
using System.Text.Json;

namespace CtgPortal.Infrastructure.Documents;

/// <summary>Sets records that have a template of their own: what is printed and what is attached are the same JSON.</summary>
internal static class ModelesTypst
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="modele">A file of <c>modeles</c>, without its extension.</param>
    public static Task<byte[]> ComposerAsync<T>(
        this TypstWorkerPool pool, Typographie typographie, string modele, T donnees, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(donnees, Options);
        return pool.ComposerAsync(new RequeteTypst(typographie.Preparer(json), json) { Modele = modele }, cancellationToken);
    }
}
