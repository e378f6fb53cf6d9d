using CtgPortal.Application.Documents;

namespace CtgPortal.Infrastructure.Documents;

internal sealed class FichesPdfTypst(TypstWorkerPool pool, Typographie typographie) : IFichesPdf
{
    public Task<byte[]> ComposerAsync(FichesImprimees fiches, CancellationToken cancellationToken) =>
        pool.ComposerAsync(typographie, "fiches", fiches, cancellationToken);
}
