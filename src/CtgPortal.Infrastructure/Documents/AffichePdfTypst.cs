using CtgPortal.Application.Plans;

namespace CtgPortal.Infrastructure.Documents;

internal sealed class AffichePdfTypst(TypstWorkerPool pool, Typographie typographie) : IAffichePdf
{
    public Task<byte[]> ComposerAsync(AfficheDuPlan affiche, CancellationToken cancellationToken) =>
        pool.ComposerAsync(typographie, "affiche", affiche, cancellationToken);
}
