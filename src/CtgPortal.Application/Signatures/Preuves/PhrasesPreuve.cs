using CtgPortal.Application.Documents;
using System.Text.RegularExpressions;
using CtgPortal.Domain.Signatures;
using CtgPortal.Domain.Signatures.Preuves;

namespace CtgPortal.Application.Signatures.Preuves;

/// <summary>What each fact of a chain says, for a clerk who was not there.</summary>
public static partial class PhrasesPreuve
{
    /// <summary>Types that have a sentence of their own; a test wants every fact here.</summary>
    public static readonly IReadOnlyCollection<Type> Connus =
    [
        typeof(SignatureOuverte), typeof(SignataireAppele), typeof(SignatureRecueillie), typeof(ScanDepose), typeof(ScanRejete), typeof(SignatureRefusee),
        typeof(SignataireRemplace), typeof(LigneRetiree), typeof(CircuitProlonge), typeof(SignataireRelance), typeof(CeremoniePlanifiee), typeof(CeremonieAnnulee),
        typeof(SignatureReportee), typeof(SignatureCompletee), typeof(SignatureAnnulee), typeof(DocumentScelle), typeof(RetourDeParapheur),
        typeof(DocumentMontre), typeof(DocumentLu), typeof(LienEnvoye), typeof(LienOuvert), typeof(CodeEnvoye), typeof(CodeFaux), typeof(ActeRefuse),
    ];

    /// <param name="fait">Null for a fact that the portal does not know how to read any more.</param>
    /// <param name="nom">Of the signer of a line.</param>
    public static string De(EvenementPreuve evenement, IFaitDePreuve? fait, string? nom) => fait switch
    {
        SignatureOuverte f => $"Le texte est figé (version {f.NumeroVersion}) et soumis à la signature de {f.Signataires} {(f.Signataires > 1 ? "personnes" : "personne")}.",
        SignataireAppele f => f.Role switch
        {
            RoleLigne.Visa => $"Le visa de {f.Nom} est demandé.",
            RoleLigne.Observateur => $"{f.Nom} est prévenu(e) : cette personne suit le circuit sans signer.",
            _ => $"La signature de {f.Nom} est demandée.",
        },
        SignatureRecueillie f => Recueil(f),
        ScanDepose f => $"{f.Par} dépose la page signée à la main par {string.Join(", ", f.Noms)}, datée du {Mots.Jour(f.SigneeLe)}.",
        ScanRejete f => $"{f.Par} ne retient pas la page déposée pour {string.Join(", ", f.Noms)}. Motif : {f.Motif}",
        SignatureRefusee f => $"{f.Signataire} refuse {(f.Role == RoleLigne.Visa ? "son visa" : "de signer")}. Motif : {f.Motif}",
        SignataireRemplace f => $"{f.Nouveau} remplace {f.Ancien} pour {f.Partie}. Motif : {f.Motif}",
        LigneRetiree f => $"{f.Nom} quitte le circuit. Motif : {f.Motif}",
        CircuitProlonge f => f.Apres is { } jour ? $"Le dernier jour pour signer devient le {Mots.Jour(jour)}." : "Il n’y a plus de dernier jour pour signer.",
        SignataireRelance f => $"Un rappel est envoyé à {f.Nom} (le n° {f.Fois}).",
        CeremoniePlanifiee f => $"Une cérémonie de signature est prévue le {Mots.Jour(f.Jour)} à {Mots.Heure(f.Heure)} : {f.Lieu}.",
        CeremonieAnnulee f => $"La cérémonie prévue le {Mots.Jour(f.Jour)} est annulée.",
        SignatureReportee f => $"La signature de {f.Signataire} sur la version {f.NumeroVersion} est conservée : rien de ce qui engage n’a changé. Empreinte de ce qui a été signé : {f.Empreinte[..12]}…",
        SignatureCompletee => "Toutes les signatures sont recueillies.",
        RetourDeParapheur f => $"{f.Par} dépose le fichier rendu par un parapheur, qui porte {f.Signatures?.Count} {(f.Signatures?.Count > 1 ? "signatures nouvelles" : "signature nouvelle")} : {string.Join(", ", f.Signatures?.Select(s => s.Certificat ?? s.Champ) ?? [])}.",
        DocumentScelle f => $"Le document est scellé par le portail et daté par « {f.Horodateur} ». L’empreinte du fichier scellé commence par {f.Empreinte[..12]}.",
        SignatureAnnulee f => $"Le circuit est annulé, les parties reviennent sur le texte. Motif : {f.Motif}",
        DocumentMontre f => $"Le texte figé (version {f.Version}) est ouvert par {nom ?? "une personne appelée à signer"}.",
        DocumentLu f => $"{nom ?? "Une personne appelée à signer"} ouvre le texte figé (version {f.Version}) avant de signer plusieurs documents à la fois.",
        LienEnvoye => $"Un lien personnel est envoyé à {nom ?? "la personne appelée à signer"}.",
        LienOuvert => $"Le lien personnel de {nom ?? "la personne appelée à signer"} est ouvert. Ouvrir ne signe rien.",
        CodeEnvoye => $"Un code à usage unique est envoyé à {nom ?? "la personne appelée à signer"}.",
        CodeFaux f => $"Un code faux est donné pour {nom ?? "la personne appelée à signer"} (essai {f.Essais}).",
        ActeRefuse f => $"{Tentative(f.Acte)} est refusée{(nom is null ? "" : $" ({nom})")} : {string.Join(" ", f.Raisons.Select(r => r.Phrase))}",
        _ => Separer(evenement.Type),
    };

    private static string Recueil(SignatureRecueillie f) => (f.Mode, f.Role) switch
    {
        (ModeSignature.Papier, _) => $"La signature à la main de {f.Signataire} est enregistrée, avec l’original numérisé{(f.ControlePar is null ? "" : $", contrôlé par {f.ControlePar}")}.",
        (ModeSignature.Parapheur, _) => $"La signature de {f.Signataire} est lue dans le fichier repris d’un parapheur.",
        (var mode, RoleLigne.Visa) => $"{f.Signataire} vise {Porte(mode)} le texte dont l’empreinte commence par {f.Empreinte[..12]}.",
        (var mode, _) => $"{f.Signataire} signe {Porte(mode)} le texte dont l’empreinte commence par {f.Empreinte[..12]}.",
    };

    private static string Porte(ModeSignature mode) => mode == ModeSignature.Lien ? "par son lien personnel" : "dans le portail";

    private static string Tentative(string acte) => acte switch
    {
        "SignerConvention" or "SignerParLien" => "Une tentative de signer",
        "RecevoirRetour" => "La reprise d’un fichier de parapheur",
        "ConfirmerRetour" => "L’attribution des signatures d’un fichier de parapheur",
        _ => $"L’action « {Separer(acte).TrimEnd('.')} »",
    };

    /// <summary>« CeremoniePlanifiee » → « Ceremonie planifiee. »</summary>
    private static string Separer(string type)
    {
        var mots = Majuscule().Replace(type, " $1");
        return string.Concat(mots[..1], mots[1..].ToLowerInvariant()) + ".";
    }

    [GeneratedRegex(@"(?<!^)([A-Z])")]
    private static partial Regex Majuscule();
}
