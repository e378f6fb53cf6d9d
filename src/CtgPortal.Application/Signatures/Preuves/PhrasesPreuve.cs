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
        typeof(SignatureOuverte), typeof(SignatureRecueillie), typeof(SignatureCompletee), typeof(SignatureAnnulee),
        typeof(DocumentMontre), typeof(LienOuvert), typeof(CodeEnvoye), typeof(CodeFaux), typeof(ActeRefuse),
    ];

    /// <param name="fait">Null for a fact that the portal does not know how to read any more.</param>
    /// <param name="nom">Of the signer of a line.</param>
    public static string De(EvenementPreuve evenement, IFaitDePreuve? fait, string? nom) => fait switch
    {
        SignatureOuverte f => $"Le texte est figé (version {f.NumeroVersion}) et soumis à la signature de {f.Signataires} {(f.Signataires > 1 ? "personnes" : "personne")}.",
        SignatureRecueillie f => f.Mode == ModeSignature.Papier
            ? $"La signature à la main de {f.Signataire} est enregistrée, avec l’original numérisé."
            : $"{f.Signataire} signe dans le portail le texte dont l’empreinte commence par {f.Empreinte[..12]}.",
        SignatureCompletee => "Toutes les signatures sont recueillies.",
        SignatureAnnulee f => $"Le circuit est annulé, les parties reviennent sur le texte. Motif : {f.Motif}",
        DocumentMontre f => $"Le texte figé (version {f.Version}) est ouvert par {nom ?? "une personne appelée à signer"}.",
        LienOuvert => $"Le lien personnel de {nom ?? "la personne appelée à signer"} est ouvert. Ouvrir ne signe rien.",
        CodeEnvoye => $"Un code à usage unique est envoyé à {nom ?? "la personne appelée à signer"}.",
        CodeFaux f => $"Un code faux est donné pour {nom ?? "la personne appelée à signer"} (essai {f.Essais}).",
        ActeRefuse f => $"{Tentative(f.Acte)} est refusée{(nom is null ? "" : $" ({nom})")} : {string.Join(" ", f.Raisons.Select(r => r.Phrase))}",
        _ => Separer(evenement.Type),
    };

    private static string Tentative(string acte) => acte == "SignerConvention" ? "Une tentative de signer" : $"L’action « {Separer(acte).TrimEnd('.')} »";

    /// <summary>« CeremoniePlanifiee » → « Ceremonie planifiee. »</summary>
    private static string Separer(string type)
    {
        var mots = Majuscule().Replace(type, " $1");
        return string.Concat(mots[..1], mots[1..].ToLowerInvariant()) + ".";
    }

    [GeneratedRegex(@"(?<!^)([A-Z])")]
    private static partial Regex Majuscule();
}
