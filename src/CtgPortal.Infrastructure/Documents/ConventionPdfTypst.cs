using System.Text.Json;
using System.Text.Json.Nodes;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Salles;
using CtgPortal.Application.Signatures.Sceaux;

namespace CtgPortal.Infrastructure.Documents;

internal sealed class ConventionPdfTypst(TypstWorkerPool pool, Typographie typographie, IPreparationSignatures signatures, IQrCode qr) : IConventionPdf
{
    private static readonly JsonSerializerOptions Composition = MarquesTypst.Lues(DossierJson.Options);

    public async Task<byte[]> ComposerAsync(DossierConvention dossier, CancellationToken cancellationToken)
    {
        var requete = new RequeteTypst(typographie.Preparer(Donnees(dossier, qr)), DossierJson.Serialiser(dossier));
        var reponse = await pool.ExecuterAsync(requete, cancellationToken);
        return reponse.Champs.Count == 0 ? reponse.Octets : signatures.Preparer(reponse.Octets, [.. reponse.Champs.Select(place => Champ(dossier, place))]);
    }

    /// <summary>What is printed: the dossier, and the code by which a phone checks a frozen text.</summary>
    internal static byte[] Donnees(DossierConvention dossier, IQrCode qr)
    {
        var donnees = JsonSerializer.SerializeToNode(dossier, Composition)!.AsObject();
        if (dossier.AdresseVerification is { } adresse)
        {
            var dessin = qr.Dessiner(adresse);
            donnees["verification"] = new JsonObject
            {
                // drawn, not an image: sharp on paper whatever the printer; the page around it is the rest of its quiet margin
                ["svg"] = $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="3 3 {dessin.Cote - 6} {dessin.Cote - 6}"><path fill="#1d2a33" d="{dessin.Trace}"/></svg>""",
                ["lien"] = adresse,
                ["adresse"] = adresse[(adresse.IndexOf("://", StringComparison.Ordinal) + 3)..adresse.LastIndexOf('/')],
                ["reference"] = dossier.ReferenceDocument,
            };
        }

        return JsonSerializer.SerializeToUtf8Bytes(donnees, Composition);
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
