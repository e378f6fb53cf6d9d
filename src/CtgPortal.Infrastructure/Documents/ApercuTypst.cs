using System.Text.Json;
using CtgPortal.Application.Documents;
using CtgPortal.Domain.Comptes;

namespace CtgPortal.Infrastructure.Documents;

internal sealed class ApercuTypst(TypstWorkerPool pool, Typographie typographie, FileApercus file) : IApercuDocument
{
    private static readonly JsonSerializerOptions Composition = MarquesTypst.Lues(DossierJson.Options);

    public async Task<ImageDApercu> DessinerAsync(ApercuAComposer apercu, UtilisateurId personne, CancellationToken cancellationToken)
    {
        var reponse = await file.PasserAsync(personne, () => pool.ExecuterAsync(Requete(apercu) with { EnImage = true }, CancellationToken.None), cancellationToken);
        return new(reponse.Octets, reponse.Pages, reponse.Reperes);
    }

    public Task<byte[]> ComposerAsync(ApercuAComposer apercu, CancellationToken cancellationToken) => pool.ComposerAsync(Requete(apercu), cancellationToken);

    private RequeteTypst Requete(ApercuAComposer apercu) =>
        new(typographie.Preparer(JsonSerializer.SerializeToUtf8Bytes(apercu, Composition)), []) { Modele = "apercu" };
}
