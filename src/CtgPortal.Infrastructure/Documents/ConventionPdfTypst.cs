using System.Text.Json;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Signatures.Sceaux;

namespace CtgPortal.Infrastructure.Documents;

internal sealed class ConventionPdfTypst(TypstWorkerPool pool, Typographie typographie, IPreparationSignatures signatures) : IConventionPdf
{
    private static readonly JsonSerializerOptions Composition = MarquesTypst.Lues(DossierJson.Options);

    public async Task<byte[]> ComposerAsync(DossierConvention dossier, CancellationToken cancellationToken)
    {
        var requete = new RequeteTypst(typographie.Preparer(JsonSerializer.SerializeToUtf8Bytes(dossier, Composition)), DossierJson.Serialiser(dossier));
        var reponse = await pool.ExecuterAsync(requete, cancellationToken);
        return reponse.Champs.Count == 0 ? reponse.Octets : signatures.Preparer(reponse.Octets, [.. reponse.Champs.Select(place => Champ(dossier, place))]);
    }

    private static ChampSignature Champ(DossierConvention dossier, PlaceTypst place)
    {
        var signataire = place.Rang is { } rang ? dossier.Signataires[rang - 1] : null;
        return new(
            signataire is null ? NomsDeChamps.Sceau : NomsDeChamps.DuSignataire(signataire.Id, place.Rang!.Value),
            signataire is null ? "Sceau électronique du portail" : $"Signature de {string.Join(" ", new[] { signataire.Civilite, signataire.Nom }.OfType<string>())}, pour {signataire.Partie}",
            place.Rang, place.Page, place.X, place.Y, place.Largeur, place.Hauteur);
    }
}
