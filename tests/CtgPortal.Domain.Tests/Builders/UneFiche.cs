using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;

namespace CtgPortal.TestSupport.Builders;

/// <summary>Fiches action written through their own methods.</summary>
public static class UneFiche
{
    public static readonly DescriptionIndicateur PlacesOuvertes =
        new("Places ouvertes", TypeIndicateur.Quantitatif, CategorieIndicateur.Resultat, "places", 40, 60, "Caf", "Cheffe de projet");

    public static readonly DescriptionIndicateur Satisfaction =
        new("Satisfaction des familles", TypeIndicateur.Qualitatif, null, null, null, null, null, null);

    public static FicheAction Nouvelle(ConventionId? convention = null, string intitule = "Créer un relais petite enfance") =>
        FicheAction.Creer(convention ?? ConventionId.New(), intitule, UnPlan.Etape, UnPlan.Maintenant);

    /// <summary>Every section filled, with two objectives, two operations, three money lines and two indicators.</summary>
    public static FicheAction Complete(ConventionId? convention = null, string intitule = "Créer un relais petite enfance")
    {
        var fiche = Nouvelle(convention, intitule);
        fiche.Rediger(
            new(
                new(intitule, ["petite enfance"], PrioriteFiche.Elevee, false, false),
                new("Une place pour trois enfants.", "Reprendre un emploi.", "Schéma départemental des services aux familles"),
                new("Ouvrir des places.", "Un relais itinérant.", NatureAction.Nouvelle, "Un local"),
                new("Familles de jeunes enfants", 300, "Nord du territoire", []),
                new("CC des Trois Rivières", "Cheffe de projet", "Conseillère territoriale", "Vice-présidente", "Enfance", "PMI, MSA", "Groupe petite enfance"),
                new("De 2026 à 2028", new DateOnly(2026, 9, 1), new DateOnly(2028, 8, 31), false),
                new("Une animatrice", 1.5m, "Un véhicule", 90_000m, false),
                new("Des familles mieux informées", "Bilan annuel", ParticipationHabitants.Consultation)),
            UnPlan.Etape,
            UnPlan.Maintenant);
        fiche.Reecrire(fiche.Contenu.AvecObjectifs([(null, new("Dix places par an.")), (null, new("Des horaires élargis."))]), UnPlan.Etape, UnPlan.Maintenant);
        fiche.DefinirOperations(
            [(null, new("Recruter", "CC", null, 45_000m, "2026", null)), (null, new("Ouvrir", "CC", "Familles", null, "2027", "Inauguration"))],
            UnPlan.Etape, UnPlan.Maintenant);
        fiche.DefinirFinancements(
            [
                new("Caf", 2026, NatureDepense.Fonctionnement, 30_000m, 28_500.5m),
                new("Caf", 2027, NatureDepense.Fonctionnement, 30_000m, null),
                new("CC des Trois Rivières", 2026, NatureDepense.Investissement, 12_000m, null),
            ],
            UnPlan.Etape, UnPlan.Maintenant);
        fiche.DefinirIndicateurs([(null, PlacesOuvertes), (null, Satisfaction)], UnPlan.Etape, UnPlan.Maintenant);
        return fiche;
    }
}
