using CtgPortal.Domain.Common;
using CtgPortal.Domain.Signatures;

namespace CtgPortal.Web.Common;

/// <summary>The sentences of the facts of a circuit.</summary>
internal static class PhrasesSignature
{
    /// <exception cref="ArgumentOutOfRangeException">A fact that nobody put into words.</exception>
    public static string De(DomainEvent fait) => fait switch
    {
        SignatureOuverte f => $"Version {f.NumeroVersion} figée et ouverte à la signature de {Format.Pluriel(f.Signataires, "personne")}",
        SignataireAppele f => f.Role switch
        {
            RoleLigne.Visa => $"Visa demandé à {f.Nom}",
            RoleLigne.Observateur => $"{f.Nom} suit le circuit pour information",
            _ => $"Signature demandée à {f.Nom}",
        },
        SignatureRecueillie f =>
            $"{(f.Role == RoleLigne.Visa ? "Visa" : "Signature")} de {f.Signataire}, {Libelles.De(f.Mode)}{(f.ControlePar is null ? "" : $", scan contrôlé par {f.ControlePar}")}",
        ScanDepose f => $"Dépôt du scan signé par {Noms(f.Noms)}, à contrôler",
        ScanRejete f => $"Scan non retenu pour {Noms(f.Noms)} : {f.Motif}",
        SignatureRefusee f => $"Refus de {f.Signataire} : {f.Motif}",
        SignataireRemplace f => $"{f.Nouveau} remplace {f.Ancien} pour « {f.Partie} » : {f.Motif}",
        LigneRetiree f => $"Retrait de {f.Nom} du circuit : {f.Motif}",
        CircuitProlonge f => f.Apres is { } jour ? $"Délai de signature prolongé jusqu’au {Format.Date(jour)}" : "Signature sans date limite",
        SignataireRelance f => $"Relance n° {f.Fois} envoyée à {f.Nom}",
        CeremoniePlanifiee f => $"Cérémonie de signature le {Format.Date(f.Jour)} à {Format.Heure(f.Heure)}, {f.Lieu}",
        CeremonieAnnulee f => $"Annulation de la cérémonie du {Format.Date(f.Jour)}, {f.Lieu}",
        SignatureReportee f => $"Signature de {f.Signataire} conservée : elle a été donnée sur la version {f.NumeroVersion}, qui engage aux mêmes choses",
        SignatureCompletee => "Dernière signature recueillie",
        RetourDeParapheur f => $"Fichier rendu par un parapheur, déposé par {f.Par} ({Format.Pluriel(f.Signatures?.Count ?? 0, "signature nouvelle", "signatures nouvelles")})",
        DocumentScelle f => $"Document scellé par le portail, daté par « {f.Horodateur} »",
        SignatureAnnulee f => $"Annulation de la signature ({Format.Pluriel(f.DejaRecueillies, "signature déjà donnée", "signatures déjà données")}) : {f.Motif}",
        _ => throw new ArgumentOutOfRangeException(nameof(fait), fait.GetType().Name, "This fact has no sentence."),
    };

    private static string Noms(IReadOnlyList<string>? noms) => noms switch
    {
        null or [] => "personne",
        { Count: <= 3 } => string.Join(", ", noms),
        _ => $"{string.Join(", ", noms.Take(3))} et {Format.Pluriel(noms.Count - 3, "autre")}",
    };
}
