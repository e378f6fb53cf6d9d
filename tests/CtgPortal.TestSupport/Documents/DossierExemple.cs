using CtgPortal.Application.Common;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Graphiques;
using CtgPortal.Application.Textes;
using CtgPortal.Domain.Textes;

namespace CtgPortal.TestSupport.Documents;

/// <summary>Dossiers for the tests of the document and for looking at its pages. Nothing in them depends on the clock.</summary>
public static class DossierExemple
{
    private static readonly string[] CommunesTroisRivieres =
    [
        "Aubenton", "Beaumé", "Besmont", "Bucilly", "Buire", "Coingt", "Éparcy", "Hirson", "Iviers", "Jeantes", "La Hérie", "Landouzy-la-Ville",
        "Leuze", "Logny-lès-Aubenton", "Martigny", "Mondrepuis", "Mont-Saint-Jean", "Neuve-Maison", "Ohis", "Origny-en-Thiérache",
        "Saint-Clément", "Saint-Michel", "Watigny", "Wimy", "Any-Martin-Rieux",
    ];

    private static readonly (string Titre, string Icone, string[] Fiches)[] PlanTroisRivieres =
    [
        ("La communication, ou comment mieux mobiliser les services aux familles existants en réponse aux enjeux du territoire", "megaphone",
            ["Création d’une plateforme d’information et de communication"]),
        ("La proximité et la mobilité, ou comment lever les différents freins pour améliorer l’accessibilité aux services", "bus-front",
            ["Rendre accessible tous les services à la population de la communauté de communes",
             "Développer une démarche participative des habitants sur le déploiement de nouveaux services", "Espace des associations", "Forum des associations"]),
        ("Le logement, ou comment lutter contre le mal logement", "house-heart",
            ["Communiquer auprès des bailleurs privés", "Lutter contre le logement indécent"]),
        ("La petite-enfance et la jeunesse, ou comment proposer des services de qualité adapté à chaque étape du développement des enfants", "balloon-heart",
            ["Développer l’accessibilité des services du Relais d’assistantes maternelles / Relais petite enfance et de la maison de petite enfance à l’ensemble de la communauté de communes",
             "Développer l’accessibilité des services à la parentalité à destination de tous les habitants",
             "Développer des actions de proximité à destination des jeunes du territoire", "Accompagner les initiatives locales des jeunes et des habitants"]),
        ("Les personnes vulnérables, ou comment prendre en compte leur quotidien", "life-preserver",
            ["Accompagner le public vulnérable vers un mode d’accueil du jeune enfant adapté afin de lever les freins à l’insertion"]),
        ("La coordination, ou comment optimiser le fonctionnement des services aux familles et mieux prendre en compte les besoins des publics vulnérables", "diagram-3",
            ["Espace d’échanges pour les acteurs des droits sociaux", "Développer les compétences des professionnels du territoire"]),
    ];

    /// <summary>A convention opened a minute ago: nothing but what opening one requires.</summary>
    public static DossierConvention Vide() => new()
    {
        Reference = "CTG-2026-0001",
        Intitule = "Convention territoriale globale du Val sans nom",
        Territoire = "Val sans nom",
        Etat = EtatDocument.Projet,
        DateProduction = new DateOnly(2026, 3, 1),
        CafNom = "Caf de l’Aisne",
    };

    /// <summary>Six axes, fourteen fiches, a diagnostic, workshops, two signers: a draft with most things written.</summary>
    public static DossierConvention TroisRivieres()
    {
        var contexte = new ContexteTexte
        {
            CafNom = "Caf de l’Aisne",
            Territoire = "Trois Rivières",
            Collectivites = ["Communauté de communes des Trois Rivières"],
            Debut = new DateOnly(2021, 1, 1),
            Fin = new DateOnly(2024, 12, 31),
            Champs = ["petite enfance", "enfance", "jeunesse", "famille", "parentalité", "logement", "accès aux droits", "handicap", "mobilité", "animation de la vie sociale"],
            Axes = [.. PlanTroisRivieres.Select((a, i) => $"axe {i + 1} – {a.Titre}")],
        };
        var numero = 0;
        return TexteLu.De(ModeleNational.Lire()).Ecrire(Vide() with
        {
            Reference = "CTG-02-2021-TROIS-RIVIERES",
            Intitule = "Convention territoriale globale des Trois Rivières 2021-2024",
            Territoire = "Trois Rivières",
            DateProduction = new DateOnly(2021, 3, 12),
            Titulaires = [new() { Type = "EPCI", Nom = "CC des Trois Rivières", Siren = "240200600" }],
            Parties =
            [
                new()
                {
                    Nom = "Caisse d’allocations familiales de l’Aisne", NomCourt = "la Caf", Type = "Caf",
                    Representants = [new() { Civilite = "Mme", Nom = "Hélène Garçon", Qualite = "présidente du conseil d’administration" }, new() { Civilite = "M.", Nom = "Loïc Œuvrard", Qualite = "directeur" }],
                    DeliberationNumero = "2021-014", DeliberationDate = new DateOnly(2021, 2, 1),
                },
                new()
                {
                    Nom = "Communauté de communes des Trois Rivières", NomCourt = "la communauté de communes", Type = "EPCI",
                    Representants = [new() { Civilite = "M.", Nom = "Jean-François Noël", Qualite = "président" }],
                    DeliberationNumero = "DEL-2021-07", DeliberationDate = new DateOnly(2021, 1, 28),
                },
            ],
            Perimetre = [.. CommunesTroisRivieres.Select((nom, i) => new CommuneDossier { Insee = $"02{(i * 31) + 31:000}", Nom = nom, Population = 180 + (i * i * 17 % 9000) })],
            Debut = contexte.Debut,
            Fin = contexte.Fin,
            LieuSignature = "Hirson",
            DateSignature = new DateOnly(2021, 3, 12),
            NombreExemplaires = 3,
            Generation = 1,
            Champs = contexte.Champs,
            Axes =
            [
                .. PlanTroisRivieres.Select((a, i) => new AxeDossier
                {
                    Numero = $"{i + 1}", Titre = a.Titre, Icone = a.Icone,
                    Fiches = [.. a.Fiches.Select(titre => ++numero is 1 or 2 or 8 ? Complete($"{numero}", titre) : Courte($"{numero}", titre))],
                }),
            ],
            Diagnostic = Diagnostic(),
            Ateliers = Ateliers(),
            Equipements =
            [
                new() { Nom = "Maison de la petite enfance", Type = "Établissement d’accueil du jeune enfant", Gestionnaire = "Communauté de communes", Commune = "Hirson", Soutiens = ["CC des Trois Rivières"], Capacite = "40 places", ModeSoutien = "Gestion directe", BonusTerritoire = true },
                new() { Nom = "Relais petite enfance", Type = "RPE", Gestionnaire = "Communauté de communes", Commune = "Hirson", Soutiens = ["CC des Trois Rivières"], Capacite = "1,5 ETP", ModeSoutien = "Gestion directe", BonusTerritoire = true },
                new() { Nom = "Centre social", Gestionnaire = "Association" },
            ],
            Deliberations =
            [
                new() { Organe = "Conseil communautaire des Trois Rivières", Numero = "DEL-2021-07", Date = new DateOnly(2021, 1, 28), Objet = "Convention territoriale globale : autorisation de signature", Vote = "à l’unanimité", TransmiseLe = new DateOnly(2021, 2, 1), RecueLe = new DateOnly(2021, 2, 1), PublieeLe = new DateOnly(2021, 2, 3), IdentifiantActes = "002-200067742-20210128-DEL202107-DE" },
                new() { Organe = "Conseil d’administration de la Caf de l’Aisne", Date = new DateOnly(2021, 2, 1) },
            ],
            Signataires =
            [
                new() { Partie = "Caf de l’Aisne", Civilite = "Mme", Nom = "Hélène Garçon", Qualite = "présidente du conseil d’administration" },
                new() { Partie = "Caf de l’Aisne", Civilite = "M.", Nom = "Loïc Œuvrard", Qualite = "directeur" },
                new() { Partie = "Communauté de communes des Trois Rivières", Civilite = "M.", Nom = "Jean-François Noël", Qualite = "président" },
            ],
        }, contexte);
    }

    /// <summary>The same, frozen and signed.</summary>
    public static DossierConvention Signee() => TroisRivieres() with
    {
        Etat = EtatDocument.Figee,
        VersionNumero = 2,
        VersionDate = new DateOnly(2021, 3, 10),
        ReferenceDocument = "K7M3-QX9P-4TWD",
        AdresseVerification = "https://ctg.exemple.fr/verifier/K7M3QX9P4TWD",
        Signataires =
        [
            .. TroisRivieres().Signataires.Select(s => s with
            {
                Mode = "signature électronique simple", SigneLe = new DateOnly(2021, 3, 12),
                Empreinte = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            }),
        ],
    };

    /// <summary>Signed elsewhere: neither articles nor visas are the portal's to print.</summary>
    public static DossierConvention Reprise() => TroisRivieres() with
    {
        Etat = EtatDocument.Reprise,
        Visas = [],
        Articles = [],
        Preambule = [],
        Gouvernance = [],
        Evaluation = [],
        Signataires = [],
    };

    /// <summary>About sixty pages: six axes, eighteen fiches of two pages, forty-five signers.</summary>
    public static DossierConvention SoixantePages() => Plan(axes: 6, orientations: 1, fiches: 3) with { Signataires = Signataires(45) };

    /// <summary>Five axes, three orientations each, four fiches each: sixty fiches on three levels.</summary>
    public static DossierConvention SoixanteFiches() => Plan(axes: 5, orientations: 3, fiches: 4);

    public static DossierConvention QuaranteCinqSignataires() => TroisRivieres() with { Signataires = Signataires(45) };

    /// <summary>What people really type: nothing short, nothing simple.</summary>
    public static DossierConvention Extreme()
    {
        var long300 = string.Concat(Enumerable.Repeat("Accompagner les familles et les aidants, ", 8))[..300];
        var mot = new string('x', 200);
        return Plan(axes: 2, orientations: 1, fiches: 1) with
        {
            Graphie = GraphieSigles.Haut,
            Intitule = long300,
            Territoire = "Causses et Vallée de la Dordogne, Pays d’Œuvre-en-Forêt et communes associées du Haut-Ségala, de la Châtaigneraie et des marches de l’Aveyron",
            Perimetre = [.. Enumerable.Range(1, 77).Select(i => new CommuneDossier { Insee = $"46{i:000}", Nom = i % 9 == 0 ? "Saint-Jean-Lagineste-les-Deux-Églises-sur-Dordogne" : $"Saint-Céré-{i}", Population = i % 4 == 0 ? null : 100 * i })],
            Parties = [.. Enumerable.Range(1, 24).Select(i => new PartieDossier { Nom = i == 3 ? long300 : $"Commune de Saint-Céré-{i}", Type = "commune" })],
            Champs = ["#panic(\"injecté\")", "<b>gras</b>", mot, .. Enumerable.Range(1, 20).Select(i => $"champ d’intervention {i}")],
            Articles = [new() { Numero = 1, Titre = long300, Corps = [BlocTexte.Paragraphe($"<script>alert(1)</script> #panic(\"non\") $x$ *étoile* _souligné_ @fantome https://exemple.fr/{mot}"), BlocTexte.Liste("= Faux titre", "#read(\"/etc/passwd\")", mot)] }],
            Axes =
            [
                new()
                {
                    Numero = "A", Titre = long300[..140], Couleur = "#ffe066", Icone = "../../../../etc/passwd",
                    Orientations =
                    [
                        new()
                        {
                            Numero = "A.1", Titre = long300,
                            Orientations = [new() { Numero = "A.1.1", Titre = mot, Fiches = [Complete("A.1.1.1", long300) with { Constat = $"{mot}\n{mot}", Pilote = mot, Partenaires = [mot, "b", "c"] }] }],
                        },
                        new() { Numero = "A.2", Titre = "Sans fiche" },
                    ],
                },
                new() { Numero = "B", Titre = mot[..140], Couleur = "rouge", Fiches = [Complete("B.1", mot) with { Budget = [new() { Financeur = mot, Prevu = 1234567890.12m, Realise = -5m, Nature = mot, Annee = 2025 }] }] },
                new() { Numero = "C", Titre = "Un axe sans rien" },
            ],
            Niveaux = ["Ambition", "Enjeu", "Objectif", "Action"],
            Signataires = [.. Signataires(44), new() { Partie = long300, Nom = mot, Qualite = long300 }],
            Equipements = [new() { Nom = mot, Gestionnaire = mot, Capacite = mot, Soutiens = [mot, mot], Type = long300 }],
            Deliberations = [new() { Organe = long300, Numero = mot, Objet = long300 }],
        };
    }

    private static DossierConvention Plan(int axes, int orientations, int fiches)
    {
        var numero = 0;
        return TroisRivieres() with
        {
            Niveaux = orientations > 1 ? ["Axe", "Orientation", "Fiche action"] : ["Axe", "Fiche action"],
            Axes =
            [
                .. Enumerable.Range(1, axes).Select(a => orientations > 1
                    ? new AxeDossier
                    {
                        Numero = $"{a}", Titre = PlanTroisRivieres[a - 1].Titre, Icone = PlanTroisRivieres[a - 1].Icone,
                        Orientations =
                        [
                            .. Enumerable.Range(1, orientations).Select(o => new OrientationDossier
                            {
                                Numero = $"{a}.{o}", Titre = $"Renforcer la coopération et l’accès aux services, volet {o}",
                                Fiches = [.. Enumerable.Range(1, fiches).Select(f => Complete($"{a}.{o}.{f}", $"Développer les services de proximité à destination des familles, étape {f}"))],
                            }),
                        ],
                    }
                    : new AxeDossier
                    {
                        Numero = $"{a}", Titre = PlanTroisRivieres[a - 1].Titre, Icone = PlanTroisRivieres[a - 1].Icone,
                        Fiches = [.. Enumerable.Range(1, fiches).Select(_ => Complete($"{++numero}", $"Développer les services de proximité à destination des familles, étape {numero}"))],
                    }),
            ],
        };
    }

    private static SignataireDossier[] Signataires(int nombre) =>
    [
        .. Enumerable.Range(1, nombre).Select(i => new SignataireDossier
        {
            Partie = $"Commune de {CommunesTroisRivieres[i % CommunesTroisRivieres.Length]}", Civilite = i % 2 == 0 ? "Mme" : "M.",
            Nom = $"Dominique Lefèvre-{i:00}", Qualite = i % 2 == 0 ? "première adjointe" : "maire",
        }),
    ];

    private static FicheDossier Courte(string numero, string titre) => new()
    {
        Numero = numero,
        Titre = titre,
        ObjectifGeneral = "Rapprocher les services des habitants, en particulier des plus éloignés.",
        Pilote = "Communauté de communes des Trois Rivières",
        Calendrier = "2021 à 2024",
    };

    private static FicheDossier Complete(string numero, string titre) => new()
    {
        Numero = numero,
        Titre = titre,
        Themes = ["accès aux droits", "parentalité"],
        ImposeeParCaf = numero == "1",
        Version = "1.2",
        MiseAJourLe = new DateOnly(2021, 2, 1),
        Constat = "Les services existent mais sont mal connus : un habitant sur trois déclare ne pas savoir à qui s'adresser.\nLes communes rurales sont à plus de 25 minutes d’un point d’accueil ; l’offre de transport reste faible.",
        Enjeu = "Que chacun trouve près de chez soi le bon interlocuteur !",
        LienSchemas = "Schéma départemental des services aux familles, orientation 3",
        ObjectifGeneral = "Améliorer la lisibilité et l’accessibilité des services aux familles.",
        ObjectifsOperationnels = ["Recenser l’offre et la tenir à jour", "Ouvrir un point d’information par bassin de vie", "Former les agents d’accueil"],
        Descriptif = "Une plateforme commune, alimentée par les partenaires, présente les services par moment de vie. Elle est relayée par les accueils des mairies, les centres sociaux et les écoles.",
        Nature = "Action nouvelle",
        Livrables = "Plateforme en ligne, guide imprimé, formation de 12 agents",
        Publics = "Familles avec enfants de 0 à 17 ans, futurs parents",
        NombreVise = "1 500 familles",
        Secteur = "Ensemble de la communauté de communes",
        Pilote = "Communauté de communes des Trois Rivières",
        PilotePersonne = "Chargée de coopération",
        CopiloteCaf = "Conseiller territorial",
        EluReferent = "Vice-présidente à la famille",
        Partenaires = ["Caf de l’Aisne", "MSA de Picardie", "Département de l’Aisne", "Centres sociaux", "France Services"],
        Instance = "Groupe de travail « accès aux droits »",
        Calendrier = "Dernier trimestre 2021",
        Debut = new DateOnly(2021, 9, 1),
        Fin = new DateOnly(2024, 6, 30),
        Etapes = [new() { Intitule = "Cahier des charges", Echeance = new DateOnly(2021, 10, 1) }, new() { Intitule = "Mise en ligne" }],
        MoyensHumains = "0,5 ETP",
        MoyensMateriels = "Hébergement mutualisé",
        CoutPrevisionnel = 48500.5m,
        Operations =
        [
            new() { Titre = "Recensement de l’offre", Descriptif = "Enquête auprès des 25 communes", Pilote = "Communauté de communes", Publics = "Communes", Calendrier = "2021", Budget = 8500m },
            new() { Titre = "Réalisation de la plateforme", Pilote = "Prestataire", Publics = "Familles", Calendrier = "2022", Budget = 40000.5m, Indicateurs = "mise en ligne, nombre de visites" },
        ],
        Budget =
        [
            new() { Financeur = "Caf de l’Aisne", Annee = 2021, Nature = "fonctionnement", Prevu = 12345.67m, Realise = 12000m },
            new() { Financeur = "CC des Trois Rivières", Annee = 2021, Nature = "fonctionnement", Prevu = 8000m, Realise = 8000m },
            new() { Financeur = "Caf de l’Aisne", Annee = 2022, Nature = "investissement", Prevu = 20000m },
            new() { Financeur = "Département de l’Aisne", Annee = 2022, Nature = "investissement", Prevu = 8154.83m },
        ],
        ResultatsAttendus = "Une offre lisible et à jour ; des orientations plus rapides.",
        Indicateurs =
        [
            new() { Libelle = "Visites mensuelles de la plateforme", Nature = "réalisation", ValeurInitiale = "0", Cible = "800", Source = "Statistiques du site", Releves = [new() { Annee = 2022, Valeur = "310" }, new() { Annee = 2023, Valeur = "640" }] },
            new() { Libelle = "Familles déclarant savoir à qui s’adresser", Nature = "résultat", Unite = "%", ValeurInitiale = "66", Cible = "80", Source = "Questionnaire", Responsable = "Caf", Objectifs = ["Recenser l’offre et la tenir à jour"] },
        ],
        ModalitesEvaluation = "Bilan annuel présenté au comité technique",
        ParticipationCitoyenne = "Consultation",
        Suivi = new()
        {
            Avancement = "en cours",
            Pourcentage = 45,
            Priorite = "Élevée",
            Leviers = "Adhésion des secrétaires de mairie",
            Notes = [new() { Date = new DateOnly(2021, 2, 1), Texte = "Le groupe de travail est constitué." }],
        },
        FichesLiees = ["2 « Accueil du jeune enfant »", "13 « Guichet unique »"],
    };

    private static DiagnosticDossier Diagnostic() => new()
    {
        ValideLe = new DateOnly(2020, 6, 15),
        Methode = "Le diagnostic a été conduit pendant un an : analyse de données, entretiens avec les élus de neuf communes, questionnaire adressé à 2 200 allocataires et ateliers.",
        Sources = ["Insee", "Caf de l’Aisne", "diagnostics existants"],
        Themes =
        [
            new()
            {
                Titre = "petite enfance",
                Synthese = "L’accueil individuel domine et recule ; l’offre collective est concentrée à Hirson.",
                Indicateurs =
                [
                    new() { Libelle = "Enfants de moins de 3 ans", Valeur = 585, Annee = 2018, Geographie = "CC des Trois Rivières", Source = "Insee" },
                    new() { Libelle = "Assistants maternels en activité", Valeur = 95, Annee = 2019, Source = "Caf" },
                    new() { Libelle = "Places d’accueil collectif", Valeur = 40, Unite = "places", Annee = 2019 },
                    new() { Libelle = "Taux de couverture de l’accueil du jeune enfant", Valeur = 52.4m, Unite = "%", Annee = 2018, Geographie = "CC des Trois Rivières", Source = "Cnaf" },
                    new() { Libelle = "Taux de couverture de l’accueil du jeune enfant", Valeur = 56.1m, Unite = "%", Annee = 2018, Geographie = "Aisne", Source = "Cnaf" },
                    new() { Libelle = "Taux de couverture de l’accueil du jeune enfant", Valeur = 59.8m, Unite = "%", Annee = 2018, Geographie = "France", Source = "Cnaf" },
                    new() { Libelle = "Enfants en situation de handicap accueillis" },
                    new() { Libelle = "Bénéficiaires de la Paje", Etat = "secret", Annee = 2018, Geographie = "Coingt", Source = "Caf" },
                ],
                Figures =
                [
                    new()
                    {
                        Titre = "Taux de couverture de l’accueil du jeune enfant",
                        Definition = "Places théoriques d’accueil pour cent enfants de moins de 3 ans.",
                        Valeur = "52,4 %",
                        Legende = "CC des Trois Rivières, 2018",
                        Phrases = ["3,7 points au-dessous du département"],
                        Graphiques =
                        [
                            Graphique.Barres(
                                "Comparaison des territoires en 2018", "CC des Trois Rivières : 52,4 %, Aisne : 56,1 %, France : 59,8 %.",
                                [new("CC des Trois Rivières", 52.4m, "52,4 %", true), new("Aisne", 56.1m, "56,1 %", false), new("France", 59.8m, "59,8 %", false)]).EnDossier(),
                            Graphique.Lignes(
                                "Évolution de 2013 à 2018", "CC des Trois Rivières : 49 % en 2013, 52,4 % en 2018.",
                                [new("CC des Trois Rivières", [(2013, 49m), (2018, 52.4m)], true)], v => $"{Nombres.Nombre(v)} %").EnDossier(),
                        ],
                        Annees = [2013, 2018],
                        Lignes = [new() { Territoire = "CC des Trois Rivières", Valeurs = ["49 %", "52,4 %"] }, new() { Territoire = "Aisne", Valeurs = ["", "56,1 %"] }],
                        Sources = ["Cnaf (Licence ouverte 2.0)"],
                    },
                ],
                Constats =
                [
                    new() { Nature = NatureConstatDossier.Force, Texte = "Une maison de la petite enfance récente et reconnue." },
                    new() { Nature = NatureConstatDossier.Faiblesse, Texte = "Peu de solutions en horaires décalés." },
                    new() { Nature = NatureConstatDossier.Faiblesse, Texte = "Départs à la retraite d’assistants maternels non remplacés." },
                    new() { Nature = NatureConstatDossier.Besoin, Texte = "Un accueil pour les parents en insertion." },
                ],
            },
            new()
            {
                Titre = "logement",
                Constats = [new() { Nature = NatureConstatDossier.Menace, Texte = "Un parc privé ancien, parfois indécent." }, new() { Nature = NatureConstatDossier.Enjeu, Texte = "Repérer plus tôt et accompagner bailleurs et locataires." }],
            },
        ],
    };

    private static AtelierDossier[] Ateliers() =>
    [
        new()
        {
            Titre = "À la croisée des regards : accès aux droits sociaux", DateTexte = "octobre 2021", Participants = "48", Animateur = "Csac",
            Organisations = ["Communauté de communes", "Caf de l’Aisne", "Centres sociaux"],
            Contributions =
            [
                new() { Nature = "constat", Texte = "Les démarches en ligne découragent une partie des habitants." },
                new() { Nature = "idée d’action", Texte = "Un accueil itinérant les jours de marché", Points = 12 },
                new() { Nature = "idée d’action", Texte = "Un annuaire des services par moment de vie", Points = 17 },
            ],
        },
        new() { Titre = "Logement", Date = new DateOnly(2021, 10, 1), Lieu = "Hirson" },
    ];
}
