using CtgPortal.Domain.Ateliers;

namespace CtgPortal.Infrastructure.Demonstration;

/// <summary>Something said in a workshop; invented, its text begins with « Exemple ».</summary>
/// <param name="Cle">By which findings and actions tell where they come from.</param>
internal sealed record ExempleDeParole(string Cle, NatureContribution Nature, string Texte, string? Groupe = null);

/// <summary>What was put together on the wall, and the points that the room gave to it: one number by participant.</summary>
internal sealed record ExempleDeGroupe(string Cle, string Titre, IReadOnlyList<int> Points);

/// <param name="Groupes">Only where the workshop was led in a live room.</param>
internal sealed record ExempleDAtelier(
    IReadOnlyList<ExempleDeParole> Paroles, IReadOnlyList<ExempleDeGroupe> Groupes, string? CompteRendu)
{
    public bool EnSalle => Groupes.Count > 0;
}

/// <summary>Agendas, words, groups and points of workshops. Sources give none; all is invented, and each text begins with « Exemple ».</summary>
internal static class ExemplesDAteliers
{
    /// <summary>Who takes part in the live room, and what they told of themselves.</summary>
    public static readonly string[] Organisations =
    [
        "Exemple : association de parents", "Exemple : association sportive", "Exemple : élus", "Exemple : services de l’enfance", "Exemple : service social",
    ];

    public static readonly IReadOnlyList<SaisieEtape> OrdreDuJour =
    [
        new(null, "Exemple : accueil et présentation", 20, null, null),
        new(null, "Exemple : chacun écrit ce qu’il observe", 30, null, "Exemple : en petits groupes, par thème."),
        new(null, "Exemple : regrouper ce qui se ressemble", 40, null, null),
        new(null, "Exemple : pause", 15, null, null),
        new(null, "Exemple : choisir ce qui compte le plus", 30, null, "Exemple : cinq points par personne."),
        new(null, "Exemple : restitution et suite", 15, null, null),
    ];

    /// <summary>By title of the workshop.</summary>
    public static readonly IReadOnlyDictionary<string, ExempleDAtelier> ParIntitule = new Dictionary<string, ExempleDAtelier>
    {
        ["Atelier petite enfance, enfance et parentalité"] = new(
            [
                new("garde-horaires", NatureContribution.Constat, "Exemple : les horaires d’accueil ne conviennent pas aux parents qui travaillent tôt."),
                new("garde-loin", NatureContribution.Faiblesse, "Exemple : loin du bourg, trouver une place d’accueil est difficile."),
            ],
            [], null),
        ["Atelier jeunesse"] = new(
            [
                new("jeunes-transport", NatureContribution.Faiblesse, "Exemple : sans transport, les jeunes ne viennent pas aux activités."),
                new("jeunes-lieu", NatureContribution.IdeeAction, "Exemple : aller vers les jeunes, là où ils se retrouvent."),
            ],
            [], null),
        ["Atelier logement"] = new(
            [
                new("logement-vacant", NatureContribution.Constat, "Exemple : des maisons restent fermées depuis des années."),
                new("logement-signaler", NatureContribution.Menace, "Exemple : des locataires craignent de signaler un logement dégradé."),
            ],
            [], null),
        ["Première série, première demi-journée"] = new(
            [
                new("mercredi", NatureContribution.Faiblesse, "Exemple : il manque des places le mercredi.", "groupe-accueil"),
                new("vacances", NatureContribution.Faiblesse, "Exemple : l’accueil ferme trop tôt pendant les vacances.", "groupe-accueil"),
                new("horaires", NatureContribution.Objectif, "Exemple : accorder les horaires d’accueil et de travail.", "groupe-accueil"),
                new("transport", NatureContribution.Faiblesse, "Exemple : sans voiture, un jeune ne va pas à son activité.", "groupe-mobilite"),
                new("covoiturage", NatureContribution.Force, "Exemple : des familles s’organisent déjà entre elles.", "groupe-mobilite"),
                new("reseau", NatureContribution.Force, "Exemple : les partenaires ont l’habitude de travailler ensemble.", "groupe-partenaires"),
                new("benevoles", NatureContribution.Force, "Exemple : les bénévoles sont nombreux.", "groupe-partenaires"),
                new("lisibilite", NatureContribution.Menace, "Exemple : les habitants ne savent pas à qui s’adresser."),
            ],
            [
                new("groupe-accueil", "Exemple : accueil des enfants", [3, 2, 1, 3, 2]),
                new("groupe-mobilite", "Exemple : déplacements des jeunes", [2, 1, 3, 1, 1]),
                new("groupe-partenaires", "Exemple : liens entre partenaires", [0, 2, 1, 1, 1]),
            ],
            "Exemple : l’accueil des enfants et les déplacements ressortent en premier."),
        ["Première série, deuxième demi-journée"] = new(
            [
                new("demarches", NatureContribution.Constat, "Exemple : des personnes renoncent à leurs démarches en ligne."),
                new("droits", NatureContribution.Objectif, "Exemple : que chacun trouve une aide près de chez lui."),
            ],
            [], null),
        ["Deuxième série, première demi-journée"] = new(
            [new("idee-mercredi", NatureContribution.IdeeAction, "Exemple : ouvrir un accueil commun le mercredi.")], [], null),
        ["Deuxième série, deuxième demi-journée"] = new(
            [
                new("idee-navette", NatureContribution.IdeeAction, "Exemple : une navette vers les activités."),
                new("idee-reseau", NatureContribution.IdeeAction, "Exemple : un réseau des acteurs de la parentalité."),
            ],
            [], null),
        ["Deuxième série, troisième demi-journée"] = new(
            [new("idee-permanence", NatureContribution.IdeeAction, "Exemple : une permanence numérique qui va de village en village.")], [], null),
    };
}
