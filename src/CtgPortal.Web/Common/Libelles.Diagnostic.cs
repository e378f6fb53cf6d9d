using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Diagnostics;

namespace CtgPortal.Web.Common;

public static partial class Libelles
{
    public static string De(NatureConstat nature) => Natures.Pastille(nature).Mot;

    public static string De(NatureContribution nature) => Natures.Pastille(nature).Mot;

    public static string De(NatureIndicateur nature) => nature switch
    {
        NatureIndicateur.Effectif => "Un nombre : personnes, familles, places, logements",
        NatureIndicateur.Part => "Une part, en pour cent",
        NatureIndicateur.Montant => "Un montant, en euros",
        NatureIndicateur.Ratio => "Un rapport : pour 100 enfants, par famille, un indice",
        _ => throw new ArgumentOutOfRangeException(nameof(nature), nature, null),
    };

    public static string De(EtatValeur etat) => etat switch
    {
        EtatValeur.Publiee => "Un chiffre",
        EtatValeur.Secret => "Secret : trop petit pour être montré",
        EtatValeur.NonDisponible => "Non disponible",
        _ => throw new ArgumentOutOfRangeException(nameof(etat), etat, null),
    };

    public static string De(PhaseSalle phase) => phase switch
    {
        PhaseSalle.Contributions => "Contributions",
        PhaseSalle.Regroupement => "Regroupement",
        PhaseSalle.Points => "Points",
        PhaseSalle.Restitution => "Résultats",
        _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, null),
    };

    public static string De(ModerationSalle moderation) => moderation switch
    {
        ModerationSalle.APosteriori => "Tout de suite, on écarte ensuite ce qui ne convient pas",
        ModerationSalle.APriori => "Après accord de l’animateur",
        _ => throw new ArgumentOutOfRangeException(nameof(moderation), moderation, null),
    };

    public static string De(EtatContribution etat) => etat switch
    {
        EtatContribution.EnAttente => "En attente de l’animateur",
        EtatContribution.Visible => "Affichée",
        EtatContribution.Ecartee => "Écartée",
        _ => throw new ArgumentOutOfRangeException(nameof(etat), etat, null),
    };

    public static string De(StatutAtelier statut) => statut switch
    {
        StatutAtelier.Prevu => "Ouvert",
        StatutAtelier.Clos => "Clos",
        StatutAtelier.Annule => "Annulé",
        _ => throw new ArgumentOutOfRangeException(nameof(statut), statut, null),
    };
}

/// <summary>The nature of what people say, with icon, word and colour: the same on the diagnostic and in the workshops.</summary>
public static class Natures
{
    public static Pastille Pastille(NatureConstat nature) => nature switch
    {
        NatureConstat.Force => new("Force", "plus-circle-fill", "succes"),
        NatureConstat.Faiblesse => new("Faiblesse", "dash-circle-fill", "danger"),
        NatureConstat.Opportunite => new("Opportunité", "arrow-up-right-circle-fill", "info"),
        NatureConstat.Menace => new("Menace", "exclamation-triangle-fill", "attention"),
        NatureConstat.Besoin => new("Besoin", "person-raised-hand", "action"),
        NatureConstat.Enjeu => new("Enjeu", "bullseye", "neutre"),
        _ => throw new ArgumentOutOfRangeException(nameof(nature), nature, null),
    };

    public static Pastille Pastille(NatureContribution nature) => nature switch
    {
        NatureContribution.Constat => new("Constat", "eye-fill", "neutre"),
        NatureContribution.Force => new("Force", "plus-circle-fill", "succes"),
        NatureContribution.Faiblesse => new("Faiblesse", "dash-circle-fill", "danger"),
        NatureContribution.Opportunite => new("Opportunité", "arrow-up-right-circle-fill", "info"),
        NatureContribution.Menace => new("Menace", "exclamation-triangle-fill", "attention"),
        NatureContribution.Objectif => new("Objectif", "bullseye", "neutre"),
        NatureContribution.IdeeAction => new("Idée d’action", "lightbulb-fill", "action"),
        _ => throw new ArgumentOutOfRangeException(nameof(nature), nature, null),
    };
}
