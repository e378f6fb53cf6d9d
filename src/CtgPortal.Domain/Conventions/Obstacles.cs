using CtgPortal.Domain.Common;

namespace CtgPortal.Domain.Conventions;

/// <summary>Every reason that can stop or qualify a step in the life of a convention.</summary>
public static class Obstacles
{
    public static readonly Obstacle EtapeInterdite = new("etape-interdite", "Cette étape ne peut pas suivre l’étape actuelle de la convention.");
    public static readonly Obstacle TexteFige = new("texte-fige", "Le texte de la convention est figé : il ne peut plus être modifié à cette étape.");
    public static readonly Obstacle PlanFige = new("plan-fige", "Le plan d’actions est figé à cette étape de la convention.");
    public static readonly Obstacle HorsSuivi = new("hors-suivi", "Le suivi commence quand la convention est signée.");
    public static readonly Obstacle MotifAbsent = new("motif-absent", "Dites pourquoi : le motif sera conservé dans l’historique.");
    public static readonly Obstacle DiagnosticNonValide = new("diagnostic-non-valide", "Le diagnostic partagé n’est pas validé.");
    public static readonly Obstacle PeriodeAbsente = new("periode-absente", "La période de la convention n’est pas fixée.");
    public static readonly Obstacle MoinsDeDeuxParties = new("moins-de-deux-parties", "Une convention lie au moins deux parties : la Caf et une collectivité.");
    public static readonly Obstacle TermeNonEchu = new("terme-non-echu", "La convention n’est pas arrivée à son terme.");
    public static readonly Obstacle AucunAxe = new("aucun-axe", "Le plan d’actions est vide : il devra suivre par avenant.", Bloquant: false);
    public static readonly Obstacle AucuneFiche = new("aucune-fiche", "Aucune fiche action n’est écrite : elles devront suivre par avenant.", Bloquant: false);
    public static readonly Obstacle AucunAtelier = new("aucun-atelier", "Aucun atelier n’a été tenu.", Bloquant: false);
    public static readonly Obstacle AucunConstat = new("aucun-constat", "Le diagnostic ne contient aucun constat.", Bloquant: false);
    public static readonly Obstacle PeriodeCommencee = new("periode-commencee", "La période a déjà commencé : la convention prendra effet avant sa signature.", Bloquant: false);

    public static Obstacle AteliersOuverts(int nombre) => new(
        "ateliers-ouverts", nombre == 1 ? "Un atelier n’est pas clos." : $"{nombre} ateliers ne sont pas clos.", Bloquant: false);

    public static Obstacle PartieSansSignataire(string partie) => new("partie-sans-signataire", $"Personne n’est désigné pour signer au nom de « {partie} ».");

    public static Obstacle DeliberationManquante(string partie) =>
        new("deliberation-manquante", $"La délibération de « {partie} » n’est pas renseignée.", Bloquant: false);

    public static Obstacle DelegationIncomplete(string nom) => new(
        "delegation-incomplete", $"{nom} signe par délégation : dites de qui, par quel acte et de quelle date.");

    public static Obstacle DelegationFuture(string nom) => new("delegation-future", $"La délégation de {nom} n’a pas encore pris effet.");

    public static Obstacle DelegationExpiree(string nom) => new("delegation-expiree", $"La délégation de {nom} n’est plus valable.");

    public static Obstacle TexteACorriger(int nombre) =>
        new("texte-a-corriger", nombre == 1 ? "Un endroit du texte est à corriger." : $"{nombre} endroits du texte sont à corriger.");

    public static Obstacle OrientationSansFiche(string orientation) =>
        new("orientation-sans-fiche", $"« {orientation} » ne contient aucune fiche action.", Bloquant: false);

    public static Obstacle FicheSansPilote(string fiche) => new("fiche-sans-pilote", $"La fiche « {fiche} » n’a pas de pilote.", Bloquant: false);

    public static Obstacle FicheImposeeAbsente(string fiche) => new(
        "fiche-imposee-absente", $"La Caf demande la fiche « {fiche} » dans toutes ses conventions : ajoutez-la, ou dites pourquoi elle est sans objet.", Bloquant: false);
}
