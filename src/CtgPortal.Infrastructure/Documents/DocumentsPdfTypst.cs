using System.Text.Encodings.Web;
using System.Text.Json;
using CtgPortal.Application.Documents;

namespace CtgPortal.Infrastructure.Documents;

internal sealed class DocumentsPdfTypst(TypstWorkerPool pool, Typographie typographie) : IDocumentsPdf
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public Task<byte[]> ComposerAsync(DocumentCompose document, CancellationToken cancellationToken)
    {
        var donnees = JsonSerializer.SerializeToUtf8Bytes(document, Options);
        return pool.ComposerAsync(new RequeteTypst(typographie.Preparer(donnees), donnees) { Modele = "document" }, cancellationToken);
    }
}
