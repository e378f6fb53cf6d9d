using CtgPortal.Application.Documents;

namespace CtgPortal.Infrastructure.Documents;

internal sealed class DocumentsPdfTypst(TypstWorkerPool pool, Typographie typographie) : IDocumentsPdf
{
    public Task<byte[]> ComposerAsync(DocumentCompose document, CancellationToken cancellationToken) =>
        pool.ComposerAsync(typographie, "document", document, cancellationToken);
}
