using CtgPortal.Application.Signatures;

namespace CtgPortal.Infrastructure.Documents;

internal sealed class FeuilleSignaturePdfTypst(TypstWorkerPool pool, Typographie typographie) : IFeuilleSignaturePdf
{
    public Task<byte[]> ComposerAsync(FeuilleSignature feuille, CancellationToken cancellationToken) =>
        pool.ComposerAsync(typographie, "feuille", feuille, cancellationToken);
}
