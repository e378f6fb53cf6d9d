using System.Text.Json;
using CtgPortal.Application.Documents;

namespace CtgPortal.Infrastructure.Documents;

internal sealed class ConventionPdfTypst(TypstWorkerPool pool, Typographie typographie) : IConventionPdf
{
    private static readonly JsonSerializerOptions Composition = MarquesTypst.Lues(DossierJson.Options);

    public Task<byte[]> ComposerAsync(DossierConvention dossier, CancellationToken cancellationToken) => pool.ComposerAsync(
        new RequeteTypst(typographie.Preparer(JsonSerializer.SerializeToUtf8Bytes(dossier, Composition)), DossierJson.Serialiser(dossier)),
        cancellationToken);
}
