using System.Text.Encodings.Web;
using System.Text.Json;

namespace CtgPortal.Infrastructure.Documents;

/// <summary>Sets records that have a template of their own: what is attached is what is printed, with the marks of its texts read.</summary>
internal static class ModelesTypst
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions Composition = MarquesTypst.Lues(Options);

    /// <param name="modele">A file of <c>modeles</c>, without its extension.</param>
    public static Task<byte[]> ComposerAsync<T>(
        this TypstWorkerPool pool, Typographie typographie, string modele, T donnees, CancellationToken cancellationToken) =>
        pool.ComposerAsync(
            new RequeteTypst(typographie.Preparer(JsonSerializer.SerializeToUtf8Bytes(donnees, Composition)), JsonSerializer.SerializeToUtf8Bytes(donnees, Options))
            {
                Modele = modele,
            },
            cancellationToken);
}
