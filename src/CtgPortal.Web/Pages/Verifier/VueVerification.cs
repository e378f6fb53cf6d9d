using CtgPortal.Application.Signatures.Sceaux;
using CtgPortal.Application.Signatures.Verification;
using CtgPortal.Domain.Avenants;
using CtgPortal.Web.Common;

namespace CtgPortal.Web.Pages.Verifier;

/// <summary>The words of a verification, for somebody who has never seen the portal.</summary>
internal static class VueVerification
{
    public static string Libelle(TextePublic texte) => texte.Etat switch
    {
        EtatTexte.EnSignature => "En cours de signature",
        EtatTexte.Signe => texte.Avenant is null ? "Signée par toutes les parties" : "Signé par toutes les parties",
        EtatTexte.Annule => "Version annulée",
        EtatTexte.Remplace => "Version remplacée",
        _ => throw new ArgumentOutOfRangeException(nameof(texte), texte.Etat, null),
    };

    public static string Ton(EtatTexte etat) => etat switch
    {
        EtatTexte.Signe => "succes",
        EtatTexte.EnSignature => "info",
        _ => "attention",
    };

    public static string Icone(EtatTexte etat) => etat switch
    {
        EtatTexte.Signe => "patch-check-fill",
        EtatTexte.EnSignature => "hourglass-split",
        _ => "arrow-repeat",
    };

    public static string Phrase(TextePublic texte) => texte.Etat switch
    {
        EtatTexte.Signe => texte.Avenant is null ? "Cette référence est celle d’une convention signée" : "Cette référence est celle d’un avenant signé",
        EtatTexte.EnSignature => $"Cette référence est celle {(texte.Avenant is null ? "d’une convention" : "d’un avenant")} en cours de signature",
        EtatTexte.Remplace => "Cette référence est celle d’une version remplacée par une autre",
        _ => "Cette référence est celle d’une version annulée",
    };

    /// <summary>Of the section that names what was signed since; only for a text that something completes.</summary>
    public static string TitreDesAvenants(TextePublic texte)
    {
        var sujet = texte.Avenant is { } numero ? $"L’avenant n° {numero} n’est pas le dernier : il est complété" : "La convention a changé depuis : elle est complétée";
        var numeros = texte.Avenants.Select(a => $"n° {a.Numero}").ToList();
        return $"{sujet} par {(numeros.Count == 1 ? "l’avenant" : "les avenants")} {(numeros.Count == 1 ? numeros[0] : $"{string.Join(", ", numeros[..^1])} et {numeros[^1]}")}";
    }

    public static string Change(AvenantPublic avenant) => string.Join(" ; ", avenant.Natures.Select(n => n == NatureAvenant.Prolonger && avenant.NouvelleFin is { } fin
        ? $"prolonge la convention jusqu’au {Format.Date(fin)}"
        : n switch
        {
            NatureAvenant.Prolonger => "prolonge la convention",
            NatureAvenant.AjouterCommunes => "ajoute des communes au périmètre",
            NatureAvenant.AjouterParties => "fait entrer de nouvelles parties",
            NatureAvenant.CompleterPlan => "ajoute ou modifie le plan d’actions",
            NatureAvenant.ModifierAnnexes => "modifie les annexes",
            _ => throw new ArgumentOutOfRangeException(nameof(avenant), n, null),
        }));

    public static string Detail(TextePublic texte) => texte.Etat switch
    {
        EtatTexte.Signe => $"{Format.Pluriel(texte.Attendues, "signature", "signatures")}{(texte.SigneLe is { } jour ? $", la dernière le {Format.Date(jour)}" : "")}",
        EtatTexte.EnSignature => $"{texte.Signees} {(texte.Signees > 1 ? "signatures recueillies" : "signature recueillie")} sur {texte.Attendues}",
        EtatTexte.Remplace => "Les parties ont repris le texte : c’est une autre version qui compte.",
        _ => "Les parties ont repris le texte : cette version n’engage plus personne.",
    };

    public static (string Ton, string Icone, string Titre, string Explication) De(ConsulterFichier.Constat constat) => constat.Verdict switch
    {
        VerdictFichier.Identique when constat.Texte!.Etat is EtatTexte.Annule or EtatTexte.Remplace => (
            "attention", "exclamation-triangle-fill", "Ce fichier est authentique, mais il ne compte plus",
            "C’est exactement une version qui a été figée par le portail. Les parties sont ensuite revenues sur le texte : cette version n’engage plus personne."),
        VerdictFichier.Identique => (
            "succes", "patch-check-fill", "Ce fichier est identique au document d’origine",
            "Chaque octet est celui du texte figé par le portail : pas un mot n’a été changé."),
        VerdictFichier.Scelle => (
            "succes", "patch-check-fill", "Ce fichier est le document scellé par le portail",
            "Il commence par le texte figé, à l’octet près ; tout ce qui suit est signé par le certificat du portail, jusqu’au dernier octet."),
        VerdictFichier.SigneEnsuite => (
            "info", "pen-fill", "C’est le texte d’origine, signé ensuite ailleurs",
            "Il commence par le texte figé, à l’octet près, et les signatures qui suivent sont intactes. Elles n’ont pas été faites par ce portail : c’est à leur autorité de dire ce qu’elles valent."),
        VerdictFichier.Complete => (
            "danger", "exclamation-triangle-fill", "Le texte d’origine est là, mais quelque chose a été ajouté après",
            "Le fichier commence exactement par le texte figé, puis continue par des octets que rien ne garantit. Ce qu’on lit à l’écran peut en être changé : ne vous y fiez pas, demandez l’original."),
        VerdictFichier.Altere => (
            "danger", "x-octagon-fill", "Ce fichier a été modifié",
            "Il vient d’un document de ce portail, mais il n’est plus identique au texte figé. Ne vous y fiez pas : demandez l’original à la Caf ou à la collectivité."),
        VerdictFichier.Tronque => (
            "danger", "x-octagon-fill", "Ce fichier est incomplet",
            "C’est le début d’un document de ce portail ; la fin manque. Téléchargez-le de nouveau."),
        VerdictFichier.Chiffre => (
            "attention", "lock-fill", "Ce fichier est protégé par un chiffrement",
            "Les documents de ce portail ne sont jamais chiffrés : ce n’est donc pas l’original. Demandez le fichier d’origine."),
        VerdictFichier.PasUnPdf => (
            "attention", "file-earmark-x", "Ce fichier n’est pas un PDF",
            "Déposez le PDF tel que vous l’avez reçu : une photo, un scan ou une copie dans un autre format ne se vérifie pas."),
        VerdictFichier.OriginalRepris => (
            "info", "file-earmark-check-fill", constat.Original!.Avenant is { } avenant ? $"C’est l’avenant n° {avenant}, signé hors du portail" : "C’est bien la convention, signée hors du portail",
            $"Ce fichier est identique, octet pour octet, à celui que la Caf a déposé le {Format.Date(Format.JourDe(constat.Original.RepriseLe))}. Ce portail n’en a recueilli aucune signature : il dit que c’est le même fichier, et non ce que valent ses signatures."),
        VerdictFichier.Inconnu => (
            "attention", "question-circle-fill", "Ce fichier n’est pas connu de ce portail",
            "Ce n’est aucun des textes figés ici. Un scan, une impression en PDF ou un fichier enregistré de nouveau n’est pas l’original, même si les mots sont les mêmes."),
        _ => throw new ArgumentOutOfRangeException(nameof(constat), constat.Verdict, null),
    };

    public static string OuEst(ConsulterFichier.Constat constat) => constat.Verdict switch
    {
        VerdictFichier.Complete => "Ce qui a été ajouté",
        VerdictFichier.Tronque => "Ce qui manque",
        _ => $"Où il diffère : {Format.Pluriel(constat.DifferencesEnTout, "endroit")}",
    };

    public static string Plage(PlageOctets plage) => plage.Fin <= plage.Debut
        ? $"à partir de l’octet {Format.Nombre(plage.Debut + 1)}"
        : plage.Fin == plage.Debut + 1 ? $"octet {Format.Nombre(plage.Fin)}" : $"octets {Format.Nombre(plage.Debut + 1)} à {Format.Nombre(plage.Fin)}";
}
