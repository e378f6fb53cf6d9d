using CtgPortal.Domain.Signatures;

namespace CtgPortal.Web.Common;

public static partial class Libelles
{
    public static string De(RoleLigne role) => role switch
    {
        RoleLigne.Signataire => "Signataire",
        RoleLigne.Visa => "Visa",
        RoleLigne.Observateur => "Pour information",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };

    public static string De(OrdreCircuit ordre) => ordre switch
    {
        OrdreCircuit.Parallele => "Tout le monde en même temps",
        OrdreCircuit.ParRang => "L’un après l’autre, par rang",
        _ => throw new ArgumentOutOfRangeException(nameof(ordre), ordre, null),
    };

    public static string De(ModeSignature mode) => mode switch
    {
        ModeSignature.Compte => "dans le portail",
        ModeSignature.Lien => "par lien personnel",
        ModeSignature.Papier => "sur papier",
        ModeSignature.Parapheur => "dans un parapheur",
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, null),
    };

    public static string De(MoyenIdentite moyen) => moyen switch
    {
        MoyenIdentite.MotDePasse => "mot de passe",
        MoyenIdentite.CleAcces => "clé d’accès",
        MoyenIdentite.CodeCourriel => "code reçu par courriel",
        _ => throw new ArgumentOutOfRangeException(nameof(moyen), moyen, null),
    };

    /// <param name="role">A visa is given, a signature too: the word changes.</param>
    public static Pastille De(EtatLigne etat, RoleLigne role) => etat switch
    {
        EtatLigne.EnAttente => new("Après les autres", "hourglass", "neutre"),
        EtatLigne.Appelee => new(role == RoleLigne.Visa ? "Visa attendu" : "Signature attendue", "hourglass-split", "attention"),
        EtatLigne.AControler => new("Scan à contrôler", "search", "info"),
        EtatLigne.Signee => new(role == RoleLigne.Visa ? "Visé" : "Signé", "check-circle-fill", "succes"),
        EtatLigne.Reportee => new("Signature conservée", "check-circle-fill", "succes"),
        EtatLigne.Refusee => new("Refus", "x-octagon-fill", "danger"),
        EtatLigne.Remplacee => new("Remplacé", "arrow-left-right", "neutre"),
        EtatLigne.Retiree => new("Retiré", "dash-circle", "neutre"),
        EtatLigne.Informee => new("Pour information", "eye", "neutre"),
        _ => throw new ArgumentOutOfRangeException(nameof(etat), etat, null),
    };
}
