using CtgPortal.Domain.Plans;

namespace CtgPortal.Web.Common;

public static partial class Libelles
{
    public static string De(CouleurAxe couleur) => couleur switch
    {
        CouleurAxe.Canard => "Bleu canard",
        CouleurAxe.Terracotta => "Terre cuite",
        CouleurAxe.Prune => "Prune",
        CouleurAxe.Olive => "Olive",
        CouleurAxe.Ocean => "Bleu océan",
        CouleurAxe.Ambre => "Ambre",
        CouleurAxe.Ardoise => "Ardoise",
        CouleurAxe.Framboise => "Framboise",
        _ => throw new ArgumentOutOfRangeException(nameof(couleur), couleur, null),
    };

    public static string De(Numerotation numerotation) => numerotation switch
    {
        Numerotation.Continue => "Continue : 1, 2, 3… à travers tout le plan",
        Numerotation.Hierarchique => "Hiérarchique : 2.1.3, qui dit la branche",
        _ => throw new ArgumentOutOfRangeException(nameof(numerotation), numerotation, null),
    };

    public static string De(PrioriteFiche priorite) => priorite switch
    {
        PrioriteFiche.Elevee => "Élevée",
        PrioriteFiche.Moyenne => "Moyenne",
        PrioriteFiche.Basse => "Basse",
        _ => throw new ArgumentOutOfRangeException(nameof(priorite), priorite, null),
    };

    public static string De(NatureAction nature) => nature switch
    {
        NatureAction.AMaintenir => "Action existante à maintenir",
        NatureAction.ADevelopper => "Action existante à développer",
        NatureAction.Nouvelle => "Action nouvelle",
        _ => throw new ArgumentOutOfRangeException(nameof(nature), nature, null),
    };

    public static string De(ParticipationHabitants participation) => participation switch
    {
        ParticipationHabitants.Aucune => "Aucune",
        ParticipationHabitants.Information => "Information",
        ParticipationHabitants.Consultation => "Consultation",
        ParticipationHabitants.Concertation => "Concertation",
        ParticipationHabitants.Coconstruction => "Coconstruction",
        _ => throw new ArgumentOutOfRangeException(nameof(participation), participation, null),
    };

    public static string De(NatureDepense nature) => nature switch
    {
        NatureDepense.Fonctionnement => "Fonctionnement",
        NatureDepense.Investissement => "Investissement",
        _ => throw new ArgumentOutOfRangeException(nameof(nature), nature, null),
    };

    public static string De(TypeIndicateur type) => type switch
    {
        TypeIndicateur.Quantitatif => "Quantitatif",
        TypeIndicateur.Qualitatif => "Qualitatif",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    public static string De(CategorieIndicateur categorie) => categorie switch
    {
        CategorieIndicateur.Realisation => "Réalisation",
        CategorieIndicateur.Resultat => "Résultat",
        CategorieIndicateur.Impact => "Impact",
        _ => throw new ArgumentOutOfRangeException(nameof(categorie), categorie, null),
    };
}
