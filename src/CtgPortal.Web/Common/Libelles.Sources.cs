using CtgPortal.Application.Diagnostics;
using CtgPortal.Application.Documents;
using CtgPortal.Domain.Diagnostics;

namespace CtgPortal.Web.Common;

public static partial class Libelles
{
    public static string De(PrioriteConstat priorite) => priorite switch
    {
        PrioriteConstat.Haute => "Haute",
        PrioriteConstat.Moyenne => "Moyenne",
        PrioriteConstat.Basse => "Basse",
        _ => throw new ArgumentOutOfRangeException(nameof(priorite), priorite, null),
    };

    public static string De(ListerConstats.FiltrePriorite filtre) => filtre switch
    {
        ListerConstats.FiltrePriorite.Haute => "Priorité haute",
        ListerConstats.FiltrePriorite.Moyenne => "Priorité moyenne",
        ListerConstats.FiltrePriorite.Basse => "Priorité basse",
        ListerConstats.FiltrePriorite.Aucune => "Sans priorité",
        _ => throw new ArgumentOutOfRangeException(nameof(filtre), filtre, null),
    };

    public static string De(NatureAppui nature) => nature switch
    {
        NatureAppui.Indicateur => "Chiffre",
        NatureAppui.Enquete => "Enquête",
        NatureAppui.Entretien => "Entretien",
        NatureAppui.Document => "Document",
        _ => throw new ArgumentOutOfRangeException(nameof(nature), nature, null),
    };

    public static string De(ModeEnquete mode) => mode switch
    {
        ModeEnquete.EnLigne => "En ligne",
        ModeEnquete.Papier => "Sur papier",
        ModeEnquete.EnLigneEtPapier => "En ligne et sur papier",
        ModeEnquete.Telephone => "Par téléphone",
        ModeEnquete.FaceAFace => "En face-à-face",
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, null),
    };

    public static string De(FormeResultats forme) => forme switch
    {
        FormeResultats.Effectifs => "Un tableau de résultats : une ligne par réponse possible, avec son effectif",
        FormeResultats.Reponses => "Les réponses elles-mêmes : une ligne par personne, une colonne par question",
        _ => throw new ArgumentOutOfRangeException(nameof(forme), forme, null),
    };

    public static string De(MotifEcart motif) => motif switch
    {
        MotifEcart.DonneePersonnelle => "donnée personnelle",
        MotifEcart.Vide => "aucune réponse",
        MotifEcart.SansIntitule => "sans intitulé",
        _ => throw new ArgumentOutOfRangeException(nameof(motif), motif, null),
    };

    public static string De(TypeQuestion type) => type switch
    {
        TypeQuestion.Fermee => "Un choix",
        TypeQuestion.ChoixMultiple => "Plusieurs choix",
        TypeQuestion.Libre => "Réponse libre",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    public static string De(PartieDiagnostic partie) => partie switch
    {
        PartieDiagnostic.Demarche => "Démarche et sources",
        PartieDiagnostic.Indicateur => "Indicateurs",
        PartieDiagnostic.Valeur => "Valeurs des indicateurs",
        PartieDiagnostic.Constat => "Constats",
        PartieDiagnostic.Enquete => "Enquêtes",
        PartieDiagnostic.Question => "Résultats d’enquêtes",
        PartieDiagnostic.Entretien => "Entretiens",
        PartieDiagnostic.Document => "Documents",
        _ => throw new ArgumentOutOfRangeException(nameof(partie), partie, null),
    };

    public static string De(EtatDifference etat) => Sources.Pastille(etat).Mot;
}

/// <summary>Icons and colours of what a diagnostic rests on.</summary>
public static class Sources
{
    public static string Icone(NatureAppui nature) => nature switch
    {
        NatureAppui.Indicateur => "bar-chart",
        NatureAppui.Enquete => "ui-checks",
        NatureAppui.Entretien => "chat-quote",
        _ => "file-earmark-text",
    };

    /// <summary>Where one reads it, below the address of the diagnostic.</summary>
    public static string Adresse(NatureAppui nature, Guid cible) => nature switch
    {
        NatureAppui.Indicateur => $"/indicateurs/{cible}",
        NatureAppui.Enquete => $"/enquetes/{cible}",
        NatureAppui.Entretien => $"/entretiens/{cible}",
        _ => $"/documents/{cible}",
    };

    /// <summary>The heading of a column of findings.</summary>
    public static string Pluriel(NatureConstat nature) => Mots.PlurielDe(nature);

    public static Pastille Pastille(PrioriteConstat priorite) => priorite switch
    {
        PrioriteConstat.Haute => new("Priorité haute", "chevron-double-up", "action"),
        PrioriteConstat.Moyenne => new("Priorité moyenne", "chevron-up", "info"),
        _ => new("Priorité basse", "chevron-down", "neutre"),
    };

    public static Pastille Pastille(EtatDifference etat) => etat switch
    {
        EtatDifference.Ajoute => new("Ajouté", "plus-lg", "succes"),
        EtatDifference.Modifie => new("Modifié", "pencil", "info"),
        _ => new("Retiré", "dash-lg", "danger"),
    };
}
