using CtgPortal.Application.Documents;

namespace CtgPortal.Infrastructure.Documents;

internal sealed class ConventionPdfTypst(TypstWorkerPool pool, Typographie typographie) : IConventionPdf
{
    public Task<byte[]> ComposerAsync(DossierConvention dossier, CancellationToken cancellationToken)
    {
        var piece = DossierJson.Serialiser(dossier);
        return pool.ComposerAsync(
            new RequeteTypst(typographie.Preparer(piece), piece), cancellationToken);
    }
}
