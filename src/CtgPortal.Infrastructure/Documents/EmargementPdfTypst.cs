using CtgPortal.Application.Ateliers;

namespace CtgPortal.Infrastructure.Documents;

internal sealed class EmargementPdfTypst(TypstWorkerPool pool, Typographie typographie) : IEmargementPdf
{
    public Task<byte[]> ComposerAsync(FeuilleEmargement feuille, CancellationToken cancellationToken) =>
        pool.ComposerAsync(typographie, "emargement", feuille, cancellationToken);
}
