using CtgPortal.Domain.Common;
using CtgPortal.Domain.Documents;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Signatures;

/// <summary>What comes back of an outside parapheur: received when it holds, counted when somebody has said who signed what.</summary>
public sealed partial class Signature
{
    /// <summary>The file to sign, and to seal: the frozen text, or the last file taken back, which begins with it.</summary>
    public PieceId Remis => _lignes
        .Where(l => l is { Mode: ModeSignature.Parapheur, Report: null }).OrderByDescending(l => l.EnregistreeLe).FirstOrDefault()?.ScanId ?? TexteId;

    /// <summary>Keeps that a file came back, with the signatures that it bears; nobody has signed by that alone.</summary>
    /// <exception cref="BusinessRuleException">With every reason why it is not taken.</exception>
    public void RecevoirDuParapheur(FichierDeParapheur fichier, Piece piece, Agent par, DateTimeOffset now)
    {
        BusinessRuleException.ThrowIfAny([.. ObstaclesAuRetour(fichier, now)]);
        Record(new RetourDeParapheur(ConventionId, Id, piece.Id, piece.Empreinte, fichier.Signatures, par.Nom, now));
    }

    /// <param name="attributions">Whose signature each field holds, as the person who takes the file back says.</param>
    /// <exception cref="BusinessRuleException">With every reason why not.</exception>
    public void RecueillirDuParapheur(
        FichierDeParapheur fichier, IReadOnlyCollection<(string Champ, LigneSignatureId Ligne)> attributions, PieceId piece, DateTimeOffset now)
    {
        BusinessRuleException.ThrowIfAny(
        [
            .. ObstaclesAuRetour(fichier, now),
            .. When(
                attributions.DistinctBy(a => a.Ligne).Count() != attributions.Count || attributions.DistinctBy(a => a.Champ).Count() != attributions.Count,
                "signature-en-double", "Une signature compte pour une seule personne, et une personne signe une seule fois."),
            .. When(
                attributions.Any(a => fichier.Signatures.All(s => s.Champ != a.Champ)),
                "signature-absente", "Une des signatures choisies n’est pas dans ce fichier : ouvrez de nouveau la page."),
        ]);
        RecueillirDuParapheur(
            attributions.ToDictionary(a => a.Ligne, a => fichier.Signatures.Single(s => s.Champ == a.Champ).Le!.Value.JourEnFrance()), piece, now);
    }

    private IEnumerable<Obstacle> ObstaclesAuRetour(FichierDeParapheur fichier, DateTimeOffset now) =>
    [
        .. ObstaclesGeneraux(),
        .. ObstacleDeDelai(now.JourEnFrance()),
        .. ObstaclesDuFichier(fichier, now),
    ];

    private static IReadOnlyList<Obstacle> ObstaclesDuFichier(FichierDeParapheur fichier, DateTimeOffset now) => fichier switch
    {
        { Defaut: { } defaut } => [new("fichier-illisible", defaut)],
        { CommenceParLeRemis: false } =>
        [
            new(
                "autre-document",
                "Ce fichier ne commence pas par le document à signer : c’est un autre document, une version plus ancienne, ou il a été changé en route (imprimé en PDF, réenregistré, fusionné). Reprenez le paquet de cette page et signez-le sans le modifier."),
        ],
        { Signatures.Count: 0 } =>
            [new("aucune-signature", "Ce fichier ne porte aucune nouvelle signature électronique. Téléchargez celui que le parapheur rend une fois le circuit terminé.")],
        _ =>
        [
            .. When(
                fichier.Modifications.Count > 0, "document-modifie",
                $"Le document a été modifié après avoir été remis au parapheur : {string.Join(" ", fichier.Modifications.Take(3))} Ce qui a été signé n’est plus ce qui était à signer."),
            .. When(!fichier.FinitSansAjout, "ajout-apres-signature", "Des octets ont été ajoutés après la dernière signature : rien ne dit qui les a ajoutés."),
            .. fichier.Signatures.SelectMany(s => ObstaclesDeSignature(s, now)),
        ],
    };

    private static IEnumerable<Obstacle> ObstaclesDeSignature(SignatureDeParapheur s, DateTimeOffset now)
    {
        var qui = $"La signature « {s.Certificat ?? s.Champ} »";
        return
        [
            .. When(s.Defaut is not null, "signature-alteree", $"{qui} ne tient pas : {s.Defaut}"),
            .. When(s is { Defaut: null, CouvreTout: false }, "signature-partielle", $"{qui} ne couvre pas tout le document : elle ne prouve pas qu’il a été lu en entier."),
            .. When(s.Autorite == AutoriteDeCertificat.Contradictoire, "certificat-contradictoire", $"{qui} : les certificats joints se contredisent."),
            .. When(s.Autorite == AutoriteDeCertificat.DuPortail, "signature-du-portail", $"{qui} porte le certificat de ce portail : ce n’est pas celle d’une personne."),
            .. When(s.Le is null, "signature-sans-date", $"{qui} ne dit pas quand elle a été donnée."),
            .. When(s.Le?.JourEnFrance() > now.JourEnFrance(), "signature-future", $"{qui} est datée du {s.Le:dd/MM/yyyy}, dans l’avenir."),
            .. When(
                s.CertificatValable == false, "certificat-hors-dates",
                s.Le < s.ValableDu
                    ? $"{qui} : le certificat n’était pas encore valable ce jour-là ; il l’est depuis le {s.ValableDu:dd/MM/yyyy}."
                    : $"{qui} : le certificat avait expiré, le {s.ValableJusquAu:dd/MM/yyyy}."),
        ];
    }
}
