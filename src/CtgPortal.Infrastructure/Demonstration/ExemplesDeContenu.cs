using CtgPortal.Domain.Plans;

namespace CtgPortal.Infrastructure.Demonstration;

/// <summary>
/// Invented content of fiches of Trois-Rivières: the first one is filled in from end to end, a few others say what a fiche usually says.
/// Every text begins with « Exemple »; the titles of schémas are those that the portal proposes.
/// </summary>
internal static class ExemplesDeContenu
{
    private static readonly string Familles = SchemasUsuels.Tous[0];
    private static readonly string PetiteEnfance = SchemasUsuels.Tous[1];
    private static readonly string Vie = SchemasUsuels.Tous[2];
    private static readonly string Acces = SchemasUsuels.Tous[3];

    private static readonly Exemple[] Exemples =
    [
        new(1)
        {
            Pourquoi = new(
                "Exemple : les familles cherchent l’information auprès de *chaque* service, et la trouvent rarement du premier coup.\n- quatre sites et trois pages différentes ;\n- des horaires qui ne sont pas tenus à jour.",
                "Exemple : faire connaître ce qui existe déjà avant de créer de nouveaux services.", "Exemple : répond à l’axe « information des familles » du schéma départemental.")
            { Schemas = [Familles, Acces] },
            ObjectifsOperationnels = "Exemple : former un référent dans chaque commune\nExemple : recenser les services du territoire et leurs horaires\nExemple : ouvrir un site unique, lisible sur un téléphone",
            Descriptif = "Exemple : la plateforme réunit **toutes les offres** aux familles, de la naissance à dix-huit ans.\n1. Recensement par un groupe de travail ;\n2. choix de l’outil avec les secrétaires de mairie ;\n3. ouverture au public, puis animation du réseau des référents.\nElle s’appuie sur [monenfant.fr](https://monenfant.fr) pour les modes d’accueil.",
            Nature = NatureAction.Nouvelle,
            Livrables = "Exemple : cahier des charges, site ouvert au public, guide du référent.",
            Publics = "Exemple : familles du territoire, professionnels de l’enfance et secrétaires de mairie.",
            NombreVise = 2_200,
            Qui = new(null, "Exemple : responsable de la communication", "Exemple : conseil territorial", "Exemple : vice-présidence à la communication", "Exemple : service communication", "Exemple : Caf, relais petite enfance, centres sociaux, communes.", "Exemple : groupe de travail « information »"),
            Moyens = new("Exemple : une personne chargée de la communication, un réseau de référents.", 0.5m, "Exemple : hébergement du site, appareils photo, logiciel de mise en page.", 11_500, false),
            Resultats = new("Exemple : une famille trouve le bon service en moins de trois clics.", "Exemple : enquête auprès des familles à l’ouverture, puis chaque année.", ParticipationHabitants.Concertation),
            Operations =
            [
                new("Exemple : recenser les services et leurs horaires", "Exemple : groupe de travail « information »", "Exemple : professionnels", null, "Exemple : premier semestre 2022", "Exemple : 60 services décrits", new(2022, 6, 30)),
                new("Exemple : réaliser la plateforme avec un prestataire", "Exemple : service communication", null, 10_000, "Exemple : automne 2022", null, new(2022, 12, 16)),
                new("Exemple : former un référent par commune", "Exemple : coopération CTG", "Exemple : secrétaires de mairie", 1_500, "Exemple : printemps 2023", "Exemple : 26 référents formés", new(2023, 5, 31)),
            ],
            Indicateurs =
            [
                new("Exemple : communes qui ont un référent", TypeIndicateur.Quantitatif, CategorieIndicateur.Realisation, "communes", 0, 26, "Exemple : liste des référents", "Exemple : coopération CTG"),
                new("Exemple : avis des familles", TypeIndicateur.Qualitatif, CategorieIndicateur.Resultat, null, null, null, "Exemple : enquête annuelle", "Exemple : coopération CTG", "Exemple : « on ne sait jamais à qui demander »", "Exemple : les familles disent trouver seules"),
            ],
        },
        new(4)
        {
            Pourquoi = new("Exemple : les associations manquent de lieux où se retrouver et partagent peu leurs moyens.", null, null) { Schemas = [Vie] },
            ObjectifsOperationnels = "Exemple : ouvrir un lieu commun à Hirson\nExemple : prêter du matériel et former les bénévoles",
            Descriptif = "Exemple : un local partagé, ouvert quatre jours par semaine, avec un accueil, une salle et du matériel à emprunter.",
            Nature = NatureAction.ADevelopper,
            Publics = "Exemple : associations du territoire et leurs bénévoles.", NombreVise = 30, Communes = ["Hirson"],
            Moyens = new("Exemple : deux bénévoles et une personne salariée à mi-temps.", 0.5m, "Exemple : local communal, matériel de sonorisation.", 12_000, false),
            Resultats = new("Exemple : des associations mieux outillées, qui montent des projets ensemble.", null, ParticipationHabitants.Coconstruction),
            Operations =
            [
                new("Exemple : aménager le local", "Exemple : commune d’accueil", null, 6_000, "Exemple : printemps 2022", null, new(2022, 6, 15)),
                new("Exemple : tenir le calendrier des formations", "Exemple : association partenaire", "Exemple : bénévoles", 2_000, "Exemple : chaque trimestre", "Exemple : 4 formations par an"),
            ],
        },
        new(7)
        {
            Pourquoi = new("Exemple : des locataires n’osent pas signaler l’état de leur logement.", "Exemple : aller voir, puis accompagner.", null) { Schemas = [SchemasUsuels.Tous[8]] },
            Descriptif = "Exemple : un circuit de repérage commun aux mairies, aux travailleurs sociaux et à la Caf.",
            Nature = NatureAction.Nouvelle,
            Publics = "Exemple : locataires du parc privé et leurs bailleurs.", Communes = ["Hirson", "Saint-Michel", "Buire"],
            Moyens = new(null, 0.3m, null, 24_000, false),
            Operations = [new("Exemple : signer la convention de repérage", "Exemple : service logement", null, null, "Exemple : début 2023", null, new(2023, 3, 31))],
        },
        new(8)
        {
            Pourquoi = new("Exemple : l’offre d’accueil est éloignée d’une partie des communes.", "Exemple : rapprocher l’information et les temps d’éveil des familles.", null) { Schemas = [Familles, PetiteEnfance] },
            ObjectifsOperationnels = "Exemple : proposer des temps d’éveil partagés\nExemple : tenir des permanences dans quatre secteurs",
            Descriptif = "Exemple : un relais itinérant se rend chaque semaine dans quatre communes, en lien avec la maison de petite enfance.",
            Nature = NatureAction.ADevelopper,
            ObjectifGeneral = "Exemple : donner à chaque famille un accueil proche et de qualité.",
            Publics = "Exemple : parents d’enfants de moins de trois ans, assistantes maternelles.", NombreVise = 320,
            Communes = ["Aubenton", "Origny-en-Thiérache", "Saint-Michel", "Hirson"],
            Moyens = new("Exemple : une éducatrice de jeunes enfants.", 1.5m, "Exemple : véhicule aménagé.", 186_000, false),
            Resultats = new("Exemple : toutes les communes à moins de vingt minutes d’un temps d’éveil.", null, ParticipationHabitants.Consultation),
            Indicateurs =
            [
                new("Exemple : temps d’éveil tenus", TypeIndicateur.Quantitatif, CategorieIndicateur.Realisation, "séances par an", 40, 120, "Exemple : agenda du relais", null),
                new("Exemple : assistantes maternelles qui viennent au relais", TypeIndicateur.Quantitatif, CategorieIndicateur.Resultat, "personnes", 38, 70, "Exemple : registre du relais", null),
            ],
        },
        new(10)
        {
            Pourquoi = new("Exemple : les jeunes demandent des activités dans leur commune.", null, null) { Schemas = [SchemasUsuels.Tous[4]] },
            Descriptif = "Exemple : une équipe mobile va à la rencontre des jeunes, le mercredi et pendant les vacances.",
            Nature = NatureAction.Nouvelle,
            Publics = "Exemple : jeunes de 11 à 17 ans.", NombreVise = 150, Communes = ["Aubenton", "Wimy", "Mondrepuis"],
            Moyens = new("Exemple : un poste d’animation.", 1, null, 45_000, true),
            Resultats = new(null, null, ParticipationHabitants.Coconstruction),
        },
    ];

    public static void Rediger(DossierDemo dossier)
    {
        foreach (var e in Exemples)
        {
            var fiche = dossier.Fiches[e.Numero - 1].Fiche;
            var (pour, qui) = (fiche.PourQui, fiche.Qui);
            var contenu = fiche.Contenu with
            {
                Pourquoi = e.Pourquoi,
                Quoi = new(fiche.Quoi.ObjectifGeneral ?? e.ObjectifGeneral, e.Descriptif, e.Nature, e.Livrables),
                PourQui = pour with { Publics = e.Publics, NombreVise = e.NombreVise, Communes = [.. e.Communes.Select(n => dossier.Convention.Perimetre.Single(c => c.Nom == n).Code)] },
                Qui = (e.Qui ?? qui) with { PiloteStructure = qui.PiloteStructure },
                Moyens = e.Moyens,
                Resultats = e.Resultats,
            };
            contenu = contenu.AvecObjectifs(Objectif.Lignes(e.ObjectifsOperationnels)).AvecOperations([.. e.Operations.Select(o => ((OperationId?)null, o))])
                .AvecIndicateurs([.. contenu.Indicateurs.Select(i => ((IndicateurFicheId?)i.Id, i.Description)), .. e.Indicateurs.Select(i => ((IndicateurFicheId?)null, i))]);
            // the first indicator of an example tells whether its first objective is reached
            fiche.Reecrire(
                contenu with { Objectifs = [.. contenu.Objectifs.Select((o, rang) => rang == 0 && e.Indicateurs.Count > 0 ? o.MesurePar(contenu.Indicateurs[^e.Indicateurs.Count].Id) : o)] },
                dossier.Convention.Statut, dossier.Maintenant);
        }
    }

    private sealed record Exemple(int Numero)
    {
        public PourquoiFiche Pourquoi { get; init; } = PourquoiFiche.Vide;

        public string? ObjectifGeneral { get; init; }

        public string? ObjectifsOperationnels { get; init; }

        public string? Descriptif { get; init; }

        public NatureAction? Nature { get; init; }

        public string? Livrables { get; init; }

        public string? Publics { get; init; }

        public int? NombreVise { get; init; }

        public IReadOnlyList<string> Communes { get; init; } = [];

        public QuiFiche? Qui { get; init; }

        public MoyensFiche Moyens { get; init; } = MoyensFiche.Vide;

        public ResultatsFiche Resultats { get; init; } = ResultatsFiche.Vide;

        public IReadOnlyList<DescriptionOperation> Operations { get; init; } = [];

        public IReadOnlyList<DescriptionIndicateur> Indicateurs { get; init; } = [];
    }
}
