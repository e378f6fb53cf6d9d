using CtgPortal.Application.Signatures.Liens;
using CtgPortal.Domain.Signatures;
using CtgPortal.Domain.Signatures.Liens;
using CtgPortal.Web.Common;

namespace CtgPortal.Web.Pages.Signer;

/// <summary>What a personal link says when nothing is to be signed by it: what happened, then what comes next.</summary>
internal sealed record VueLien(string Ton, string Icone, string Titre, string Phrase, string? Suite = null)
{
    private const string Contact = "Pour toute question, répondez à la personne de la Caf ou du territoire qui suit votre convention.";

    public static VueLien De(ConsulterLien.Dossier d) => d.Etat switch
    {
        EtatLien.DejaSigne => new(
            "succes", "check-circle-fill", d.Ligne.Role == RoleLigne.Visa ? "Votre visa est enregistré" : "Votre signature est enregistrée",
            $"{Date(d)} au nom de « {d.Ligne.Partie} ».",
            d.TousOntSigne ? "Toutes les signatures sont recueillies." : "Vous recevrez un courriel quand tout le monde aura signé."),
        EtatLien.ScanDepose => new(
            "connu", "search", "Votre signature sur papier est déposée", "Une seconde personne doit encore la comparer au document.", "Vous n’avez rien à faire ici."),
        EtatLien.PasEncore => new(
            "attention", "hourglass-split", "Ce n’est pas encore votre tour", "D’autres personnes passent avant vous.", "Vous recevrez un courriel quand vous pourrez signer."),
        EtatLien.Refuse => new(
            "attention", "x-octagon-fill", "Vous avez refusé de signer", $"Votre refus du {Format.Date(d.Ligne.RefuseeLe!.Value)} est enregistré et chacun en est prévenu.",
            "Vous changez d’avis ? Demandez un nouveau lien : il part à votre adresse."),
        EtatLien.Remplace => new(
            "attention", "arrow-left-right", "Votre signature n’est plus attendue", $"{d.Ligne.RemplaceePar} signe à votre place pour « {d.Ligne.Partie} ».", Contact),
        EtatLien.Retire => new("attention", "dash-circle", "Votre signature n’est plus attendue", "Vous n’avez rien à faire.", Contact),
        EtatLien.DelaiPasse => new(
            "attention", "calendar-x", "Le délai pour signer est passé", $"Le dernier jour était le {Format.Date(d.ExpireLe!.Value)}.",
            "La Caf ou la coordination de la convention peut le prolonger ; vous recevrez alors un nouveau lien."),
        EtatLien.Perime => new(
            "attention", "clock-history", "Ce lien n’est plus valable", $"Un lien sert pendant {LienSignature.JoursSansEcheance} jours.", "Votre signature est toujours attendue : demandez un nouveau lien."),
        EtatLien.AutreVersion => new("attention", "arrow-repeat", "Le texte a été repris depuis", Reprise(d), d.Suite switch
        {
            null => "Vous n’avez rien à faire. Si votre signature est demandée sur un nouveau texte, vous recevrez un autre courriel.",
            { Etat: EtatLigne.Appelee or EtatLigne.Refusee } s => $"La version {s.Numero} attend votre signature. Ce qui a changé est dit ci-dessous ; le lien pour la signer part à votre adresse.",
            { Etat: EtatLigne.Signee or EtatLigne.Reportee } s => $"Votre signature est enregistrée sur la version {s.Numero} : vous n’avez rien à faire.",
            { } s => $"La version {s.Numero} est en cours de signature : vous recevrez un courriel quand ce sera votre tour.",
        }),
        _ => throw new ArgumentOutOfRangeException(nameof(d), d.Etat, "This link signs."),
    };

    private static string Reprise(ConsulterLien.Dossier d) =>
        $"La version {d.Version}, que ce lien ouvrait, n’est plus à signer{(d.Ligne.EstSignee ? " ; la signature que vous y avez donnée est conservée comme preuve" : "")}.";

    private static string Date(ConsulterLien.Dossier d) => $"Elle a été donnée le {Format.Date(d.Ligne.SigneeLe!.Value)} {Libelles.De(d.Ligne.Mode!.Value)},"
        .Replace("Elle a été donnée", d.Ligne.Role == RoleLigne.Visa ? "Il a été donné" : "Elle a été donnée", StringComparison.Ordinal);
}
