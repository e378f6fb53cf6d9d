using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CtgPortal.Application.Common;
using CtgPortal.Application.Signatures.Sceaux;
using CtgPortal.Infrastructure.Sceaux.Pdf;

namespace CtgPortal.Infrastructure.Sceaux;

internal sealed class Scelleur(ICertificatSceau certificat, IHorodateur horodateur, IRevocations revocations, ApparenceSignature apparence) : IScelleur
{
    // a token with the chain of its authority; asked for again with its real size when longer
    private const int PlaceDuJeton = 8 * 1024;

    private const string Honnetete = "Cette révision est signée avec le certificat du portail, non avec celui du signataire.";

    public Task<EtatDuSceau> ConsulterEtatAsync(CancellationToken cancellationToken) => certificat.ConsulterEtatAsync(cancellationToken);

    public async Task<PdfScelle> ScellerAsync(DocumentASceller document, CancellationToken cancellationToken)
    {
        try
        {
            using var cle = await certificat.OuvrirAsync(cancellationToken);
            Verifier(FichierPdf.Ouvrir(document.Pdf));
            var pdf = document.Signatures.Aggregate(document.Pdf, (avant, signature) => Inscrire(avant, signature, document.Le, cle, cancellationToken));

            // before the seal: readers say « total document signed » only when nothing follows it
            var listes = await revocations.ListesAsync([cle.Certificat, .. cle.Chaine], cancellationToken);
            if (listes.Count > 0)
            {
                pdf = DossierDeValidation.Ajouter(pdf, [cle.Certificat, .. cle.Chaine], listes);
            }

            return await ApposerAsync(pdf, document, cle, listes.Count > 0, cancellationToken);
        }
        catch (PdfIllisibleException cause)
        {
            throw new PdfRefuseException(cause.Message, cause);
        }
    }

    private static void Verifier(FichierPdf fichier)
    {
        if (fichier.EstChiffre)
        {
            throw new PdfRefuseException("Ce PDF est chiffré : il ne peut pas être scellé.");
        }

        var certification = fichier.Dico(fichier.Dico(fichier.Catalogue["Perms"])?["DocMDP"]);
        var reference = fichier.Tableau(certification?["Reference"])?.Select(r => fichier.Dico(r)).FirstOrDefault(r => r?.Nom("TransformMethod") == "DocMDP");
        if (certification is not null && fichier.Resoudre(fichier.Dico(reference?["TransformParams"])?["P"]) is 1L)
        {
            throw new PdfRefuseException("Ce PDF a été certifié sans modification permise : y ajouter le sceau romprait cette certification.");
        }
    }

    private byte[] Inscrire(byte[] pdf, SignatureAInscrire signature, DateTimeOffset le, ICleDeSceau cle, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var place = EcritureCms.Signer(new byte[32], cle).Encoder().Length + MargeDe(cle);
        var revision = new RevisionSignee(
            pdf, signature.Champ, place, (signature.Nom, $"{signature.Motif} {Honnetete}", le), (largeur, hauteur) => apparence.DeSignature(signature, largeur, hauteur));
        return revision.Remplir(EcritureCms.Signer(revision.Empreinte(), cle).Encoder()) ?? throw new InvalidOperationException("The signature is longer than its twin.");
    }

    /// <summary>An ECDSA signature may be some bytes longer from one time to the next.</summary>
    private static int MargeDe(ICleDeSceau cle) => cle.Certificat.PublicKey.Oid.Value == OidsCms.Rsa ? 0 : 16;

    private async Task<PdfScelle> ApposerAsync(byte[] pdf, DocumentASceller document, ICleDeSceau cle, bool avecRevocation, CancellationToken cancellationToken)
    {
        var etat = await certificat.ConsulterEtatAsync(cancellationToken);
        var nom = cle.Certificat.GetNameInfo(X509NameType.SimpleName, forIssuer: false);
        var motif = $"Sceau du portail sur {document.Sujet} {document.Reference}. Il garantit que le fichier n’a pas changé depuis, signatures comprises.";
        var place = EcritureCms.Signer(new byte[32], cle).Encoder().Length + MargeDe(cle) + PlaceDuJeton;
        while (true)
        {
            var revision = new RevisionSignee(pdf, NomsDeChamps.Sceau, place, (nom, motif, document.Le), (largeur, hauteur) => apparence.DuSceau(document, etat, largeur, hauteur));
            var signature = EcritureCms.Signer(revision.Empreinte(), cle);
            var horodatage = await horodateur.HorodaterAsync(SHA256.HashData(signature.Valeur), cancellationToken);
            var cms = signature.Encoder(horodatage.Jeton);
            if (revision.Remplir(cms) is { } scelle)
            {
                return new(scelle, Convert.ToHexStringLower(SHA256.HashData(scelle)), horodatage.Le, horodatage.Autorite, nom, avecRevocation);
            }

            if (cms.Length > 256 * 1024)
            {
                throw new ServiceIndisponibleException("Le service d’horodatage a rendu un jeton d’une taille déraisonnable : le document n’est pas scellé.");
            }

            place = cms.Length + 512;
        }
    }
}
