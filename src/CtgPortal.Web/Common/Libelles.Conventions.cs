using CtgPortal.Application.Journal;
using CtgPortal.Domain.Conventions;

namespace CtgPortal.Web.Common;

public static partial class Libelles
{
    public static string De(StatutConvention statut) => Statut.Pastille(statut.ToString()).Mot;

    public static string De(TypePartie type) => type switch
    {
        TypePartie.Caf => "Caf",
        TypePartie.Epci => "Intercommunalité",
        TypePartie.Commune => "Commune",
        TypePartie.Msa => "MSA",
        TypePartie.Cpam => "CPAM",
        TypePartie.Departement => "Département",
        TypePartie.Etat => "État",
        TypePartie.Autre => "Autre organisme",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    public static string De(FamilleFaits famille) => famille switch
    {
        FamilleFaits.Conventions => "Cadre, parties et étapes",
        FamilleFaits.Diagnostics => "Diagnostic",
        FamilleFaits.Ateliers => "Ateliers",
        FamilleFaits.Filiations => "Du constat à l’action",
        FamilleFaits.Plans => "Plan et fiches",
        FamilleFaits.Textes => "Texte et avis",
        FamilleFaits.Equipements => "Équipements et petite enfance",
        FamilleFaits.Deliberations => "Délibérations",
        FamilleFaits.Signatures => "Signatures",
        FamilleFaits.Avenants => "Avenants",
        FamilleFaits.Reprises => "Convention signée ailleurs",
        FamilleFaits.Fins => "Dénonciation et résiliation",
        FamilleFaits.Suivi => "Suivi",
        FamilleFaits.Versions => "Versions gardées",
        FamilleFaits.Bibliotheque => "Fiches modèles",
        FamilleFaits.Commentaires => "Commentaires",
        _ => throw new ArgumentOutOfRangeException(nameof(famille), famille, null),
    };

    /// <summary>What is expected, as a verb that follows « à vous de » or a colon.</summary>
    public static string De(ProchaineAction prochaine) => prochaine.Action switch
    {
        ActionAttendue.EcrireLeDiagnostic => "écrire le diagnostic",
        ActionAttendue.ValiderLeDiagnostic => "valider le diagnostic",
        ActionAttendue.PasserAuxAteliers => "passer aux ateliers",
        ActionAttendue.PlanifierUnAtelier => "planifier un atelier",
        ActionAttendue.ClorLesAteliers => prochaine.Nombre == 1 ? "tenir et clore l’atelier ouvert" : $"tenir et clore {prochaine.Nombre} ateliers",
        ActionAttendue.PasserALaRedaction => "passer à la rédaction",
        ActionAttendue.CompleterLeDossier => $"lever {Format.Pluriel(prochaine.Nombre, "obstacle")} à la signature",
        ActionAttendue.OuvrirALaSignature => "ouvrir à la signature",
        ActionAttendue.Signer => $"{Format.Pluriel(prochaine.Nombre, "signature attendue", "signatures attendues")}",
        ActionAttendue.EcrireLePlan => "écrire le plan d’actions",
        ActionAttendue.SuivreLesFiches => $"suivre {Format.Pluriel(prochaine.Nombre, "fiche")}",
        ActionAttendue.PreparerLeRenouvellement => "préparer le renouvellement",
        ActionAttendue.ConstaterLeTerme => "constater le terme de la convention",
        ActionAttendue.Aucune => "",
        _ => throw new ArgumentOutOfRangeException(nameof(prochaine), prochaine, null),
    };
}
