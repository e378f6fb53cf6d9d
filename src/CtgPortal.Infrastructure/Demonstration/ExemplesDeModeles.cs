using CtgPortal.Domain.Plans;

namespace CtgPortal.Infrastructure.Demonstration;

/// <summary>Model fiches, in the manner of those that Caf hand out. None is an official text.</summary>
internal static class ExemplesDeModeles
{
    /// <summary>Asked of every convention.</summary>
    public const int Imposee = 0;

    /// <summary>Taken over by a convention, then published again.</summary>
    public const int Reprise = 2;

    public static IReadOnlyList<ContenuFiche> Tous { get; } =
    [
        Modele(
            "Exemple : Service public de la petite enfance", "petite enfance", NatureAction.ADevelopper,
            "Exemple : les communes organisent l’accueil du jeune enfant depuis le 1er janvier 2025.",
            "Exemple : offrir à chaque famille une réponse d’accueil, près de chez elle et de qualité.",
            "Exemple : recenser les besoins et les modes d’accueil\nExemple : informer et accompagner les familles\nExemple : planifier le développement de l’offre\nExemple : soutenir la qualité",
            "Exemple : parents d’enfants de moins de trois ans, futurs parents.",
            "Exemple : Caf, PMI, relais petite enfance, gestionnaires de crèches, communes.",
            ["Exemple : tenir à jour l’inventaire des modes d’accueil", "Exemple : ouvrir un guichet d’information aux familles"],
            ["Exemple : places d’accueil pour 100 enfants de moins de trois ans", "Exemple : familles reçues au guichet"]),
        Modele(
            "Exemple : Gouvernance et animation de la convention", null, NatureAction.AMaintenir,
            "Exemple : de nombreux services agissent sans toujours se connaître.",
            "Exemple : piloter la convention ensemble, avec des instances qui décident.",
            "Exemple : réunir le comité de pilotage chaque année\nExemple : faire vivre les groupes de travail\nExemple : évaluer avec les habitants",
            "Exemple : élus, professionnels, associations, habitants.",
            "Exemple : Caf, collectivités signataires, MSA, Département.",
            ["Exemple : préparer et tenir le comité de pilotage", "Exemple : publier une lettre aux partenaires"],
            ["Exemple : réunions tenues dans l’année"]),
        Modele(
            "Exemple : Lieu d’accueil enfants-parents itinérant", "parentalité", NatureAction.Nouvelle,
            "Exemple : des parents de jeunes enfants sont isolés, loin des services.",
            "Exemple : offrir aux enfants de moins de six ans et à leurs parents un lieu de rencontre proche.",
            "Exemple : tenir des accueils dans plusieurs communes\nExemple : former les accueillants",
            "Exemple : enfants de moins de six ans accompagnés d’un adulte.",
            "Exemple : Caf, PMI, communes qui prêtent une salle.",
            ["Exemple : choisir les communes et les salles", "Exemple : recruter et former les accueillants"],
            ["Exemple : accueils tenus dans l’année", "Exemple : familles différentes reçues"]),
        Modele(
            "Exemple : Aller vers les jeunes sur leur territoire", "jeunesse", NatureAction.Nouvelle,
            "Exemple : des jeunes ne fréquentent aucune structure.",
            "Exemple : rencontrer les jeunes là où ils sont et soutenir leurs projets.",
            "Exemple : tenir une présence éducative régulière\nExemple : accompagner les projets de jeunes",
            "Exemple : jeunes de 11 à 25 ans.", "Exemple : mission locale, collèges, associations sportives.",
            ["Exemple : former une équipe mobile", "Exemple : ouvrir un fonds pour les projets de jeunes"],
            ["Exemple : jeunes rencontrés", "Exemple : projets soutenus"]),
        Modele(
            "Exemple : Point d’accueil numérique et accès aux droits", "accès aux droits", NatureAction.ADevelopper,
            "Exemple : des habitants renoncent à leurs droits faute d’aide pour leurs démarches.",
            "Exemple : accompagner chaque habitant dans ses démarches en ligne.",
            "Exemple : tenir des permanences\nExemple : former les agents d’accueil",
            "Exemple : habitants éloignés du numérique.", "Exemple : maisons France services, Caf, MSA, CPAM.",
            ["Exemple : fixer le calendrier des permanences"], ["Exemple : personnes accompagnées"]),
        Modele(
            "Exemple : Prévenir les impayés de loyer", "logement", NatureAction.ADevelopper,
            "Exemple : les familles demandent de l’aide trop tard.",
            "Exemple : repérer plus tôt les difficultés et éviter l’expulsion.",
            "Exemple : former les premiers accueils\nExemple : proposer un rendez-vous dès le premier impayé",
            "Exemple : locataires et accédants en difficulté.", "Exemple : bailleurs, ADIL, Département, Caf.",
            ["Exemple : écrire le circuit d’alerte"], ["Exemple : familles reçues dans le mois"]),
    ];

    /// <summary>The next wording of a model.</summary>
    public static ContenuFiche Suite(ContenuFiche contenu) => contenu with
    {
        Quoi = contenu.Quoi with { Descriptif = "Exemple : un accueil par semaine et par commune, dont un **en soirée**, sans inscription et gratuit." },
        Indicateurs = [.. contenu.Indicateurs, Indicateur("Exemple : accueils tenus en soirée")],
    };

    private static ContenuFiche Modele(
        string intitule, string? champ, NatureAction nature, string constat, string objectif, string operationnels, string publics, string partenaires,
        IReadOnlyList<string> operations, IReadOnlyList<string> indicateurs)
    {
        var vide = ContenuFiche.Vide(intitule);
        return vide with
        {
            Identite = vide.Identite with { Champs = champ is null ? [] : [champ] },
            Pourquoi = vide.Pourquoi with { Constat = constat },
            Quoi = new(objectif, null, nature, null),
            PourQui = vide.PourQui with { Publics = publics },
            Qui = vide.Qui with { Partenaires = partenaires },
            Objectifs = [.. Objectif.Lignes(operationnels).Select(o => new LigneObjectif(ObjectifId.New(), new(o)))],
            Operations = [.. operations.Select(o => new LigneOperation(OperationId.New(), new(o, null, null, null, null, null)))],
            Indicateurs = [.. indicateurs.Select(Indicateur)],
        };
    }

    private static LigneIndicateur Indicateur(string intitule) =>
        new(IndicateurFicheId.New(), new(intitule, TypeIndicateur.Quantitatif, CategorieIndicateur.Realisation, null, null, null, null, null));
}
