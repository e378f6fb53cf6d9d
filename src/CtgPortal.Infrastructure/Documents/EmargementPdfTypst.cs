using System.Text.Encodings.Web;
using System.Text.Json;
using CtgPortal.Application.Ateliers;

namespace CtgPortal.Infrastructure.Documents;

internal sealed class EmargementPdfTypst(TypstWorkerPool pool, Typographie typographie) : IEmargementPdf
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public Task<byte[]> ComposerAsync(FeuilleEmargement feuille, CancellationToken cancellationToken)
    {
        var donnees = JsonSerializer.SerializeToUtf8Bytes(feuille, Options);
        return pool.ComposerAsync(new RequeteTypst(typographie.Preparer(donnees), donnees) { Modele = "emargement" }, cancellationToken);
    }
}
