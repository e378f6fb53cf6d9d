using CtgPortal.Domain.Avenants;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;

namespace CtgPortal.Domain.Deliberations;

/// <summary>What may still be asked about an act, in the order in which it comes.</summary>
public enum ManqueActe
{
    Deliberation,
    Fichier,
    Vote,
    Transmission,
    Reception,
    Publication,
    Identifiant,
    CopieTamponnee,
}

/// <summary>Which parties deliberate, whose acts go to the préfecture, and what is missing of them.</summary>
public static class ReglesActe
{
    /// <summary>Usual delay to send an act; a reminder, never a refusal.</summary>
    public const int JoursPourTransmettre = 15;

    private static readonly Obstacle AvenantAbandonne = new("avenant-abandonne", "L’avenant est abandonné : ses délibérations ne changent plus.");

    private static readonly Obstacle Abandonnee = new("convention-abandonnee", "La convention est abandonnée : ses délibérations ne changent plus.");

    /// <summary>The State signs without one.</summary>
    public static bool Delibere(this TypePartie type) => type != TypePartie.Etat;

    /// <summary>Acts of the bodies of the social security do not go there.</summary>
    public static bool VaEnPrefecture(this TypePartie type) => type is TypePartie.Epci or TypePartie.Commune or TypePartie.Departement;

    /// <summary>« Autre » may be a syndicat, whose acts go there, or an association, whose do not.</summary>
    public static bool PeutAllerEnPrefecture(this TypePartie type) => type.VaEnPrefecture() || type == TypePartie.Autre;

    /// <summary>Why no act may be written down any more; empty while it may.</summary>
    /// <param name="avenant">That the act authorises; null for the convention itself.</param>
    public static IReadOnlyList<Obstacle> Obstacles(StatutConvention etape, StatutAvenant? avenant) =>
    [
        .. Conditions.When(etape == StatutConvention.Abandonnee, Abandonnee),
        .. Conditions.When(avenant == StatutAvenant.Abandonne, AvenantAbandonne),
    ];

    /// <summary>What comes back from the préfecture is another file, with a stamp.</summary>
    /// <param name="estLeTexteFige">The very bytes that people sign.</param>
    /// <exception cref="BusinessRuleException">It has no stamp.</exception>
    public static void ExigerTampon(UsagePiece usage, bool estLeTexteFige) => BusinessRuleException.ThrowIfAny(Conditions.When(
        usage == UsagePiece.CopieTamponnee && estLeTexteFige, "copie-sans-tampon",
        "Ce fichier est le texte à signer lui-même, sans tampon : déposez celui que la préfecture a renvoyé."));

    /// <param name="acte">Null when nothing is written down.</param>
    public static IReadOnlyList<ManqueActe> Manques(TypePartie type, DescriptionActe? acte, bool aLeFichier, bool aLaCopie)
    {
        if (acte is null)
        {
            return type.Delibere() ? [ManqueActe.Deliberation] : [];
        }

        var controle = acte.Controle;
        var suivi = type.VaEnPrefecture() || controle != ControleLegalite.Rien;
        return
        [
            .. Si(!aLeFichier, ManqueActe.Fichier),
            .. Si(acte.Vote is null, ManqueActe.Vote),
            .. Si(suivi && controle is { TransmisLe: null, RecuLe: null }, ManqueActe.Transmission),
            .. Si(suivi && controle is { TransmisLe: not null, RecuLe: null }, ManqueActe.Reception),
            .. Si(suivi && controle.PublieLe is null, ManqueActe.Publication),
            .. Si(suivi && controle is { RecuLe: not null, Identifiant: null }, ManqueActe.Identifiant),
            .. Si(suivi && controle.RecuLe is not null && !aLaCopie, ManqueActe.CopieTamponnee),
        ];
    }

    /// <summary>The day by which the act is usually sent; null when it is sent, or does not go there.</summary>
    public static DateOnly? EcheanceDeTransmission(TypePartie type, DescriptionActe acte) =>
        type.VaEnPrefecture() && acte.Controle is { TransmisLe: null, RecuLe: null } ? acte.Reference.Date.AddDays(JoursPourTransmettre) : null;

    private static IEnumerable<ManqueActe> Si(bool condition, ManqueActe manque) => condition ? [manque] : [];
}
